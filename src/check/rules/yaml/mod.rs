//! Family 00: what is no YAML that can be read.

pub mod indentation;
pub mod key_not_text;
pub mod malformed;
pub mod many_documents;
pub mod special_start;
pub mod stray_colon;
pub mod tab;
pub mod tag;
pub mod too_deep;
pub mod too_many_aliases;
pub mod too_much;
pub mod unclosed_bracket;
pub mod unclosed_quote;
pub mod wrong_colon;

use self::indentation::Indentation;
use self::too_much::TooMuch;
use self::wrong_colon::WrongColon;
use crate::check::Finding;
use crate::check::rule::registered;
use crate::load::YamlCause;

registered! {
    tab indentation unclosed_quote unclosed_bracket stray_colon too_many_aliases too_deep
    key_not_text tag many_documents malformed wrong_colon special_start too_much
}

impl From<YamlCause> for Finding {
    fn from(cause: YamlCause) -> Self {
        match cause {
            YamlCause::Tab => tab::Tab {}.into(),
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
            YamlCause::WideColon => WrongColon::Wide.into(),
            YamlCause::NoSpace => WrongColon::NoSpace.into(),
            YamlCause::SpecialStart(first) => special_start::SpecialStart { first }.into(),
        }
    }
}
