//! 民族: the 56 names of GB/T 3304.

use super::meaning::{Kind, Meaning};
use super::value::{Reason, Scalar};

/// The names without 族, in the order of GB/T 3304.
const NAMES: [&str; 56] = [
    "汉",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
];

/// A person's nationality as registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ethnicity {
    /// One of the 56, by its place in GB/T 3304.
    Named(usize),
    /// 未识别民族.
    Unrecognised,
    /// 外国血统中国籍人士.
    ForeignDescent,
}

impl Ethnicity {
    /// Counted under 少数民族: one of the 55 that are not 汉.
    pub fn is_minority(self) -> bool {
        matches!(self, Self::Named(index) if index > 0)
    }

    /// All names, as printed.
    pub fn names() -> impl Iterator<Item = String> {
        let named = (0..NAMES.len()).map(Self::Named);
        named
            .chain([Self::Unrecognised, Self::ForeignDescent])
            .map(Self::name)
    }

    /// As printed: 汉族.
    pub fn name(self) -> String {
        match self {
            Self::Named(index) => format!("{}族", NAMES[index]),
            Self::Unrecognised => "未识别民族".to_owned(),
            Self::ForeignDescent => "外国血统中国籍".to_owned(),
        }
    }
}

impl Scalar for Ethnicity {
    const KIND: Kind = Kind::People;

    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Text(self.name())
    }

    fn read(text: &str) -> Result<Self, Reason> {
        match text {
            "未识别民族" | "未识别" => return Ok(Self::Unrecognised),
            "外国血统中国籍" | "外国血统中国籍人士" => {
                return Ok(Self::ForeignDescent);
            }
            _ => {}
        }
        let bare = text.strip_suffix('族').unwrap_or(text);
        let index = NAMES.iter().position(|name| *name == bare);
        index.map(Self::Named).ok_or(Reason::NotEthnicity)
    }

    fn spelled(&self, _: &str) -> Option<String> {
        Some(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_or_without_the_suffix() {
        assert_eq!(Ethnicity::read("汉"), Ethnicity::read("汉族"));
        assert!(Ethnicity::read("东乡族").is_ok_and(Ethnicity::is_minority));
        assert!(Ethnicity::read("汉族").is_ok_and(|it| !it.is_minority()));
        assert!(Ethnicity::read("未识别民族").is_ok_and(|it| !it.is_minority()));
        assert_eq!(Ethnicity::read("汉人"), Err(Reason::NotEthnicity));
    }
}
