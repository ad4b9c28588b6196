//! The pages that change, before and after.

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;

use super::marks::Placed;
use super::shapes::Shapes;
use super::{Add, escaped};
use crate::forms::View;
use crate::publish::{Opening, Prepared};
use crate::report::review::Telling;
use crate::review::{OutputChange, Paged, PrintStatus};
use crate::typeset::{Drawing, forget_old};

/// So many pairs of pages are drawn: nobody looks at more of them, and browsers grow slow.
const MOST: usize = 60;

/// What stands for a page that is not there, in mm.
const A4: (f64, f64) = (210.0, 297.0);

/// What was drawn so far.
#[derive(Default)]
pub struct Sheets {
    shapes: Shapes,
    pairs: usize,
    /// The marks.
    pub places: Vec<Place>,
    /// The outputs of which pages were drawn, by their places, with the numbers of their
    /// marks.
    pub drawn: Vec<(usize, Range<usize>)>,
    /// Those of which pages were not, and which.
    left: Vec<(usize, Vec<usize>)>,
}

/// A mark to which the list leads.
pub struct Place {
    /// Its number.
    pub number: usize,
    /// The place of its output.
    pub output: usize,
    /// The file of the member whom it is about.
    pub about: Option<String>,
    /// The first of its cells.
    pub cell: String,
}

/// One state of an output.
struct Side {
    prepared: Prepared,
    view: View,
    drawing: Drawing,
}

impl Telling<'_> {
    /// Draws the pages that change, those of outputs that are in both states first.
    pub(super) fn sheets(
        &self,
        openings: &[Opening<'_>; 2],
        sheets: &mut Sheets,
        add: &mut Add<'_>,
    ) -> io::Result<()> {
        let outputs = &self.review.outputs;
        let laid = |at: &usize| matches!(outputs[*at].pages, Paged::Laid { .. });
        let mut order: Vec<usize> = (0..outputs.len()).filter(laid).collect();
        order.sort_by_key(|at| match outputs[*at].change {
            PrintStatus::Changed => 0,
            PrintStatus::New => 1,
            _ => 2,
        });
        for at in order {
            self.output_drawn(at, openings, sheets, add)?;
        }
        self.left_out(sheets, add)
    }

    fn output_drawn(
        &self,
        at: usize,
        openings: &[Opening<'_>; 2],
        sheets: &mut Sheets,
        add: &mut Add<'_>,
    ) -> io::Result<()> {
        let output = &self.review.outputs[at];
        if sheets.pairs >= MOST {
            sheets.left.push((at, changed(output)));
            return Ok(());
        }
        let sides = [
            self.side(output, 0, &openings[0])?,
            self.side(output, 1, &openings[1])?,
        ];
        let mut placed = match &sides {
            [Some(old), Some(new)] => self.placed(
                self.review.marks(output, [&old.prepared, &new.prepared]),
                [&old.view, &new.view],
                [&old.drawing.inspected, &new.drawing.inspected],
            ),
            _ => Vec::new(),
        };
        let pages = shown(output, &sides, &placed);
        if pages.is_empty() {
            return Ok(());
        }
        let (drawn, left) = pages.split_at(pages.len().min(MOST - sheets.pairs));
        if !left.is_empty() {
            sheets.left.push((at, left.to_vec()));
        }
        placed.retain(|it| it.main().is_some_and(|main| drawn.contains(&main.1)));
        let first = sheets.places.len() + 1;
        for (placed, number) in placed.iter_mut().zip(first..) {
            placed.number = number;
        }
        add(&format!(
            "<section class=\"output\" id=\"o{at}\">\n<h2>{}</h2>\n<p><span>{}</span> · {}</p>\n",
            escaped(&self.path(output)),
            self.status(output),
            escaped(&self.pages(output)),
        ))?;
        for page in drawn {
            sheets.pairs += 1;
            self.pair((output, *page), &sides, &placed, &mut sheets.shapes, add)?;
        }
        add("</section>\n")?;
        sheets.places.extend(placed.into_iter().map(|placed| Place {
            number: placed.number,
            output: at,
            cell: placed.mark.cells.concat().swap_remove(0),
            about: placed.mark.about,
        }));
        sheets.drawn.push((at, first..sheets.places.len() + 1));
        forget_old(1);
        Ok(())
    }

    /// A state of an output, with what of it may be shown.
    fn side(
        &self,
        output: &OutputChange,
        at: usize,
        opening: &Opening<'_>,
    ) -> io::Result<Option<Side>> {
        let Some(output) = output.output(at) else {
            return Ok(None);
        };
        opening.with(&output, |maker| {
            let Some(prepared) = maker.prepared(&output)? else {
                return Ok(None);
            };
            let view = self.shown(&prepared.view);
            let drawing = maker.drawing(&output, (&prepared, view.clone()), self.unmasked);
            Ok(drawing.map(|drawing| Side {
                prepared,
                view,
                drawing,
            }))
        })
    }

    /// What a layout is given, with numbers and addresses masked.
    fn shown(&self, view: &View) -> View {
        let hidden = self.hidden();
        let mut shown = view.clone();
        for (cell, text) in &mut shown.cells {
            *text = hidden.cell(cell, view.private.contains(cell), text);
        }
        for piece in shown.parts.iter_mut().flat_map(|part| &mut part.pieces) {
            let cell = piece.cell.as_deref().unwrap_or_default();
            piece.text = hidden.cell(cell, false, &piece.text);
        }
        shown
    }

    /// A page before and after, and what is marked on it.
    fn pair(
        &self,
        (output, page): (&OutputChange, usize),
        sides: &[Option<Side>; 2],
        placed: &[Placed],
        shapes: &mut Shapes,
        add: &mut Add<'_>,
    ) -> io::Result<()> {
        let lang = self.lang;
        let sizes = sides.each_ref().map(|side| {
            let pages = &side.as_ref()?.drawing.inspected.pages;
            Some(pages.get(page)?.size)
        });
        let size = sizes.iter().flatten().next().copied().unwrap_or(A4);
        let form = if size.0 > size.1 { "pair wide" } else { "pair" };
        add(&format!(
            "<article class=\"{form}\">\n<div class=\"sides\">\n"
        ))?;
        for (at, side) in sides.iter().enumerate() {
            let when = [lang.pick("原来", "before"), lang.pick("现在", "now")][at];
            let class = ["old", "new"][at];
            let (width, height) = sizes[at].unwrap_or(size);
            add(&format!(
                "<figure class=\"{class}\" style=\"--w:{width:.2};--h:{height:.2}\">\
                 <figcaption>{when}"
            ))?;
            let svg = side.as_ref().and_then(|side| side.drawing.svg(page));
            let Some(svg) = svg else {
                let words = match side {
                    None if output.output(at).is_some() => {
                        lang.pick("这一页画不出来", "this page cannot be drawn")
                    }
                    _ => lang.pick("没有这一页", "no such page"),
                };
                add(&format!(
                    "</figcaption><div class=\"sheet none\">{words}</div></figure>\n"
                ))?;
                continue;
            };
            let (number, count) = (page + 1, count(side));
            let caption = lang.pick(
                format!("第 {number} 页，共 {count} 页"),
                format!("page {number} of {count}"),
            );
            add(&format!(
                " <span>{caption}</span></figcaption><div class=\"sheet\">"
            ))?;
            add(&shapes.add(&svg)?)?;
            add(&self.marks(placed, at, page, (width, height)))?;
            add("</div></figure>\n")?;
        }
        add("</div>\n")?;
        add(&self.changes(placed, page, sides.iter().all(Option::is_some)))?;
        add("</article>\n")
    }

    /// What is marked on a page, to be read.
    fn changes(&self, placed: &[Placed], page: usize, is_in_both: bool) -> String {
        let on_page: Vec<&Placed> = placed.iter().filter(|placed| placed.is_on(page)).collect();
        if on_page.is_empty() {
            let words = self.lang.pick(
                "没有哪一格的字变了：只是位置或版面变了",
                "no cell says anything else: places or the layout changed",
            );
            return match is_in_both {
                true => format!("<p class=\"note\">{words}</p>\n"),
                false => String::new(),
            };
        }
        let items = on_page.into_iter().map(|placed| {
            let number = placed.number;
            let is_main = placed.main().is_some_and(|main| main.1 == page);
            let id = if is_main {
                format!(" id=\"c{number}\"")
            } else {
                String::new()
            };
            format!(
                "<li value=\"{number}\"{id}><a href=\"#m{number}\">{}</a> {}</li>\n",
                escaped(&placed.name),
                self.change(placed)
            )
        });
        format!(
            "<ol class=\"changes\">\n{}</ol>\n",
            items.collect::<String>()
        )
    }

    /// Which pages were not drawn, as there are too many.
    fn left_out(&self, sheets: &Sheets, add: &mut Add<'_>) -> io::Result<()> {
        if sheets.left.is_empty() {
            return Ok(());
        }
        let count: usize = sheets.left.iter().map(|(_, pages)| pages.len()).sum();
        let words = self.lang.pick(
            format!("只画了 {MOST} 对页，还有 {count} 页没有画："),
            format!("{MOST} pairs of pages are drawn, {count} more pages are not:"),
        );
        let outputs = sheets.left.iter().map(|(at, _)| {
            let output = &self.review.outputs[*at];
            format!("<li>{}</li>\n", escaped(&self.output(output)))
        });
        let outputs: String = outputs.collect();
        add(&format!(
            "<section class=\"told\" id=\"left\">\n<h2>{words}</h2>\n<ul>\n{outputs}</ul>\n</section>\n"
        ))
    }
}

/// The pages that look otherwise.
fn changed(output: &OutputChange) -> Vec<usize> {
    match &output.pages {
        Paged::Laid { changed, .. } => changed.clone(),
        _ => Vec::new(),
    }
}

/// The pages that are shown: those that look otherwise, and those with marks.
fn shown(output: &OutputChange, sides: &[Option<Side>; 2], placed: &[Placed]) -> Vec<usize> {
    let mut pages: BTreeSet<usize> = changed(output).into_iter().collect();
    let [before, now] = sides.each_ref().map(count);
    if output.change == PrintStatus::Changed {
        pages.extend(now..before);
    }
    let is_marked = |page: &usize| placed.iter().any(|placed| placed.is_on(*page));
    pages.extend((0..before.max(now)).filter(is_marked));
    pages.into_iter().collect()
}

fn count(side: &Option<Side>) -> usize {
    let side = side.as_ref();
    side.map_or(0, |side| side.drawing.inspected.pages.len())
}
