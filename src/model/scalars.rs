//! Scalars without a module of their own: text, whole numbers, money, booleans.

use super::decimal::Decimal;
use super::meaning::{Kind, Meaning};
use super::value::{Reason, Scalar, Value};

/// Text that means nothing but itself.
pub type Text = Option<Value<Line>>;
/// The same, on as many lines as it likes.
pub type Prose = Option<Value<Lines>>;

/// Text on one line, which means nothing but itself.
#[derive(Clone, Copy, Debug)]
pub struct Line;

impl Scalar for Line {
    fn read(_: &str) -> Result<Self, Reason> {
        Ok(Self)
    }
}

/// An expression, or what else is written in words with spaces between them.
#[derive(Clone, Copy, Debug)]
pub struct Formula;

impl Scalar for Formula {
    const HAS_LINES: bool = true;
    const HAS_SPACES: bool = true;

    fn read(_: &str) -> Result<Self, Reason> {
        Ok(Self)
    }
}

/// Text that may have several lines.
#[derive(Clone, Copy, Debug)]
pub struct Lines;

impl Scalar for Lines {
    const HAS_LINES: bool = true;

    fn read(_: &str) -> Result<Self, Reason> {
        Ok(Self)
    }
}

impl Scalar for i32 {
    const KIND: Kind = Kind::Number;

    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Number(Decimal::from(*self))
    }

    fn read(text: &str) -> Result<Self, Reason> {
        let text: String = text.chars().map(super::date::half_width).collect();
        text.parse().map_err(|_| Reason::NotInteger)
    }

    fn spelled(&self, text: &str) -> Option<String> {
        Some(text.chars().map(super::date::half_width).collect())
    }
}

/// The booleans of the core schema of YAML 1.2, and 是 and 否, 有 and 无; `yes` or `on`
/// are text.
impl Scalar for bool {
    const KIND: Kind = Kind::Flag;

    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Flag(*self)
    }

    fn read(text: &str) -> Result<Self, Reason> {
        match text {
            "true" | "True" | "TRUE" | "是" | "有" => Ok(true),
            "false" | "False" | "FALSE" | "否" | "无" => Ok(false),
            _ => Err(Reason::NotBoolean),
        }
    }

    fn spelled(&self, _: &str) -> Option<String> {
        Some(self.to_string())
    }
}

/// An amount of money in fen (1/100 yuan).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// Fen.
    pub fen: i64,
}

impl Scalar for Amount {
    const KIND: Kind = Kind::Number;

    fn meaning(&self, _: &str) -> Meaning {
        Meaning::Number(Decimal::of_hundredths(self.fen))
    }

    fn read(text: &str) -> Result<Self, Reason> {
        let text: String = text.chars().map(super::date::half_width).collect();
        let (yuan, fen) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let shape = !yuan.is_empty() && yuan.len() <= 12 && digits(yuan) && digits(fen);
        if !shape || fen.len() > 2 || text.ends_with('.') {
            return Err(Reason::NotAmount);
        }
        let number = |part: &str| part.parse::<i64>().map_err(|_| Reason::NotAmount);
        Ok(Self {
            fen: number(yuan)? * 100 + number(&format!("{fen:0<2}"))?,
        })
    }

    fn spelled(&self, text: &str) -> Option<String> {
        Some(text.chars().map(super::date::half_width).collect())
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.fen / 100, self.fen % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts() {
        for (text, fen) in [
            ("35.00", 3500),
            ("35", 3500),
            ("0.2", 20),
            ("３５．５", 3550),
        ] {
            assert_eq!(Amount::read(text), Ok(Amount { fen }), "{text}");
        }
        for text in ["", "35.", ".5", "1e3", "-3", "35.001", "35元", "1,000"] {
            assert_eq!(Amount::read(text), Err(Reason::NotAmount), "{text}");
        }
        assert_eq!(Amount { fen: 20 }.to_string(), "0.20");
    }

    #[test]
    fn booleans_are_those_of_yaml_1_2_and_of_clerks() {
        for text in ["true", "是", "有"] {
            assert_eq!(bool::read(text), Ok(true), "{text}");
        }
        for text in ["false", "否", "无"] {
            assert_eq!(bool::read(text), Ok(false), "{text}");
        }
        for text in ["yes", "no", "on", "off", "不是", "没有", "y", "1"] {
            assert_eq!(bool::read(text), Err(Reason::NotBoolean), "{text}");
        }
    }
}
