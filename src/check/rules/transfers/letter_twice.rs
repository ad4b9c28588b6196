//! Letters of introduction of one issuing organisation have numbers of their own.

use std::collections::BTreeMap;
use std::path::Path;

use crate::check::persons::Persons;
use crate::check::prelude::*;
use crate::derive::Letter;
use crate::model::numbered::Numbered as _;

rule! {
    /// A number that another letter of the same organisation has.
    LetterTwice {
        /// The number.
        number: String,
    } = E1206 "介绍信编号重复" Error, waivable;
    zh "同一个单位开出的另一封介绍信也是“{number}”号" "查存根改正；各年的编号重新排起的，把年份写进编号，或用“豁免”写明原因";
    en "another letter of the same organisation has the number “{number}”"
       "correct it by the counterfoil; where numbers begin anew each year, write the year, or waive the rule with the reason";
}

/// A letter, whose it is and where it stands.
pub struct Issued<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// His file.
    pub path: &'a Path,
    /// The member.
    pub of: Affected,
}

/// All letters that have a number, by who issued them.
pub fn issued<'a>(
    source: &Source<'_>,
    persons: &'a [Persons<'_>],
) -> BTreeMap<UnitId, Vec<Issued<'a>>> {
    let mut issued = BTreeMap::<UnitId, Vec<Issued<'a>>>::new();
    for (unit, persons) in persons {
        let letters = persons.iter().filter_map(|person| {
            Some(Issued {
                letter: person.letter.as_deref()?,
                path: &person.path,
                of: Affected::member(*unit, person.member),
            })
        });
        let mut letters = letters.peekable();
        if letters.peek().is_some() {
            let issuer = source.workspace.issuer(*unit);
            issued.entry(issuer).or_default().extend(letters);
        }
    }
    issued
}

/// Tells of each letter that has the number of one before it.
pub fn look(issued: &BTreeMap<UnitId, Vec<Issued<'_>>>, found: &mut Vec<Diagnostic>) {
    for letters in issued.values() {
        let mut known = BTreeMap::new();
        for one in letters {
            let number = &one.letter.number;
            if let Some(first) = known.get(number) {
                let first: &&Issued<'_> = first;
                let keys = Member::key("转出.介绍信编号").map_or(Keys::ALL, Keys::of);
                let finding: Finding = LetterTwice {
                    number: number.clone(),
                }
                .into();
                let at = At::Span(one.letter.at);
                let finding = finding.at(one.path.to_owned(), at, one.of.clone().of(keys));
                let place = (first.letter.at, keys);
                found.push(finding.beside(first.path, place, Relationship::FirstOccurrence));
            } else {
                known.insert(number, one);
            }
        }
    }
}
