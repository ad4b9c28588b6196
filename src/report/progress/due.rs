//! The stages of a round, and the days on which its forms are due.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use crate::Project;
use crate::model::round::Stage as Given;
use crate::model::value::Given as _;

/// When a stage is, as seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It begins in so many days.
    Ahead(i64),
    /// It goes on, for so many days after this one.
    Now(i64),
    /// It ended so many days ago.
    Over(i64),
    /// Its days, or the day, are not given.
    Unknown,
}

/// A stage of the round.
pub struct Stage<'a> {
    /// What the file says of it.
    pub given: &'a Given,
    /// When it is.
    pub when: When,
}

/// The stages as seen from a day.
pub fn stages(project: &Project, day: Option<NaiveDate>) -> Vec<Stage<'_>> {
    let round = project.workspace.round().into_iter();
    let stages = round.flat_map(|round| &round.stages);
    stages
        .map(|given| Stage {
            given,
            when: when(given, day),
        })
        .collect()
}

fn when(stage: &Given, day: Option<NaiveDate>) -> When {
    let (Some(begins), Some(ends), Some(day)) = (stage.begins.given(), stage.ends.given(), day)
    else {
        return When::Unknown;
    };
    match (day < *begins, day > *ends) {
        (true, _) => When::Ahead((*begins - day).num_days()),
        (_, true) => When::Over((day - *ends).num_days()),
        _ => When::Now((*ends - day).num_days()),
    }
}

/// The day on which each form is due, where a demand names it with one: “附件2、附件3于4月20日前
/// 上报”, in the year of its stage. The earliest counts.
pub fn days<'a>(project: &'a Project, stages: &[Stage<'_>]) -> BTreeMap<&'a str, NaiveDate> {
    let mut days = BTreeMap::new();
    for stage in stages {
        let given = stage.given;
        let Some(year) = given
            .ends
            .given()
            .or(given.begins.given())
            .map(|day| day.year())
        else {
            continue;
        };
        for demand in &given.demands {
            let Some(day) = before(&demand.text, year) else {
                continue;
            };
            let ids = project.catalogue.ids().into_iter();
            for id in ids.filter(|id| names(&demand.text, id)) {
                let due = days.entry(id).or_insert(day);
                *due = day.min(*due);
            }
        }
    }
    days
}

/// Whether a text names a form: 附件1 is not named by 附件10.
fn names(text: &str, id: &str) -> bool {
    let mut rest = text.split(id).skip(1);
    rest.any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The day of a text that says “4月10日前”.
fn before(text: &str, year: i32) -> Option<NaiveDate> {
    let (date, _) = text.split_once("日前")?;
    let (month, day) = date.rsplit_once('月')?;
    let digits = |text: &str| text.chars().rev().take_while(char::is_ascii_digit).count();
    let month = &month[month.len() - digits(month)..];
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.trim().parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_demands() {
        let day = NaiveDate::from_ymd_opt(2016, 4, 10);
        for text in [
            "（附件1）4月10日前上报办公室",
            "请于4月10日前报送",
            "2016年4月10日前",
        ] {
            assert_eq!(before(text, 2016), day, "{text}");
        }
        for text in ["4月15日联系查找结束", "6月上旬上报", "月底前", "4月31日前"]
        {
            assert_eq!(before(text, 2016), None, "{text}");
        }
        assert!(names("附件2、附件3于4月20日前", "附件3") && !names("附件10", "附件1"));
    }
}
