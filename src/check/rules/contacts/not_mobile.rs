//! 手机号码 is one, or several with 、 between them.

use crate::check::prelude::*;
use crate::model::contact::is_mobile;

rule! {
    /// No mobile number.
    NotMobile {
        /// What stands there.
        text: String,
    } = W0502 "手机号码不合格式" Warning, waivable, member;
    zh "“{text}”不像手机号码" "手机号码有 11 位，以 1 开头；几个号码用“、”隔开";
    en "“{text}” does not look like a mobile number"
       "11 digits beginning with 1; several numbers with 、 between them";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(phone) = &case.member.phone
        && phone.get().is_some_and(|_| !is_mobile(&phone.text))
    {
        let text = phone.text.clone();
        found.push(case.finding(NotMobile { text }, phone));
    }
}
