//! What an edit does, for people and for programs.

mod html;
mod json;
mod lines;
mod markdown;
mod outputs;
mod sections;
mod text;

use crate::review::Review;

use super::Lang;
use super::hidden::Hidden;

/// What is told of a review.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// What is different.
    pub review: &'a Review,
    /// How the states are called: that of the work tree is empty.
    pub between: [&'a str; 2],
    /// The language.
    pub lang: Lang,
    /// Whether numbers and addresses of persons are told as they are.
    pub unmasked: bool,
}

/// How a state is called for people.
pub fn named_state(name: &str, lang: Lang) -> &str {
    match name {
        "" => lang.pick("工作区", "work tree"),
        "--staged" => lang.pick("已暂存的内容", "what is staged"),
        name => name,
    }
}

impl Telling<'_> {
    fn hidden(&self) -> Hidden {
        Hidden {
            unmasked: self.unmasked,
        }
    }
}
