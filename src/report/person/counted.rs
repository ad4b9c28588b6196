//! In which forms a member stands, which figures count him, and the pages that print him.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::{Account, Sources};
use crate::derive::Certainty;
use crate::forms::{Scope, rows::rows};
use crate::model::provenance::Keys;
use crate::publish::Output;
use crate::report::Lang;
use crate::report::cited::{Cited, listed};
use crate::report::table;
use crate::tabulate::{Figures, Population, TableForm};

/// Whether a member stands in a form.
pub struct Standing {
    form: String,
    stands: Certainty,
    by: Vec<String>,
    keys: Vec<Cited>,
}

/// A figure that counts a member.
pub struct Share {
    form: String,
    row: String,
    column: String,
    count: u32,
    keys: Vec<Cited>,
}

/// The forms about members, and whether he stands there.
pub fn standings(sources: &mut Sources<'_>) -> Vec<Standing> {
    let person = sources.person;
    let registers = &sources.maker.source.declared.registers;
    let mut found = Vec::new();
    for (id, form) in sources.maker.catalogue.forms.iter() {
        let Some(register) = registers.find(form.id()) else {
            continue;
        };
        let standing = person.derived.standing_in[register];
        let (_, who) = &registers.forms[register];
        let by = who.of.iter().map(|population| match population {
            Population::Fact(fact) => fact.name.to_owned(),
            Population::Form(form, _) => form.clone(),
        });
        found.push(Standing {
            form: form.id().to_owned(),
            stands: standing.value,
            by: by.collect(),
            keys: sources.inputs(id, standing.keys),
        });
    }
    found
}

/// The figures of the tables of his unit that count him; those of the units above are
/// sums of them.
pub fn shares(sources: &mut Sources<'_>) -> Vec<Share> {
    let person = sources.person;
    let mut found = Vec::new();
    for (id, form) in sources.maker.catalogue.forms.iter() {
        let table = sources.maker.source.table(form.id());
        let table = table.filter(|table| !table.is_document);
        let Some((table, counted)) = table.and_then(|table| Some((table, table.counted(&person)?)))
        else {
            continue;
        };
        for (row, column, count) in counts(&Figures::counted(table, [person].into_iter())) {
            let keys = table.keys_in(&format!("{row}.{column}"), &counted);
            // A reconciliation is one cell.
            let keys = keys.or_else(|| table.keys_in(&row, &counted));
            let keys = keys.unwrap_or(Keys::NONE);
            let mut keys = sources.places(id, keys);
            if keys.iter().any(|place| !place.is_setting) {
                keys.retain(|place| !place.is_setting);
            }
            found.push(Share {
                form: form.id().to_owned(),
                row,
                column,
                count,
                keys: sources.cited(&keys),
            });
        }
    }
    found
}

/// The figures that are not 0: row, or block beside the table, and column, or count.
fn counts(figures: &Figures) -> Vec<(String, String, u32)> {
    let rows = figures.table.rows.iter().flat_map(|(row, cells)| {
        let cells = figures.table.columns.iter().zip(cells);
        cells.map(move |(column, count)| (row, column, count.unwrap_or(0)))
    });
    let beside = figures.beside.iter().flat_map(|block| {
        let counts = block.counts.iter();
        counts.map(move |(name, count)| (&block.name, name, *count))
    });
    let counts = rows.chain(beside).filter(|(_, _, count)| *count > 0);
    counts
        .map(|(row, column, count)| (row.clone(), column.clone(), count))
        .collect()
}

/// The outputs that print or count him.
pub fn outputs<'o>(sources: &Sources<'_>, outputs: &'o [Output]) -> Vec<&'o str> {
    let (source, person) = (sources.maker.source, sources.person);
    let counted: BTreeSet<&str> = {
        let tables = source.declared.tables.values();
        let counts = |table: &&TableForm| {
            let figures = Figures::counted(table, [person].into_iter());
            !counts(&figures).is_empty()
        };
        tables
            .filter(counts)
            .map(|table| table.id.as_str())
            .collect()
    };
    let prints = |output: &&Output| {
        let Some(unit) = output.unit else {
            return false;
        };
        let form = &sources.maker.catalogue.forms[output.form];
        if !source.workspace.is_within(person.unit, unit) {
            return false;
        }
        match form.declaration.scope {
            Scope::Member => unit == person.unit && output.member == Some(person.id),
            Scope::Branch => rows(source, form, unit).is_some_and(|rows| {
                let mut rows = rows.iter();
                rows.any(|row| (row.person.unit, row.person.id) == (person.unit, person.id))
            }),
            Scope::Organisation => {
                let mut counted = counted.iter();
                counted.any(|id| form.has_id(id) || form.takes_from(id))
            }
            Scope::Round => false,
        }
    };
    let printing = outputs.iter().filter(prints);
    printing.map(|output| output.path.as_str()).collect()
}

/// For people.
pub fn text(standings: &[Standing], shares: &[Share], account: &Account<'_>, lang: Lang) -> String {
    let of = |certainty| move |one: &&Standing| one.stands == certainty;
    let line = |one: &Standing| {
        let by = one.by.join(lang.pick("或", " or "));
        vec![
            format!("  {}", one.form),
            by,
            listed(&one.keys, &account.path, lang),
        ]
    };
    let mut text = lang.pick("\n列在这些表里\n", "\nStands in\n").to_owned();
    let stands: Vec<_> = standings
        .iter()
        .filter(of(Certainty::Yes))
        .map(line)
        .collect();
    text += &match stands.is_empty() {
        true => lang.pick("  没有\n", "  none\n").to_owned(),
        false => table::listed(&stands),
    };
    let open: Vec<_> = standings
        .iter()
        .filter(of(Certainty::Open))
        .map(line)
        .collect();
    if !open.is_empty() {
        text += lang.pick("还定不下来的\n", "Still open\n");
        text += &table::listed(&open);
    }
    let absent = standings.iter().filter(of(Certainty::No));
    let absent: Vec<&str> = absent.map(|one| one.form.as_str()).collect();
    if !absent.is_empty() {
        let absent = absent.join("、");
        text += &lang.pick(format!("不在：{absent}\n"), format!("Not in: {absent}\n"));
    }
    let shares: Vec<_> = shares
        .iter()
        .map(|share| {
            vec![
                format!("  {}", share.form),
                share.row.clone(),
                share.column.clone(),
                listed(&share.keys, &account.path, lang),
            ]
        })
        .collect();
    text += lang.pick(
        "\n计入这些数（上级的表由下级相加）\n",
        "\nCounts in (tables above are sums)\n",
    );
    text + &match shares.is_empty() {
        true => lang.pick("  没有\n", "  none\n").to_owned(),
        false => table::listed(&shares),
    }
}

/// For programs: the forms.
pub fn standings_json(standings: &[Standing]) -> Json {
    let each = standings.iter().map(|one| {
        json!({
            "form": one.form,
            "stands": match one.stands {
                Certainty::Yes => Some(true),
                Certainty::No => Some(false),
                Certainty::Open => None,
            },
            "by": one.by,
            "keys": one.keys.iter().map(Cited::json).collect::<Vec<Json>>(),
        })
    });
    each.collect()
}

/// For programs: the figures.
pub fn shares_json(shares: &[Share]) -> Json {
    let each = shares.iter().map(|share| {
        json!({
            "form": share.form,
            "row": share.row,
            "column": share.column,
            "count": share.count,
            "keys": share.keys.iter().map(Cited::json).collect::<Vec<Json>>(),
        })
    });
    each.collect()
}
