//! What each column of a sheet is taken for: as was decided before, else as its heads say.
//! Two columns for one key are one too many.

use super::draft::open;
use super::heading::Purpose;
use super::heads::Head;
use super::mapping::{BRANCH, COLUMNS, COMPARE, Decisions, Fault, FaultKind, LEAVE, Mapping};
use super::meaning::is_meant;
use crate::author::member::key;

/// Decides about columns.
pub fn decide(
    columns: &mut [Head],
    mapping: &Mapping,
    decisions: &mut Decisions,
) -> Result<(), Fault> {
    let mut taken: Vec<Purpose> = Vec::new();
    let asked = columns.iter().filter(|head| {
        let is_open = mapping.get(COLUMNS, &head.label, "").is_none();
        is_open && matches!(head.purpose, Purpose::Several(_))
    });
    let asked: Vec<u32> = asked.map(|head| head.column).collect();
    for decided in [true, false] {
        for head in columns.iter_mut() {
            let answer = mapping.get(COLUMNS, &head.label, "");
            if answer.is_some() != decided {
                continue;
            }
            let mut purpose = match answer {
                Some((answer, span)) => {
                    let known = answered(answer, &head.purpose);
                    let fault = || FaultKind::NotPurpose(answer.to_owned());
                    known.ok_or_else(|| mapping.at(span, fault()))?
                }
                None => head.purpose.clone(),
            };
            // The first for a key stays, one that follows is asked about.
            if let Purpose::Key(key) = purpose
                && taken.contains(&purpose)
            {
                purpose = Purpose::Several(vec![key.route()]);
            }
            if matches!(purpose, Purpose::Key(_) | Purpose::Branch) {
                taken.push(purpose.clone());
            }
            head.purpose = purpose;
        }
    }
    // What is only nearly a key, where a column has it.
    for head in columns.iter_mut() {
        if let (Purpose::Several(keys), true) = (&head.purpose, asked.contains(&head.column))
            && let [route] = keys[..]
            && taken.iter().any(|one| one.is_key(route))
        {
            head.purpose = Purpose::Unknown;
        }
    }
    for head in columns.iter() {
        let Purpose::Key(key) = head.purpose else {
            continue;
        };
        let mut answers = mapping.answers(&head.label);
        if let Some((text, span)) = answers.find(|(text, _)| !is_meant(key, text)) {
            return Err(mapping.at(span, FaultKind::NotValue(text.to_owned())));
        }
    }
    for head in columns {
        let key = (COLUMNS, head.label.clone(), String::new());
        decisions.insert(key, said(&head.purpose));
    }
    Ok(())
}

/// What a decision says of a column.
fn answered(answer: &str, own: &Purpose) -> Option<Purpose> {
    match answer {
        LEAVE => Some(Purpose::Unknown),
        BRANCH => Some(Purpose::Branch),
        COMPARE => matches!(own, Purpose::Computed(_)).then(|| own.clone()),
        route => key(route).map(Purpose::Key),
    }
}

/// A decision in words.
fn said(purpose: &Purpose) -> String {
    let owned = |routes: &Vec<&str>| {
        routes
            .iter()
            .map(|&route| route.to_owned())
            .collect::<Vec<_>>()
    };
    match purpose {
        Purpose::Key(key) => key.route().to_owned(),
        Purpose::Several(routes) => {
            let mut candidates = owned(routes);
            candidates.push(LEAVE.to_owned());
            open(&candidates)
        }
        Purpose::Computed(_) => COMPARE.to_owned(),
        Purpose::Branch => BRANCH.to_owned(),
        Purpose::Number | Purpose::Unknown => LEAVE.to_owned(),
    }
}
