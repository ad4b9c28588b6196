//! 年龄 on 填表日期.

use chrono::{Datelike as _, NaiveDate};

use super::fact::{Fact, Input, Rule};
use super::reading::Reading;
use super::reference::Reference;
use crate::model::codes::AgeMethod;
use crate::model::date::{PartialDate, completed_years};
use crate::model::member::{Date, Member};
use crate::model::value::Given as _;

/// The age of a member. A coarse 出生年月 is completed from the ID number
/// where that does not contradict it.
pub fn age(member: &Member, reference: &Reference) -> Option<Fact<Reading<i32>>> {
    let born = *member.born.given()?;
    let exact = completed_from_id(member, born);
    let value = age_of(
        exact.map_or(born, PartialDate::Day),
        reference.filled_on,
        reference.age_method,
    );
    let id = exact
        .filter(|_| born.day().is_none())
        .and(member.id_number.as_ref());
    let inputs = [
        Input::date("出生年月", member.born.as_ref()),
        Input::of("身份证号码", id),
    ];
    let rule = match reference.age_method {
        AgeMethod::Completed => Rule::Age,
        AgeMethod::YearDifference => Rule::AgeByYear,
    };
    Some(Fact {
        value,
        rule,
        inputs: inputs.into_iter().flatten().collect(),
    })
}

/// The day of birth: the one given, or that of the ID number where it does not
/// contradict a coarse one.
pub fn completed_from_id(member: &Member, born: PartialDate) -> Option<NaiveDate> {
    born.day().or_else(|| {
        let birth = member
            .id_number
            .given()
            .filter(|number| number.is_valid())?
            .birth()?;
        born.may_be(birth).then_some(birth)
    })
}

/// The age of somebody else whose date of birth is given.
pub fn age_of_relative(born: &Date, reference: &Reference) -> Option<Reading<i32>> {
    let born = *born.given()?;
    Some(age_of(born, reference.filled_on, reference.age_method))
}

fn age_of(born: PartialDate, day: NaiveDate, method: AgeMethod) -> Reading<i32> {
    let years = |birth: NaiveDate| match method {
        AgeMethod::Completed => completed_years(birth, day),
        AgeMethod::YearDifference => day.year() - birth.year(),
    };
    let (youngest, oldest) = (years(born.latest()), years(born.earliest()));
    Reading::over([youngest.max(0), oldest.max(0)]).expect("two values")
}
