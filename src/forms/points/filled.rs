//! What stands in declared rows: how many count, and who.

use super::{COUNT, LABEL, NAMES, Point, cell};
use crate::forms::catalogue::Form;
use crate::forms::cells::{GROUP, GROUPS};
use crate::forms::printed;
use crate::forms::printing::{Printed, Shown, empty};
use crate::forms::said::{Said, Which, of_value, said as of_member};
use crate::forms::view::View;
use crate::model::handle::UnitId;
use crate::model::noted::{Noted, noting};
use crate::model::private;
use crate::model::provenance::{Keys, Traced};
use crate::tabulate::{Person, Source};

/// What a form says of a member: in each row in which he counts, his name with the remarks.
pub fn said(
    source: Source<'_>,
    (form, points): (&Form, &[Point]),
    person: &Person<'_>,
    of: &Printed<'_>,
) -> Option<Vec<Said>> {
    let counted = source.table(form.id())?.counted(person)?;
    let rows = points.iter().zip(&counted.counts).enumerate();
    let rows = rows.filter(|(_, (_, counts))| counts.value.is_yes());
    let said = rows.map(|(row, (point, _))| Said {
        cell: cell(row, NAMES).into(),
        fact: point.name.clone().into(),
        shown: named(point, person, of),
    });
    Some(said.collect())
}

/// `王强（广东省深圳市，务工）`.
fn named(point: &Point, person: &Person<'_>, of: &Printed<'_>) -> Traced<Shown> {
    let name = noting(|notes| printed::name(Noted::on(person.member, notes).name()));
    let remarks = point.remarks.iter();
    let remarks: Vec<Traced<Shown>> = remarks
        .map(|value| of_value(value, (None, &[]), of))
        .collect();
    let keys: Keys = remarks.iter().map(|remark| remark.keys).collect();
    let texts = remarks.iter().map(|remark| remark.value.text.as_str());
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let shown = Shown {
        text: match texts.is_empty() {
            true => name.value,
            false => format!("{}（{}）", name.value, texts.join("，")),
        },
        open: remarks.iter().find_map(|remark| remark.value.open.clone()),
    };
    Traced::constant(shown).joined(keys.join(name.keys))
}

impl View {
    /// Fills in declared rows, those who count in the order of their files.
    pub(in crate::forms) fn fill_points(
        &mut self,
        source: Source<'_>,
        (form, points): (&Form, &[Point]),
        unit: UnitId,
    ) -> Option<()> {
        self.label_points(points);
        let figures = source.figures(unit, form.id())?;
        for (row, point) in points.iter().enumerate() {
            let count = figures.table.total(&point.name)?;
            self.cells.insert(cell(row, COUNT), count.to_string());
            self.cells.insert(cell(row, NAMES), String::new());
        }
        for person in source.people(unit)? {
            for said in of_member(source, form, (&person, None), Which::All)?.cells {
                if said.shown.keys.meet(private::keys()) {
                    self.private.insert(said.cell.clone().into_owned());
                }
                let names = self.cells.entry(said.cell.into_owned()).or_default();
                if !names.is_empty() {
                    names.push('、');
                }
                names.push_str(&said.shown.value.text);
            }
        }
        let empty = empty(source.workspace.round()).value;
        for row in 0..points.len() {
            let names = self.cells.entry(cell(row, NAMES)).or_default();
            if names.is_empty() {
                empty.clone_into(names);
            }
        }
        Some(())
    }

    /// What the rows are about, also where nobody is.
    pub(in crate::forms) fn label_points(&mut self, points: &[Point]) {
        for (row, point) in points.iter().enumerate() {
            self.cells.insert(cell(row, LABEL), point.name.clone());
            let before = row.checked_sub(1).map(|before| &points[before].group);
            if let Some(group) = point
                .group
                .as_ref()
                .filter(|_| before != Some(&point.group))
            {
                let number = self.groups.len();
                self.groups.push(row);
                let cell = format!("{GROUPS}[{number}].{GROUP}");
                self.cells.insert(cell, group.clone());
            }
        }
        self.ends_with(points.len());
    }
}
