//! Family 10: relations of tables.

pub mod own_relation;
pub mod own_warning;
pub mod relation;
pub mod within_roll;

use crate::check::prelude::*;
use crate::check::rule::registered;
use crate::expression::{Comparison, Side};
use crate::tabulate::relations::{Failed, FailedRelation};

registered! {
    relation within_roll own_relation own_warning
}

/// Figures that do not agree.
#[derive(Clone, Debug)]
pub struct Unequal {
    /// The form.
    pub form: String,
    /// The relation.
    pub broken: Failed,
    /// What may be at fault.
    pub blame: Blame,
}

/// What may be at fault where figures do not agree.
#[derive(Clone, Debug)]
pub enum Blame {
    /// The figures that a unit has handed up.
    Figures,
    /// The declaration of a form of the workspace's own, seen in a unit.
    Form(String),
    /// Nothing that stands in a file.
    Program,
}

impl Unequal {
    /// As its rule finds it; some relations are only to be warned of.
    pub fn finding(self, is_warning: bool) -> Finding {
        let unequal = self;
        match (matches!(unequal.blame, Blame::Form(_)), is_warning) {
            (true, false) => own_relation::OwnRelation { unequal }.into(),
            (true, true) => own_warning::OwnWarning { unequal }.into(),
            (false, false) => relation::Relation { unequal }.into(),
            (false, true) => within_roll::WithinRoll { unequal }.into(),
        }
    }

    fn message(&self, lang: Lang) -> String {
        let (form, blame, broken) = (&self.form, &self.blame, &self.broken);
        let (row, column, relation) = (&broken.row, &broken.column, &broken.relation);
        let ((left, left_figure), (right, right_figure)) = (&broken.left, &broken.right);
        let form = match (blame, lang) {
            (Blame::Form(unit), Lang::Zh) => format!("{form}的{unit}，"),
            (Blame::Form(unit), Lang::En) => format!("{form} of {unit}"),
            _ => form.clone(),
        };
        let part = |name: &str, zh: &str, en: &str| match (name, lang) {
            ("", _) => String::new(),
            (_, Lang::Zh) => format!("“{name}”{zh}"),
            (_, Lang::En) => format!(",{en} “{name}”"),
        };
        let (of_row, of_column) = (part(row, "行", " row"), part(column, "列", ""));
        if let (FailedRelation::Declared(_, written), Blame::Form(_)) = (relation, blame) {
            let values = broken.values.iter();
            let values = values.map(|(name, figure)| format!("{name} {figure}"));
            let values: Vec<String> = values.collect();
            let place = format!("{form}{}{of_column}", part(row, "一行：", ""));
            return match lang {
                Lang::Zh => format!("{place}{written} 不成立（{}）", values.join("、")),
                Lang::En => format!("{place}: {written} does not hold ({})", values.join(", ")),
            };
        }
        let [a, b] = [(left, left_figure), (right, right_figure)]
            .map(|(side, figure)| format!("{} {figure}", self::side(side, lang)));
        let comparison = &broken.comparison;
        let compared = words! { match comparison, lang {
            Comparison::Equal => "{a}，{b}，应相等" "{a}, {b}; they must agree"
            Comparison::AtMost | Comparison::Less => "{a} 多于{b}" "{a} exceeds {b}"
            Comparison::AtLeast | Comparison::More => "{a} 少于{b}" "{a} is less than {b}"
            Comparison::Unequal => "{a}，{b}" "{a}, {b}"
        } };
        let between = match lang {
            Lang::Zh => ["、", " 与"],
            Lang::En => [" + ", " + "],
        };
        let [parts, all] =
            [(left, between[0]), (right, between[1])].map(|(side, between)| match side {
                Side::Names(names) => names.join(between),
                other => self::side(other, lang),
            });
        let (left, right) = (left_figure, right_figure);
        words! { match relation, lang {
            FailedRelation::Declared(..) => "{form}{of_row}{of_column}：{compared}"
                "{form}{of_row}{of_column}: {compared}"
            FailedRelation::TotalOfRows
                => "{form}“{column}”列：合计 {left}，各行之和 {right}，应相等"
                "{form}, “{column}”: total {left}, sum of rows {right}; they must agree"
            FailedRelation::Reconciled(name)
                => "{form}{name}：{parts}共 {left} 人，{all} 共 {right} 行，应相等"
                "{form}: {parts} = {left}, {all} = {right}; they must agree"
            FailedRelation::SumOfBelow
                => "{form}{of_row}“{column}”列：本级 {left}，下级之和 {right}，应相等"
                "{form}{of_row}{of_column}: {left} here, {right} in the organisations below; \
                 they must agree"
        } }
    }

    /// Where figures are handed up, they are to be checked.
    fn help(&self, lang: Lang, otherwise: &str) -> String {
        match (&self.blame, lang) {
            (Blame::Figures, Lang::Zh) => "核对这个单位上报的数字".to_owned(),
            (Blame::Figures, Lang::En) => "check the figures of this unit".to_owned(),
            _ => otherwise.to_owned(),
        }
    }
}

/// One side of a comparison.
fn side(side: &Side, lang: Lang) -> String {
    let quoted = |name: &String| match lang == Lang::Zh && name.contains('/') {
        true => format!("“{name}”"),
        false => name.clone(),
    };
    match (side, lang) {
        (Side::None, _) => String::new(),
        (Side::Name(name), _) => quoted(name),
        (Side::Total(head), Lang::Zh) => format!("“{head}”各列之和"),
        (Side::Total(head), Lang::En) => format!("sum of “{head}”"),
        (Side::Rows(form), Lang::Zh) => format!("{form}的行数"),
        (Side::Rows(form), Lang::En) => format!("rows of {form}"),
        (Side::Names(names), Lang::Zh) => {
            let names: Vec<String> = names.iter().map(quoted).collect();
            format!("{}之和", names.join("、"))
        }
        (Side::Names(names), Lang::En) => names.join(" + "),
    }
}
