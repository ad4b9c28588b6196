//! One walk over the laid-out frames: which text stands in which cell, where,
//! in which size, and which glyphs are missing.

use std::collections::BTreeMap;

use typst::layout::{Abs, Axes, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::Geometry;
use typst_layout::PagedDocument;

/// All pages of an output, as laid out.
#[derive(Clone, Debug, Default)]
pub struct Inspected {
    /// The pages.
    pub pages: Vec<PageFrame>,
}

/// A page. Places and sizes are in mm from its upper left corner.
#[derive(Clone, Debug, Default)]
pub struct PageFrame {
    /// Width and height.
    pub size: (f64, f64),
    /// The named cells in the order in which they are drawn.
    pub cells: Vec<Cell>,
    /// All texts, in the order in which they are drawn.
    pub texts: Vec<TextRun>,
    /// Straight lines and the sides of boxes.
    pub rules: Vec<Rule>,
    /// Boxes of pictures: x, y, width, height.
    pub images: Vec<(f64, f64, f64, f64)>,
}

/// A named cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The key of its value.
    pub name: String,
    /// x, y, width, height.
    pub area: (f64, f64, f64, f64),
    /// The text drawn in it.
    pub text: String,
}

/// A run of text in one font and size.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// The text.
    pub text: String,
    /// Start of the baseline.
    pub origin: (f64, f64),
    /// Width.
    pub width: f64,
    /// Size in pt.
    pub size: f64,
    /// Family of the font.
    pub family: String,
    /// Characters without a glyph.
    pub missing: Vec<char>,
    /// Whether the run is turned.
    pub turned: bool,
    /// The innermost named cell it stands in.
    pub cell: Option<String>,
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// From.
    pub start: (f64, f64),
    /// To.
    pub end: (f64, f64),
    /// Thickness in mm.
    pub thickness: f64,
}

/// Characters of a cell that no font has.
pub type MissingGlyphs = BTreeMap<String, Vec<char>>;

impl Inspected {
    /// The whole text of each named cell: pieces on several pages follow one
    /// another.
    pub fn texts(&self) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::<String, String>::new();
        for cell in self.pages.iter().flat_map(|page| &page.cells) {
            texts
                .entry(cell.name.clone())
                .or_default()
                .push_str(&cell.text);
        }
        texts
    }

    /// The characters without a glyph, by the cell they stand in; those
    /// outside of cells under an empty name.
    pub fn missing_glyphs(&self) -> MissingGlyphs {
        let mut missing = MissingGlyphs::new();
        for run in self.pages.iter().flat_map(|page| &page.texts) {
            if !run.missing.is_empty() {
                missing
                    .entry(run.cell.clone().unwrap_or_default())
                    .or_default()
                    .extend(&run.missing);
            }
        }
        missing
    }
}

/// Walks over all pages.
pub fn inspect(document: &PagedDocument) -> Inspected {
    let pages = document.pages().iter().map(|page| {
        let mut inspected = PageFrame {
            size: size(page.frame.size()),
            ..PageFrame::default()
        };
        let mut walk = Walk {
            page: &mut inspected,
            open: Vec::new(),
        };
        walk.frame(&page.frame, Transform::identity());
        inspected
    });
    Inspected {
        pages: pages.collect(),
    }
}

struct Walk<'a> {
    page: &'a mut PageFrame,
    /// Indices of the named cells that are open, from the outermost.
    open: Vec<usize>,
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, to_page: Transform) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.group(group, here),
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Shape(shape, _) => {
                    let thickness = shape
                        .stroke
                        .as_ref()
                        .map_or(0.0, |stroke| stroke.thickness.to_mm());
                    self.shape(&shape.geometry, thickness, here);
                }
                FrameItem::Image(_, size, _) => {
                    let ((x, y), (width, height)) = area(*size, here);
                    self.page.images.push((x, y, width, height));
                }
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn group(&mut self, group: &GroupItem, here: Transform) {
        let inner = here.pre_concat(group.transform);
        let Some(label) = group.label else {
            return self.frame(&group.frame, inner);
        };
        let ((x, y), (width, height)) = area(group.frame.size(), inner);
        self.page.cells.push(Cell {
            name: label.resolve().to_string(),
            area: (x, y, width, height),
            text: String::new(),
        });
        self.open.push(self.page.cells.len() - 1);
        self.frame(&group.frame, inner);
        self.open.pop();
    }

    fn text(&mut self, text: &TextItem, here: Transform) {
        // Line breaks made for long words stand in the text as zero-width spaces.
        let plain: String = text.text.chars().filter(|c| *c != '\u{200b}').collect();
        for cell in &self.open {
            self.page.cells[*cell].text.push_str(&plain);
        }
        let missing = text
            .glyphs
            .iter()
            .filter(|glyph| glyph.id == 0)
            .filter_map(|glyph| text.text.get(glyph.range())?.chars().next())
            .filter(|character| *character != '\u{200b}')
            .collect();
        self.page.texts.push(TextRun {
            text: plain,
            origin: point(Point::zero(), here),
            width: text.width().to_mm(),
            size: text.size.to_pt(),
            family: text.font.info().family.to_string(),
            missing,
            turned: here.kx.get() != 0.0,
            cell: self
                .open
                .last()
                .map(|cell| self.page.cells[*cell].name.clone()),
        });
    }

    fn shape(&mut self, geometry: &Geometry, thickness: f64, here: Transform) {
        let corners: Vec<Point> = match geometry {
            Geometry::Line(to) => vec![Point::zero(), *to],
            Geometry::Rect(size) => {
                let (x, y) = (size.x, size.y);
                [
                    (Abs::zero(), Abs::zero()),
                    (x, Abs::zero()),
                    (x, y),
                    (Abs::zero(), y),
                    (Abs::zero(), Abs::zero()),
                ]
                .map(|(x, y)| Point::new(x, y))
                .to_vec()
            }
            Geometry::Curve(_) => return,
        };
        for side in corners.windows(2) {
            let (start, end) = (point(side[0], here), point(side[1], here));
            self.page.rules.push(Rule {
                start,
                end,
                thickness,
            });
        }
    }
}

fn point(point: Point, transform: Transform) -> (f64, f64) {
    let moved = point.transform(transform);
    (moved.x.to_mm(), moved.y.to_mm())
}

/// The upright box around a (possibly turned) area.
fn area(size: Size, transform: Transform) -> ((f64, f64), (f64, f64)) {
    let a = point(Point::zero(), transform);
    let b = point(size.to_point(), transform);
    (
        (a.0.min(b.0), a.1.min(b.1)),
        ((a.0 - b.0).abs(), (a.1 - b.1).abs()),
    )
}

fn size(size: Axes<Abs>) -> (f64, f64) {
    (size.x.to_mm(), size.y.to_mm())
}
