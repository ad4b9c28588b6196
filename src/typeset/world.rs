//! What Typst sees: layouts, fonts and the data of one output. No clock, no
//! packages, no other file.

use std::collections::HashMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::fonts::Fonts;
use super::layers::Layers;
use crate::forms::LayoutFiles;

/// What all outputs share.
pub struct Assets {
    library: LazyHash<Library>,
    fonts: Arc<Fonts>,
    /// The chains of fonts, `/fonts.json`.
    chains: Bytes,
    layouts: LayoutFiles,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    names: FileNames,
    layers: Layers,
}

/// The virtual files of an output.
#[derive(Clone, Copy)]
struct FileNames {
    fonts: FileId,
    form: FileId,
    data: FileId,
    photo: FileId,
    layer: FileId,
}

/// The world of one output: the names of its files are always the same, only
/// their bytes differ.
pub struct PageWorld<'a> {
    assets: &'a Assets,
    main: FileId,
    form: Bytes,
    data: Bytes,
    photo: Option<Bytes>,
    /// `/layer.json`: none, pages as a whole; `""`, the values; a key, that layer.
    layer: Option<String>,
}

impl Assets {
    /// The layouts below `/layouts/` and the fonts built in.
    pub fn new(layouts: &LayoutFiles) -> Self {
        Self::with_fonts(layouts, Arc::new(Fonts::built_in()))
    }

    /// The layouts below `/layouts/` and fonts.
    pub fn with_fonts(layouts: &LayoutFiles, fonts: Arc<Fonts>) -> Self {
        let mut assets = Self {
            library: LazyHash::new(Library::default()),
            chains: Bytes::new(fonts.json()),
            fonts,
            layouts: layouts.clone(),
            sources: HashMap::new(),
            files: HashMap::new(),
            layers: Layers::default(),
            names: FileNames {
                fonts: file_id("/fonts.json"),
                form: file_id("/form.json"),
                data: file_id("/data.json"),
                photo: file_id("/photo"),
                layer: file_id("/layer.json"),
            },
        };
        for (path, bytes) in layouts.iter() {
            let id = file_id(&format!("/layouts/{path}"));
            match (path.ends_with(".typ"), std::str::from_utf8(bytes)) {
                (true, Ok(text)) => {
                    assets.sources.insert(id, Source::new(id, text.to_owned()));
                }
                _ => {
                    assets.files.insert(id, Bytes::new(Arc::clone(bytes)));
                }
            }
        }
        assets
    }

    /// The fonts.
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

impl<'a> PageWorld<'a> {
    /// The values of the same output alone, where its layout has layers.
    pub(super) fn values(&self) -> Self {
        self.asking(self.data.clone(), self.photo.clone(), "")
    }

    /// A layer of the same layout.
    pub(super) fn layer(&self, key: &str) -> Self {
        self.asking(Bytes::from_string("{}"), None, key)
    }

    fn asking(&self, data: Bytes, photo: Option<Bytes>, layer: &str) -> Self {
        Self {
            assets: self.assets,
            main: self.main,
            form: self.form.clone(),
            data,
            photo,
            layer: Some(layer.to_owned()),
        }
    }

    /// The layers of all outputs.
    pub(super) fn layers(&self) -> &'a Layers {
        &self.assets.layers
    }

    /// What a layer of this layout depends on beside its key.
    pub(super) fn layout(&self) -> (FileId, Bytes) {
        (self.main, self.form.clone())
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
        self.assets.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.assets
            .sources
            .get(&id)
            .cloned()
            .ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.assets.names.layer {
            let json = serde_json::to_vec(&self.layer).expect("a text is JSON");
            return Ok(Bytes::new(json));
        }
        let own = match id {
            id if id == self.assets.names.fonts => Some(&self.assets.chains),
            id if id == self.assets.names.form => Some(&self.form),
            id if id == self.assets.names.data => Some(&self.data),
            id if id == self.assets.names.photo => self.photo.as_ref(),
            id => self.assets.files.get(&id),
        };
        match (own, self.assets.sources.get(&id)) {
            (Some(bytes), _) => Ok(bytes.clone()),
            (None, Some(source)) => Ok(Bytes::from_string(source.clone())),
            (None, None) => Err(not_found(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.assets.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}
