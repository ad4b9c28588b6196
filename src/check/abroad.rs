//! 出国: what was done about the membership, and stays one after the other.

use super::case::Case;
use super::dated::Dated;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::BlockFinding;
use crate::model::value::Given as _;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let stays = &case.member.abroad;
    for stay in stays {
        if stay.membership.is_none() {
            found.push(case.finding(BlockFinding::NoMembership, stay));
        }
        if let (Some(back), None) = (&stay.back, &stay.resumed) {
            found.push(case.finding(BlockFinding::NotResumed, back));
        }
    }
    let mut in_order: Vec<_> = stays
        .iter()
        .filter(|stay| stay.left.given().is_some())
        .collect();
    in_order.sort_by_key(|stay| stay.left.given().map(|left| left.earliest()));
    for pair in in_order.windows(2) {
        let (Some(left), before) = (Dated::of("出国日期", &pair[1].left), pair[0]) else {
            continue;
        };
        let back = Dated::of("回国日期", &before.back);
        let overlaps = back.is_none_or(|back| left.is_before(back));
        if overlaps {
            let diagnostic = case.finding(BlockFinding::StaysOverlap, left.value);
            let other = back.map_or(before.place, |back| back.value.span);
            let other = (other, before.keys);
            found.push(diagnostic.beside(&case.file.path, other, Relationship::Compared));
        }
    }
}
