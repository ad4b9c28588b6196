//! 学历: the higher of full-time and part-time education counts.

use super::fact::{Fact, Input, Rule};
use crate::model::education::Education;
use crate::model::member::Member;
use crate::model::value::Value;

/// The education that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schooled {
    /// As written in the file: what the registers print.
    pub text: String,
    /// Its meaning.
    pub education: Education,
}

/// The higher of a member's two lines of education, the full-time one where
/// they are equal.
pub fn schooling(member: &Member) -> Option<Fact<Schooled>> {
    let block = member.education.as_ref()?;
    let full_time = block
        .full_time
        .as_ref()
        .and_then(|line| line.level.as_ref());
    let part_time = block
        .part_time
        .as_ref()
        .and_then(|line| line.level.as_ref());
    let level = |value: &Option<&Value<Education>>| value.and_then(Value::get).map(|e| e.level);
    let (key, value) = match level(&part_time) > level(&full_time) {
        true => ("学历学位.在职教育.学历", part_time?),
        false => ("学历学位.全日制教育.学历", full_time?),
    };
    let education = *value.get()?;
    let inputs = Input::of(key, Some(value)).into_iter().collect();
    let value = Schooled {
        text: value.text.clone(),
        education,
    };
    Some(Fact {
        value,
        rule: Rule::Schooling,
        inputs,
    })
}
