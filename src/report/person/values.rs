//! What follows from a member's file: each fact with its rule, its working and what it
//! follows from.

use serde_json::{Value as Json, json};

use super::working::{iso, written};
use super::{Account, Sources};
use crate::derive::named::NamedFact;
use crate::derive::{Certainty, Value};
use crate::expression::Scope;
use crate::model::handle::FormId;
use crate::report::Lang;
use crate::report::cited::{Cited, listed};
use crate::report::mask::mask;

/// A fact about a member.
pub struct Told {
    name: &'static str,
    value: String,
    rule: &'static str,
    working: Option<String>,
    inputs: Vec<Cited>,
}

/// The facts on the days of some forms.
pub struct OnDays {
    forms: Vec<String>,
    filled_on: String,
    told: Vec<Told>,
}

/// The facts of a member: all on the days of the first form, and those that are otherwise
/// on other days.
pub fn told(sources: &mut Sources<'_>, lang: Lang) -> Vec<OnDays> {
    let person = sources.person;
    let mut groups: Vec<(Scope<'_>, Vec<FormId>)> = Vec::new();
    for (id, form) in sources.maker.catalogue.forms.iter() {
        let Some(scope) = person.scope(form.id()) else {
            continue;
        };
        let reference = scope.asking.reference;
        let mut known = groups.iter_mut();
        match known.find(|(known, _)| known.asking.reference == reference) {
            Some((_, forms)) => forms.push(id),
            None => groups.push((scope, vec![id])),
        }
    }
    let mut all: Vec<OnDays> = Vec::new();
    for (scope, forms) in groups {
        let mut told = Vec::new();
        for fact in NamedFact::all() {
            let value = fact.of(scope.facts, scope.asking);
            let inputs = sources.inputs(forms[0], value.keys);
            let text = match (&value.value, &inputs[..]) {
                (Value::Open, []) => lang.pick("没有写", "not given").to_owned(),
                _ => shown(&value.value, lang),
            };
            let mut known = all.first().into_iter().flat_map(|first| &first.told);
            if known.any(|known| known.name == fact.name && known.value == text) {
                continue;
            }
            let working = fact.working(scope.asking);
            told.push(Told {
                name: fact.name,
                value: text,
                rule: lang.pick(fact.rule[0], fact.rule[1]),
                working: working.map(|working| written(&working, lang)),
                inputs,
            });
        }
        let forms = forms
            .into_iter()
            .map(|form| &sources.maker.catalogue.forms[form]);
        all.push(OnDays {
            forms: forms.map(|form| form.id().to_owned()).collect(),
            filled_on: scope.asking.reference.filled_on.value.to_string(),
            told,
        });
    }
    all
}

/// A value, as it reads.
fn shown(value: &Value, lang: Lang) -> String {
    let flag = |certainty: Certainty| match certainty {
        Certainty::Yes => lang.pick("是", "yes"),
        Certainty::No => lang.pick("否", "no"),
        Certainty::Open => lang.pick("还定不下来", "open"),
    };
    match value {
        Value::Number(low, high) if low == high => low.to_string(),
        Value::Number(low, high) => format!("{low}—{high}"),
        Value::Date(date) => iso(*date),
        Value::Flag(certainty) => flag(*certainty).to_owned(),
        Value::Text(text, _) => mask(text),
        Value::Texts(texts) => {
            let texts = texts.iter().map(|(text, certainty)| match certainty {
                Certainty::Yes => mask(text),
                other => format!("{}（{}）", mask(text), flag(*other)),
            });
            let texts: Vec<String> = texts.collect();
            match texts.is_empty() {
                true => lang.pick("没有", "none").to_owned(),
                false => texts.join("、"),
            }
        }
        Value::Count(count) => count.to_string(),
        Value::Absent => lang.pick("不计", "not counted").to_owned(),
        Value::Open => lang.pick("还定不下来", "open").to_owned(),
    }
}

/// For people.
pub fn text(all: &[OnDays], account: &Account<'_>, lang: Lang) -> String {
    let mut text = String::new();
    for (at, days) in all
        .iter()
        .enumerate()
        .filter(|(_, days)| !days.told.is_empty())
    {
        let (filled_on, forms) = (&days.filled_on, days.forms.join("、"));
        text += &match at {
            0 => lang.pick(
                format!("\n怎样算出来的（填表日期 {filled_on}）\n"),
                format!("\nHow that comes about (filled in on {filled_on})\n"),
            ),
            _ => lang.pick(
                format!("\n{forms}（填表日期 {filled_on}）不同的\n"),
                format!("\nOtherwise on {forms} (filled in on {filled_on})\n"),
            ),
        };
        for told in &days.told {
            let working = told
                .working
                .iter()
                .map(|working| format!("    {working}\n"));
            let inputs = match told.inputs.is_empty() {
                true => String::new(),
                false => format!("    ← {}\n", listed(&told.inputs, &account.path, lang)),
            };
            text += &format!("  {}：{}\n    {}\n", told.name, told.value, told.rule);
            text.extend(working);
            text += &inputs;
        }
    }
    text
}

/// For programs.
pub fn json(all: &[OnDays]) -> Json {
    let days = all.iter().map(|days| {
        let told = days.told.iter().map(|told| {
            json!({
                "name": told.name,
                "value": told.value,
                "rule": told.rule,
                "working": told.working,
                "inputs": told.inputs.iter().map(Cited::json).collect::<Vec<Json>>(),
            })
        });
        json!({
            "forms": days.forms,
            "填表日期": days.filled_on,
            "facts": told.collect::<Vec<Json>>(),
        })
    });
    days.collect()
}
