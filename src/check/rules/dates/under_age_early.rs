//! Before the 党章 of 1982 some were admitted younger than 18 (domain: 党龄).

use super::under_age::told;
use crate::check::prelude::*;

rule! {
    /// Admitted before the 18th birthday, and before 1982-09-06.
    UnderAgeEarly {
        /// The age at most.
        age: i32,
    } = W0310 "早年入党时不满十八周岁" Warning, waivable, member;
    zh "入党时 {age} 周岁，不满 18 周岁" "对照《入党志愿书》核对出生年月和入党日期";
    en "admitted at {age}, before the age of 18"
       "compare birth and admission with the application";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(told(case, true, |age| UnderAgeEarly { age }));
}
