//! The telephone stands below each form, for questions (附件2 to 附件7).

use super::{organisation, told};
use crate::check::prelude::*;
use crate::model::contact::is_telephone;

rule! {
    /// No telephone number.
    NotTelephone {
        /// What is given.
        text: String,
    } = W0907 "电话号码不合格式" Warning, unit;
    zh "“{text}”不像电话号码"
       "固定电话写成“区号-号码”，手机号码有 11 位；几个号码用“、”隔开";
    en "“{text}” does not look like a telephone number"
       "area code, hyphen, number, or 11 digits; several with 、 between them";
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let Some((file, organisation)) = organisation(source, unit) else {
        return;
    };
    let numbers = organisation.phone.iter().chain(&organisation.fax);
    found.extend(numbers.filter(|one| !is_telephone(&one.text)).map(|one| {
        let text = one.text.clone();
        told(unit, file, NotTelephone { text }, one.span)
    }));
}
