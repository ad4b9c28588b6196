//! A letter of introduction says its number, its day and where to.

use super::LETTER;
use crate::check::prelude::*;

rule! {
    /// A letter that is to be printed lacks what it must say.
    LetterLacks {
        /// The keys.
        keys: Vec<&'static str>,
    } = E1205 "要打印的介绍信缺内容" Error, member;
    zh { format!("要打印的介绍信缺{}，这一封先不做", quoted(keys)) }
       "在“转出”里补上，“日期”写到日；不打印就删去“打印介绍信”";
    en { format!("the letter that is to be printed lacks {}: it is not made", keys.join(", ")) }
       "give it under 转出, 日期 to the day; or take out 打印介绍信";
}

fn quoted(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("“{key}”")).collect();
    keys.join("、")
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(out) = &case.member.transfer_out else {
        return;
    };
    let Some(printed) = out.prints_letter.as_ref() else {
        return;
    };
    let is_day = out.day.given().is_some_and(|day| day.day().is_some());
    // What cannot be read is told as that.
    let is_unread = out.day.as_ref().is_some_and(|day| day.get().is_none());
    let given = [
        ("日期", is_day || is_unread || out.day.is_none()),
        ("去向", out.to.is_some()),
        ("介绍信编号", out.letter.is_some()),
    ];
    let lacking = given.iter().filter(|(_, is_given)| !is_given);
    let keys: Vec<&str> = lacking.map(|(key, _)| *key).collect();
    if printed.get() == Some(&true) && !keys.is_empty() {
        let mut finding = case.finding(LetterLacks { keys }, printed);
        finding.affected = finding.affected.only(&[LETTER]).aside();
        found.push(finding);
    }
}
