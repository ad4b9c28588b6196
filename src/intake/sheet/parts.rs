//! What the parts of a workbook say that its reader does not tell, or would load whole:
//! hidden sheets, rows and columns, merged ranges, formulas without a value, how many
//! texts cells share.

use super::bounds::{self, Counted, Refusal};
use super::formats;
use super::package::{Package, Part, attribute};
use super::{Merged, Sheet};

/// What is known of a workbook before it is read.
#[derive(Debug, Default)]
pub struct Looked {
    /// The sheets, without their cells, and the formulas that have no value.
    pub sheets: Vec<(Sheet, Vec<(u32, u32)>)>,
    /// Of each format of cells, whether it shows a date to the month alone.
    pub months: Vec<bool>,
}

/// Looks through all parts of a workbook that a reader might inflate.
pub fn look(package: &mut Package<'_>) -> Result<Looked, Refusal> {
    let missing = |what: &str| Refusal::Damaged(format!("{what} is missing"));
    let top = package
        .find("_rels/.rels")
        .ok_or_else(|| missing("_rels/.rels"))?;
    let workbook = relations(package, &top)?;
    let mut workbook = workbook
        .into_iter()
        .filter(|one| one.kind == "officeDocument");
    let workbook = workbook.next().map(|one| one.target).unwrap_or_default();
    let workbook = package
        .find(&workbook)
        .ok_or_else(|| missing("workbook.xml"))?;
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let below = |path: &str| match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}/{path}"),
    };
    let of_workbook = package.find(&format!("{folder}/_rels/{file}.rels"));
    let relations = match &of_workbook {
        Some(name) => relations(package, name)?,
        None => Vec::new(),
    };
    let mut looked = Looked::default();
    let mut seen = vec![top, workbook.clone()];
    seen.extend(of_workbook);
    for (sheet, id) in sheets(package, &workbook)? {
        let relation = relations.iter().find(|one| one.id == id);
        let part = relation.and_then(|one| package.find(&below(&one.target)));
        let is_sheet = relation.is_some_and(|one| one.kind == "worksheet");
        // Charts have no cells.
        if let Some(part) = part.filter(|_| is_sheet) {
            looked.sheets.push(of_sheet(package, &part, sheet)?);
            seen.push(part);
        }
    }
    if let Some(strings) = package.find(&below("sharedStrings.xml")) {
        count_strings(package, &strings)?;
        seen.push(strings);
    }
    if let Some(styles) = package.find(&below("styles.xml")) {
        looked.months = formats::months(package, &styles)?;
        seen.push(styles);
    }
    for part in package.parts() {
        if !seen.contains(&part) {
            package.count(&part)?;
        }
    }
    Ok(looked)
}

/// What a part is to another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(package: &mut Package<'_>, name: &str) -> Result<Vec<Relation>, Refusal> {
    let mut relations = Vec::new();
    package.each(name, &mut |part| {
        let Part::Start(element) = part else {
            return Ok(());
        };
        if element.local_name().as_ref() == "Relationship" {
            let of = |name| attribute(element, name).unwrap_or_default();
            let kind = of("Type");
            relations.push(Relation {
                id: of("Id"),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: of("Target"),
            });
            Refusal::beyond(Counted::Entries, relations.len(), bounds::ENTRIES)?;
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The sheets of a workbook, with the names of their relations.
fn sheets(package: &mut Package<'_>, name: &str) -> Result<Vec<(Sheet, String)>, Refusal> {
    let mut sheets = Vec::new();
    package.each(name, &mut |part| {
        if let Part::Start(element) = part
            && element.local_name().as_ref() == "sheet"
        {
            let of = |name| attribute(element, name).unwrap_or_default();
            let sheet = Sheet {
                name: of("name"),
                is_hidden: of("state").to_lowercase().contains("hidden"),
                ..Sheet::default()
            };
            sheets.push((sheet, of("id")));
            Refusal::beyond(Counted::Sheets, sheets.len(), bounds::SHEETS)?;
        }
        Ok(())
    })?;
    Ok(sheets)
}

/// What a sheet says beside its cells.
fn of_sheet(
    package: &mut Package<'_>,
    name: &str,
    mut sheet: Sheet,
) -> Result<(Sheet, Vec<(u32, u32)>), Refusal> {
    let (mut row, mut column, mut cells) = (0, 0, 0);
    let (mut is_formula, mut has_value) = (false, false);
    let mut formulas = Vec::new();
    package.each(name, &mut |part| {
        match part {
            Part::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    row = number(element, "r").map_or(row, |row| row.saturating_sub(1));
                    column = 0;
                    if is_on(element, "hidden") && sheet.hidden_rows.len() < bounds::HIDDEN {
                        sheet.hidden_rows.push(row);
                    }
                }
                "col" if is_on(element, "hidden") => {
                    let ends = (number(element, "min"), number(element, "max"));
                    if let (Some(from), Some(to)) = ends {
                        let columns = from.saturating_sub(1)..to.min(COLUMNS);
                        let room = bounds::HIDDEN - sheet.hidden_columns.len();
                        sheet.hidden_columns.extend(columns.take(room));
                    }
                }
                "c" => {
                    cells += 1;
                    Refusal::beyond(Counted::Cells, cells, bounds::CELLS)?;
                    let place = attribute(element, "r").and_then(|place| place_of(&place));
                    (row, column) = place.unwrap_or((row, column));
                    (is_formula, has_value) = (false, false);
                }
                "f" => is_formula = true,
                "v" | "is" => has_value = true,
                "mergeCell" => {
                    let range = attribute(element, "ref").and_then(|range| range_of(&range));
                    sheet.merged.extend(range);
                    Refusal::beyond(Counted::Merged, sheet.merged.len(), bounds::RANGES)?;
                }
                _ => {}
            },
            Part::End("row") => row += 1,
            Part::End("c") => {
                if is_formula && !has_value {
                    formulas.push((row, column));
                    Refusal::beyond(Counted::Formulas, formulas.len(), bounds::RANGES)?;
                }
                column += 1;
            }
            Part::End(_) => {}
        }
        Ok(())
    })?;
    Ok((sheet, formulas))
}

/// So many columns a sheet has.
const COLUMNS: u32 = 16_384;

/// The texts that cells share; the reader makes room for as many as are announced.
fn count_strings(package: &mut Package<'_>, name: &str) -> Result<(), Refusal> {
    let mut count = 0;
    package.each(name, &mut |part| {
        if let Part::Start(element) = part {
            match element.local_name().as_ref() {
                "sst" => {
                    let announced = attribute(element, "uniqueCount");
                    let announced = announced.and_then(|text| text.trim().parse::<u64>().ok());
                    let announced =
                        announced.map_or(0, |n| usize::try_from(n).unwrap_or(usize::MAX));
                    Refusal::beyond(Counted::Strings, announced, bounds::STRINGS)?;
                }
                "si" => count += 1,
                _ => {}
            }
        }
        Refusal::beyond(Counted::Strings, count, bounds::STRINGS)
    })
}

fn number(element: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

pub fn is_on(element: &quick_xml::events::BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// The row and column of a cell's name, both from 0.
fn place_of(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let figures = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(figures);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|value| *value < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(value) + 1)
    })?;
    Some((
        row.parse::<u32>().ok()?.checked_sub(1)?,
        column.checked_sub(1)?,
    ))
}

fn range_of(name: &str) -> Option<Merged> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    let (first, last) = (place_of(first)?, place_of(last)?);
    Some(Merged {
        rows: (first.0, last.0),
        columns: (first.1, last.1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells() {
        for (name, place) in [
            ("A1", Some((0, 0))),
            ("$B$7", Some((6, 1))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("7", None),
            ("ZZZZZZZZZ1", None),
        ] {
            assert_eq!(place_of(name), place, "{name}");
        }
    }
}
