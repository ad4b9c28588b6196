//! A sheet as it was found: whether it is taken, and what is hidden in it.

use std::collections::BTreeSet;

use super::draft::open;
use super::heads::Heads;
use super::mapping::{Decisions, Fault, FaultKind, LEAVE, Mapping, SHEETS, TAKE};
use super::sheet::{Sheet, letters};

/// A sheet as it was found.
#[derive(Debug)]
pub struct SheetSeen {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Whether there are heads in it.
    pub has_heads: bool,
    /// The columns of names, where rosters stand side by side: nothing is taken of these.
    pub side_by_side: Vec<String>,
    /// Whether it is taken; none where that is open.
    pub is_taken: Option<bool>,
    /// Hidden rows in which something stands, from 1.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns in which something stands, by their letters.
    pub hidden_columns: Vec<String>,
}

impl SheetSeen {
    /// What becomes of a sheet of a file: as was decided, else it is taken where it has heads
    /// and is not hidden.
    ///
    /// # Errors
    /// Where a decision stands in the mapping that cannot be.
    pub fn of(
        (file, sheet): (&str, &Sheet),
        heads: &[Heads],
        mapping: &Mapping,
        decisions: &mut Decisions,
    ) -> Result<Self, Fault> {
        // Nearly every book has a sheet of the same name.
        let of = format!("{file}!{}", sheet.name);
        let has_heads = !heads.is_empty();
        let is_taken = match mapping.get(SHEETS, &of, "") {
            Some((TAKE, _)) => Some(true),
            Some((LEAVE, _)) => Some(false),
            Some((other, span)) => {
                return Err(mapping.at(span, FaultKind::NotPurpose(other.to_owned())));
            }
            None if !has_heads => Some(false),
            None if sheet.is_hidden => None,
            None => Some(true),
        };
        let answer = match is_taken {
            Some(true) => TAKE.to_owned(),
            Some(false) => LEAVE.to_owned(),
            None => open(&[TAKE, LEAVE].map(str::to_owned)),
        };
        decisions.insert((SHEETS, of, String::new()), answer);
        let mut names = heads.iter().map(Heads::names);
        let rows: BTreeSet<u32> = sheet.hidden_rows.iter().copied().collect();
        let columns: BTreeSet<u32> = sheet.hidden_columns.iter().copied().collect();
        let is_used = |column: &u32| sheet.rows.iter().any(|row| row.get(*column).is_some());
        let used = sheet.rows.iter().map(|row| row.number);
        Ok(Self {
            name: sheet.name.clone(),
            is_hidden: sheet.is_hidden,
            has_heads,
            side_by_side: names.find(|names| names.len() > 1).unwrap_or_default(),
            is_taken: is_taken.map(|is_taken| is_taken && has_heads),
            hidden_rows: used
                .filter(|row| rows.contains(row))
                .map(|row| row + 1)
                .collect(),
            hidden_columns: columns.into_iter().filter(is_used).map(letters).collect(),
        })
    }

    /// Whether its rows are read.
    pub fn is_read(&self) -> bool {
        self.is_taken == Some(true) && self.side_by_side.is_empty()
    }

    /// Whether nothing about it is open, or cannot be read.
    pub fn is_settled(&self) -> bool {
        self.is_taken.is_some() && (self.is_read() || self.is_taken == Some(false))
    }
}
