//! Workbooks, read without the program and without its libraries for sheets.

use std::collections::BTreeMap;
use std::io::Read as _;

/// A worksheet.
#[derive(Debug, Default)]
pub struct Sheet {
    pub name: String,
    /// The texts of its cells by row and column, from 1; figures as they are stored.
    pub cells: BTreeMap<(usize, usize), Cell>,
    /// The heights of rows and the widths of columns, in points.
    pub heights: BTreeMap<usize, f64>,
    pub widths: BTreeMap<usize, f64>,
    /// The last cells of merged ones.
    pub merged: BTreeMap<(usize, usize), (usize, usize)>,
    /// All of it.
    pub xml: String,
}

#[derive(Debug, Default, PartialEq)]
pub struct Cell {
    pub text: String,
    pub is_text: bool,
    /// The size of its type in points, and its number format.
    pub size: f64,
    pub format: usize,
}

/// The parts of a workbook, as text.
pub fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        parts.insert(part.name().expect("UTF-8").into_owned(), text);
    }
    parts
}

/// What stands between two pieces of a text.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    Some(text.split_once(from)?.1.split_once(to)?.0)
}

fn attribute<T: std::str::FromStr>(element: &str, name: &str) -> Option<T> {
    between(element, &format!(" {name}=\""), "\"")?.parse().ok()
}

/// The row and the column of `B12`.
fn place(name: &str) -> (usize, usize) {
    let (letters, row) = name.split_at(name.find(|c: char| c.is_ascii_digit()).expect("a row"));
    let column = letters
        .bytes()
        .fold(0, |sum, b| sum * 26 + usize::from(b - b'A') + 1);
    (row.parse().expect("a number"), column)
}

/// The sheets of a workbook, from the first.
pub fn sheets(bytes: Vec<u8>) -> Vec<Sheet> {
    let parts = parts(bytes);
    let strings = parts.get("xl/sharedStrings.xml").map_or("", String::as_str);
    let plain = |text: &str| {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    };
    let strings: Vec<String> = strings
        .split("<si>")
        .skip(1)
        .map(|one| plain(between(one, ">", "</t>").expect("a text")))
        .collect();
    let styles = &parts["xl/styles.xml"];
    let list = |name: &str, item: &str| -> Vec<String> {
        let list = between(styles, &format!("<{name} "), &format!("</{name}>")).expect("a list");
        list.split(item).skip(1).map(str::to_owned).collect()
    };
    let sizes = list("fonts", "<font>");
    let sizes: Vec<f64> = sizes
        .iter()
        .map(|font| attribute(font, "val").expect("a size"))
        .collect();
    let formats: Vec<(f64, usize)> = list("cellXfs", "<xf")
        .iter()
        .map(|xf| {
            let font: usize = attribute(xf, "fontId").expect("a font");
            (sizes[font], attribute(xf, "numFmtId").expect("a format"))
        })
        .collect();
    let names = parts["xl/workbook.xml"].split("<sheet ").skip(1);
    let names = names.map(|one| between(one, "name=\"", "\"").expect("a name").to_owned());
    let sheets = names.zip(1..).map(|(name, number)| {
        let xml = parts[&format!("xl/worksheets/sheet{number}.xml")].clone();
        let mut sheet = Sheet {
            name,
            ..Sheet::default()
        };
        for column in xml.split("<col ").skip(1) {
            let column = format!(" {column}");
            let (first, last): (usize, usize) = (
                attribute(&column, "min").expect("a column"),
                attribute(&column, "max").expect("a column"),
            );
            let width: f64 = attribute(&column, "width").expect("a width");
            // A figure of the usual type is 8 dots wide, of 3/4 point each.
            sheet
                .widths
                .extend((first..=last).map(|at| (at, width * 8.0 * 0.75)));
        }
        for row in xml.split("<row ").skip(1) {
            let row = format!(" {row}");
            let number = attribute(&row, "r").expect("a row");
            if let Some(height) = attribute(&row, "ht") {
                sheet.heights.insert(number, height);
            }
        }
        for cell in xml.split("<c r=\"").skip(1) {
            let (name, rest) = cell.split_once('"').expect("a place");
            let (element, rest) = rest.split_once('>').expect("an element");
            let Some(value) = between(rest, "<v>", "</v>").filter(|_| !element.ends_with('/'))
            else {
                continue;
            };
            let is_text = element.contains("t=\"s\"");
            let style: usize = attribute(&format!(" {element}"), "s").unwrap_or(0);
            let (size, format) = formats[style];
            let text = match is_text {
                true => strings[value.parse::<usize>().expect("a number")].clone(),
                false => value.to_owned(),
            };
            let cell = Cell {
                text,
                is_text,
                size,
                format,
            };
            sheet.cells.insert(place(name), cell);
        }
        for range in xml.split("<mergeCell ref=\"").skip(1) {
            let range = range.split_once('"').expect("a range").0;
            let (first, last) = range.split_once(':').expect("two cells");
            sheet.merged.insert(place(first), place(last));
        }
        sheet.xml = xml;
        sheet
    });
    sheets.collect()
}

impl Sheet {
    /// The text of a cell, as `B12`.
    pub fn text(&self, name: &str) -> &str {
        self.cells.get(&place(name)).map_or("", |cell| &cell.text)
    }

    /// Where a text stands.
    pub fn find(&self, text: &str) -> (usize, usize) {
        let found = self.cells.iter().find(|(_, cell)| cell.text == text);
        *found
            .unwrap_or_else(|| panic!("{text} in {:?}", self.cells))
            .0
    }

    /// The last row and column of a cell.
    fn last(&self, at: (usize, usize)) -> (usize, usize) {
        self.merged.get(&at).copied().unwrap_or(at)
    }

    /// The width and the height of a cell, in points.
    pub fn room(&self, at: (usize, usize)) -> (f64, f64) {
        let (row, column) = self.last(at);
        let width = (at.1..=column).map(|column| self.widths[&column]).sum();
        let height = (at.0..=row).map(|row| self.heights[&row]).sum();
        (width, height)
    }
}
