//! A digest of what a page prints: its texts by cell, its day, its photo. Layouts, fonts and
//! the program are no part of it: the same data gives the same digest with others.
//!
//! What is printed is hashed as a whole, together with the form and the path of the output: so
//! no digest is one of a number alone.

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};

use super::cells::item;
use super::list::List;
use super::stamp::LENGTH;
use super::view::View;
use crate::load::hexadecimal;

/// What an output prints.
#[derive(Clone, Copy)]
pub struct Printed<'a> {
    /// The form's id.
    pub form: &'a str,
    /// Path below `out/`.
    pub path: &'a str,
    /// The day on which the form is filled in.
    pub day: NaiveDate,
    /// The texts; rows of registers may be in it, or not.
    pub view: &'a View,
    /// The rows of registers.
    pub lists: &'a [List],
    /// SHA-256 of the photo.
    pub photo: Option<&'a [u8; 32]>,
}

impl Printed<'_> {
    /// The digest.
    pub fn digest(&self) -> String {
        let view = self.view;
        let mut hash = Fields(Sha256::new());
        hash.text(self.form);
        hash.text(self.path);
        hash.text(&self.day.to_string());
        hash.0.update([u8::from(view.blank), u8::from(view.sealed)]);
        hash.all(self.photo.into_iter(), |hash, photo| hash.0.update(photo));
        // Rows are hashed as they stand in lists: a view has them all, or a part of them.
        let is_own = |name: &str| !self.lists.iter().any(|list| list.is_its(name));
        let cells = view.cells.iter().filter(|(name, _)| match item(name) {
            Some((list, ..)) => is_own(list),
            None => true,
        });
        hash.all(cells, |hash, (name, text)| {
            hash.text(name);
            hash.text(text);
        });
        let counts = view.counts.iter().filter(|(list, _)| is_own(list));
        hash.all(counts, |hash, (list, count)| {
            hash.text(list);
            hash.text(&count.to_string());
        });
        hash.all(view.parts.iter(), |hash, part| {
            hash.text(part.kind);
            hash.text(&part.text());
        });
        hash.all(self.lists.iter(), |hash, list| {
            hash.all(0..list.len(), |hash, row| {
                hash.all(list.group_at(row).into_iter(), Fields::text);
                hash.all(list.texts_of(row), |hash, (name, text)| {
                    hash.text(name);
                    hash.text(&text);
                });
            });
        });
        let whole = hexadecimal(&hash.0.finalize());
        whole[..LENGTH].to_owned()
    }
}

/// Fields one behind the other, none of which can go on in the next.
struct Fields(Sha256);

impl Fields {
    fn text(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    /// All of a kind, each in its way, and the end of them.
    fn all<T>(&mut self, items: impl Iterator<Item = T>, add: impl Fn(&mut Self, T)) {
        for item in items {
            self.0.update([1]);
            add(self, item);
        }
        self.0.update([0]);
    }
}
