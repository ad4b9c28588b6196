//! A postcode has six digits (data format).

use super::{organisation, told};
use crate::check::prelude::*;
use crate::model::contact::is_postcode;

rule! {
    /// No postcode.
    NotPostcode {
        /// What is given.
        text: String,
    } = W0908 "邮编不是六位数字" Warning, unit;
    zh "“{text}”不是邮编，邮编是六位数字" "例如 730700";
    en "“{text}” is no postcode of six digits" "as 730700";
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    if let Some((file, organisation)) = organisation(source, unit)
        && let Some(postcode) = &organisation.postcode
        && !is_postcode(&postcode.text)
    {
        let text = postcode.text.clone();
        found.push(told(unit, file, NotPostcode { text }, postcode.span));
    }
}
