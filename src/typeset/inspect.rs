//! One walk over the laid-out frames: which text stands in which cell, where,
//! in which size, and which glyphs are missing.

use std::collections::{BTreeMap, HashSet};

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::syntax::Span;
use typst::text::{Glyph, TextItem};
use typst::visualize::{Curve, CurveItem, Geometry, Shape};
use typst_layout::PagedDocument;

use crate::forms::Before;

/// Places may differ by so much, in mm.
pub const TOLERANCE: f64 = 0.3;
/// Glyphs that stand farther apart than so much of an em do so to fill up a line.
const STRETCHED: f64 = 0.02;
/// Han characters and marks are so wide at least, in em.
const FULL: f64 = 0.9;
/// Millimetres in a point.
pub const MM_PER_PT: f64 = 25.4 / 72.0;

/// Characters that PDF/A-2u has no place for.
const NOT_IN_PDF: [char; 4] = ['\0', '\u{feff}', '\u{fffe}', '\u{ffff}'];

/// The name of the block that says the usual sizes of values begins so.
const USUAL: &str = "字号:";
/// The name of the block of a page that stands on a layer begins so; then comes the
/// layer's key.
const LAYER: &str = "层:";
/// The name of the block of a page behind which a list goes on begins so; then comes the
/// number of the row with which it does.
const GOES_ON: &str = "续:";

/// All pages of an output, as laid out.
#[derive(Clone, Debug, Default)]
pub struct Inspected {
    /// The pages.
    pub pages: Vec<PageFrame>,
    /// The sizes in pt that values usually have, as the layout says: those of
    /// some cells by name, that of all others under an empty name.
    pub usual: BTreeMap<String, f64>,
    /// The row with which a list goes on behind these pages.
    pub next: Option<usize>,
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
    pub rules: Vec<Stroke>,
    /// Pictures.
    pub images: Vec<Picture>,
    /// The key of the layer that it stands on.
    pub layer: Option<String>,
}

impl PageFrame {
    /// Makes one cell of an empty one and of its value that is drawn over it.
    pub(super) fn unite_cells(&mut self) {
        let place = |cell: &Cell| {
            let (x, y, width, height) = cell.area;
            let hundredths = [x, y, width, height].map(|mm| (mm * 100.0).round() as i64);
            (cell.name.clone(), hundredths)
        };
        let filled = self.cells.iter().filter(|cell| !cell.text.is_empty());
        let filled: HashSet<_> = filled.map(place).collect();
        self.cells
            .retain(|cell| !cell.text.is_empty() || !filled.contains(&place(cell)));
    }
}

/// An upright box: x, y, width, height in mm.
pub type Area = (f64, f64, f64, f64);

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Where it stands, also where a part of it is cut off.
    pub area: Area,
    /// Its width and height in pixels.
    pub pixels: (f64, f64),
}

/// A named cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The key of its value.
    pub name: String,
    /// Where it stands.
    pub area: Area,
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
    /// The outermost one, where that is another.
    pub part: Option<String>,
    /// Whether a part of its box is cut off.
    pub cut: bool,
    /// Where the layout sets it.
    pub span: Span,
}

impl TextRun {
    /// The box of a run as the layouts set it, 0.88 em above the baseline and
    /// 0.12 below: left, top, right, bottom.
    pub fn bounds(&self) -> (f64, f64, f64, f64) {
        let em = self.size * MM_PER_PT;
        let (x, y) = self.origin;
        match self.turned {
            false => (x, y - 0.88 * em, x + self.width, y + 0.12 * em),
            true => (x - 0.12 * em, y, x + 0.88 * em, y + self.width),
        }
    }

    /// Whether its box stands within an area, but for a hair.
    pub fn is_within(&self, (x, y, width, height): Area) -> bool {
        let (left, top, right, bottom) = self.bounds();
        left >= x - TOLERANCE
            && top >= y - TOLERANCE
            && right <= x + width + TOLERANCE
            && bottom <= y + height + TOLERANCE
    }
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// From.
    pub start: (f64, f64),
    /// To.
    pub end: (f64, f64),
    /// Thickness in mm.
    pub thickness: f64,
}

impl Inspected {
    /// The whole text of each named cell: pieces on several pages follow one
    /// another.
    pub fn texts(&self) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::<String, String>::new();
        for cell in self.pages.iter().flat_map(|page| &page.cells) {
            let text = texts.entry(cell.name.clone()).or_default();
            text.push_str(&cell.text);
        }
        texts
    }

    /// Names the cells of a part of a list as they are called in the list.
    pub fn number_behind(&mut self, before: Before) {
        let rename = |name: &mut String| {
            if let Some(in_list) = before.in_list(name) {
                *name = in_list;
            }
        };
        for page in &mut self.pages {
            page.cells
                .iter_mut()
                .for_each(|cell| rename(&mut cell.name));
            for run in &mut page.texts {
                run.cell.iter_mut().chain(&mut run.part).for_each(rename);
            }
        }
        self.next = self.next.map(|next| next + before.rows);
    }

    /// The characters without a glyph, by the cell they stand in; those
    /// outside of cells under an empty name.
    pub fn missing_glyphs(&self) -> BTreeMap<String, Vec<char>> {
        let mut missing = BTreeMap::<String, Vec<char>>::new();
        let runs = self.pages.iter().flat_map(|page| &page.texts);
        for run in runs.filter(|run| !run.missing.is_empty()) {
            let of_cell = missing.entry(run.cell.clone().unwrap_or_default());
            of_cell.or_default().extend(&run.missing);
        }
        missing
    }
}

/// Walks over all pages.
pub fn inspect(document: &PagedDocument) -> Inspected {
    let mut inspected = Inspected::default();
    for page in document.pages() {
        let mut frame = PageFrame {
            size: (page.frame.width().to_mm(), page.frame.height().to_mm()),
            ..PageFrame::default()
        };
        let mut walk = Walk {
            page: &mut frame,
            usual: &mut inspected.usual,
            next: &mut inspected.next,
            open: Vec::new(),
            clips: Vec::new(),
        };
        walk.frame(&page.frame, Transform::identity());
        frame.unite_cells();
        inspected.pages.push(frame);
    }
    inspected
}

struct Walk<'a> {
    page: &'a mut PageFrame,
    usual: &'a mut BTreeMap<String, f64>,
    next: &'a mut Option<usize>,
    /// Indices of the named cells that are open, from the outermost.
    open: Vec<usize>,
    /// The boxes beyond which nothing is drawn.
    clips: Vec<Area>,
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, to_page: Transform) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.group(group, here),
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Shape(shape, _) => self.shape(shape, here),
                FrameItem::Image(image, size, _) => self.page.images.push(Picture {
                    area: area(*size, here),
                    pixels: (image.width(), image.height()),
                }),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn group(&mut self, group: &GroupItem, here: Transform) {
        let inner = here.pre_concat(group.transform);
        let (open, clips) = (self.open.len(), self.clips.len());
        self.clips
            .extend(group.clip.iter().map(|curve| hull(curve, inner)));
        if let Some(label) = group.label {
            self.named(&label.resolve(), area(group.frame.size(), inner));
        }
        self.frame(&group.frame, inner);
        self.open.truncate(open);
        self.clips.truncate(clips);
    }

    /// A block with a name begins: a cell, or what a layout says of its page.
    fn named(&mut self, name: &str, area: Area) {
        if let Some(sizes) = name.strip_prefix(USUAL) {
            self.usual.extend(usual_sizes(sizes));
        } else if let Some(row) = name.strip_prefix(GOES_ON) {
            *self.next = row.parse().ok();
        } else if let Some(key) = name.strip_prefix(LAYER) {
            self.page.layer = Some(key.to_owned());
        } else {
            self.open.push(self.page.cells.len());
            self.page.cells.push(Cell {
                name: name.to_owned(),
                area,
                text: String::new(),
            });
        }
    }

    fn text(&mut self, text: &TextItem, here: Transform) {
        // Line breaks made for long words stand in the text as zero-width spaces.
        let plain: String = text.text.chars().filter(|c| *c != '\u{200b}').collect();
        for cell in &self.open {
            self.page.cells[*cell].text.push_str(&plain);
        }
        let without = text.glyphs.iter().filter(|glyph| glyph.id == 0);
        let without = without
            .filter_map(|glyph| text.text.get(glyph.range())?.chars().next())
            .filter(|character| *character != '\u{200b}');
        let refused = plain.chars().filter(|one| NOT_IN_PDF.contains(one));
        let missing = without.chain(refused).collect();
        let named = |cell: &usize| self.page.cells[*cell].name.clone();
        let cell = self.open.last().map(named);
        let outermost = self.open.first().filter(|_| self.open.len() > 1);
        let first = text.glyphs.first();
        let mut run = TextRun {
            text: plain,
            origin: point(Point::zero(), here),
            width: (text.width() - stretched(text)).to_mm(),
            size: text.size.to_pt(),
            family: text.font.info().family.to_string(),
            missing,
            turned: here.kx.get() != 0.0,
            cell,
            part: outermost.map(named),
            cut: false,
            span: first.map_or(Span::detached(), |glyph| glyph.span.0),
        };
        run.cut = !self.clips.iter().all(|clip| run.is_within(*clip));
        self.page.texts.push(run);
    }

    fn shape(&mut self, shape: &Shape, here: Transform) {
        let corners = match shape.geometry {
            Geometry::Line(to) => vec![Point::zero(), to],
            Geometry::Rect(size) => {
                let (right, below) = (Point::with_x(size.x), Point::with_y(size.y));
                vec![Point::zero(), right, right + below, below, Point::zero()]
            }
            Geometry::Curve(_) => return,
        };
        let stroke = shape.stroke.as_ref();
        let thickness = stroke.map_or(0.0, |stroke| stroke.thickness.to_mm());
        let sides = corners.windows(2).map(|side| Stroke {
            start: point(side[0], here),
            end: point(side[1], here),
            thickness,
        });
        self.page.rules.extend(sides);
    }
}

/// The space behind the last glyph that only fills up a line: nothing is drawn in it. A
/// mark that ends a line has lost the empty half of its place, and may have got some back;
/// what is less than a whole em wide is kerned, and ends where it ends.
fn stretched(text: &TextItem) -> Abs {
    let more = |glyph: &Glyph| {
        let own = text.font.x_advance(glyph.id)?;
        match glyph.x_advance < own {
            true if own.get() < FULL => None,
            true => Some(glyph.x_advance - own / 2.0),
            false => Some(glyph.x_advance - own),
        }
    };
    let more = text.glyphs.last().and_then(more);
    let more = more.filter(|more| more.get() > STRETCHED);
    more.map_or(Abs::zero(), |more| more.at(text.size))
}

fn point(point: Point, transform: Transform) -> (f64, f64) {
    let moved = point.transform(transform);
    (moved.x.to_mm(), moved.y.to_mm())
}

/// The upright box around a (possibly turned) area.
fn area(size: Size, transform: Transform) -> Area {
    around([Point::zero(), size.to_point()], transform)
}

/// The upright box around a curve.
fn hull(curve: &Curve, transform: Transform) -> Area {
    let points = curve.0.iter().filter_map(|item| match item {
        CurveItem::Move(to) | CurveItem::Line(to) | CurveItem::Cubic(_, _, to) => Some(*to),
        CurveItem::Close => None,
    });
    around(points, transform)
}

fn around(points: impl IntoIterator<Item = Point>, transform: Transform) -> Area {
    let points = points.into_iter().map(|one| point(one, transform));
    let boxes = points.map(|(x, y)| (x, y, x, y));
    let (left, top, right, bottom) = boxes
        .reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))
        .unwrap_or_default();
    (left, top, right - left, bottom - top)
}

/// The usual sizes of values: `=12;填表人=10.5`.
fn usual_sizes(text: &str) -> impl Iterator<Item = (String, f64)> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    pairs.filter_map(|(cell, size)| Some((cell.to_owned(), size.parse().ok()?)))
}
