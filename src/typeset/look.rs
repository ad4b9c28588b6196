//! What is drawn on a page, in one number: two pages with the same look the same. Names of
//! cells and places in layouts are no part of it.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst::utils::hash128;
use typst_layout::Page;

/// The look of a page.
pub type Look = u128;

/// The look of a page as it was laid out.
pub fn look(page: &Page) -> Look {
    hash128(&(&page.fill, Drawn(&page.frame)))
}

/// The look of a page over a layer.
pub fn over(layer: Look, values: Look) -> Look {
    hash128(&(layer, values))
}

struct Drawn<'a>(&'a Frame);

impl Hash for Drawn<'_> {
    fn hash<H: Hasher>(&self, hash: &mut H) {
        self.0.size().hash(hash);
        for (position, item) in self.0.items() {
            match item {
                FrameItem::Tag(_) | FrameItem::Link(..) => continue,
                FrameItem::Group(group) => {
                    (group.transform, &group.clip, Drawn(&group.frame)).hash(hash);
                }
                FrameItem::Text(text) => of_text(text, hash),
                FrameItem::Shape(shape, _) => shape.hash(hash),
                FrameItem::Image(image, size, _) => (image, size).hash(hash),
            }
            position.hash(hash);
        }
    }
}

fn of_text(text: &TextItem, hash: &mut impl Hasher) {
    (&text.font, text.size, &text.fill, &text.stroke).hash(hash);
    for glyph in &text.glyphs {
        glyph.id.hash(hash);
        [
            glyph.x_advance,
            glyph.x_offset,
            glyph.y_advance,
            glyph.y_offset,
        ]
        .hash(hash);
    }
}
