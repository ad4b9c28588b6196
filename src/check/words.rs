//! What the words of several rules share.

use chrono::{Datelike as _, NaiveDate};

use super::rule::Lang;

/// A day in Chinese.
pub fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// What may be meant.
pub fn near(lang: Lang, near: Option<&str>) -> Option<String> {
    near.map(|near| match lang {
        Lang::Zh => format!("是不是“{near}”？"),
        Lang::En => format!("did you mean “{near}”?"),
    })
}

/// Any of several that may be meant.
pub fn near_ones(lang: Lang, near: &[impl AsRef<str>]) -> String {
    let near: Vec<String> = near
        .iter()
        .map(|one| format!("“{}”", one.as_ref()))
        .collect();
    match lang {
        Lang::Zh => format!("是不是{}？", joined(lang, &near)),
        Lang::En => format!("did you mean {}?", joined(lang, &near)),
    }
}

/// One of several.
pub fn joined(lang: Lang, some: &[String]) -> String {
    some.join(match lang {
        Lang::Zh => "或",
        Lang::En => " or ",
    })
}

/// The words of each kind, in Chinese and in English.
macro_rules! words {
    (match $kind:ident, $lang:ident { $($pattern:pat => $zh:literal $en:literal)* }) => {
        match ($kind, $lang) {
            $(
                #[allow(unused_variables)]
                ($pattern, $crate::check::Lang::Zh) => format!($zh),
                #[allow(unused_variables)]
                ($pattern, $crate::check::Lang::En) => format!($en),
            )*
        }
    };
}
pub(crate) use words;
