//! What an output is made of, in one number: if it is the same, so is the output.

use sha2::{Digest as _, Sha256};

use super::build::Making;
use super::keyed::is_in_pieces;
use super::make::Given;
use super::plan::Output;
use crate::PROGRAM;
use crate::forms::{Catalogue, Form, LayoutFiles, Scope, View};
use crate::load::{Revision, hexadecimal};
use crate::model::handle::{ById, FormId};
use crate::settle::state_within;
use crate::typeset::fonts::FontPlace;
use crate::typeset::{Assets, Fonts};

/// The parts of keys that all outputs of a form share: the program, the layouts
/// that the form can read, its declaration, the fonts.
pub struct Keys(ById<FormId, String>);

impl Keys {
    /// The keys for the forms of a catalogue.
    pub fn of(catalogue: &Catalogue, assets: &Assets) -> Self {
        let fonts = of_fonts(assets.fonts());
        let key = |form: &Form| {
            let folder = format!("{}/", form.folder);
            let is_read = |path: &str| path.starts_with("lib/") || path.starts_with(&folder);
            let mut hash = Sha256::new_with_prefix(PROGRAM);
            hash.update(&fonts);
            hash.update(&form.json);
            hash.update(form.layout());
            add_layouts(&mut hash, assets.layouts(), is_read);
            hexadecimal(&hash.finalize())
        };
        Self(catalogue.forms.values().map(key).collect())
    }

    /// What all outputs of a form share.
    pub fn of_form(&self, form: FormId) -> &str {
        &self.0[form]
    }

    /// The key of an output: what its form shares, its path and day, what it says of itself,
    /// what its layout is given, its photo.
    pub fn key(&self, output: &Output, given: &Given, photo: Option<&[u8; 32]>) -> String {
        let mut hash = Sha256::new_with_prefix(&self.0[output.form]);
        hash.update(&output.path);
        hash.update(given.day.to_string());
        hash.update(&given.keywords);
        hash.update(given.data.len().to_le_bytes());
        hash.update(&given.data);
        if let Some(digest) = photo {
            hash.update(digest);
        }
        hexadecimal(&hash.finalize())
    }

    /// The key of a list over branches: what its form shares, its path, and a hash of all
    /// that the branches follow from, so that their members need not be read for it; none
    /// for other outputs.
    pub fn of_list(&self, making: &Making<'_>, output: &Output) -> Option<String> {
        let project = making.project;
        let pieces = project.catalogue.forms[output.form].pieces();
        let is_list = is_in_pieces(&project.catalogue.forms[output.form]);
        let (unit, source) = (output.unit.filter(|_| is_list)?, project.source());
        let state = state_within(source, unit, making.shared)?;
        let mut hash = Sha256::new_with_prefix(&self.0[output.form]);
        hash.update(&output.path);
        hash.update(state);
        // Figures that were handed up are no part of it.
        let is_table = |form: &&Form| form.declaration.scope == Scope::Organisation;
        for table in pieces.iter().filter(is_table) {
            hash.update(serde_json::to_vec(&View::of(source, table, unit, None)?).ok()?);
        }
        Some(hexadecimal(&hash.finalize()))
    }
}

/// A hash of all that outputs are made of beside data: program, layouts, fonts.
pub fn shared(layouts: &LayoutFiles, fonts: &Fonts) -> String {
    let mut hash = Sha256::new_with_prefix(PROGRAM);
    hash.update(of_fonts(fonts));
    add_layouts(&mut hash, layouts, |_| true);
    hexadecimal(&hash.finalize())
}

/// The same where outputs tell a revision.
pub fn shared_at(shared: String, revision: Option<&Revision>) -> String {
    match revision {
        Some(revision) => format!("{shared} {} {}", revision.commit, revision.is_changed),
        None => shared,
    }
}

fn add_layouts(hash: &mut Sha256, layouts: &LayoutFiles, is_meant: impl Fn(&str) -> bool) {
    for (path, bytes) in layouts.iter().filter(|(path, _)| is_meant(path)) {
        hash.update(path);
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
}

/// The chains of fonts, and the users' fonts letter by letter.
fn of_fonts(fonts: &Fonts) -> Vec<u8> {
    let mut hash = Sha256::new_with_prefix(fonts.json());
    for face in fonts.faces() {
        // Others are of the program, and not opened for this.
        if let FontPlace::User(_) = face.place
            && let Some(font) = face.font()
        {
            hash.update(font.data());
        }
    }
    hash.finalize().to_vec()
}
