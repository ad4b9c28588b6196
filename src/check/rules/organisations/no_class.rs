//! Members are printed with the class of their branch (note 5 of 附件3), whatever kind of
//! organisation has them.

use super::{organisation, told};
use crate::check::prelude::*;

rule! {
    /// A branch, or another organisation with members, without 党组织类别.
    NoClass = E0901 "党支部缺少类别" Error, unit;
    zh "党支部和有党员的组织要写“党组织类别”（附件3 的九类之一）"
       { format!("补写“党组织类别: …”；可写：{}", OrganisationClass::WORDS.join("、")) };
    en "an organisation with members needs 党组织类别" { OrganisationClass::WORDS.join(", ") };
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    if let Some((file, organisation)) = organisation(source, unit)
        && let (Some(kind), None) = (&organisation.kind, &organisation.class)
        && (kind.get() == Some(&OrganisationKind::Branch)
            || !source.workspace.units[unit].member_paths.is_empty())
    {
        found.push(told(unit, file, NoClass {}, kind.span));
    }
}
