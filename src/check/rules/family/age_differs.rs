//! 家庭主要成员: an age that is given follows from the date of birth.

use super::no_age::relatives;
use crate::check::prelude::*;
use crate::derive::age::age_of_relative;
use crate::derive::notation::number;
use crate::derive::{Certainty, Days, Reading};
use crate::model::noted::{Noted, Notes};

rule! {
    /// A relative whose age does not follow from the date of birth.
    AgeDiffers {
        /// The age that follows, as printed.
        counted: String,
    } = W1503 "家庭成员年龄与出生年月不符" Warning, waivable, member;
    zh "按出生年月算是 {counted} 岁，与“年龄”不同" "留下“出生年月”，删去“年龄”";
    en "by 出生年月 the age is {counted}, 年龄 says otherwise" "keep 出生年月, delete 年龄";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (index, relative) in relatives(case).iter().enumerate() {
        if let (Some(age), Some(born)) = (&relative.age, &relative.born)
            && let Some(&given) = age.get()
            && let Some(counted) = counted(case, index)
            && counted.within(Some(given), Some(given)) == Certainty::No
        {
            let counted = number(counted);
            found.push(case.compared(AgeDiffers { counted }, age, born));
        }
    }
}

/// The age of a relative by the date of birth.
fn counted(case: &Case<'_>, index: usize) -> Option<Reading<i32>> {
    let notes = Notes::default();
    let own = case.own()?;
    let relative = Noted::on(case.member, &notes).family().iter().nth(index)?;
    age_of_relative(relative, Days::on(own.asking.reference, &notes))
}
