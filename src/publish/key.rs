//! What an output is made of, in one number: if it is the same, so is the output.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::plan::Output;
use crate::PROGRAM;
use crate::forms::{Catalogue, Form, LayoutFiles};
use crate::load::hexadecimal;
use crate::typeset::fonts::Place;
use crate::typeset::{Assets, Fonts};

/// The parts of keys that all outputs of a form share: the program, the layouts
/// that the form can read, its declaration, the fonts.
pub struct Keys {
    by_form: HashMap<String, String>,
}

impl Keys {
    /// The keys for the forms of a catalogue.
    pub fn of(catalogue: &Catalogue, assets: &Assets) -> Self {
        let fonts = of_fonts(assets.fonts());
        let key = |form: &Form| {
            let mut hash = Sha256::new();
            hash.update(PROGRAM);
            hash.update(&fonts);
            hash.update(&form.json);
            hash.update(form.layout());
            for (path, bytes) in assets.layouts().iter() {
                if path.starts_with("lib/") || path.starts_with(&format!("{}/", form.folder)) {
                    hash.update(path);
                    hash.update(bytes.len().to_le_bytes());
                    hash.update(bytes);
                }
            }
            (form.id().to_owned(), hexadecimal(&hash.finalize()))
        };
        Self {
            by_form: catalogue.forms.iter().map(key).collect(),
        }
    }

    /// The key of an output: what its form shares, its path and day, what its
    /// layout is given.
    pub fn key(
        &self,
        form: &Form,
        output: &Output,
        day: chrono::NaiveDate,
        data: &[u8],
        photo: Option<&[u8]>,
    ) -> String {
        let mut hash = Sha256::new();
        let shared = self.by_form.get(form.id());
        hash.update(shared.map_or("", String::as_str));
        hash.update(&output.path);
        hash.update(day.to_string());
        hash.update(data.len().to_le_bytes());
        hash.update(data);
        hash.update(photo.unwrap_or_default());
        hexadecimal(&hash.finalize())
    }
}

/// A hash of all that outputs are made of beside data: program, layouts, fonts.
pub fn shared(layouts: &LayoutFiles, fonts: &Fonts) -> String {
    let mut hash = Sha256::new();
    hash.update(PROGRAM);
    hash.update(of_fonts(fonts));
    for (path, bytes) in layouts.iter() {
        hash.update(path);
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    hexadecimal(&hash.finalize())
}

/// The chains of fonts, and the users' fonts letter by letter.
fn of_fonts(fonts: &Fonts) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(fonts.json());
    for face in fonts.faces() {
        if matches!(face.place, Place::User(_)) {
            hash.update(face.font.data());
        }
    }
    hash.finalize().to_vec()
}
