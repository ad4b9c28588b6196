//! How much the cells of a book take together.

use super::bounds::{self, Counted, Refusal};
use super::{Content, places};

/// What was taken so far.
#[derive(Debug, Default)]
pub struct Room {
    rows: usize,
    cells: usize,
    texts: usize,
}

impl Room {
    /// Counts a row in which something stands.
    pub fn row(&mut self) -> Result<(), Refusal> {
        self.rows += 1;
        Refusal::beyond(Counted::Rows, self.rows, bounds::FILLED)
    }

    /// Counts a cell of a sheet.
    pub fn cell(
        &mut self,
        sheet: &str,
        place: (u32, u32),
        content: &Content,
    ) -> Result<(), Refusal> {
        self.cells += 1;
        if let Content::Text(text) | Content::Date(text) | Content::Error(text) = content {
            self.texts += text.len();
            if text.chars().count() > bounds::TEXT {
                return Err(Refusal::long(sheet, place));
            }
        }
        match self.texts > bounds::TEXTS {
            true => Err(Refusal::LongTexts(bounds::TEXTS)),
            false => Refusal::beyond(Counted::Cells, self.cells, bounds::CELLS),
        }
    }
}

impl Refusal {
    /// A cell whose text is too long.
    pub fn long(sheet: &str, place: (u32, u32)) -> Self {
        Self::LongText(format!("{sheet}!{}", places::name(place)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_counted_for_each_cell() {
        let (mut room, long) = (Room::default(), "长".repeat(bounds::TEXT));
        let mut take = |text: &str| room.cell("名册", (1, 2), &Content::Text(text.to_owned()));
        for _ in 0..bounds::TEXTS / long.len() {
            assert_eq!(take(&long), Ok(()));
        }
        assert_eq!(take(&long), Err(Refusal::LongTexts(bounds::TEXTS)));
        let longer = long + "长";
        assert_eq!(take(&longer), Err(Refusal::LongText("名册!C2".to_owned())));
    }
}
