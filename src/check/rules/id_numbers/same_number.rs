//! One ID number in several files is an error unless their 在册 intervals do not overlap.
//! One look at all persons answers for E0109 and W1601, too, and for the letters they left with.

use crate::check::persons::{Way, all, told};
use crate::check::prelude::*;
use crate::check::rules::id_numbers::counted_twice;
use crate::check::rules::persons::same_person;
use crate::check::rules::transfers::{gap, letter_twice};

rule! {
    /// The same ID number stands in another file.
    SameNumber {
        /// Whether the file is a copy by its name.
        is_copy: bool,
    } = E0107 "身份证号码重复" Error, workspace;
    zh "这个身份证号码在另一个文件里也有" { match is_copy {
        true => "从文件名看，这一份是副本：多余就删去，要留就移到 data/ 外面",
        false => "留一份；是转来转去的同一人，在转出的文件里写“转出”的日期",
    }.to_owned() };
    en "another file has the same ID number" { match is_copy {
        true => "by its name this file is a copy: delete it, or move it out of data/",
        false => "keep one; for a member transferred, give the day of 转出 in the file left behind",
    }.to_owned() };
}

fn check(source: &Source<'_>, found: &mut Vec<Diagnostic>) {
    let ways: [Way<SameNumber>; 1] = [(
        |is_copy| SameNumber { is_copy },
        |one, other| one.overlaps(other).is_yes(),
    )];
    let persons = all(source);
    told(&persons, |person| &person.number, &ways, found);
    counted_twice::look(&persons, found);
    same_person::look(&persons, found);
    let letters = letter_twice::issued(source, &persons);
    letter_twice::look(&letters, found);
    gap::look(&letters, found);
}
