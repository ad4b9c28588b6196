//! From text to tokens.

use std::ops::Range;

use super::fault::{ExpressionFault, FaultKind};
use crate::derive::Certainty;
use crate::derive::value::{Type, Value};
use crate::model::date::PartialDate;
use crate::model::decimal::Decimal;
use crate::model::value::Scalar as _;

/// A token with its place.
pub type Placed = (Token, Range<usize>);

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A key, a fact, a function, a column.
    Name(String),
    /// A number, a date, a text in quotation marks, 真 or 假; its type.
    Constant(Value, Type),
    /// 且
    And,
    /// 或
    Or,
    /// 非
    Not,
    /// 在
    In,
    /// `=`, `!=`, `<`, `<=`, `>`, `>=`.
    Compare(Comparison),
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `[`
    OpenList,
    /// `]`
    CloseList,
    /// `,`
    Comma,
    /// `..`
    Range,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// Longer expressions are refused.
const LONGEST: usize = 4000;

/// Splits an expression into tokens.
pub fn tokens(text: &str) -> Result<Vec<Placed>, ExpressionFault> {
    if text.len() > LONGEST {
        return Err(FaultKind::TooLong.at(0..text.len()));
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        if character.is_whitespace() {
            at += character.len_utf8();
            continue;
        }
        let next = next(&text[at..]);
        let (token, length) = next.map_err(|kind| {
            let length = match &kind {
                FaultKind::NoDay(written) => written.len(),
                _ => character.len_utf8(),
            };
            kind.at(at..at + length)
        })?;
        tokens.push((token, at..at + length));
        at += length;
    }
    Ok(tokens)
}

/// The first token and its length in bytes.
fn next(text: &str) -> Result<(Token, usize), FaultKind> {
    const SIGNS: [(&str, Token); 22] = [
        ("..", Token::Range),
        ("!=", Token::Compare(Comparison::Unequal)),
        ("≠", Token::Compare(Comparison::Unequal)),
        ("<=", Token::Compare(Comparison::AtMost)),
        ("≤", Token::Compare(Comparison::AtMost)),
        (">=", Token::Compare(Comparison::AtLeast)),
        ("≥", Token::Compare(Comparison::AtLeast)),
        ("==", Token::Compare(Comparison::Equal)),
        ("=", Token::Compare(Comparison::Equal)),
        ("<", Token::Compare(Comparison::Less)),
        (">", Token::Compare(Comparison::More)),
        ("+", Token::Plus),
        ("-", Token::Minus),
        ("(", Token::Open),
        ("（", Token::Open),
        (")", Token::Close),
        ("）", Token::Close),
        ("[", Token::OpenList),
        ("]", Token::CloseList),
        (",", Token::Comma),
        ("，", Token::Comma),
        ("、", Token::Comma),
    ];
    let sign = SIGNS.iter().find(|(sign, _)| text.starts_with(sign));
    if let Some((sign, token)) = sign {
        return Ok((token.clone(), sign.len()));
    }
    let first = text.chars().next().ok_or(FaultKind::End)?;
    match first {
        '"' | '“' | '`' => {
            let close = if first == '“' { '”' } else { first };
            let inside = text[first.len_utf8()..].split_once(close);
            let (inside, rest) = inside.ok_or(FaultKind::OpenText)?;
            let token = match first {
                '`' => Token::Name(inside.to_owned()),
                _ => Token::Constant(Value::Text(inside.to_owned(), None), Type::Text(&[])),
            };
            Ok((token, text.len() - rest.len()))
        }
        '0'..='9' => number(text),
        _ if first.is_alphabetic() => Ok(word(text)),
        _ => Err(FaultKind::Character(first)),
    }
}

/// A number, or a date: 2016-03-15, 2016-03.
fn number(text: &str) -> Result<(Token, usize), FaultKind> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    // Behind the four digits of a year, month and day.
    let goes_on = |rest: &str| rest.strip_prefix('-').is_some_and(|rest| digits(rest) == 2);
    let mut date = whole;
    while whole == 4 && date < "2016-03-15".len() && goes_on(&text[date..]) {
        date += "-03".len();
    }
    if date > whole {
        let written = &text[..date];
        let date = PartialDate::read(written);
        let date = date.map_err(|_| FaultKind::NoDay(written.to_owned()))?;
        let date = Token::Constant(Value::Date(date), Type::Date);
        return Ok((date, written.len()));
    }
    let fraction = match text[whole..].strip_prefix('.') {
        Some(rest) if digits(rest) > 0 => 1 + digits(rest),
        _ => 0,
    };
    let written = &text[..whole + fraction];
    let number = Decimal::read(written);
    let number = number.ok_or_else(|| FaultKind::Unexpected(written.to_owned()))?;
    let number = Token::Constant(Value::number(number), Type::Number);
    Ok((number, written.len()))
}

/// A name, or a word of the language. Names may hold the marks of routes and of
/// columns: 流动.流出日期, 年龄/35岁及以下, QQ号码或微信号.
fn word(text: &str) -> (Token, usize) {
    let inside = |(at, c): &(usize, char)| {
        let is_mark = matches!(c, '/' | '_') || *c == '.' && !text[*at..].starts_with("..");
        c.is_alphanumeric() || is_mark
    };
    let end = text.char_indices().find(|place| !inside(place));
    let end = end.map_or(text.len(), |(at, _)| at);
    let token = match &text[..end] {
        "且" | "and" => Token::And,
        "或" | "or" => Token::Or,
        "非" | "not" => Token::Not,
        "在" | "in" => Token::In,
        "真" | "是" | "true" => Token::Constant(Value::Flag(Certainty::Yes), Type::Flag),
        "假" | "否" | "false" => Token::Constant(Value::Flag(Certainty::No), Type::Flag),
        name => Token::Name(name.to_owned()),
    };
    (token, end)
}
