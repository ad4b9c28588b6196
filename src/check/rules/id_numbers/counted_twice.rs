//! A person counts once, however many files he has: he may have been in two branches one
//! after the other, but is lost, or away, in one of them only (domain: two reference dates;
//! tables that must agree).

use crate::check::persons::{Persons, Way, told};
use crate::check::prelude::*;
use crate::derive::Identity;

rule! {
    /// The person of another file counts there, too.
    enum CountedTwice = E0109 "同一人算了两次" Error;

    /// Both stand in the registers of lost members.
    Lost
        zh "这个人在另一个党支部的文件里也算失联党员，附件3至附件7里会有两个他"
           "组织关系转走了的，在转出的文件里写“转出”的“回执日期”；不然只留一份“失联”，另一份删去";
        en "the person of another file, and lost in both: he would be counted twice in the tables of those lost"
           "where he was transferred, give the 回执日期 of 转出; else keep one of the blocks 失联";
    /// Both stand in the register of those away.
    Away
        zh "这个人在另一个党支部的文件里也算流动党员，附件2、附件6里会有两个他"
           "只留一份“流动”，另一份删去";
        en "the person of another file, and away in both: he would be counted twice in the tables of those away"
           "keep one of the blocks 流动, delete the other";
}

/// Looks at the persons who have several files that are not of the same days.
pub fn look(persons: &[Persons<'_>], found: &mut Vec<Diagnostic>) {
    let ways: [Way<CountedTwice>; 2] = [
        (
            |_| CountedTwice::Lost,
            |one, other| is_other_time(one, other) && one.counted.lost && other.counted.lost,
        ),
        (
            |_| CountedTwice::Away,
            |one, other| is_other_time(one, other) && one.counted.away && other.counted.away,
        ),
    ];
    told(persons, |person| &person.number, &ways, found);
}

/// One number twice on the same day is an error of its own.
fn is_other_time(one: &Identity, other: &Identity) -> bool {
    !one.overlaps(other).is_yes()
}
