//! 身份证号码 (GB 11643): check character, birth date, sex, area code.

use super::case::Case;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::PersonFinding;
use crate::model::area;
use crate::model::id_number::check_character;
use crate::model::value::Given as _;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let member = case.member;
    let Some((value, number)) = member
        .id_number
        .as_ref()
        .and_then(|value| Some((value, value.get()?)))
    else {
        return;
    };
    // What a mistyped number says of birth and sex is worth nothing.
    if !number.is_valid() {
        let computed = check_character(&number.as_str()[..17]);
        let finding = PersonFinding::Checksum { computed };
        found.push(case.finding(finding, value));
        return;
    }
    match (number.birth(), &member.born) {
        (None, _) => {
            let digits = number.as_str()[6..14].to_owned();
            let finding = PersonFinding::NoSuchBirth { digits };
            found.push(case.finding(finding, value));
        }
        (Some(of_id), Some(born)) if born.get().is_some_and(|born| !born.may_be(of_id)) => {
            let finding = PersonFinding::BirthDiffers { of_id };
            let diagnostic = case.finding(finding, value);
            found.push(diagnostic.beside(&case.file.path, born, Relationship::Compared));
        }
        _ => {}
    }
    if let Some(sex) = &member.sex
        && member.sex.given().is_some_and(|sex| *sex != number.sex())
    {
        let finding = PersonFinding::SexDiffers {
            of_id: number.sex(),
        };
        let diagnostic = case.finding(finding, value);
        found.push(diagnostic.beside(&case.file.path, sex, Relationship::Compared));
    }
    if !area::was_in_force(number.area()) {
        let code = number.area().to_owned();
        found.push(case.finding(PersonFinding::AreaUnknown { code }, value));
    }
}
