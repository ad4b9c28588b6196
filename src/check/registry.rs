//! All rules with their codes. The hundreds are the family: 00 files and keys,
//! 01 ID numbers, 02 names, 03 dates, 04 codes and values, 05 residence,
//! telephones, dues, 06 lost members, 07 dispositions, 08 photos, 09
//! organisations and the round, 10 tables, 11 forms and pages, 12 transfers, 13
//! stays abroad, 14 members away, 15 family and introducers, 16 the same person
//! twice, 17 waivers and levels.

use std::sync::LazyLock;

use super::rule::{Check, Rule, Severity};
use super::rules::FAMILIES;

macro_rules! rules {
    ($( $constant:ident = $code:literal $name:literal $severity:ident $($waivable:ident)? ; )*) => {
        $(
            #[doc = $name]
            pub static $constant: Rule = Rule {
                code: $code,
                name: $name,
                severity: Severity::$severity,
                waivable: rules!(@waivable $($waivable)?),
                check: Check::Elsewhere,
            };
        )*
        static OLD: &[&Rule] = &[$(&$constant),*];
    };
    (@waivable waivable) => { true };
    (@waivable) => { false };
}

rules! {
    NO_DATA = "E0001" "没有数据文件夹" Error;
    NO_ROUND = "E0002" "缺少排查文件" Error;
    SECOND_ROUND = "E0003" "多个排查文件" Error;
    NO_ORGANISATION = "E0004" "没有党组织" Error;
    ORGANISATION_MISSING = "E0005" "缺少党组织文件" Error;
    MEMBERS_AND_FIGURES = "E0006" "党员与汇总上报并存" Error;
    BELOW_MEMBERS = "E0007" "党支部下另有组织" Error;
    EXTENSION = "E0008" "文件扩展名不对" Error;
    STRAY = "E0009" "文件位置不对" Error;
    NOT_READ = "W0010" "未读取的文件" Warning;
    LINK_LOOP = "E0011" "链接成环" Error;
    FILE_NAME = "E0012" "文件名不是UTF-8" Error;
    UNREADABLE = "E0013" "读不了" Error;
    TOO_LARGE = "E0020" "文件过大" Error;
    NOT_UTF8 = "E0021" "不是UTF-8编码" Error;
    BYTE_ORDER_MARK = "E0022" "带有BOM" Error;
    CARRIAGE_RETURN = "E0023" "换行不是LF" Error;
    EMPTY = "E0024" "文件是空的" Error;
    TAB = "E0030" "用制表符缩进" Error;
    INDENTATION = "E0031" "缩进不对" Error;
    UNCLOSED_QUOTE = "E0032" "引号没有闭合" Error;
    UNCLOSED_BRACKET = "E0033" "括号没有闭合" Error;
    STRAY_COLON = "E0034" "冒号位置不对" Error;
    ALIASES = "E0035" "别名展开过多" Error;
    TOO_DEEP = "E0036" "嵌套过深" Error;
    KEY_NOT_TEXT = "E0037" "键不是文字" Error;
    TAG = "E0038" "不支持标签" Error;
    MANY_DOCUMENTS = "E0039" "一个文件写了多份" Error;
    YAML = "E0041" "YAML语法错误" Error;
    COLON = "E0042" "冒号写法不对" Error;
    SPECIAL_START = "E0043" "文字开头要加引号" Error;
    UNKNOWN_KEY = "E0050" "不认识的键" Error;
    DUPLICATE_KEY = "E0051" "重复的键" Error;
    MISSING_KEY = "E0052" "缺少必填的键" Error;
    NOT_MAP = "E0053" "应为一组键" Error;
    NOT_LIST = "E0054" "应为列表" Error;
    NOT_SCALAR = "E0055" "应为一个值" Error;
    CUT_BY_COMMENT = "W0056" "井号后面不打印" Warning waivable;
    ID_SHAPE = "E0102" "身份证号码位数不对" Error;
    ID_OLD = "E0103" "十五位身份证号码" Error;
    PRIVATE_USE = "E0203" "使用了自造字" Error;
    INVISIBLE = "W0204" "含有看不见的字符" Warning;
    NOT_DATE = "E0301" "日期写法不对" Error;
    NO_SUCH_DAY = "E0302" "没有这一天" Error;
    DAY_NEEDED = "E0303" "日期要写到日" Error;
    NOT_LISTED = "E0401" "不在所列的值内" Error;
    NOT_ETHNICITY = "E0402" "民族名称不对" Error;
    NOT_EDUCATION = "E0403" "学历名称不对" Error;
    NOT_INTEGER = "E0404" "应为整数" Error;
    NOT_AMOUNT = "E0405" "应为金额" Error;
    NOT_BOOLEAN = "E0406" "应为true或false" Error;
    UNFINISHED = "N0407" "肄业按低一级计" Notice waivable;
    UNCOUNTED_ETHNICITY = "W0408" "不计入少数民族" Warning waivable;
}

/// All rules in the order of their codes' numbers.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let families = FAMILIES.iter().copied().flatten();
    let mut rules: Vec<&Rule> = families.chain(OLD).copied().collect();
    rules.sort_by_key(|rule| &rule.code[1..]);
    rules
});

/// The rule of a code (in either case) or a Chinese name.
pub fn find(text: &str) -> Option<&'static Rule> {
    let is_it = |rule: &&Rule| rule.code.eq_ignore_ascii_case(text) || rule.name == text;
    RULES.iter().copied().find(is_it)
}
