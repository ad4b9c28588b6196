//! Which outputs a finding keeps from being right.

use super::plan::Output;
use crate::check::{Concern, Reach};
use crate::forms::{Catalogue, Scope};
use crate::load::Workspace;

/// Whether an output needs what a finding is about.
pub fn concerns(
    workspace: &Workspace,
    catalogue: &Catalogue,
    concern: &Concern,
    output: &Output,
) -> bool {
    let form = &catalogue.forms[output.form];
    if !concern.forms.is_empty() && !concern.forms.iter().any(|id| id == form.id()) {
        return false;
    }
    let (Some(faulty), Some(unit)) = (concern.unit, output.unit) else {
        // A blank variant needs nothing but the layout.
        return output.unit.is_some() || !concern.forms.is_empty();
    };
    let of_unit = concern.member.is_none() && workspace.is_within(unit, faulty);
    of_unit
        || match form.declaration.scope {
            Scope::Member => faulty == unit && concern.member == output.member,
            Scope::Branch => faulty == unit && concern.reach >= Reach::Registers,
            Scope::Organisation => {
                workspace.is_within(faulty, unit) && concern.reach == Reach::Figures
            }
        }
}
