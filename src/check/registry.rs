//! All rules with their codes. The hundreds are the family: 00 files and keys,
//! 01 ID numbers, 02 names, 03 dates, 04 codes and values, 05 residence,
//! telephones, dues, 06 lost members, 07 dispositions, 08 photos, 09
//! organisations and the round, 10 tables, 11 forms and pages, 12 transfers, 13
//! stays abroad, 14 members away, 15 family and introducers, 16 the same person
//! twice, 17 waivers and levels.

use std::sync::LazyLock;

use super::rule::Rule;
use super::rules::FAMILIES;

/// All rules in the order of their codes' numbers.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let mut rules = FAMILIES.concat();
    rules.sort_by_key(|rule| &rule.code[1..]);
    rules
});

/// The rule of a code (in either case) or a Chinese name.
pub fn find(text: &str) -> Option<&'static Rule> {
    let is_it = |rule: &&Rule| rule.code.eq_ignore_ascii_case(text) || rule.name == text;
    RULES.iter().copied().find(is_it)
}
