//! What is decided about a member, and what the rules recommend: what speaks for it and
//! against it, and what is still needed. The program never decides.

use serde_json::{Value as Json, json};

use super::Sources;
use crate::check::Case;
use crate::check::rules::dispositions::not_admissible::what;
use crate::check::rules::dispositions::not_grounded::{lacking, recorded, to_record};
use crate::check::rules::dispositions::pending::{may_have_left, none_for};
use crate::check::rules::dispositions::{is_registered, reason, situation};
use crate::derive::admission::{against, needs};
use crate::derive::recommended::{self, dropped_out_from, recommended};
use crate::derive::situation::Situation;
use crate::model::code::Code as _;
use crate::model::codes::Disposition;
use crate::report::Lang;
use crate::report::mask::mask;

/// A disposition with what speaks for it and against it.
pub struct Weighed {
    disposition: &'static str,
    /// The day of deciding; none of one that is recommended only.
    decided: Option<String>,
    reason: Option<String>,
    speaks_for: Vec<String>,
    against: Vec<String>,
    needed: Vec<String>,
}

/// What is decided and recommended.
pub struct Decision {
    /// Why nothing is to be decided, or can be recommended.
    note: Option<String>,
    weighed: Vec<Weighed>,
}

/// That of a member.
pub fn decision(sources: &Sources<'_>, lang: Lang) -> Decision {
    let person = sources.person;
    let mut cases = Case::of_unit(sources.maker.source, person.unit);
    let case = cases.find(|case| case.person.id == person.id);
    let note = |zh: &str, en: &str| Decision {
        note: Some(lang.pick(zh, en).to_owned()),
        weighed: Vec::new(),
    };
    let Some((case, today)) = case.and_then(|case| Some((case, situation(&case, None)?))) else {
        return note(
            "没有填表日期，或没有对账的表",
            "there is no day, or no table that accounts for it",
        );
    };
    match is_registered(&case) {
        None => {
            return note(
                "查找还没有结果，或者失联的日期不清楚，还谈不上处置",
                "the search goes on, or cannot be dated: nothing is to be decided yet",
            );
        }
        Some(false) => {
            return note(
                "不在附件4、附件5 之内，不需要处置",
                "in neither 附件4 nor 附件5: nothing is to be decided",
            );
        }
        Some(true) => {}
    }
    let decided = person.member.dispositions.iter().filter_map(|entry| {
        let kind = *entry.kind.as_ref()?.get()?;
        let day = entry.day.as_ref()?;
        let on_day = situation(&case, Some(entry))?;
        Some(Weighed {
            decided: Some(mask(&day.text)),
            ..weighed(kind, &on_day, lang)
        })
    });
    let mut all: Vec<Weighed> = decided.collect();
    if today.is_late_transfer() {
        return Decision {
            note: Some(
                lang.pick(
                    "补转组织关系的，列入附件4，不需要处置（附件7 注4）",
                    "a late transfer: in 附件4, and nothing is to be decided (附件7, note 4)",
                )
                .to_owned(),
            ),
            weighed: all,
        };
    }
    let rows = match may_have_left(person.member, today.day) {
        true => Vec::new(),
        false => recommended(&today),
    };
    for row in &rows {
        for kind in row.dispositions() {
            all.push(Weighed {
                reason: Some(reason(*row, lang)),
                ..weighed(*kind, &today, lang)
            });
        }
    }
    let none = || match may_have_left(person.member, today.day) {
        true => lang
            .pick(
                "已经出党（含去世），不再建议",
                "has departed: nothing is recommended",
            )
            .to_owned(),
        false => none_for(recommended::lacking(&today), dropped_out_from(&today), lang),
    };
    Decision {
        note: rows.is_empty().then(none),
        weighed: all,
    }
}

fn weighed(kind: Disposition, situation: &Situation<'_>, lang: Lang) -> Weighed {
    let needs: Vec<_> = needs(kind, situation).collect();
    let speaks_for = needs.iter().filter(|(_, is_on_record)| *is_on_record);
    let needed = needs.iter().filter(|(_, is_on_record)| !is_on_record);
    Weighed {
        disposition: kind.word(),
        decided: None,
        reason: None,
        speaks_for: speaks_for
            .map(|(ground, _)| recorded(*ground, lang))
            .collect(),
        against: against(kind, situation)
            .map(|bar| what(bar, lang))
            .collect(),
        needed: needed
            .map(|(ground, _)| {
                let (is_lacking, way_out) = (lacking(*ground, lang), to_record(*ground, lang));
                lang.pick(
                    format!("{is_lacking}（{way_out}）"),
                    format!("{is_lacking} ({way_out})"),
                )
            })
            .collect(),
    }
}

/// For people.
pub fn text(decision: &Decision, lang: Lang) -> String {
    let mut text = lang.pick("\n处置\n", "\nDispositions\n").to_owned();
    for one in &decision.weighed {
        let head = match (&one.decided, &one.reason) {
            (Some(day), _) => lang.pick(format!("已决定（{day}）"), format!("decided on {day}")),
            (None, Some(reason)) => lang.pick(
                format!("按规定建议（{reason}）"),
                format!("recommended ({reason})"),
            ),
            (None, None) => String::new(),
        };
        text += &format!("  {}：{head}\n", one.disposition);
        for (word, lines) in [
            (lang.pick("依据", "for"), &one.speaks_for),
            (lang.pick("不适用", "against"), &one.against),
            (lang.pick("还缺", "needed"), &one.needed),
        ] {
            text.extend(lines.iter().map(|line| format!("    {word}：{line}\n")));
        }
    }
    text.extend(decision.note.iter().map(|note| format!("  {note}\n")));
    text
}

/// For programs.
pub fn json(decision: &Decision) -> Json {
    let weighed = decision.weighed.iter().map(|one| {
        json!({
            "disposition": one.disposition,
            "decided": one.decided,
            "recommended_for": one.reason,
            "for": one.speaks_for,
            "against": one.against,
            "needed": one.needed,
        })
    });
    json!({"note": decision.note, "dispositions": weighed.collect::<Vec<Json>>()})
}
