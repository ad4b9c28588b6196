//! 填表日期 may differ by the id of a form (data format).

use std::path::Path;

use super::organisation;
use crate::check::prelude::*;
use crate::model::dates::FillDates;

rule! {
    /// 填表日期 names a form that does not exist.
    UnknownForm {
        /// What it names.
        form: String,
        /// The ids there are.
        known: Vec<String>,
    } = E0902 "没有这张表" Error, unit;
    zh "填表日期里的“{form}”不是哪张表的编号" { format!("可写：默认、{}", known.join("、")) };
    en "填表日期 names “{form}”, which is no form"
       { format!("accepted: 默认, {}", known.join(", ")) };
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    if let Some((file, organisation)) = organisation(source, unit) {
        let affected = Affected::unit(unit);
        unknown(
            source,
            &organisation.filled_on,
            &file.path,
            &affected,
            found,
        );
    }
}

/// Names in a 填表日期 by form that no form has.
pub fn unknown(
    source: &Source<'_>,
    dates: &FillDates,
    path: &Path,
    affected: &Affected,
    found: &mut Vec<Diagnostic>,
) {
    for (form, span, _) in &dates.by_form {
        if !source.declared.ids.contains(form) {
            let (form, known) = (form.clone(), source.declared.ids.clone());
            let finding = Finding::from(UnknownForm { form, known });
            found.push(finding.at(path.to_owned(), At::Span(*span), affected.clone()));
        }
    }
}
