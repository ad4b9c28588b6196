//! All rules with their codes. The hundreds are the family: 00 files and keys,
//! 01 ID numbers, 03 dates, 04 codes and values, 06 lost members, 07
//! dispositions, 08 photos, 09 organisations and the round, 10 tables, 11
//! forms and pages.

use super::diagnostic::Finding;
use crate::load::{PathFaultKind, PhotoFault, SourceFault, YamlCause};
use crate::model::problem::Fault;
use crate::model::value::Reason;
use crate::tabulate::relations::Relation;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The page would be wrong.
    Error,
    /// The page may be wrong.
    Warning,
    /// Good to know.
    Notice,
}

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable code.
    pub code: &'static str,
    /// Its Chinese name.
    pub name: &'static str,
    /// How bad a finding of it is.
    pub severity: Severity,
    /// Whether 豁免 can waive it: faults of form cannot be waived.
    pub waivable: bool,
}

macro_rules! rules {
    ($( $constant:ident = $code:literal $name:literal $severity:ident $($waivable:ident)? ; )*) => {
        $(
            #[doc = $name]
            pub static $constant: Rule = Rule {
                code: $code,
                name: $name,
                severity: Severity::$severity,
                waivable: rules!(@waivable $($waivable)?),
            };
        )*
        /// All rules in the order of their codes' numbers.
        pub static RULES: &[&Rule] = &[$(&$constant),*];
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
    NOT_DATE = "E0301" "日期写法不对" Error;
    NO_SUCH_DAY = "E0302" "没有这一天" Error;
    DAY_NEEDED = "E0303" "日期要写到日" Error;
    UNDECIDED = "E0304" "日期太粗无法归类" Error;
    BOTH_READINGS = "W0305" "日期太粗打印两种读数" Warning waivable;
    NOT_LISTED = "E0401" "不在所列的值内" Error;
    NOT_ETHNICITY = "E0402" "民族名称不对" Error;
    NOT_EDUCATION = "E0403" "学历名称不对" Error;
    NOT_INTEGER = "E0404" "应为整数" Error;
    NOT_AMOUNT = "E0405" "应为金额" Error;
    NOT_BOOLEAN = "E0406" "应为true或false" Error;
    UNFINISHED = "N0407" "肄业按低一级计" Notice waivable;
    UNCOUNTED_ETHNICITY = "W0408" "不计入少数民族" Warning waivable;
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
    PHOTO_MISSING = "E0801" "照片不存在" Error;
    PHOTO_OUTSIDE = "E0802" "照片不在组织文件夹内" Error;
    PHOTO_NOT_IMAGE = "E0803" "照片不是图片" Error;
    NO_CLASS = "E0901" "党支部缺少类别" Error;
    UNKNOWN_FORM = "E0902" "没有这张表" Error;
    REPORTED = "E0903" "上报数字与表式不符" Error;
    REPORTED_DAY = "W0904" "上报数字的填表日期不同" Warning;
    CHECKSUM = "E0905" "上报数字的校验和不符" Error;
    RELATION = "E1001" "表间关系不平" Error;
    WITHIN_ROLL = "W1002" "失联人数多于在册人数" Warning;
    FORM = "E1101" "表式文件有误" Error;
    MISSING_GLYPH = "E1102" "没有字形" Error;
}

impl Finding {
    /// The rule that a finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Path(kind) => of_path(kind),
            Self::Source(fault) => of_source(fault),
            Self::Yaml(cause) => of_yaml(cause),
            Self::Key(fault) => of_key(fault),
            Self::Photo(PhotoFault::Missing, _) => &PHOTO_MISSING,
            Self::Photo(PhotoFault::Outside, _) => &PHOTO_OUTSIDE,
            Self::Photo(PhotoFault::NotImage, _) => &PHOTO_NOT_IMAGE,
            Self::Unfinished(_) => &UNFINISHED,
            Self::UncountedEthnicity(_) => &UNCOUNTED_ETHNICITY,
            Self::NoLastContact => &NO_LAST_CONTACT,
            Self::NoFoundDate => &NO_FOUND_DATE,
            Self::StillSearching { over: true, .. } => &STILL_SEARCHING,
            Self::StillSearching { over: false, .. } => &SEARCHING,
            Self::NoOccupation => &NO_OCCUPATION,
            Self::NoReason => &NO_REASON,
            Self::InNoRegister => &IN_NO_REGISTER,
            Self::LostDuringSearch => &LOST_DURING_SEARCH,
            Self::LateDisposition => &LATE_DISPOSITION,
            Self::DispositionOutside => &DISPOSITION_OUTSIDE,
            Self::Undecided { missing: true, .. } => &MISSING_VALUE,
            Self::Undecided { missing: false, .. } => &UNDECIDED,
            Self::BothReadings { .. } => &BOTH_READINGS,
            Self::NoClass => &NO_CLASS,
            Self::UnknownForm { .. } => &UNKNOWN_FORM,
            Self::Reported(..) => &REPORTED,
            Self::ReportedDay => &REPORTED_DAY,
            Self::Checksum => &CHECKSUM,
            Self::Relation { broken, .. } => match broken.relation {
                Relation::CountWithinRoll => &WITHIN_ROLL,
                _ => &RELATION,
            },
            Self::Form(_) => &FORM,
            Self::MissingGlyph { .. } => &MISSING_GLYPH,
        }
    }
}

fn of_path(kind: &PathFaultKind) -> &'static Rule {
    match kind {
        PathFaultKind::NoData => &NO_DATA,
        PathFaultKind::NoRound => &NO_ROUND,
        PathFaultKind::SecondRound => &SECOND_ROUND,
        PathFaultKind::NoOrganisation => &NO_ORGANISATION,
        PathFaultKind::OrganisationMissing => &ORGANISATION_MISSING,
        PathFaultKind::MembersAndFigures => &MEMBERS_AND_FIGURES,
        PathFaultKind::BelowMembers => &BELOW_MEMBERS,
        PathFaultKind::Extension => &EXTENSION,
        PathFaultKind::Stray => &STRAY,
        PathFaultKind::NotRead => &NOT_READ,
        PathFaultKind::LinkLoop => &LINK_LOOP,
        PathFaultKind::Name => &FILE_NAME,
        PathFaultKind::Unreadable(_) => &UNREADABLE,
    }
}

fn of_source(fault: &SourceFault) -> &'static Rule {
    match fault {
        SourceFault::Unreadable(_) => &UNREADABLE,
        SourceFault::TooLarge(_) => &TOO_LARGE,
        SourceFault::NotUtf8 { .. } | SourceFault::Utf16 => &NOT_UTF8,
        SourceFault::Empty => &EMPTY,
        SourceFault::ByteOrderMark => &BYTE_ORDER_MARK,
        SourceFault::CarriageReturn(_) => &CARRIAGE_RETURN,
    }
}

fn of_yaml(cause: &YamlCause) -> &'static Rule {
    match cause {
        YamlCause::Tab => &TAB,
        YamlCause::Indentation | YamlCause::TooFarIn => &INDENTATION,
        YamlCause::UnclosedQuote => &UNCLOSED_QUOTE,
        YamlCause::UnclosedBracket => &UNCLOSED_BRACKET,
        YamlCause::StrayColon => &STRAY_COLON,
        YamlCause::WideColon | YamlCause::NoSpace => &COLON,
        YamlCause::SpecialStart(_) => &SPECIAL_START,
        YamlCause::TooManyAliases => &ALIASES,
        YamlCause::TooDeep => &TOO_DEEP,
        YamlCause::KeyNotText => &KEY_NOT_TEXT,
        YamlCause::Tag => &TAG,
        YamlCause::ManyDocuments => &MANY_DOCUMENTS,
        YamlCause::Other(_) => &YAML,
    }
}

fn of_key(fault: &Fault) -> &'static Rule {
    let reason = match fault {
        Fault::UnknownKey { .. } => return &UNKNOWN_KEY,
        Fault::DuplicateKey { .. } => return &DUPLICATE_KEY,
        Fault::MissingKey { .. } => return &MISSING_KEY,
        Fault::NotMap => return &NOT_MAP,
        Fault::NotList => return &NOT_LIST,
        Fault::CutByComment { .. } => return &CUT_BY_COMMENT,
        Fault::BadValue { reason, .. } => reason,
    };
    match reason {
        Reason::NotScalar => &NOT_SCALAR,
        Reason::NotDate => &NOT_DATE,
        Reason::NoSuchDay => &NO_SUCH_DAY,
        Reason::DayNeeded => &DAY_NEEDED,
        Reason::NotInteger => &NOT_INTEGER,
        Reason::NotAmount => &NOT_AMOUNT,
        Reason::NotBoolean => &NOT_BOOLEAN,
        Reason::NotListed(_) => &NOT_LISTED,
        Reason::NotIdNumber => &ID_SHAPE,
        Reason::OldIdNumber(_) => &ID_OLD,
        Reason::NotEthnicity => &NOT_ETHNICITY,
        Reason::NotEducation => &NOT_EDUCATION,
    }
}
