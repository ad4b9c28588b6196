//! Two states of a workspace: every figure is the old one and what named persons move it by.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::harness::{Made, Opened};
use super::random::{members, settings};
use paicha::load::Album;
use paicha::review::{Review, State};
use paicha::tabulate::Figures;
use paicha::typeset::{Assets, Fonts};

const BRANCHES: [&str; 2] = ["总支/甲支部", "总支/乙支部"];

/// The figures of an organisation: form, row, column.
type Cells = BTreeMap<(String, String, String), i64>;

fn made(settings: &str, members: &[Vec<String>; 2]) -> Opened {
    Made::round(settings)
        .organisation("总支", "类型: 党总支\n党组织类别:")
        .organisation(BRANCHES[0], "")
        .members(BRANCHES[0], &members[0])
        .organisation(BRANCHES[1], "")
        .members(BRANCHES[1], &members[1])
        .open()
}

fn cells(opened: &Opened, path: &str) -> Cells {
    let mut cells = Cells::new();
    for form in ["附件6", "附件7"] {
        let figures: &Figures = opened.of(path, form);
        let table = &figures.table;
        for (row, figures) in &table.rows {
            for (column, figure) in table.columns.iter().zip(figures) {
                let name = (form.to_owned(), row.clone(), column.clone());
                cells.insert(name, i64::from(figure.unwrap_or(0)));
            }
        }
        for block in &figures.beside {
            for (name, count) in &block.counts {
                let name = (form.to_owned(), block.name.clone(), name.clone());
                cells.insert(name, i64::from(*count));
            }
        }
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Members of both states are random, those in the middle the same; the second branch
    /// may get those of the first, who move then.
    #[test]
    fn what_persons_move_is_what_changes(
        settings in settings(),
        first in members(),
        second in members(),
        third in members(),
        moved in any::<bool>(),
    ) {
        let old = made(&settings, &[first.clone(), second.clone()]);
        let new = match moved {
            true => made(&settings, &[second, first]),
            false => made(&settings, &[first, third]),
        };
        let state = |opened: &Opened| State::of(&opened.project.workspace.files, Album::default());
        let states = [state(&old), state(&new)];
        let fonts = Arc::new(Fonts::of_workspace(states[1].files(), &[]));
        let assets = Assets::with_fonts(states[1].layouts(), fonts);
        let review = Review::of(states, [&assets, &assets], 1).expect("files as they were");
        for path in ["总支", BRANCHES[0], BRANCHES[1]] {
            let (before, now) = (cells(&old, path), cells(&new, path));
            let mut told: Cells = Cells::new();
            for cell in review.cells.iter().filter(|cell| cell.org == path) {
                let name = (cell.form.clone(), cell.row.clone(), cell.column.clone());
                prop_assert_eq!(cell.old, before[&name], "{} {:?}", path, name);
                prop_assert_eq!(cell.new, now[&name], "{} {:?}", path, name);
                let sum: i64 = cell.by.iter().map(|share| share.change).sum();
                prop_assert_eq!(sum, cell.new - cell.old, "{} {:?} {:?}", path, name, cell.by);
                prop_assert!(cell.by.iter().all(|share| !share.name.is_empty()));
                told.insert(name, cell.new - cell.old);
            }
            for (name, figure) in &now {
                let change = figure - before[name];
                let told = told.get(name).copied().unwrap_or(0);
                prop_assert_eq!(told, change, "{} {:?}", path, name);
            }
        }
    }
}
