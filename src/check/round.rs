//! 填表日期 of the round.

use super::diagnostic::{Affected, At, Diagnostic};
use super::finding::Finding;
use super::rules::keys::missing_key::MissingKey;
use super::rules::organisations::round_days::round;
use super::rules::organisations::unknown_form::unknown;
use crate::model::dates::DEFAULT;
use crate::tabulate::Source;

pub fn check(source: &Source<'_>, found: &mut Vec<Diagnostic>) {
    let Some((file, round)) = round(source) else {
        return;
    };
    let everything = Affected::everything();
    let dates = &round.filled_on;
    if let (None, Some((_, span, _))) = (&dates.default, dates.by_form.first()) {
        let finding = Finding::from(MissingKey::Key(DEFAULT.into()));
        found.push(finding.at(file.path.clone(), At::Span(*span), everything.clone()));
    }
    unknown(source, dates, &file.path, &everything, found);
}
