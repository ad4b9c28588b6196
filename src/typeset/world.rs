//! What Typst sees: layouts, fonts and the data of one output. No clock, no
//! packages, no other file.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World, WorldExt as _};

use super::faults::TypesetFault;
use super::fonts::Fonts;
use super::layers::Layers;
use crate::check::At;
use crate::forms::LayoutFiles;
use crate::model::node::Span;

/// What all outputs share.
pub struct Assets {
    library: LazyHash<Library>,
    fonts: Arc<Fonts>,
    layouts: LayoutFiles,
    /// The layouts that are code.
    sources: HashMap<FileId, Source>,
    /// The layouts, and the chains of fonts, `/fonts.json`.
    files: HashMap<FileId, Bytes>,
    /// The layers of all outputs.
    pub(super) layers: Layers,
}

/// The world of one output: the names of its files are always the same, only
/// their bytes differ.
#[derive(Clone)]
pub struct PageWorld<'a> {
    pub(super) assets: &'a Assets,
    pub(super) main: FileId,
    pub(super) form: Bytes,
    data: Bytes,
    photo: Option<Bytes>,
    /// `/layer.json`: none, pages as a whole; `""`, the values; a key, that layer.
    layer: Option<String>,
}

impl Assets {
    /// The layouts below `/layouts/` and the fonts built in.
    pub fn new(layouts: &LayoutFiles) -> Self {
        Self::with_fonts(layouts, Arc::new(Fonts::of(&[])))
    }

    /// The layouts below `/layouts/` and fonts.
    pub fn with_fonts(layouts: &LayoutFiles, fonts: Arc<Fonts>) -> Self {
        let mut sources = HashMap::new();
        let mut files = HashMap::from([(file_id("/fonts.json"), Bytes::new(fonts.json()))]);
        for (path, bytes) in layouts.iter() {
            let id = file_id(&format!("/layouts/{path}"));
            if let (true, Ok(text)) = (path.ends_with(".typ"), std::str::from_utf8(bytes)) {
                sources.insert(id, Source::new(id, text.to_owned()));
            }
            files.insert(id, Bytes::new(Arc::clone(bytes)));
        }
        Self {
            library: LazyHash::new(Library::default()),
            fonts,
            layouts: layouts.clone(),
            sources,
            files,
            layers: Layers::default(),
        }
    }

    /// The same fonts with other layouts.
    pub fn with_layouts(&self, layouts: &LayoutFiles) -> Self {
        Self::with_fonts(layouts, Arc::clone(&self.fonts))
    }

    /// How many pages could not be laid over the layer that they have, so far. They are
    /// made whole, which is right but slow: there should be none.
    pub fn refused_pages(&self) -> usize {
        self.layers.refused()
    }

    /// Counts pages of a list that could not be laid out part by part.
    pub fn refuse_pages(&self, pages: usize) {
        self.layers.refuse(pages);
    }

    /// The fonts that pages may be set in, with the chain of each role.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The files of the layouts.
    pub fn layouts(&self) -> &LayoutFiles {
        &self.layouts
    }

    /// The world of one output of the layout at `main` below `layouts/`.
    pub fn world(
        &self,
        main: &str,
        form: Arc<[u8]>,
        data: Vec<u8>,
        photo: Option<Vec<u8>>,
    ) -> PageWorld<'_> {
        PageWorld {
            assets: self,
            main: file_id(&format!("/layouts/{main}")),
            form: Bytes::new(form),
            data: Bytes::new(data),
            photo: photo.map(Bytes::new),
            layer: None,
        }
    }
}

impl PageWorld<'_> {
    /// The values of the same output alone, where its layout has layers.
    pub(super) fn values(&self) -> Self {
        Self {
            layer: Some(String::new()),
            ..self.clone()
        }
    }

    /// The same output with another photo.
    pub fn with_photo(&self, photo: &'static [u8]) -> Self {
        Self {
            photo: Some(Bytes::new(photo)),
            ..self.clone()
        }
    }

    /// A layer of the same layout.
    pub(super) fn layer(&self, key: &str) -> Self {
        Self {
            data: Bytes::from_string("{}"),
            photo: None,
            layer: Some(key.to_owned()),
            ..self.clone()
        }
    }
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path)
        .unwrap_or_else(|_| VirtualPath::new("/").expect("the root is a path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for PageWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.assets.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.assets.fonts.store.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.assets.sources.get(&id).cloned();
        source.ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let own = match id.vpath().get_with_slash() {
            "/form.json" => Some(&self.form),
            "/data.json" => Some(&self.data),
            "/photo" => self.photo.as_ref(),
            "/layer.json" => {
                let json = serde_json::to_vec(&self.layer).expect("a text is JSON");
                return Ok(Bytes::new(json));
            }
            _ => self.assets.files.get(&id),
        };
        own.cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.assets.fonts.store.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}

impl PageWorld<'_> {
    /// The file and the place in it of a piece of a layout.
    pub fn place(&self, span: impl Into<DiagSpan>) -> Option<(PathBuf, At)> {
        let span = span.into();
        let path = span.id()?.get().vpath().get_without_slash().to_owned();
        let at = self.range(span).map_or(At::File, |range| {
            At::Span(Span::new(range.start, range.end))
        });
        Some((PathBuf::from(path), at))
    }

    /// Typst's errors as faults of the layout, at their places.
    pub fn faults(&self, errors: &[SourceDiagnostic]) -> Vec<TypesetFault> {
        let fault = |error: &SourceDiagnostic| {
            let place = self.place(error.span);
            let (path, at) = place.unwrap_or_else(|| (PathBuf::from("layouts"), At::File));
            let hints = error.hints.iter().map(|hint| hint.v.as_str());
            let words = std::iter::once(error.message.as_str()).chain(hints);
            let words = words.collect::<Vec<_>>().join("; ");
            TypesetFault { path, at, words }
        };
        errors.iter().map(fault).collect()
    }
}
