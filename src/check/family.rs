//! 家庭主要成员 and 入党介绍人.

use super::case::Case;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::BlockFinding;
use crate::derive::age::age_of_relative;
use crate::derive::shown::number;
use crate::derive::{Certainty, Days, Reading};
use crate::model::noted::{Noted, Notes};

/// 党章 art. 5: two full members.
const INTRODUCERS: usize = 2;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let family = match case.is_misshapen("家庭主要成员") {
        true => &[][..],
        false => &case.member.family,
    };
    for (index, relative) in family.iter().enumerate() {
        if relative.born.is_none() && relative.age.is_none() {
            found.push(case.finding(BlockFinding::RelativeAge, relative));
        }
        if relative.politics.is_none() {
            found.push(case.finding(BlockFinding::RelativePolitics, relative));
        }
        if let (Some(age), Some(born)) = (&relative.age, &relative.born)
            && let Some(&given) = age.get()
            && let Some(counted) = counted(case, index)
            && counted.within(Some(given), Some(given)) == Certainty::No
        {
            let counted = number(counted);
            let diagnostic = case.finding(BlockFinding::RelativeAgeDiffers { counted }, age);
            found.push(diagnostic.beside(&case.file.path, born, Relationship::Compared));
        }
    }
    let introducers = &case.member.introducers;
    if let Some(first) = introducers.first()
        && introducers.len() != INTRODUCERS
    {
        let finding = BlockFinding::Introducers(introducers.len());
        found.push(case.finding(finding, first));
    }
}

/// The age of a relative by the date of birth.
fn counted(case: &Case<'_>, index: usize) -> Option<Reading<i32>> {
    let notes = Notes::default();
    let own = case.own()?;
    let relative = Noted::on(case.member, &notes).family().iter().nth(index)?;
    age_of_relative(relative, Days::on(own.asking.reference, &notes))
}
