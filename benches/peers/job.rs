//! What a peer is given: the layout, the fonts, the data of each member.

use std::fs;
use std::io;
use std::path::Path;

use paicha::Project;
use paicha::forms::Form;
use paicha::publish::{Maker, Output};
use paicha::typeset::Assets;

/// A member's form, as every peer is given it.
pub struct Card {
    /// What the layout reads as `/data.json`.
    data: Vec<u8>,
    photo: Vec<u8>,
    /// What the file must show.
    pub name: String,
}

/// Everything that forms are made of, apart from the members.
pub struct Job<'a> {
    project: &'a Project,
    assets: &'a Assets,
    form: &'a Form,
    pub cards: Vec<Card>,
}

impl<'a> Job<'a> {
    /// The outputs of a form.
    pub fn of(
        project: &'a Project,
        assets: &'a Assets,
        form: &'a Form,
        outputs: &[Output],
    ) -> io::Result<Self> {
        let maker = Maker::of(project, assets);
        let card = |output: &Output| -> io::Result<Card> {
            let view = maker.view(output).expect("the data has no errors");
            let photo = view.photo.as_ref().expect("each member has a photo");
            Ok(Card {
                data: serde_json::to_vec(&view)?,
                photo: fs::read(project.workspace.files.root().join(photo))?,
                name: view.cells["姓名"].clone(),
            })
        };
        Ok(Self {
            project,
            assets,
            form,
            cards: outputs.iter().map(card).collect::<io::Result<_>>()?,
        })
    }

    /// The workspace.
    pub fn root(&self) -> &Path {
        self.project.workspace.files.root()
    }

    /// Writes every `parts`th card from `part` on, with all that it needs, into
    /// a folder, and gives the names of the files to be made of them.
    pub fn write(&self, folder: &Path, part: usize, parts: usize) -> io::Result<Vec<String>> {
        for (path, bytes) in self.project.layouts.iter() {
            write(&folder.join("layouts").join(path), bytes)?;
        }
        write(&folder.join("form.json"), &self.form.json)?;
        write(&folder.join("fonts.json"), &self.assets.fonts().json())?;
        // Pages as a whole, where a layout can also give layers of them.
        write(&folder.join("layer.json"), b"null")?;
        for kind in ["core", "rare"] {
            let from = root().join("fonts").join(kind);
            for entry in fs::read_dir(from)? {
                let entry = entry?;
                let to = folder.join("fonts").join(kind).join(entry.file_name());
                fs::create_dir_all(to.parent().expect("a file stands in a folder"))?;
                // A peer only reads them.
                fs::hard_link(entry.path(), &to)
                    .or_else(|_| fs::copy(entry.path(), to).map(drop))?;
            }
        }
        let numbered = self.cards.iter().enumerate().skip(part).step_by(parts);
        let files = numbered.map(|(number, card)| {
            let file = format!("{number:05}");
            let to = folder.join("members").join(&file);
            write(&to.with_extension("json"), &card.data)?;
            write(&to.with_extension("jpg"), &card.photo)?;
            Ok(file)
        });
        files.collect()
    }
}

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(path.parent().expect("a file stands in a folder"))?;
    fs::write(path, bytes)
}
