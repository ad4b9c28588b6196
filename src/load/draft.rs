//! A piece of a file while its slips are mended one after another, every byte with the
//! place that it comes from.

use std::ops::Range;

use super::replacement::Replacement;
use crate::model::node::Span;

/// A text that was made from parts of a file.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The text as it now is.
    pub text: String,
    /// What each byte stands for in the file.
    places: Vec<Span>,
    /// The place behind the last byte.
    end: usize,
}

impl Draft {
    /// Adds a part of the file that begins there.
    pub fn add(&mut self, part: &str, at: usize) {
        self.text.push_str(part);
        self.places
            .extend((at..at + part.len()).map(|at| Span::new(at, at + 1)));
        self.end = at + part.len();
    }

    /// Adds what does not stand in the file, before the place.
    pub fn fill(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        let here = Span::new(at, at);
        self.places.extend(std::iter::repeat_n(here, text.len()));
        self.end = at;
    }

    /// The place behind the last part.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Where a part of the draft stands in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        let place = |at: usize| self.places.get(at).map(|place| place.range());
        let start = place(range.start).map_or(self.end, |place| place.start);
        let last = range.end.checked_sub(1).filter(|last| *last >= range.start);
        let end = last.and_then(place).map_or(start, |place| place.end);
        Span::new(start, end.max(start))
    }

    /// Puts a text in the place of a part; what that changes in `file`, where it still stands
    /// there letter by letter.
    pub fn edit(&mut self, file: &str, range: Range<usize>, new: &str) -> Option<Replacement> {
        let place = self.span(range.clone());
        let written = self.text[range.clone()].to_owned();
        let stands = file.get(place.range()) == Some(&written);
        self.text.replace_range(range.clone(), new);
        self.places
            .splice(range, std::iter::repeat_n(place, new.len()));
        stands.then(|| Replacement {
            place,
            written,
            new: new.to_owned(),
        })
    }
}
