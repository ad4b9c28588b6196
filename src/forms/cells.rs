//! The cells of a form by name: which a page must have, and which it may have.

use std::ops::Range;

use super::card_cell::{self, CELLS, LISTS, List};
use super::catalogue::Form;
use super::declaration::{Column, Declaration, Scope};
use super::document;
use super::printing::Cell;
use super::stamp;
use crate::tabulate::Rows;

/// The line of the reconciliation below a cross-table.
pub const RECONCILIATION: &str = "对账";
/// Which units a cross-table, or a list over several branches, is without.
pub const WITHOUT: &str = "不含";
/// Counts beside a cross-table.
pub const SUPPLEMENT: &str = "补充资料";
/// The rows of a register.
pub const ROWS: &str = "行";
/// The groups of rows of a register, and the name of each.
pub const GROUPS: &str = "组";
/// The name of a group.
pub const GROUP: &str = "名";

/// The lines of organisations of a cross-table, and the name of each.
pub const UNITS: &str = "组织";
/// The name of an organisation.
pub const NAME: &str = "名";

/// The cells that can stand above and below registers and tables.
pub const PAIRS: [&str; 4] = ["填报单位", "填表日期", "填表人", "联系电话"];

/// The cells that a form declares.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// Cells that stand there once.
    single: Vec<String>,
    /// Cells of lists: the list and the key in each of its items.
    listed: Vec<(String, String)>,
    /// Cells of a document, which may stand there as often as its words say.
    free: Vec<String>,
    /// Whether all of them must be there. Cards that do not say which cells they
    /// have may have any.
    complete: bool,
    /// Where it says that it is without the figures, or the members, of some units, if it
    /// can be.
    without: Vec<String>,
    /// Those of a card that stand there once.
    single_of_card: Vec<&'static Cell>,
    /// The lists of a card, each with its cells.
    lists_of_card: Vec<(List, Vec<&'static Cell>)>,
    /// Where it prints what it says of itself, which must be there.
    stamp: Option<&'static str>,
}

impl Cells {
    /// The cells of a form.
    pub fn of(form: &Declaration, tables: &[Form]) -> Self {
        let mut cells = Self {
            complete: true,
            stamp: form.is_stamped.then_some(stamp::CELL),
            ..Self::default()
        };
        cells
            .single
            .extend(form.head.iter().chain(&form.foot).cloned());
        if !tables.is_empty() {
            tables.iter().for_each(|table| cells.add_all(table));
            return cells;
        }
        if let Some(prose) = &form.prose {
            cells.free = document::cells(prose);
            cells
                .listed
                .push((document::PARTS.to_owned(), document::TEXT.to_owned()));
            return cells;
        }
        if let Some(points) = &form.points {
            cells.add_rows(form, points.iter().any(|point| point.group.is_some()));
            return cells;
        }
        let without = |may_be: bool| may_be.then(|| WITHOUT.to_owned());
        match form.scope {
            Scope::Round => {}
            Scope::Member => {
                cells.complete = !form.cells.is_empty();
                match cells.complete {
                    true => form.cells.iter().for_each(|cell| cells.add(&cell.name)),
                    false => card_cell::names().for_each(|name| cells.add(name)),
                }
            }
            Scope::Branch => {
                cells.without.extend(without(form.all_levels));
                cells.add_rows(form, form.group.is_some() || form.all_levels);
            }
            Scope::Organisation => {
                cells.without.extend(without(!form.handed_up));
                cells.add_table(form);
            }
        }
        if form.scope == Scope::Member {
            cells.of_card(form);
        }
        cells
    }

    /// Which of the cells that cards can have the form has.
    fn of_card(&mut self, form: &Declaration) {
        // What the form says of a cell by itself is not printed twice.
        let own = form.cells.iter().filter(|cell| cell.value.is_some());
        let own: Vec<&str> = own.map(|cell| cell.name.as_str()).collect();
        let known =
            |cell: &&Cell| !own.contains(&cell.name) && self.knows(&cell.name.replace("[]", "[0]"));
        let known = CELLS.iter().filter(known);
        let (listed, single): (Vec<&Cell>, _) = known.partition(|cell| cell.name.contains("[]"));
        let lists = LISTS.map(|list| {
            let of_list = listed.iter().filter(|cell| cell.name.starts_with(list.0));
            (list, of_list.copied().collect::<Vec<_>>())
        });
        self.single_of_card = single;
        self.lists_of_card = lists
            .into_iter()
            .filter(|(_, cells)| !cells.is_empty())
            .collect();
    }

    /// The cells of a card that stand there once.
    pub fn single_of_card(&self) -> &[&'static Cell] {
        &self.single_of_card
    }

    /// The lists of a card, each with its cells.
    pub fn lists_of_card(&self) -> impl Iterator<Item = (List, &[&'static Cell])> {
        let lists = self.lists_of_card.iter();
        lists.map(|(list, cells)| (*list, cells.as_slice()))
    }

    /// Adds the cells of a table of a form of several, under its id.
    fn add_all(&mut self, table: &Form) {
        let cells = &table.cells;
        let named = |name: &String| table.cell_in_form(name);
        self.single.extend(cells.single.iter().map(named));
        self.without.extend(cells.without.iter().map(named));
        let listed = cells.listed.iter();
        let listed = listed.map(|(list, key)| (named(list), key.clone()));
        self.listed.extend(listed);
    }

    fn add(&mut self, name: &str) {
        match name.split_once("[].") {
            Some((list, key)) => self.listed.push((list.to_owned(), key.to_owned())),
            None => self.single.push(name.to_owned()),
        }
    }

    /// The cells of rows, and of the groups that they stand in.
    fn add_rows(&mut self, form: &Declaration, is_grouped: bool) {
        let keys = form.columns.iter().filter_map(|column| column.key.clone());
        self.listed.extend(keys.map(|key| (ROWS.to_owned(), key)));
        let group = is_grouped.then(|| (GROUPS.to_owned(), GROUP.to_owned()));
        self.listed.extend(group);
    }

    fn add_table(&mut self, form: &Declaration) {
        let columns = leaves(&form.columns);
        let of_units = form.rows.as_ref().is_some_and(|rows| rows.of_units);
        if of_units {
            let names = columns.iter().filter_map(|column| column.name.clone());
            let names = std::iter::once(NAME.to_owned()).chain(names);
            self.listed
                .extend(names.map(|name| (UNITS.to_owned(), name)));
        }
        let names = |rows: &'_ Rows| {
            let groups = rows.groups.iter().filter(|_| !rows.of_units);
            let groups = groups.map(|group| group.name.clone());
            groups.chain([rows.total.clone()]).collect::<Vec<_>>()
        };
        for row in form.rows.iter().flat_map(names) {
            let names = columns.iter().filter_map(|column| column.name.as_ref());
            self.single
                .extend(names.map(|column| format!("{row}.{column}")));
        }
        for block in &form.beside {
            match block.equal {
                Some(_) => self.single.push(block.name.clone()),
                None => {
                    let names = block.counts.iter();
                    self.single
                        .extend(names.map(|(name, _)| format!("{}.{name}", block.name)));
                }
            }
        }
    }

    /// Where the form says which units it is without, if it can be.
    pub fn without(&self) -> &[String] {
        &self.without
    }

    /// Whether the form has a cell of this name.
    pub fn knows(&self, name: &str) -> bool {
        match item(name) {
            Some((list, _, key)) => self.listed.iter().any(|(l, k)| l == list && k == key),
            None => {
                let mut names = self.single.iter().chain(&self.free).chain(&self.without);
                names.any(|single| single == name) || self.stamp == Some(name)
            }
        }
    }

    /// The cells that must be on the pages, with these items of each list.
    pub fn required(&self, items: impl Fn(&str) -> Range<usize>) -> Vec<String> {
        let stamp = self.stamp.map(str::to_owned);
        if !self.complete {
            return stamp.into_iter().collect();
        }
        let items = self
            .listed
            .iter()
            .flat_map(|(list, key)| items(list).map(move |index| format!("{list}[{index}].{key}")));
        let all = self.single.iter().cloned().chain(items);
        all.chain(stamp).collect()
    }

    /// All names, those of lists with empty brackets.
    pub fn names(&self) -> Vec<String> {
        let listed = self
            .listed
            .iter()
            .map(|(list, key)| format!("{list}[].{key}"));
        let single = self.single.iter().chain(&self.free).cloned();
        let stamp = self.stamp.map(str::to_owned);
        single.chain(listed).chain(stamp).collect()
    }
}

/// The parts of the name of a list's cell: `行[3].姓名`.
pub fn item(name: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = name.split_once('[')?;
    let (index, key) = rest.split_once("].")?;
    Some((list, index.parse().ok()?, key))
}

/// Whether a cell prints the name of a person, or several.
pub fn is_name(cell: &str) -> bool {
    let key = cell.rsplit('.').next().unwrap_or(cell);
    matches!(key, "姓名" | "入党介绍人" | "填表人")
}

/// The leaves of a header tree from left to right: a node that is a leaf of its
/// own stands left of its children.
pub fn leaves(columns: &[Column]) -> Vec<&Column> {
    columns
        .iter()
        .flat_map(|column| {
            let own = column.name.is_some().then_some(column);
            own.into_iter().chain(leaves(&column.children))
        })
        .collect()
}

/// The columns that are counted and whose sum a column is, by their places: parts that
/// are sums themselves are taken apart.
pub fn parts(columns: &[&Column], of: &Column) -> Vec<usize> {
    let place = |name: &String| {
        let mut columns = columns.iter();
        columns.position(|column| column.name.as_ref() == Some(name))
    };
    let places = of.sum.iter().filter_map(place);
    let parts = places.flat_map(|at| match columns[at].sum.is_empty() {
        true => vec![at],
        false => parts(columns, columns[at]),
    });
    parts.collect()
}

/// The heads of a header tree, each with the leaves below it.
pub fn heads(columns: &[Column]) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for column in columns.iter().filter(|column| !column.children.is_empty()) {
        let below = leaves(&column.children).into_iter();
        let below = below.filter_map(|leaf| leaf.name.clone()).collect();
        all.push((column.head.clone(), below));
        all.extend(heads(&column.children));
    }
    all
}
