//! What only documents have: a text, what can be filled into it.

use super::Reading;
use super::columns::taken;
use crate::check::rules::documents::document_fault::DocumentFault;
use crate::expression::Expression;
use crate::forms::declaration::{Column, Declaration, Taken};
use crate::forms::document::{Field, Own, Prose, TOTAL};
use crate::forms::source::{FormSource, Paper, Scope};
use crate::model::nearest::nearest;
use crate::model::node::Span;
use crate::model::scalars::Formula;
use crate::model::value::{Given as _, Value};
use crate::tabulate::{Condition, Group, Population, Rows, Who};

/// So many people are named where the declaration does not say how many.
const MOST: usize = 10;
/// The words before the parts of a count.
const LEAD: &str = "，其中";

/// The one row in which everybody is counted.
const EVERYBODY: &str = "全体";

/// What is counted, until it is read whole.
#[derive(Default)]
struct Counted {
    columns: Vec<Column>,
    fields: Vec<(String, Field)>,
    taken: Vec<Taken>,
}

impl Reading<'_> {
    fn wrong(&mut self, span: Span, fault: DocumentFault) {
        self.faults.push((span, fault.into()));
    }

    /// The declaration of a document: a table with a total alone, and a text.
    pub(super) fn document(
        &mut self,
        source: &FormSource,
        (scope, paper): (Scope, Paper),
    ) -> Option<Declaration> {
        self.can_be_document(source, (scope, paper));
        self.keys_of_counts(source);
        let file = source.text.as_ref()?;
        let mut counted = Counted::default();
        for (name, span, count) in &source.counted.entries {
            let field = match &count.taken {
                Some(value) => {
                    let taken = taken(value);
                    counted.taken.push(taken.clone());
                    Field::Taken(taken.table, taken.figure)
                }
                None => {
                    let who = self.who(&count.population, count.condition.as_ref());
                    counted.columns.push(leaf(name, who));
                    Field::Count
                }
            };
            self.offered(&mut counted, name, *span, field);
        }
        for (name, span, persons) in &source.persons.entries {
            let who = self.who(&persons.population, persons.condition.as_ref());
            counted.columns.push(leaf(name, who));
            let most = persons.most.as_ref();
            let most = most.map_or(MOST, |most| self.count(Some(most)));
            self.offered(&mut counted, name, *span, Field::Persons(most));
            if scope != Scope::Branch {
                self.wrong(*span, DocumentFault::NamedAbove);
            }
        }
        if let Some((_, span, _)) = source
            .counted
            .entries
            .first()
            .filter(|_| scope == Scope::Round)
        {
            self.wrong(*span, DocumentFault::CountedForRound);
        }
        for (name, span, divided) in &source.divided.entries {
            let field = Field::Divided {
                parts: divided
                    .parts
                    .iter()
                    .map(|part| self.known(&counted, part))
                    .collect(),
                whole: self.known(&counted, divided.whole.as_ref()?),
                has_shares: divided.share.given() == Some(&true),
                lead: divided
                    .lead
                    .as_ref()
                    .map_or(LEAD, |lead| &lead.text)
                    .to_owned(),
            };
            self.offered(&mut counted, name, *span, field);
        }
        for (name, span, share) in &source.shares.entries {
            let field = Field::Share {
                part: self.known(&counted, share.part.as_ref()?),
                whole: self.known(&counted, share.whole.as_ref()?),
                called: share.called.as_ref()?.text.clone(),
            };
            self.offered(&mut counted, name, *span, field);
        }
        let own = Own::ALL.map(|(name, own)| (name.to_owned(), Field::Own(own)));
        counted.fields.extend(own);
        let asks_for = self.asks_for.iter().map(|(form, _)| *form).collect();
        Some(Declaration {
            prose: Some(Prose {
                scope,
                file: (file.text.clone(), file.span),
                text: String::new(),
                fields: counted.fields,
                taken: counted.taken,
                asks_for,
            }),
            ..self.counted_alone(source, paper, counted.columns)?
        })
    }

    /// The declaration of what is counted in a total alone.
    pub(super) fn counted_alone(
        &mut self,
        source: &FormSource,
        paper: Paper,
        columns: Vec<Column>,
    ) -> Option<Declaration> {
        let everybody = format!("“{EVERYBODY}”");
        Some(Declaration {
            id: source.id.as_ref()?.text.clone(),
            title: source.title.as_ref()?.text.clone(),
            paper,
            // For whom it is made is said elsewhere.
            scope: Scope::Organisation,
            who: Who::default(),
            entries: None,
            sort: Vec::new(),
            all_levels: false,
            group: None,
            copies: u32::try_from(self.count(source.copies.as_ref())).unwrap_or(1),
            pages: self.count(source.pages.as_ref()),
            output: source.output.as_ref()?.text.clone(),
            cells: Vec::new(),
            reserved: Vec::new(),
            columns,
            rows: Some(Rows {
                by: Expression::read(&everybody, &self.names).ok()?,
                groups: vec![Group {
                    name: EVERYBODY.to_owned(),
                    texts: vec![EVERYBODY.to_owned()],
                }],
                total: TOTAL.to_owned(),
                otherwise: None,
                of_units: false,
            }),
            rows_at: source.place,
            population: Vec::new(),
            head: Vec::new(),
            foot: Vec::new(),
            beside: Vec::new(),
            relations: Vec::new(),
            handed_up: false,
            has_notes: false,
            is_optional: source.optional.given() == Some(&true),
            is_stamped: source.stamped.given() == Some(&true),
            prose: None,
            points: None,
        })
    }

    /// A document is no card, is upright, and has a text.
    fn can_be_document(&mut self, source: &FormSource, (scope, paper): (Scope, Paper)) {
        let faults = [
            (
                scope == Scope::Member,
                DocumentFault::NotOfDocuments("党员"),
            ),
            (
                scope == Scope::Round && source.text.is_none(),
                DocumentFault::RoundWithoutText,
            ),
        ];
        let place = source.scope.as_ref().map_or(source.place, |it| it.span);
        for (_, fault) in faults.into_iter().filter(|(is_so, _)| *is_so) {
            self.wrong(place, fault);
        }
        let place = source.paper.as_ref().map_or(source.place, |it| it.span);
        if paper != Paper::Portrait {
            self.wrong(place, DocumentFault::Lying);
        }
    }

    fn who(&mut self, of: &[Value<Formula>], condition: Option<&Value<Formula>>) -> Who {
        let of: Vec<Population> = self.populations(of);
        Who {
            of,
            condition: match condition {
                Some(condition) => self.condition(Some(condition)),
                None => Condition::default(),
            },
            apart_from: Vec::new(),
        }
    }

    /// Notes what can be filled in under a name.
    fn offered(&mut self, counted: &mut Counted, name: &str, span: Span, field: Field) {
        let is_own = Own::ALL.iter().any(|(own, _)| *own == name);
        if is_own || counted.fields.iter().any(|(known, _)| known == name) {
            self.wrong(span, DocumentFault::NameTwice(name.to_owned()));
        }
        if !crate::prose::is_name(name) {
            self.wrong(span, DocumentFault::Name(name.to_owned()));
        }
        counted.fields.push((name.to_owned(), field));
    }

    /// The name of something that is counted.
    fn known(&mut self, counted: &Counted, name: &Value<Formula>) -> String {
        let is_count =
            |field: &Field| matches!(field, Field::Count | Field::Taken(..) | Field::Persons(_));
        let known = counted.fields.iter().filter(|(_, field)| is_count(field));
        let known: Vec<&str> = known.map(|(name, _)| name.as_str()).collect();
        if !known.contains(&name.text.as_str()) {
            let near = nearest(&name.text, known.into_iter()).map(str::to_owned);
            self.wrong(
                name.span,
                DocumentFault::UnknownCount(name.text.clone(), near),
            );
        }
        name.text.clone()
    }
}

/// A column in which some are counted.
pub(super) fn leaf(name: &str, who: Who) -> Column {
    Column {
        key: None,
        value: None,
        format: None,
        head: name.to_owned(),
        at: Span::default(),
        name: Some(name.to_owned()),
        population: who.of,
        condition: who.condition,
        sum: Vec::new(),
        taken: None,
        split: None,
        children: Vec::new(),
    }
}
