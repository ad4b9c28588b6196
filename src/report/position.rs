//! Places as people count them: lines and columns from 1, columns in
//! characters.

use std::path::Path;

use crate::check::At;
use crate::forms::files::built_in;
use crate::model::node::line_column;

/// A line and a column from 1.
pub type LineColumn = (usize, usize);

/// The text of a file of the workspace; of a layout that it does not have, the one
/// built in. Empty where there is none.
pub fn text_of(root: &Path, path: &Path) -> String {
    std::fs::read_to_string(root.join(path))
        .ok()
        .or_else(|| built_in(path).map(str::to_owned))
        .unwrap_or_default()
}

/// Where a place begins and ends in a text.
pub fn of(text: &str, at: At) -> (LineColumn, LineColumn) {
    match at {
        At::File => ((1, 1), (1, 1)),
        At::LineColumn(line, column) => {
            let place = (line as usize, column as usize);
            (place, place)
        }
        At::Span(span) => {
            let range = span.range();
            (line_column(text, range.start), line_column(text, range.end))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::node::Span;

    #[test]
    fn columns_count_characters() {
        let text = "姓名: 张\n性别: 男\n";
        let start = text.find('男').expect("given");
        assert_eq!(
            of(text, At::Span(Span::new(start, start + 3))),
            ((2, 5), (2, 6))
        );
    }
}
