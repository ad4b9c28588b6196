//! Some values come from a list: the remark of 附件2 and notes 4 to 6 of 附件3 of the
//! notice 会政办发〔2016〕34号, and the data format.

use crate::check::prelude::*;
use crate::model::nearest::near_values;

rule! {
    /// Not one of a list.
    enum NotListed = E0401 "不在所列的值内" Error;

    /// Not one of the program's words, which stand in their order.
    Given(text: String, words: &'static [&'static str])
        zh "“{text}”不在所列的值里" {
            let near = near(Lang::Zh, near_values(text, words.iter().copied()).pop());
            format!("{}可写：{}", near.unwrap_or_default(), words.join("、"))
        };
        en "“{text}” is not in the list" {
            let near = near(Lang::En, near_values(text, words.iter().copied()).pop());
            let near = near.map(|near| near + " ").unwrap_or_default();
            format!("{near}accepted: {}", words.join(", "))
        };
    /// Not one of the words that a form lists for an added key.
    Chosen(text: String, words: Vec<String>)
        zh "“{text}”不在可写的词里" { format!("可写：{}", words.join("、")) };
        en "“{text}” is none of the words" { format!("accepted: {}", words.join(", ")) };
}
