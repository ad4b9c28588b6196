//! How far a branch has come.

use crate::Project;
use crate::check::rules::dispositions::situation;
use crate::check::{Case, Diagnostic};
use crate::derive::Certainty;
use crate::forms::document::{has, is_unfilled};
use crate::forms::outputs::{Pattern, is_of_unit, outputs};
use crate::forms::rows::is_meant;
use crate::forms::usage::Usage;
use crate::forms::{Form, Scope};
use crate::model::handle::{FormId, MemberId, UnitId};

/// How many of what a branch needs are whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that are.
    pub whole: usize,
    /// All of them; those of which it is open whether they are needed stand here, too.
    pub all: usize,
}

impl Share {
    fn add(&mut self, is_whole: bool) {
        self.all += 1;
        self.whole += usize::from(is_whole);
    }
}

/// How far a branch has come.
pub struct Branch {
    /// The branch.
    pub unit: UnitId,
    /// Its members.
    pub members: usize,
    /// Of each form of the catalogue: cards, rows of a register, or the table.
    pub forms: Vec<Share>,
    /// Of its lost members, those of whom the search has a result.
    pub searched: Share,
    /// Of these, those about whom something is decided, or need not be.
    pub decided: Share,
}

impl Branch {
    /// How far units have come.
    pub fn all(
        project: &Project,
        usage: &Usage<'_>,
        units: impl Iterator<Item = UnitId>,
    ) -> Vec<Self> {
        let errors = project.diagnostics.iter().filter(|one| one.is_error());
        let errors: Vec<&Diagnostic> = errors.collect();
        let of_unit = |unit| Self::of(project, usage, &errors, unit);
        units.map(of_unit).collect()
    }

    fn of(project: &Project, usage: &Usage<'_>, errors: &[&Diagnostic], unit: UnitId) -> Self {
        let counting = Counting {
            project,
            usage,
            errors,
            unit,
        };
        let forms = project.catalogue.forms.iter();
        let (searched, decided) = accounted(project, unit);
        Self {
            unit,
            members: project.workspace.units[unit].member_paths.ids().count(),
            forms: forms.map(|(id, form)| counting.form(id, form)).collect(),
            searched,
            decided,
        }
    }
}

/// What is counted of a unit.
struct Counting<'a> {
    project: &'a Project,
    usage: &'a Usage<'a>,
    errors: &'a [&'a Diagnostic],
    unit: UnitId,
}

impl Counting<'_> {
    fn form(&self, id: FormId, form: &Form) -> Share {
        let mut share = Share::default();
        if let Some(prose) = &form.declaration.prose {
            let source = self.project.source();
            if has(source, prose, self.unit) {
                let waits = is_unfilled(source, form, self.unit);
                share.add(!waits && !self.is_spoiled((id, None), |_| true));
            }
            return share;
        }
        match form.declaration.scope {
            _ if !form.tables.is_empty() => share.add(!self.is_spoiled((id, None), |_| true)),
            Scope::Member => self.cards(id, form, &mut share),
            Scope::Branch => self.rows(id, form, &mut share),
            Scope::Round => {}
            // Some tables only those have below whom others stand.
            Scope::Organisation => {
                if is_of_unit(&self.project.workspace.units[self.unit], form) {
                    share.add(!self.is_spoiled((id, None), |_| true));
                }
            }
        }
        share
    }

    fn cards(&self, id: FormId, form: &Form, share: &mut Share) {
        let source = self.project.source();
        let planned = Pattern::of(form).and_then(|it| outputs(source, (id, form), &it, self.unit));
        for card in planned.into_iter().flatten() {
            let is_spoiled = || self.is_spoiled((id, card.output.member), |_| true);
            match card.is_certain {
                Some(true) => share.add(!is_spoiled()),
                Some(false) => {}
                None => share.add(false),
            }
        }
    }

    /// A member with an error that keeps the register from being right may be a row of it.
    fn rows(&self, id: FormId, form: &Form, share: &mut Share) {
        let source = self.project.source();
        let is_open = self.is_spoiled((id, None), |member| member.is_none());
        for member in self.project.workspace.units[self.unit].member_paths.ids() {
            let is_faulty = self.is_spoiled((id, None), |about| about == Some(member));
            // Whose file cannot be read at all is nobody yet.
            let person = source.person(self.unit, member);
            let is_row = person.map(|person| is_meant(source, form, &person).value);
            match is_row {
                Some(Certainty::No) if !is_faulty => {}
                is_row => share.add(is_row == Some(Certainty::Yes) && !is_faulty && !is_open),
            }
        }
    }

    /// Whether an error about some member, or about none, spoils an output.
    fn is_spoiled(
        &self,
        (form, member): (FormId, Option<MemberId>),
        is_asked: impl Fn(Option<MemberId>) -> bool,
    ) -> bool {
        let affected = self.errors.iter().map(|error| &error.affected);
        let mut affected = affected.filter(|affected| is_asked(affected.member));
        affected.any(|affected| self.usage.spoils(affected, (form, Some(self.unit), member)))
    }
}

/// Of those who were lost, whose search has a result; of these, about whom something is
/// decided, or who are out, or handed on late.
fn accounted(project: &Project, unit: UnitId) -> (Share, Share) {
    let (mut searched, mut decided) = (Share::default(), Share::default());
    for case in Case::of_unit(project.source(), unit) {
        let Some((_, scope)) = case.accounting() else {
            continue;
        };
        let lost = &scope.facts.lost;
        if !lost.lost_before.value.is_yes() {
            continue;
        }
        let has_result = lost.found.value.is_yes() || lost.not_found.value.is_yes();
        searched.add(has_result);
        if has_result {
            let is_late = situation(&case, None).is_some_and(|it| it.is_late_transfer());
            let is_out = lost.departed.value.is_yes();
            decided.add(is_out || is_late || scope.facts.disposed.value.is_yes());
        }
    }
    (searched, decided)
}
