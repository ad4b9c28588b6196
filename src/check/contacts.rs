//! Residence, telephone, QQ or WeChat, dues.

use super::case::Case;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::PersonFinding;
use crate::derive::rate;
use crate::model::contact::{is_messenger, is_mobile};
use crate::model::value::Given as _;

/// 附件1 note 9: at most 32 characters.
const RESIDENCE: usize = 32;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let member = case.member;
    if let Some(residence) = &member.registered_at {
        let characters = residence.text.chars().count();
        if characters > RESIDENCE {
            let finding = PersonFinding::Residence { characters };
            found.push(case.finding(finding, residence));
        }
    }
    if let Some(phone) = &member.phone
        && phone.get().is_some_and(|text| !is_mobile(text))
    {
        found.push(case.finding(PersonFinding::Mobile(phone.text.clone()), phone));
    }
    if let Some(messenger) = &member.messenger
        && messenger.get().is_some_and(|text| !is_messenger(text))
    {
        let finding = PersonFinding::Messenger(messenger.text.clone());
        found.push(case.finding(finding, messenger));
    }
    found.extend(dues(case));
}

/// Below the flat rate on the whole base (中组发〔2008〕3号).
fn dues(case: &Case<'_>) -> Option<Diagnostic> {
    let paid = case.member.dues.as_ref()?;
    let record = case.member.dues_record.as_ref()?;
    let least = rate::least_dues(*record.class.given()?, record.base.given().copied())?;
    if *paid.get()? >= least {
        return None;
    }
    let diagnostic = case.finding(PersonFinding::Dues { least }, paid);
    let basis = record.base.as_ref().map_or(record.place, |base| base.span);
    let basis = (basis, record.keys);
    Some(diagnostic.beside(&case.file.path, basis, Relationship::Fact))
}
