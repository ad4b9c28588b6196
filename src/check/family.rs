//! 家庭主要成员 and 入党介绍人.

use super::case::{CARD, Case};
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::BlockFinding;
use crate::derive::Certainty;
use crate::derive::age::age_of_relative;
use crate::derive::shown::number;

/// 党章 art. 5: two full members.
const INTRODUCERS: usize = 2;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let family = match case.is_misshapen("家庭主要成员") {
        true => &[][..],
        false => &case.member.family,
    };
    for relative in family {
        if relative.born.is_none() && relative.age.is_none() {
            found.push(case.of_card(BlockFinding::RelativeAge, relative.place));
        }
        if relative.politics.is_none() {
            found.push(case.of_card(BlockFinding::RelativePolitics, relative.place));
        }
        if let (Some(age), Some(born)) = (&relative.age, &relative.born)
            && let Some(&given) = age.get()
            && let Some(reference) = case.reference(CARD)
            && let Some(counted) = age_of_relative(&relative.born, reference)
            && counted.within(Some(given), Some(given)) == Certainty::No
        {
            let counted = number(counted);
            let diagnostic = case.of_card(BlockFinding::RelativeAgeDiffers { counted }, age.span);
            found.push(diagnostic.beside(&case.file.path, born.span, Relationship::Compared));
        }
    }
    let introducers = &case.member.introducers;
    if let Some(first) = introducers.first()
        && introducers.len() != INTRODUCERS
    {
        let finding = BlockFinding::Introducers(introducers.len());
        found.push(case.of_card(finding, first.span));
    }
}
