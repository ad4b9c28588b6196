//! 学历: one table of the ways levels of education are written.

use super::value::{Reason, Scalar};

/// Levels from the lowest to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// No schooling.
    Illiterate,
    /// 小学
    Primary,
    /// 初中
    Junior,
    /// 高中, 中专, 职高, 技校
    Senior,
    /// 大专
    College,
    /// 大学本科
    Bachelor,
    /// 研究生
    Graduate,
}

const ALIASES: &[(Level, &[&str])] = &[
    (
        Level::Graduate,
        &[
            "研究生",
            "硕士研究生",
            "博士研究生",
            "硕士",
            "博士",
            "博士后",
            "在职研究生",
            "党校研究生",
            "研究生班",
        ],
    ),
    (
        Level::Bachelor,
        &[
            "大学本科",
            "本科",
            "大学",
            "在职大学",
            "党校大学",
            "党校本科",
            "大学普通班",
        ],
    ),
    (
        Level::College,
        &[
            "大专",
            "专科",
            "大学专科",
            "高职",
            "高等职业教育",
            "在职大专",
            "党校大专",
            "党校专科",
        ],
    ),
    (
        Level::Senior,
        &[
            "高中",
            "中专",
            "职高",
            "技校",
            "职业高中",
            "中等专科",
            "中等职业教育",
            "中师",
            "中技",
            "党校中专",
        ],
    ),
    (Level::Junior, &["初中", "初级中学"]),
    (Level::Primary, &["小学"]),
    (Level::Illiterate, &["文盲", "半文盲", "文盲或半文盲"]),
];

/// A level of education as given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Education {
    /// The level that counts: one down where the school was not finished.
    pub level: Level,
    /// 肄业: the school was left without a certificate.
    pub unfinished: bool,
}

/// The three columns of 附件6 (GB/T 4658 in three classes).
pub const CLASSES: [&str; 3] = ["初中及以下", "高中、中专", "大学专科及以上"];

impl Education {
    /// Whether there is no higher level.
    pub fn is_highest(&self) -> bool {
        self.level == Level::Graduate
    }

    /// The words of all levels, but for what may stand around them.
    pub fn words() -> impl Iterator<Item = &'static str> {
        ALIASES.iter().flat_map(|(_, words)| words.iter().copied())
    }

    /// The column of 附件6.
    pub fn class(self) -> &'static str {
        match self.level {
            Level::Illiterate | Level::Primary | Level::Junior => CLASSES[0],
            Level::Senior => CLASSES[1],
            Level::College | Level::Bachelor | Level::Graduate => CLASSES[2],
        }
    }
}

impl Level {
    fn one_down(self) -> Self {
        match self {
            Self::Graduate => Self::Bachelor,
            Self::Bachelor => Self::College,
            Self::College => Self::Senior,
            Self::Senior => Self::Junior,
            Self::Junior => Self::Primary,
            Self::Primary | Self::Illiterate => Self::Illiterate,
        }
    }
}

impl Scalar for Education {
    fn read(text: &str) -> Result<Self, Reason> {
        let text: String = text
            .chars()
            .filter(|c| !matches!(c, '（' | '）' | '(' | ')' | ' '))
            .collect();
        let (bare, unfinished) = match text.strip_suffix("肄业") {
            Some(bare) => (bare, true),
            None => (text.as_str(), false),
        };
        let bare = bare
            .strip_suffix("毕业")
            .or(bare.strip_suffix("学历"))
            .unwrap_or(bare);
        let bare = ["中央", "省委", "市委"]
            .iter()
            .find_map(|p| bare.strip_prefix(p))
            .unwrap_or(bare);
        let (level, _) = ALIASES
            .iter()
            .find(|(_, words)| words.contains(&bare))
            .ok_or(Reason::NotEducation)?;
        Ok(Self {
            level: if unfinished { level.one_down() } else { *level },
            unfinished,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // domain.md section 7: the three columns, and 肄业 one level down.
    #[test]
    fn classes() {
        for (text, class) in [
            ("研究生", "大学专科及以上"),
            ("硕士研究生", "大学专科及以上"),
            ("大学", "大学专科及以上"),
            ("大学本科", "大学专科及以上"),
            ("本科", "大学专科及以上"),
            ("大专", "大学专科及以上"),
            ("专科", "大学专科及以上"),
            ("中专", "高中、中专"),
            ("职高", "高中、中专"),
            ("技校", "高中、中专"),
            ("高中", "高中、中专"),
            ("初中", "初中及以下"),
            ("小学", "初中及以下"),
            ("文盲", "初中及以下"),
            ("大专肄业", "高中、中专"),
            ("本科肄业", "大学专科及以上"),
            ("高中（肄业）", "初中及以下"),
            ("中央党校大学", "大学专科及以上"),
            ("高中毕业", "高中、中专"),
        ] {
            assert_eq!(
                Education::read(text).map(Education::class),
                Ok(class),
                "{text}"
            );
        }
        assert_eq!(Education::read("自学"), Err(Reason::NotEducation));
        assert!(Education::read("研究生肄业").is_ok_and(|e| e.level == Level::Bachelor));
    }
}
