//! Some values come from a list: the remark of 附件2 and notes 4 to 6 of 附件3 of the
//! notice 会政办发〔2016〕34号, and the data format.

use crate::check::prelude::*;
use crate::model::other_words::meant;

rule! {
    /// Not one of a list.
    enum NotListed = E0401 "不在所列的值内" Error;

    /// Not one of the program's words, which stand in their order.
    Given(text: String, words: &'static [&'static str])
        zh "“{text}”不在所列的值里" {
            format!("{}可写：{}", meant_by(text, words, Lang::Zh), words.join("、"))
        };
        en "“{text}” is not in the list" {
            format!("{}accepted: {}", meant_by(text, words, Lang::En), words.join(", "))
        };
    /// Not one of the words that a form lists for an added key.
    Chosen(text: String, words: Vec<String>)
        zh "“{text}”不在可写的词里" { format!("可写：{}", words.join("、")) };
        en "“{text}” is none of the words" { format!("accepted: {}", words.join(", ")) };
}

/// The values that may be meant, as a question before the list.
fn meant_by(text: &str, words: &'static [&'static str], lang: Lang) -> String {
    match (&meant(text, words)[..], lang) {
        ([], _) => String::new(),
        (near, Lang::Zh) => near_ones(lang, near),
        (near, Lang::En) => near_ones(lang, near) + " ",
    }
}
