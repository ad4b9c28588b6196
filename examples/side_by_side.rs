//! Pictures of the pages of two builds, each page beside itself:
//! `cargo run --release --example side_by_side -- BEFORE AFTER PICTURES`, folders as `out/`
//! is one. A page that only one of them has stands alone.

use std::path::Path;
use std::{env, fs, io};

use image::{GrayImage, Luma, imageops};
use paicha::typeset::png;
use walkdir::WalkDir;

/// As a page is looked at for print.
const DPI: f32 = 150.0;
/// Between the two, in dots.
const GAP: u32 = 12;

/// The pages of a PDF; none where it is not there.
fn pages(path: &Path) -> io::Result<Vec<GrayImage>> {
    let Ok(bytes) = fs::read(path) else {
        return Ok(Vec::new());
    };
    let pictures = png(bytes, DPI)?.into_iter();
    let read = |png: Vec<u8>| image::load_from_memory(&png).map_err(io::Error::other);
    pictures.map(|png| Ok(read(png)?.to_luma8())).collect()
}

fn beside(before: Option<&GrayImage>, after: Option<&GrayImage>) -> GrayImage {
    let both = || before.into_iter().chain(after);
    let width = both().map(GrayImage::width).sum::<u32>() + GAP;
    let height = both().map(GrayImage::height).max().unwrap_or(1);
    let mut picture = GrayImage::from_pixel(width, height, Luma([128]));
    let mut left = 0;
    for page in both() {
        imageops::replace(&mut picture, page, left, 0);
        left += i64::from(page.width() + GAP);
    }
    picture
}

fn main() -> io::Result<()> {
    let folders: Vec<String> = env::args().skip(1).collect();
    let [before, after, pictures] = &folders[..] else {
        return Err(io::Error::other("three folders: before, after, pictures"));
    };
    fs::create_dir_all(pictures)?;
    for entry in WalkDir::new(after).sort_by_file_name() {
        let entry = entry?;
        if entry
            .path()
            .extension()
            .is_none_or(|extension| extension != "pdf")
        {
            continue;
        }
        let path = entry.path().strip_prefix(after).map_err(io::Error::other)?;
        let (old, new) = (pages(&Path::new(before).join(path))?, pages(entry.path())?);
        let name = path.with_extension("").to_string_lossy().replace('/', "_");
        for page in 0..old.len().max(new.len()) {
            let picture = beside(old.get(page), new.get(page));
            let file = Path::new(pictures).join(format!("{name}-{}.png", page + 1));
            picture.save(file).map_err(io::Error::other)?;
        }
    }
    Ok(())
}
