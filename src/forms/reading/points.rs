//! Forms whose rows are declared: counted as documents are, laid out as registers.

use super::document::leaf;
use super::{Reading, texts};
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::forms::declaration::{Column, Declaration, Point};
use crate::forms::points::COLUMNS;
use crate::forms::points::source::PointSource;
use crate::forms::source::{ColumnSource, FormSource, Paper, Scope};
use crate::model::code::Code as _;
use crate::tabulate::Who;

impl Reading<'_> {
    /// The declaration of a form with declared rows.
    pub(super) fn points(
        &mut self,
        source: &FormSource,
        (scope, paper): (Scope, Paper),
    ) -> Option<Declaration> {
        let place = source.scope.as_ref().map_or(source.place, |it| it.span);
        if scope != Scope::Branch {
            let scopes = vec![Scope::Branch.word()];
            self.fault(place, DeclarationFault::ScopeOfKey("事项", scopes));
        }
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
}
