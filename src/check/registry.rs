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
    UNDECIDED = "E0304" "日期太粗无法归类" Error;
    BOTH_READINGS = "W0305" "日期太粗打印两种读数" Warning waivable;
    MISSING_VALUE = "E0409" "缺少归类所需的值" Error;
    NO_LAST_CONTACT = "E0601" "缺少最后联系日期" Error;
    NO_FOUND_DATE = "E0602" "缺少取得联系日期" Error;
    STILL_SEARCHING = "E0603" "查找结束后仍写查找中" Error;
    SEARCHING = "W0604" "尚在查找" Warning waivable;
    NO_OCCUPATION = "E0605" "失联党员缺少职业" Error;
    NO_REASON = "E0606" "其他情形未注明原因" Error waivable;
    IN_NO_REGISTER = "W0607" "失联但不在任何登记表" Warning waivable;
    LOST_DURING_SEARCH = "W0608" "查找期间才满六个月" Warning waivable;
    LATE_DISPOSITION = "W0701" "处置晚于填表日期" Warning waivable;
    DISPOSITION_OUTSIDE = "W0702" "处置不属失联党员" Warning waivable;
    NOT_ADMISSIBLE = "E0703" "处置不适用" Error waivable;
    NOT_GROUNDED = "W0704" "处置缺少依据" Warning waivable;
    MAIN = "E0705" "主要处置不明" Error;
    OTHER_RECOMMENDED = "N0706" "与建议的处置不同" Notice waivable;
    PENDING = "N0707" "待处置" Notice waivable;
    NO_CLASS = "E0901" "党支部缺少类别" Error;
    UNKNOWN_FORM = "E0902" "没有这张表" Error;
    REPORTED = "E0903" "上报数字与表式不符" Error;
    REPORTED_DAY = "W0904" "上报数字的填表日期不同" Warning;
    CHECKSUM = "E0905" "上报数字的校验和不符" Error;
    NAME_TWICE = "W0906" "组织名称重复" Warning;
    TELEPHONE = "W0907" "电话号码不合格式" Warning;
    POSTCODE = "W0908" "邮编不是六位数字" Warning;
    ROUND_DAYS = "E0911" "排查日期先后颠倒" Error;
    STAGE_DAYS = "E0912" "阶段起止颠倒" Error;
    STAGE_ORDER = "W0913" "阶段先后不对" Warning;
    RELATION = "E1001" "表间关系不平" Error;
    WITHIN_ROLL = "W1002" "失联人数多于在册人数" Warning;
    OWN_RELATION = "E1121" "自定的关系不成立" Error;
    OWN_WARNING = "W1122" "自定的关系值得核对" Warning;
    WAIVER_UNKNOWN = "W1701" "豁免的规则不存在" Warning;
    WAIVER_UNUSED = "W1702" "豁免没有用到" Warning;
    WAIVER_REFUSED = "W1703" "规则不能豁免" Warning;
    LEVEL_UNKNOWN = "E1711" "paicha.yaml的规则不存在" Error;
    LEVEL_REFUSED = "E1712" "规则的级别不能降低" Error;
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
