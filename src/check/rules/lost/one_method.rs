//! A search in earnest uses at least two different methods (domain: severities).

use super::no_searches::not_found;
use crate::check::prelude::*;

rule! {
    /// All attempts in one way.
    OneMethod = W0610 "查找方式不足两种" Warning, waivable, member;
    zh "查找只用了一种方式，至少要用两种" "再用别的方式查找，例如走访户籍地、原单位同事、公安协查";
    en "all attempts were made in one way; two are needed"
       "try another way, as a visit at home, colleagues, the police";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some((lost, _)) = not_found(case) else {
        return;
    };
    let methods = lost.searches.iter().map(|search| search.method.given());
    let Some(mut methods) = methods.collect::<Option<Vec<_>>>() else {
        return;
    };
    methods.sort();
    methods.dedup();
    if let ([_], Some(first)) = (&methods[..], lost.searches.first()) {
        found.push(case.finding(OneMethod {}, first));
    }
}
