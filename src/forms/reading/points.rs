//! Forms whose rows are declared: counted as documents are, laid out as registers.

use super::document::leaf;
use super::{Reading, texts};
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::forms::declaration::{Column, Declaration, Point};
use crate::forms::points::COLUMNS;
use crate::forms::points::source::PointSource;
use crate::forms::source::{ColumnSource, FormSource, Paper, Scope};
use crate::model::code::Code as _;
use crate::model::scalars::Formula;
use crate::model::value::Value;
use crate::tabulate::Who;

impl Reading<'_> {
    /// The declaration of a form with declared rows.
    pub(super) fn points(
        &mut self,
        source: &FormSource,
        (scope, paper): (Scope, Paper),
    ) -> Option<Declaration> {
        self.not_of_points(source, scope);
        let names = source.points.iter().filter_map(|point| point.name.as_ref());
        self.names_once(names.map(|name| (name.text.clone(), name.span)));
        let shown: Vec<Column> = source
            .columns
            .iter()
            .map(|column| self.shown(column))
            .collect();
        if shown.is_empty() {
            self.fault(source.place, DeclarationFault::NoColumns);
        }
        let read = source.points.iter().filter_map(|point| self.point(point));
        let (points, counted): (Vec<Point>, Vec<Column>) = read.unzip();
        let columns = shown.into_iter().chain(counted).collect();
        Some(Declaration {
            head: texts(&source.head),
            foot: texts(&source.foot),
            has_notes: source.notes.is_some(),
            points: Some(points),
            ..self.counted_alone(source, paper, columns)?
        })
    }

    /// A row, and the column in which it is counted.
    fn point(&mut self, source: &PointSource) -> Option<(Point, Column)> {
        let who = Who {
            of: self.populations(&source.population),
            condition: self.condition(source.condition.as_ref()),
            apart_from: Vec::new(),
        };
        let remarks = source.remarks.iter();
        let remarks = remarks.filter_map(|value| self.member(value)).collect();
        let name = source.name.as_ref()?.text.clone();
        let column = leaf(&name, who);
        let group = source.group.as_ref().map(|group| group.text.clone());
        Some((
            Point {
                name,
                group,
                remarks,
            },
            column,
        ))
    }

    /// A column as it is laid out.
    fn shown(&mut self, source: &ColumnSource) -> Column {
        let key = source.key.as_ref();
        if let Some(key) = key.filter(|key| !COLUMNS.contains(&key.text.as_str())) {
            let fault = DeclarationFault::ColumnOfPoints(key.text.clone());
            self.fault(key.span, fault);
        }
        let head = source.head.as_ref();
        let missing = match (key, head) {
            (None, _) => Some(DeclarationFault::ColumnOfPoints(String::new())),
            (_, None) => Some(DeclarationFault::NoHead("表头")),
            _ => None,
        };
        if let Some(missing) = missing {
            self.fault(source.place, missing);
        }
        Column {
            key: key.map(|key| key.text.clone()),
            at: head.map_or(source.place, |head| head.span),
            name: None,
            ..leaf(
                &head.map_or_else(String::new, |head| head.text.replace('\n', "")),
                Who::default(),
            )
        }
    }

    /// Keys that say who stands in registers, or what tables have.
    fn not_of_points(&mut self, source: &FormSource, scope: Scope) {
        let first = |values: &[Value<Formula>]| values.first().map(|value| value.span);
        let place = source.scope.as_ref().map(|scope| scope.span);
        for (span, key) in [
            (first(&source.members), "对象"),
            (source.filter.as_ref().map(|it| it.span), "筛选"),
            (source.entries.as_ref().map(|it| it.span), "逐条"),
            (source.entry_filter.as_ref().map(|it| it.span), "逐条筛选"),
            (first(&source.sort), "排序"),
            (source.group.as_ref().map(|it| it.span), "分组"),
            (source.all_levels.as_ref().map(|it| it.span), "逐级"),
            (source.without_rows.as_ref().map(|it| it.span), "空表"),
            (source.rows.as_ref().map(|it| it.place), "行"),
            (first(&source.population), "人群"),
            (source.cells.first().map(|it| it.place), "格"),
            (source.relations.first().map(|it| it.place), "关系"),
            (source.reconciled.as_ref().map(|it| it.place), "对账"),
            (source.numbered.as_ref().map(|it| it.span), "列号"),
        ] {
            if let Some(span) = span {
                self.fault(span, DeclarationFault::NotOfPoints(key));
            }
        }
        if let Some(span) = place.filter(|_| scope != Scope::Branch) {
            let fault = DeclarationFault::ScopeOfKey("事项", Scope::Branch.word());
            self.fault(span, fault);
        }
    }
}
