//! One walk over the laid-out frames: which text stands in which cell, where,
//! in which size, and which glyphs are missing.

use std::collections::{BTreeMap, HashSet};

use typst::layout::{Abs, Axes, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::syntax::Span;
use typst::text::TextItem;
use typst::visualize::{Curve, CurveItem, Geometry, Image};
use typst_layout::PagedDocument;

/// Places may differ by so much, in mm.
pub const TOLERANCE: f64 = 0.3;
/// Millimetres in a point.
pub const MM_PER_PT: f64 = 25.4 / 72.0;

/// Characters that PDF/A-2u has no place for.
const NOT_IN_PDF: [char; 4] = ['\0', '\u{feff}', '\u{fffe}', '\u{ffff}'];

/// The name of the block that says the usual sizes of values begins so.
const USUAL: &str = "字号:";
/// The name of the block of a page that stands on a layer begins so; then comes the
/// layer's key.
const LAYER: &str = "层:";

/// All pages of an output, as laid out.
#[derive(Clone, Debug, Default)]
pub struct Inspected {
    /// The pages.
    pub pages: Vec<PageFrame>,
    /// The sizes in pt that values usually have, as the layout says: those of
    /// some cells by name, that of all others under an empty name.
    pub usual: BTreeMap<String, f64>,
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
    let mut inspected = Inspected::default();
    for page in document.pages() {
        let mut frame = PageFrame {
            size: size(page.frame.size()),
            ..PageFrame::default()
        };
        let mut walk = Walk {
            page: &mut frame,
            usual: &mut inspected.usual,
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
                FrameItem::Shape(shape, _) => {
                    let thickness = shape
                        .stroke
                        .as_ref()
                        .map_or(0.0, |stroke| stroke.thickness.to_mm());
                    self.shape(&shape.geometry, thickness, here);
                }
                FrameItem::Image(image, size, _) => self.image(image, *size, here),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn group(&mut self, group: &GroupItem, here: Transform) {
        let inner = here.pre_concat(group.transform);
        self.clips
            .extend(group.clip.iter().map(|curve| hull(curve, inner)));
        let name = group.label.map(|label| label.resolve().to_string());
        if let Some(sizes) = name.as_deref().and_then(|name| name.strip_prefix(USUAL)) {
            self.usual.extend(usual_sizes(sizes));
        } else if let Some(key) = name.as_deref().and_then(|name| name.strip_prefix(LAYER)) {
            self.page.layer = Some(key.to_owned());
        } else if let Some(name) = &name {
            self.page.cells.push(Cell {
                name: name.clone(),
                area: area(group.frame.size(), inner),
                text: String::new(),
            });
            self.open.push(self.page.cells.len() - 1);
        }
        self.frame(&group.frame, inner);
        if name.is_some_and(|name| !name.starts_with(USUAL) && !name.starts_with(LAYER)) {
            self.open.pop();
        }
        if group.clip.is_some() {
            self.clips.pop();
        }
    }

    fn image(&mut self, image: &Image, size: Size, here: Transform) {
        self.page.images.push(Picture {
            area: area(size, here),
            pixels: (image.width(), image.height()),
        });
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
            .chain(plain.chars().filter(|one| NOT_IN_PDF.contains(one)))
            .collect();
        let mut run = TextRun {
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
            cut: false,
            span: text
                .glyphs
                .first()
                .map_or(Span::detached(), |glyph| glyph.span.0),
        };
        run.cut = !self.clips.iter().all(|clip| run.is_within(*clip));
        self.page.texts.push(run);
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
fn area(size: Size, transform: Transform) -> Area {
    around([Point::zero(), size.to_point()], transform).unwrap_or_default()
}

/// The upright box around a curve.
fn hull(curve: &Curve, transform: Transform) -> Area {
    let points = curve.0.iter().filter_map(|item| match item {
        CurveItem::Move(to) | CurveItem::Line(to) | CurveItem::Cubic(_, _, to) => Some(*to),
        CurveItem::Close => None,
    });
    around(points, transform).unwrap_or_default()
}

fn around(points: impl IntoIterator<Item = Point>, transform: Transform) -> Option<Area> {
    let points = points.into_iter().map(|one| point(one, transform));
    let (low, high) = points.fold(None, |bounds: Option<((f64, f64), (f64, f64))>, (x, y)| {
        let (low, high) = bounds.unwrap_or(((x, y), (x, y)));
        Some(((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y))))
    })?;
    Some((low.0, low.1, high.0 - low.0, high.1 - low.1))
}

fn size(size: Axes<Abs>) -> (f64, f64) {
    (size.x.to_mm(), size.y.to_mm())
}

/// The usual sizes of values: `=12;填表人=10.5`.
fn usual_sizes(text: &str) -> impl Iterator<Item = (String, f64)> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    pairs.filter_map(|(cell, size)| Some((cell.to_owned(), size.parse().ok()?)))
}
