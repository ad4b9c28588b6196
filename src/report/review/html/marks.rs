//! Marks on drawn pages: where they lie, and what they say.

use super::escaped;
use crate::forms::View;
use crate::forms::card_cell::PHOTO;
use crate::forms::cells::item;
use crate::forms::document::PARTS;
use crate::report::review::Telling;
use crate::report::review::lines::label;
use crate::review::{Mark, MarkKind};
use crate::typeset::{Area, Inspected, PageFrame};

/// Of longer texts only what differs is told, with so much beside it, and no more than this:
/// the page has all of it.
const LONG: usize = 60;
const BESIDE: usize = 8;
const LONGEST: usize = 160;

/// A mark with its places on the pages before and now.
pub struct Placed {
    /// By what it is called within the file, from 1; none yet where it is 0.
    pub number: usize,
    /// What is marked.
    pub mark: Mark,
    /// How that is called.
    pub name: String,
    /// What stood and what stands there; empty where there is no such row.
    pub texts: [String; 2],
    /// Whether these differ only where they are masked.
    pub is_masked: bool,
    /// The pages, from 0, and where on them it lies.
    pub places: [Vec<(usize, Area)>; 2],
}

impl Placed {
    /// Where it is led to: on the new page, on the old one if it is there alone.
    pub fn main(&self) -> Option<(usize, usize)> {
        let side = usize::from(!self.places[1].is_empty());
        Some((side, self.places[side].first()?.0))
    }

    /// Whether it lies on a page of either side.
    pub fn is_on(&self, page: usize) -> bool {
        let mut places = self.places.iter().flatten();
        places.any(|place| place.0 == page)
    }
}

impl Telling<'_> {
    /// Marks with their places, in the order in which they are read; those are not among
    /// them that no page shows.
    pub(super) fn placed(
        &self,
        marks: Vec<Mark>,
        views: [&View; 2],
        pages: [&Inspected; 2],
    ) -> Vec<Placed> {
        let placed = marks.into_iter().map(|mark| {
            let places = [0, 1].map(|side| {
                let pages = pages[side].pages.iter().enumerate();
                let on_page = |(at, page)| {
                    let areas = areas(page, &mark, side).into_iter();
                    areas.map(move |area| (at, area)).collect::<Vec<_>>()
                };
                pages.flat_map(on_page).collect()
            });
            let texts = [0, 1].map(|side| text(views[side], pages[side], &mark, side));
            Placed {
                number: 0,
                name: self.name(&mark, views),
                is_masked: mark.kind == MarkKind::Cell && texts[0] == texts[1],
                texts,
                places,
                mark,
            }
        });
        let mut placed: Vec<Placed> = placed.filter(|it| it.main().is_some()).collect();
        placed.sort_by(|a, b| {
            order(a)
                .partial_cmp(&order(b))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        placed
    }

    /// How a cell, or a row, is called: rows of people by their names.
    fn name(&self, mark: &Mark, views: [&View; 2]) -> String {
        let lang = self.lang;
        let side = usize::from(!mark.cells[1].is_empty());
        let Some(cell) = mark.cells[side].first() else {
            return String::new();
        };
        let side = if mark.kind == MarkKind::GoneRow {
            0
        } else {
            side
        };
        let who = item(cell).and_then(|(list, at, key)| {
            let name = views[side].cells.get(&format!("{list}[{at}].姓名"))?;
            Some((name.as_str(), key)).filter(|it| !it.0.is_empty())
        });
        let row = |words: &str| match who {
            Some((name, _)) => format!("{words} {name}"),
            None => words.to_owned(),
        };
        match (mark.kind, who) {
            (MarkKind::NewRow, _) => row(lang.pick("多了一行", "new row")),
            (MarkKind::GoneRow, _) => row(lang.pick("少了一行", "row gone")),
            (MarkKind::Cell, Some((name, key))) => format!("{name} {key}"),
            (MarkKind::Cell, None) => match item(cell) {
                Some((PARTS, at, _)) => {
                    let number = at + 1;
                    lang.pick(format!("第 {number} 段"), format!("paragraph {number}"))
                }
                _ => label(cell, lang),
            },
        }
    }

    /// What was and what is; each part of it is shown in its own way.
    fn told(&self, placed: &Placed, shown: impl Fn(&'static str, &str) -> String) -> String {
        let lang = self.lang;
        if placed.mark.cells[1].iter().any(|cell| cell == PHOTO) {
            return lang.pick("换了照片", "another photo").to_owned();
        }
        let [old, new] = &placed.texts;
        let [old, new] = differing(old, new);
        let part = |name: &'static str, text: &str| match text {
            "" => shown("i", lang.pick("空", "empty")),
            text => shown(name, text),
        };
        match placed.mark.kind {
            MarkKind::NewRow => part("ins", &new),
            MarkKind::GoneRow => part("del", &old),
            MarkKind::Cell => {
                let alike = self.alike(placed.is_masked);
                format!("{} → {}{alike}", part("del", &old), part("ins", &new))
            }
        }
    }

    /// What was and what is, as HTML.
    pub(super) fn change(&self, placed: &Placed) -> String {
        self.told(placed, |name, text| {
            format!("<{name}>{}</{name}>", escaped(text))
        })
    }

    /// The marks of a side on one of its pages.
    pub(super) fn marks(
        &self,
        placed: &[Placed],
        side: usize,
        page: usize,
        size: (f64, f64),
    ) -> String {
        let mut html = String::new();
        for it in placed {
            let own = it.places[side].iter().enumerate();
            for (at, (_, area)) in own.filter(|(_, place)| place.0 == page) {
                let is_main = at == 0 && it.main().is_some_and(|main| main.0 == side);
                let id = if is_main {
                    format!(" id=\"m{}\"", it.number)
                } else {
                    String::new()
                };
                let number = it.number;
                let colon = self.lang.pick("：", ": ");
                let told = self.told(it, |_, text| text.to_owned());
                let says = format!("{}{colon}{told}", it.name);
                let [left, width] = [area.0, area.2].map(|mm| mm / size.0 * 100.0);
                let [top, height] = [area.1, area.3].map(|mm| mm / size.1 * 100.0);
                let class = class(it, left > 50.0);
                html += &format!(
                    "<a class=\"{class}\"{id} data-n=\"{number}\" href=\"#c{number}\" \
                     style=\"left:{left:.3}%;top:{top:.3}%;width:{width:.3}%;height:{height:.3}%\" \
                     aria-label=\"{}\"></a>",
                    escaped(&says)
                );
            }
        }
        html
    }
}

fn class(placed: &Placed, is_right: bool) -> String {
    let kind = match placed.mark.kind {
        MarkKind::Cell => "mark",
        MarkKind::NewRow | MarkKind::GoneRow => "mark row",
    };
    let side = if is_right { " right" } else { "" };
    format!("{kind}{side}")
}

/// Where a mark is read: the page, then from above, from the left.
fn order(placed: &Placed) -> (usize, f64, f64, f64) {
    let side = placed.main().map_or(0, |main| main.0);
    let first = placed.places[side].first();
    // What holds another one lies below it.
    first.map_or((0, 0.0, 0.0, 0.0), |(page, area)| {
        (*page, area.1, area.0, -area.2)
    })
}

/// Where a mark lies on a page: each piece of a cell by itself, a row as a whole.
fn areas(page: &PageFrame, mark: &Mark, side: usize) -> Vec<Area> {
    let cells = page.cells.iter();
    let cells = cells.filter(|cell| mark.cells[side].contains(&cell.name));
    let cells = cells.map(|cell| cell.area);
    match mark.kind {
        MarkKind::Cell => cells.collect(),
        MarkKind::NewRow | MarkKind::GoneRow => cells.reduce(both).into_iter().collect(),
    }
}

fn both(a: Area, b: Area) -> Area {
    let (left, top) = (a.0.min(b.0), a.1.min(b.1));
    let (right, bottom) = ((a.0 + a.2).max(b.0 + b.2), (a.1 + a.3).max(b.1 + b.3));
    (left, top, right - left, bottom - top)
}

/// The texts of a mark's cells in the order in which they are drawn.
fn text(view: &View, pages: &Inspected, mark: &Mark, side: usize) -> String {
    let cells = &mark.cells[side];
    let drawn = pages.pages.iter().flat_map(|page| &page.cells);
    let mut names: Vec<&String> = Vec::new();
    for cell in drawn {
        if cells.contains(&cell.name) && !names.contains(&&cell.name) {
            names.push(&cell.name);
        }
    }
    let texts = names.into_iter().filter_map(|name| view.cells.get(name));
    let texts: Vec<&str> = texts
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    texts.join("，")
}

/// Two texts, of long ones only where they differ.
fn differing(old: &str, new: &str) -> [String; 2] {
    let [old, new] = [old, new].map(|text| text.chars().collect::<Vec<char>>());
    if old.len().max(new.len()) <= LONG {
        return [old, new].map(|text| text.into_iter().collect());
    }
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut old.iter().zip(&new));
    let behind = same(&mut old[before..].iter().rev().zip(new[before..].iter().rev()));
    let first = before.saturating_sub(BESIDE);
    [old, new].map(|text| {
        let end = (text.len() - behind + BESIDE).min(text.len());
        let mut shown: String = text[first..end].iter().take(LONGEST).collect();
        if first > 0 {
            shown.insert(0, '…');
        }
        if end < text.len() || end - first > LONGEST {
            shown.push('…');
        }
        shown
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_long_texts_what_differs_is_told() {
        let told = |old: &str, new: &str| differing(old, new);
        assert_eq!(told("35.00", "36.00"), ["35.00", "36.00"]);
        let [before, behind] = ["前".repeat(100), "后".repeat(100)];
        let whole = |middle: &str| format!("{before}{middle}{behind}");
        let beside =
            |middle: &str| format!("…{}{middle}{}…", "前".repeat(BESIDE), "后".repeat(BESIDE));
        assert_eq!(
            told(&whole("甲"), &whole("乙丙")),
            [beside("甲"), beside("乙丙")]
        );
        assert_eq!(told(&whole(""), &whole("乙")), [beside(""), beside("乙")]);
        // What is added at the end, and what is the same but for that.
        let all = told(&before, &format!("{before}甲"));
        assert_eq!(
            all,
            [
                format!("…{}", "前".repeat(BESIDE)),
                format!("…{}甲", "前".repeat(BESIDE))
            ]
        );
        assert!(told("", &"长".repeat(500))[1].ends_with("长…"));
    }
}
