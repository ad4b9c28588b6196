//! Names of organisations are full, and differ (notes 8 and 11 of 附件1).

use std::collections::HashMap;

use super::{organisation, told};
use crate::check::prelude::*;

rule! {
    /// Another organisation has the same 名称.
    NameTwice {
        /// The name.
        name: String,
    } = W0906 "组织名称重复" Warning, workspace;
    zh "另一个组织也叫“{name}”" "写全称，各组织的名称应不相同；重复建的文件夹要删去一个";
    en "another organisation is called “{name}”, too"
       "give full names, all different; delete a folder made twice";
}

fn check(source: &Source<'_>, found: &mut Vec<Diagnostic>) {
    let mut first = HashMap::new();
    for unit in source.workspace.units.ids() {
        let Some((file, organisation)) = organisation(source, unit) else {
            continue;
        };
        let name = organisation.name.as_ref();
        let Some(value) = name.filter(|name| !name.text.is_empty()) else {
            continue;
        };
        let Some((path, span)) = first.get(&value.text) else {
            first.insert(&value.text, (&file.path, value.span));
            continue;
        };
        let name = value.text.clone();
        let diagnostic = told(unit, file, NameTwice { name }, value.span);
        let place = (*span, Keys::ALL);
        found.push(diagnostic.beside(path, place, Relationship::FirstOccurrence));
    }
}
