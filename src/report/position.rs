//! Places as people count them: lines and columns from 1, columns in
//! characters.

use std::ops::Range;
use std::path::Path;

use crate::check::At;
use crate::forms::files::built_in;
use crate::load::{Files, MAX_BYTES, decoded};

/// A line and a column from 1.
pub type LineColumn = (usize, usize);

/// A text that is asked for many places.
#[derive(Debug, Default)]
pub struct Lines {
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
    /// Characters before each piece of so many bytes.
    before: Vec<usize>,
}

/// Bytes of a piece whose characters are counted.
const PIECE: usize = 1 << 10;

/// Excerpts are no longer than this, in bytes.
const EXCERPT: usize = 16 << 10;

impl Lines {
    /// Counts the lines of a text.
    pub fn of(text: String) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let pieces = text.as_bytes().chunks(PIECE);
        let before = pieces.scan(0, |count, piece| {
            let before = *count;
            *count += characters(piece);
            Some(before)
        });
        Self {
            starts: std::iter::once(0).chain(ends).collect(),
            before: before.collect(),
            text,
        }
    }

    /// The text of a file of the workspace; of a layout that it does not have, the one
    /// built in. Empty where there is none, or what there is cannot be read.
    pub fn of_file(files: &Files, path: &Path) -> Self {
        let bytes = files.read(path, MAX_BYTES).ok();
        let text = bytes.and_then(|bytes| decoded(&bytes).ok());
        let text = text.map(|read| read.text);
        let text = text.or_else(|| built_in(path).map(str::to_owned));
        Self::of(text.unwrap_or_default())
    }

    /// The text that places are asked of.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a place begins and ends.
    pub fn place(&self, at: At) -> (LineColumn, LineColumn) {
        match at {
            At::File => ((1, 1), (1, 1)),
            At::LineColumn(line, column) => {
                let place = (line as usize, column as usize);
                (place, place)
            }
            At::Span(span) => (
                self.line_column(span.range().start),
                self.line_column(span.range().end),
            ),
        }
    }

    fn line_column(&self, at: usize) -> LineColumn {
        let at = at.min(self.text.len());
        let line = self.line(at);
        let column = self.characters_before(at) - self.characters_before(self.starts[line]);
        (line + 1, column + 1)
    }

    /// The line of a byte, from 0.
    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at) - 1
    }

    fn characters_before(&self, at: usize) -> usize {
        let piece = at / PIECE;
        let before = self.before.get(piece).copied().unwrap_or_default();
        before + characters(&self.text.as_bytes()[piece * PIECE..at])
    }

    /// The lines that hold some bytes, the number of the first, from 1, and where the
    /// bytes are within; none where these are none of the text, or too long to be shown.
    pub fn excerpt(&self, range: Range<usize>) -> Option<(&str, usize, Range<usize>)> {
        self.text.get(range.clone())?;
        let line = self.line(range.start);
        let start = self.starts[line];
        let rest = &self.text[range.end..];
        let end = range.end + rest.find('\n').map_or(rest.len(), |end| end + 1);
        let within = range.start - start..range.end - start;
        (end - start <= EXCERPT).then(|| (&self.text[start..end], line + 1, within))
    }
}

/// The characters that begin within some bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    let begins = |byte: &&u8| (**byte as i8) >= -0x40;
    bytes.iter().filter(begins).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::node::{Span, line_column};

    #[test]
    fn columns_count_characters() {
        let text = "姓名: 张\n性别: 男\n";
        let start = text.find('男').expect("given");
        let lines = Lines::of(text.to_owned());
        let place = lines.place(At::Span(Span::new(start, start + 3)));
        assert_eq!(place, ((2, 5), (2, 6)));
    }

    #[test]
    fn long_lines_are_counted_like_short_ones() {
        let text = format!("{}\n{}\na", "张a".repeat(2000), "国".repeat(3000));
        let lines = Lines::of(text.clone());
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(lines.line_column(at), line_column(&text, at), "{at}");
        }
    }
}
