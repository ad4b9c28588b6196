//! Likely the same person in two files: the same name with the same day of birth, or with
//! an ID number that a slip of the hand makes of the other.

use crate::check::persons::{Persons, Way, told};
use crate::check::prelude::*;
use crate::derive::{Certainty, Identity};

rule! {
    /// Likely the person of another file.
    SamePerson {
        /// What both have in common beside the name, in Chinese.
        zh: &'static str,
        /// The same in English.
        en: &'static str,
        /// Whether the file is a copy by its name.
        is_copy: bool,
    } = W1601 "疑似同一人" Warning, waivable;
    zh "与另一个文件里的人同名，{zh}，可能是同一人"
       { match is_copy {
           true => "从文件名看，这一份是副本：多余就删去；确是两人的，用“豁免”写明原因",
           false => "确是同一人的，留一份；确是两人的，用“豁免”写明原因",
       }.to_owned() };
    en "likely the person of another file: same name, {en}"
       { match is_copy {
           true => "by its name this file is a copy: delete it; if they are two persons, waive the rule with the reason",
           false => "keep one; if they are two persons, waive the rule with the reason",
       }.to_owned() };
}

/// Looks at the persons that are held and known.
pub fn look(persons: &[Persons<'_>], found: &mut Vec<Diagnostic>) {
    let birth = |is_copy| SamePerson {
        zh: "出生日期也相同",
        en: "same day of birth",
        is_copy,
    };
    let number = |is_copy| SamePerson {
        zh: "身份证号码只差一处",
        en: "ID numbers a slip apart",
        is_copy,
    };
    let ways: [Way<SamePerson>; 2] = [(birth, has_same_birth), (number, has_like_number)];
    told(persons, |person| &person.name, &ways, found);
}

fn has_same_birth(one: &Identity, other: &Identity) -> bool {
    one.born.is_some() && one.born == other.born && may_be_told(one, other)
}

fn has_like_number(one: &Identity, other: &Identity) -> bool {
    let numbers = one.number().zip(other.number());
    numbers.is_some_and(|(one, other)| is_slip(one, other)) && may_be_told(one, other)
}

/// One number twice is an error of its own.
fn may_be_told(one: &Identity, other: &Identity) -> bool {
    let is_same = one.number().is_some() && one.number() == other.number();
    !is_same && one.overlaps(other) != Certainty::No
}

/// Whether a slip of the hand makes one ID number of the other: in the first 17
/// digits, one is another, or two neighbours have changed places.
fn is_slip(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (one.as_bytes().get(..17), other.as_bytes().get(..17)) else {
        return false;
    };
    let pairs = one.iter().zip(other).enumerate();
    let different = pairs.filter(|(_, (one, other))| one != other);
    let mut different = different.map(|(at, _)| at);
    match [different.next(), different.next(), different.next()] {
        [_, None, _] => true,
        [Some(at), Some(next), None] => {
            next == at + 1 && one[at] == other[next] && one[next] == other[at]
        }
        _ => false,
    }
}
