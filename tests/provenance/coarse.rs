//! A coarse date beside every day that it may mean.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, NaiveDate};
use serde_json::{Value, json};

use super::bench::{Bench, Given, get, with};
use super::dice::{Dice, changes};
use super::person::{BORDERS, dates, day, id_number, person};

/// What is decided: which forms there are, which cells are filled, all figures.
fn decided(given: &Given, is_table: bool) -> Option<BTreeMap<String, String>> {
    let cells = given.as_ref()?.iter().map(|(cell, text)| {
        let text = match is_table || cell.ends_with(" 数") {
            true => text.clone(),
            false => (!text.is_empty()).to_string(),
        };
        (cell.clone(), text)
    });
    Some(cells.collect())
}

/// All days of a month; of a year the first and last of each month, and the days on
/// which something can turn.
fn days(date: NaiveDate, whole_year: bool, others: &[NaiveDate]) -> Vec<NaiveDate> {
    let of = |month: u32, day: u32| NaiveDate::from_ymd_opt(date.year(), month, day);
    if !whole_year {
        return (1..=31).filter_map(|day| of(date.month(), day)).collect();
    }
    let mut days = BTreeSet::new();
    for month in 1..=12 {
        days.insert(of(month, 1).expect("a day"));
        days.insert(
            (28..=31)
                .rev()
                .find_map(|day| of(month, day))
                .expect("a day"),
        );
    }
    let turning = BORDERS
        .iter()
        .map(|text| day(text))
        .chain(others.iter().copied());
    for turning in turning {
        let half = paicha::model::date::add_months(turning, -6);
        for turning in [turning, half] {
            let Some(in_year) = of(turning.month(), turning.day()) else {
                continue;
            };
            days.extend([in_year - Days::new(1), in_year, in_year + Days::new(1)]);
        }
    }
    days.retain(|day| day.year() == date.year());
    days.into_iter().collect()
}

/// A text without the date itself, however it is printed: what is left is computed, or
/// has nothing to do with it.
fn without(text: &str, date: &str) -> String {
    let dotted = date.replace('-', ".");
    let shorter = dotted.rsplit_once('.').map_or("", |(month, _)| month);
    let prints = [dotted.as_str(), shorter].into_iter();
    let mut prints = prints.filter(|print| !print.is_empty() && text.contains(print));
    prints
        .next()
        .map_or(text.to_owned(), |print| text.replacen(print, "□", 1))
}

/// The numbers in a text as one that can be compared: 5年6个月 is 66, 预备 is below all.
fn size(text: &str) -> i64 {
    if text.contains("预备") {
        return -1;
    }
    let number = |text: &str| text.parse::<i64>().unwrap_or_default();
    let text = text
        .trim_start_matches(['□', '（'])
        .trim_end_matches(['）', '岁']);
    match text.split_once('年') {
        Some((years, months)) => 12 * number(years) + number(months.trim_end_matches("个月")),
        None => number(text.trim_end_matches("个月")),
    }
}

/// Both readings as they are printed: what they begin and end with alike stands once.
fn both(low: &str, high: &str) -> String {
    let is_frame = |c: char| "□（）岁".contains(c);
    let head = &low[..low.len() - low.trim_start_matches(is_frame).len()];
    let tail = &low[low.trim_end_matches(is_frame).len()..];
    let inner = |text: &str| text.trim_matches(is_frame).to_owned();
    format!("{head}{}—{}{tail}", inner(low), inner(high))
}

struct Change {
    member: Value,
    route: String,
    whole_year: bool,
    date: NaiveDate,
}

fn written(date: NaiveDate, whole_year: bool) -> String {
    let text = date.to_string();
    text[..if whole_year { 4 } else { 7 }].to_owned()
}

/// Looks at one change; what is wrong is told.
fn look(change: &Change) -> Vec<String> {
    let Change {
        member,
        route,
        whole_year,
        date,
    } = change;
    let others: Vec<NaiveDate> = dates(member)
        .iter()
        .filter_map(|route| get(member, route)?.as_str()?.parse().ok())
        .collect();
    let mut all = days(*date, *whole_year, &others);
    let coarse = written(*date, *whole_year);
    let born: NaiveDate = get(member, "出生年月")
        .and_then(Value::as_str)
        .and_then(|t| t.parse().ok())
        .expect("a day");
    let sex = member["性别"].as_str().expect("a word").to_owned();
    // The number completes a birth that it does not contradict: then only one day is meant.
    let other_number = born.day().is_multiple_of(2);
    let of_number = match other_number {
        true => day("1911-11-11"),
        false => born,
    };
    if route == "出生年月" && !other_number {
        all = vec![born];
    }
    let reading = |value: &str| {
        let changed = with(member, route, Some(&json!(value)));
        let id = id_number(of_number, 0, &sex);
        with(&changed, "身份证号码", Some(&json!(id)))
    };
    let mut readings = vec![reading(&coarse)];
    readings.extend(all.iter().map(|day| reading(&day.to_string())));
    let bench = Bench::of(&readings);
    let mut wrong = Vec::new();
    for form in bench.forms() {
        let is_table = ["附件6", "附件7"].contains(&form.as_str());
        let given: Vec<Given> = (0..readings.len())
            .map(|at| bench.given(at, &form))
            .collect();
        let decisions: BTreeSet<_> = given[1..]
            .iter()
            .map(|given| decided(given, is_table))
            .collect();
        let refused = bench.refused(0, &form);
        let told: Vec<_> = refused
            .iter()
            .filter(|found| found.rule.code == "E0304")
            .collect();
        let mut say = |what: &str| {
            wrong.push(format!(
                "{form}: {what}, {route}: {coarse}\n  {}",
                readings[0]
            ));
        };
        if decisions.len() > 1 {
            let at_place = told
                .iter()
                .any(|found| bench.text_at(0, found).trim_matches('"') == coarse);
            if !at_place {
                say("differs from day to day, and is not refused");
            }
            continue;
        }
        if !told.is_empty() {
            say("is the same on all days, and is refused");
            continue;
        }
        if decisions.first() != Some(&decided(&given[0], is_table)) {
            say("is not as on all days");
            continue;
        }
        let Some(cells) = &given[0] else { continue };
        for (cell, text) in cells {
            let same = |given: &Given| {
                given
                    .as_ref()
                    .is_some_and(|given| given.get(cell) == Some(text))
            };
            if given[1..].iter().all(same) {
                continue;
            }
            let text = without(text, &coarse);
            let exact = given[1..].iter().zip(&all);
            let texts: BTreeSet<String> = exact
                .filter_map(|(given, day)| {
                    Some(without(given.as_ref()?.get(cell)?, &day.to_string()))
                })
                .collect();
            if texts.len() == 1 && texts.contains(&text) {
                continue;
            }
            let ends = texts.iter().min_by_key(|text| size(text));
            let ends = ends.zip(texts.iter().max_by_key(|text| size(text)));
            let (low, high) = ends.expect("a text");
            if text != both(low, high) {
                say(&format!("{cell} is {text:?}, on the days {texts:?}"));
            }
            if !bench.is_told(0, "W0305") {
                say(&format!("{cell} is open without a warning"));
            }
        }
    }
    wrong
}

#[test]
fn a_coarse_date_decides_or_is_refused_where_its_days_differ() {
    let mut wrong = Vec::new();
    let mut looked = 0;
    let wanted = changes(500);
    for seed in 0.. {
        let mut dice = Dice::new(seed);
        let member = person(&mut dice);
        for route in dates(&member) {
            let date = get(&member, &route)
                .and_then(Value::as_str)
                .expect("a date");
            let date: NaiveDate = date.parse().expect("a day");
            let change = Change {
                member: member.clone(),
                route,
                whole_year: dice.once_in(2),
                date,
            };
            wrong.extend(look(&change));
            looked += 1;
        }
        if looked >= wanted || wrong.len() > 8 {
            break;
        }
    }
    assert!(
        wrong.is_empty(),
        "of {looked} changes\n{}",
        wrong.join("\n")
    );
}
