//! Attempts belong into the round.

use super::no_searches::not_found;
use crate::check::prelude::*;

rule! {
    /// An attempt outside of the round on every reading.
    SearchOutside {
        /// First day of the round.
        from: NaiveDate,
        /// Last day of the search.
        to: NaiveDate,
    } = W0611 "查找日期不在排查期内" Warning, waivable, member;
    zh { format!("查找日期不在本轮排查期内（{}至{}）", day(*from), day(*to)) }
       "核对日期；以前的查找可写进“线索”或“备注”";
    en "the attempt is outside of the round ({from} to {to})"
       "check the date; earlier attempts belong into 原因 or 备注";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let round = case.source.workspace.round();
    let days = round.and_then(|round| Some((round.begins()?, *round.search_ended.given()?)));
    let (Some((from, to)), Some((lost, _))) = (days, not_found(case)) else {
        return;
    };
    for value in lost
        .searches
        .iter()
        .filter_map(|search| search.day.as_ref())
    {
        let Some(day) = value.get() else { continue };
        // What lies ahead of 填表日期 is told apart.
        let is_ahead = case.last_day.is_some_and(|last| day.earliest() > last);
        if (day.latest() < from || day.earliest() > to) && !is_ahead {
            found.push(case.finding(SearchOutside { from, to }, value));
        }
    }
}
