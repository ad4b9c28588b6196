//! Workbooks as Excel and WPS write them now: which parts they have, and what each says.

use super::bounds::{self, Counted, Refusal};
use super::cells::{self, Shared, is_yes};
use super::package::{Package, Part, attribute};
use super::room::Room;
use super::{Book, Sheet, formats, kinds, strings};

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut package = Package::open(bytes)?;
    if let Some(kind) = kinds::of_archive(&package) {
        return Err(Refusal::Kind(kind));
    }
    let missing = |what: &str| Refusal::damaged(what, "missing");
    let top = package.find("_rels/.rels");
    let top = relations(&mut package, top)?;
    let workbook = top.iter().find(|one| one.kind == "officeDocument");
    let workbook = workbook.and_then(|one| package.find(&one.target));
    let workbook = workbook.ok_or_else(|| missing("workbook.xml"))?;
    let path = workbook.replace('\\', "/");
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
    let below = |path: &str| match path.starts_with(['/', '\\']) {
        true => path.to_owned(),
        false => format!("{folder}/{path}"),
    };
    let of_workbook = package.find(&below(&format!("_rels/{file}.rels")));
    let relations = relations(&mut package, of_workbook)?;
    let part = |package: &Package<'_>, kind: &str, usual: &str| {
        let one = relations.iter().find(|one| one.kind == kind);
        package.find(&below(one.map_or(usual, |one| &one.target)))
    };
    let (sheets, from_1904) = sheets(&mut package, &workbook)?;
    let mut shared = Shared {
        from_1904,
        ..Shared::default()
    };
    if let Some(name) = part(&package, "sharedStrings", "sharedStrings.xml") {
        shared.strings = strings::shared(&mut package, &name)?;
    }
    if let Some(name) = part(&package, "styles", "styles.xml") {
        shared.shown = formats::of_cells(&mut package, &name)?;
    }
    let mut book = Book {
        from_1904,
        ..Book::default()
    };
    let mut room = Room::default();
    for (sheet, id) in sheets {
        let relation = relations.iter().find(|one| one.id == id);
        if relation.is_some_and(|one| WITHOUT_CELLS.contains(&one.kind.as_str())) {
            continue;
        }
        let relation = relation.filter(|one| one.kind == "worksheet");
        let part = relation.and_then(|one| package.find(&below(&one.target)));
        let part = part.ok_or_else(|| Refusal::NoPart(sheet.name.clone()))?;
        let sheet = cells::read(&mut package, &part, sheet, &shared, &mut room)?;
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// Kinds of sheets in which no roster stands.
const WITHOUT_CELLS: [&str; 4] = [
    "chartsheet",
    "dialogsheet",
    "xlMacrosheet",
    "xlIntlMacrosheet",
];

/// What a part is to another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(package: &mut Package<'_>, name: Option<String>) -> Result<Vec<Relation>, Refusal> {
    let mut relations = Vec::new();
    let Some(name) = name else {
        return Ok(relations);
    };
    package.each(&name, &mut |part| {
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

/// The sheets of a workbook with the names of their relations, and whether its days count
/// from 1904.
fn sheets(package: &mut Package<'_>, name: &str) -> Result<(Vec<(Sheet, String)>, bool), Refusal> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut is_list = false;
    package.each(name, &mut |part| {
        let element = match part {
            Part::Start(element) => element,
            Part::End("sheets") => {
                is_list = false;
                return Ok(());
            }
            Part::End(_) | Part::Text(_) => return Ok(()),
        };
        match element.local_name().as_ref() {
            "sheets" => is_list = true,
            "workbookPr" => from_1904 = is_yes(attribute(element, "date1904").as_deref()),
            "sheet" => {
                let of = |name| attribute(element, name).unwrap_or_default();
                let sheet = Sheet {
                    name: of("name"),
                    is_hidden: of("state").to_lowercase().contains("hidden"),
                    ..Sheet::default()
                };
                sheets.push((sheet, of("id")));
                Refusal::beyond(Counted::Sheets, sheets.len(), bounds::SHEETS)?;
            }
            other if is_list => return Err(Refusal::damaged(name, other)),
            _ => {}
        }
        Ok(())
    })?;
    if sheets.is_empty() {
        return Err(Refusal::damaged(name, "no sheets"));
    }
    Ok((sheets, from_1904))
}
