//! A unit that hands up figures hands up those of all tables, also of new ones (note 6 of
//! 附件7).

use crate::check::prelude::*;
use crate::tabulate::figures::ReportFaultKind;

rule! {
    /// Figures that are handed up lack a table that the workspace has of its own.
    Unreported {
        /// The form.
        form: String,
    } = W0918 "没有报这张表" Warning, unit;
    zh "上报的数字里没有“{form}”：本单位的表空着，上级的表不含本单位"
       "在“其他表”里写 {form}: {{行: …}}；这张表里没有人的，写 {form}: {{行: {{}}}}";
    en "the figures handed up have none of “{form}”: the unit's own table stays open, those above are without it"
       "add {form}: {{行: …}} to 其他表; if nobody is in it, {form}: {{行: {{}}}}";
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let Some(file) = &source.workspace.units[unit].figures else {
        return;
    };
    for (form, figures) in source.tables(unit).filter(|(form, _)| !form.is_of_notice) {
        let mut faults = figures.faults.iter();
        let none = faults.find(|fault| fault.kind == ReportFaultKind::NoTable);
        found.extend(none.map(|fault| {
            let affected = Affected::unit(unit).only(&[&form.id]);
            let form = form.id.clone();
            let finding = Finding::from(Unreported { form });
            finding.at(file.path.clone(), At::Span(fault.span), affected)
        }));
    }
}
