//! English: findings about a member's person and life.

use crate::check::finding::{BlockFinding, LifeFinding, Likeness, PersonFinding};
use crate::model::codes::Sex;

fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
    }
}

pub fn person(finding: &PersonFinding) -> String {
    match finding {
        PersonFinding::Checksum { .. } => {
            "the check character of the ID number is wrong: at least one digit is".to_owned()
        }
        PersonFinding::BirthDiffers { of_id } => {
            format!("the ID number says born on {of_id}, 出生年月 says otherwise")
        }
        PersonFinding::NoSuchBirth { digits } => {
            format!("the birth date “{digits}” in the ID number does not exist")
        }
        PersonFinding::SexDiffers { of_id } => {
            format!("the ID number says {}, 性别 says otherwise", sex(*of_id))
        }
        PersonFinding::AreaUnknown { code } => {
            format!("no county ever had the code “{code}” at the beginning of the ID number")
        }
        PersonFinding::SameNumber => "another file has the same ID number".to_owned(),
        PersonFinding::NameDot { .. } => "the dot in the name is not U+00B7".to_owned(),
        PersonFinding::NotNfc { .. } => "the name is not in Unicode NFC".to_owned(),
        PersonFinding::Residence { characters } => {
            format!("户籍所在地 has {characters} characters, more than 32")
        }
        PersonFinding::Mobile(text) => format!("“{text}” does not look like a mobile number"),
        PersonFinding::Messenger(text) => {
            format!("“{text}” looks like neither a QQ number nor a WeChat name")
        }
        PersonFinding::Dues { least } => {
            format!("the monthly dues are below the rate: at least {least} yuan")
        }
        PersonFinding::SamePerson(Likeness::Birth) => {
            "likely the person of another file: same name, same day of birth".to_owned()
        }
        PersonFinding::SamePerson(Likeness::Number) => {
            "likely the person of another file: same name, ID numbers a slip apart".to_owned()
        }
    }
}

pub fn person_help(finding: &PersonFinding) -> String {
    match finding {
        PersonFinding::Checksum { computed } => format!(
            "compare it with the card digit by digit; if the first 17 are right, the last is {computed}"
        ),
        PersonFinding::BirthDiffers { .. } => {
            "compare with the card and the file; waive the rule if the file really differs"
                .to_owned()
        }
        PersonFinding::NoSuchBirth { .. } => "check digits 7 to 14 against the card".to_owned(),
        PersonFinding::SexDiffers { .. } => {
            "check 性别 and the 17th digit (odd for 男, even for 女)".to_owned()
        }
        PersonFinding::AreaUnknown { .. } => "check the first 6 digits".to_owned(),
        PersonFinding::SameNumber => {
            "keep one; for a member transferred, give the day of 转出 in the file left behind"
                .to_owned()
        }
        PersonFinding::NameDot { mended } | PersonFinding::NotNfc { mended } => {
            format!("write “{mended}”; paicha check --fix does it")
        }
        PersonFinding::Residence { .. } => "leave out what can be left out".to_owned(),
        PersonFinding::Mobile(_) => {
            "11 digits beginning with 1; several numbers with 、 between them".to_owned()
        }
        PersonFinding::Messenger(_) => {
            "a QQ number has 5 to 11 digits, a WeChat name 6 to 20 letters and digits, a letter first"
                .to_owned()
        }
        PersonFinding::Dues { .. } => "check the base and the class, apply the rate".to_owned(),
        PersonFinding::SamePerson(_) => {
            "keep one; if they are two persons, waive the rule with the reason".to_owned()
        }
    }
}

pub fn life(finding: &LifeFinding) -> String {
    match finding {
        LifeFinding::OutOfOrder { later, earlier } => format!("{later} is before {earlier}"),
        LifeFinding::OddOrder {
            key,
            before: true,
            other,
        } => format!("{key} is before {other}, which is odd"),
        LifeFinding::OddOrder {
            key,
            before: false,
            other,
        } => format!("{key} is after {other}, which is odd"),
        LifeFinding::Future { key, filled_on } => {
            format!("{key} is after the forms are filled in ({filled_on})")
        }
        LifeFinding::UnderAge { age, .. } => {
            format!("admitted at {age}, before the age of 18")
        }
        LifeFinding::ConfirmedEarly { .. } => "confirmed before a year of 预备期 was over".to_owned(),
        LifeFinding::Probation { .. } => {
            "confirmed neither when 预备期 was over nor after an extension of 6 to 12 months"
                .to_owned()
        }
        LifeFinding::NeverConfirmed { .. } => {
            "no 转正日期, though even an extended 预备期 is over".to_owned()
        }
        LifeFinding::NoProbation => {
            "admitted between April 1969 and August 1977 there was no 预备期: confirmation is on the same day"
                .to_owned()
        }
    }
}

pub fn life_help(finding: &LifeFinding) -> String {
    match finding {
        LifeFinding::OutOfOrder { .. } | LifeFinding::OddOrder { .. } => {
            "compare both dates with the personal file".to_owned()
        }
        LifeFinding::Future { .. } => "check the year; leave out what has not happened".to_owned(),
        LifeFinding::UnderAge { .. } => {
            "compare birth and admission with the application".to_owned()
        }
        LifeFinding::NeverConfirmed { due } => {
            format!("预备期 was over on {due}; give 转正日期")
        }
        LifeFinding::ConfirmedEarly { due } | LifeFinding::Probation { due } => {
            format!("预备期 is over on {due}; check both dates")
        }
        LifeFinding::NoProbation => "leave out 转正日期, or give the day of admission".to_owned(),
    }
}

pub fn block(finding: &BlockFinding) -> String {
    match finding {
        BlockFinding::Pocket { valid_until } => format!(
            "口袋党员: the letter of introduction was valid until {valid_until}, there is no receipt"
        ),
        BlockFinding::ReceiptLate { valid_until } => {
            format!("the receipt came after the letter's validity ({valid_until})")
        }
        BlockFinding::Validity(days) => format!("a letter is valid for 1 to 90 days, not {days}"),
        BlockFinding::NoMembership => "a stay abroad without 党籍处理方式".to_owned(),
        BlockFinding::StaysOverlap => "this stay begins before the one before it ended".to_owned(),
        BlockFinding::NotResumed => "back, but without 恢复组织生活情况".to_owned(),
        BlockFinding::AwayIncomplete(keys) => format!("流动 lacks {}", keys.join(", ")),
        BlockFinding::RelativeAge => "a relative without 出生年月 or 年龄".to_owned(),
        BlockFinding::RelativePolitics => "a relative without 政治面貌".to_owned(),
        BlockFinding::RelativeAgeDiffers { counted } => {
            format!("by 出生年月 the age is {counted}, 年龄 says otherwise")
        }
        BlockFinding::Introducers(count) => {
            format!("two introducers are expected, {count} given")
        }
        BlockFinding::PhotoRatio { width, height } => {
            format!("the photo of {width} by {height} pixels is not 35 to 49")
        }
        BlockFinding::PhotoResolution { width, height, dpi } => {
            format!("the photo of {width} by {height} pixels prints at {dpi} dpi only")
        }
    }
}

pub fn block_help(finding: &BlockFinding) -> String {
    match finding {
        BlockFinding::Pocket { .. } => {
            "ask the member and the organisation there; give 回执日期 when the receipt is in"
        }
        BlockFinding::ReceiptLate { .. } => "check both dates; waive the rule if it was late",
        BlockFinding::Validity(_) => "as the letter says, 90 days at most",
        BlockFinding::NoMembership => "as in “党籍处理方式: 保留组织关系”",
        BlockFinding::StaysOverlap => "in order of time; give or mend the 回国日期 before",
        BlockFinding::NotResumed => "add “恢复组织生活情况: …”",
        BlockFinding::AwayIncomplete(_) => {
            "give all of them or delete the block; 无 where there is none"
        }
        BlockFinding::RelativeAge => "add one of them, as in “出生年月: 1967-02”",
        BlockFinding::RelativePolitics => "as in “政治面貌: 群众”",
        BlockFinding::RelativeAgeDiffers { .. } => "keep 出生年月, delete 年龄",
        BlockFinding::Introducers(_) => "as the application says, as in “[李明远, 王志强]”",
        BlockFinding::PhotoRatio { .. } => "crop it to 35 by 49 mm",
        BlockFinding::PhotoResolution { .. } => {
            "scan it anew, at least 413 by 578 pixels (300 dpi)"
        }
    }
    .to_owned()
}
