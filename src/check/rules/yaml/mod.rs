//! Family 00: what is no YAML that can be read.

pub mod as_it_should_read;
pub mod beside_quotes;
pub mod conflict;
pub mod escape;
pub mod indentation;
pub mod key_not_text;
pub mod malformed;
pub mod many_documents;
pub mod odd_character;
pub mod special_start;
pub mod stray_colon;
pub mod tab;
pub mod tag;
pub mod too_deep;
pub mod too_many_aliases;
pub mod too_much;
pub mod unclosed_bracket;
pub mod unclosed_quote;
pub mod wide_quotes;
pub mod wrong_colon;
pub mod wrong_mark;

use self::as_it_should_read::AsItShouldRead;
use self::beside_quotes::BesideQuotes;
use self::indentation::Indentation;
use self::too_much::TooMuch;
use self::wrong_colon::WrongColon;
use self::wrong_mark::WrongMark;
use crate::check::Finding;
use crate::check::rule::registered;
use crate::load::{TreeFault, YamlCause};

registered! {
    tab indentation unclosed_quote unclosed_bracket stray_colon too_many_aliases too_deep
    key_not_text tag many_documents malformed wrong_colon special_start too_much
    wide_quotes odd_character wrong_mark escape beside_quotes conflict
}

impl From<TreeFault> for Finding {
    fn from(fault: TreeFault) -> Self {
        let of = Self::from(fault.cause);
        let line = fault
            .mend
            .map(|mend| mend.line)
            .filter(|line| !line.is_empty());
        match line {
            Some(line) => AsItShouldRead { of, line }.into(),
            None => of,
        }
    }
}

impl From<YamlCause> for Finding {
    fn from(cause: YamlCause) -> Self {
        match cause {
            YamlCause::Odd(character) => odd_character::OddCharacter { character }.into(),
            YamlCause::Indent(character) => tab::Tab { character }.into(),
            YamlCause::Indentation => Indentation::Uneven.into(),
            YamlCause::TooFarIn => Indentation::TooFarIn.into(),
            YamlCause::UnclosedQuote => unclosed_quote::UnclosedQuote {}.into(),
            YamlCause::UnclosedBracket => unclosed_bracket::UnclosedBracket {}.into(),
            YamlCause::StrayColon => stray_colon::StrayColon {}.into(),
            YamlCause::TooManyAliases => too_many_aliases::TooManyAliases {}.into(),
            YamlCause::LongText(limit) => TooMuch::LongText(limit).into(),
            YamlCause::LongList(count, limit) => TooMuch::LongList(count, limit).into(),
            YamlCause::ManyKeys(limit) => TooMuch::ManyKeys(limit).into(),
            YamlCause::TooDeep => too_deep::TooDeep {}.into(),
            YamlCause::KeyNotText => key_not_text::KeyNotText {}.into(),
            YamlCause::Tag => tag::Tag {}.into(),
            YamlCause::ManyDocuments => many_documents::ManyDocuments {}.into(),
            YamlCause::Other(words) => malformed::Malformed { words }.into(),
            YamlCause::WideColon(colon) => WrongColon::Wide(colon).into(),
            YamlCause::NoColon => WrongColon::NoColon.into(),
            YamlCause::NoSpaceAfterDash => WrongMark::NoSpaceAfterDash.into(),
            YamlCause::WrongMark(found, usual) => WrongMark::Other(found, usual).into(),
            YamlCause::NoComma => WrongMark::NoComma.into(),
            YamlCause::SurplusBracket => WrongMark::Surplus.into(),
            YamlCause::NeedsQuotes(found) => WrongMark::NeedsQuotes(found).into(),
            YamlCause::WideQuotes => wide_quotes::WideQuotes {}.into(),
            YamlCause::InnerQuotes => BesideQuotes::Within.into(),
            YamlCause::TextAfter(end) => BesideQuotes::After(end).into(),
            YamlCause::Escape(character) => escape::Escape { character }.into(),
            YamlCause::Conflict { sides, .. } => conflict::Conflict { sides: *sides }.into(),
            YamlCause::NoSpace => WrongColon::NoSpace.into(),
            YamlCause::SpecialStart(first) => special_start::SpecialStart { first }.into(),
        }
    }
}
