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
