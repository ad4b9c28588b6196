//! Which forms are made: those that the round names, else all but the ones that are made
//! only where they are named.

use super::catalogue::{ALL, Catalogue, Form};
use crate::model::round::Round;

/// Which forms a call is about.
#[derive(Clone, Copy, Debug)]
pub enum Choice<'a> {
    /// Those of the round, and these by name.
    OfRound(&'a [String]),
    /// Whatever form there is.
    All,
}

impl Form {
    /// Whether a call names the form so: by id, title, or both; or one of its tables.
    pub fn is_called(&self, name: &str) -> bool {
        let title = &self.declaration.title;
        name == self.id()
            || name == title
            || name == format!("{}-{title}", self.id())
            || self.tables.iter().any(|table| table.is_called(name))
    }
}

impl Catalogue {
    /// Keeps the forms that are chosen, those that they ask for, and all that are made
    /// unless they are left out: others are asked for by name.
    pub fn choose(&mut self, round: Option<&Round>, choice: Choice<'_>) {
        let of_round = round.map_or(&[][..], |round| &round.forms);
        let is_of_round = |form: &Form| match of_round {
            [] => !form.declaration.is_optional,
            named => named
                .iter()
                .any(|one| one.text == ALL || one.text == form.id()),
        };
        for id in self.forms.ids() {
            let form = &mut self.forms[id];
            (form.is_named, form.is_chosen) = match choice {
                Choice::All => (false, true),
                Choice::OfRound(names) => {
                    let is_named = names.iter().any(|name| form.is_called(name));
                    (is_named, is_named || is_of_round(form))
                }
            };
        }
        let is_there = |form: &Form| form.is_chosen || !form.declaration.is_optional;
        let mut needed: Vec<String> = Vec::new();
        loop {
            let is_needed = |form: &Form| needed.iter().any(|id| form.has_id(id));
            let is_kept = |form: &&Form| is_there(form) || is_needed(form);
            let asked = self.forms.values().filter(is_kept);
            let asked = asked.flat_map(|form| self.asked_by(form));
            let more: Vec<String> = asked.filter(|id| !needed.contains(id)).collect();
            if more.is_empty() {
                break;
            }
            needed.extend(more);
        }
        let is_kept = |form: &Form| is_there(form) || needed.iter().any(|id| form.has_id(id));
        let dropped = self.forms.values().filter(|form| !is_kept(form));
        self.others = dropped.cloned().collect();
        self.forms.retain(is_kept);
    }

    /// The ids of the forms whose rows or figures a form asks for.
    fn asked_by(&self, form: &Form) -> impl Iterator<Item = String> {
        let rows = form.asks_for().map(|of| self.known.forms[of].clone());
        rows.chain(form.takes().map(|taken| taken.table.clone()))
    }

    /// The ids of all forms, those included that are not made.
    pub fn all_ids(&self) -> Vec<&str> {
        let others = self.others.iter().map(Form::id);
        self.ids().into_iter().chain(others).collect()
    }

    /// The ids of documents of a kind, those included that are not made.
    pub fn documents(&self, is_meant: &dyn Fn(&super::document::Prose) -> bool) -> Vec<&str> {
        let all = self.forms.values().chain(&self.others);
        let meant = all.filter(|form| form.declaration.prose.as_ref().is_some_and(is_meant));
        meant.map(Form::id).collect()
    }
}
