//! Area codes of ID numbers (GB/T 2260), those of former years included: a
//! number keeps the code of the place and time of registration, so a table of
//! today's codes rejects real members (会宁县 was 622423 until 1984).

use std::collections::HashSet;
use std::sync::LazyLock;

/// See the README beside it for origin and licence.
const TIMELINE: &str = include_str!("gb2260-timeline.tsv");

/// Whether a code of six digits was in force at any time from 1980 to 2020.
/// Those of cities without counties (东莞 441900) stand in ID numbers, too, those
/// of provinces do not.
pub fn was_in_force(code: &str) -> bool {
    static CODES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let lines = TIMELINE.lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split('\t').next()).collect()
    });
    CODES.contains(code) && !code.ends_with("0000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_former_years_are_known() {
        // 会宁县 before and since 1985, 深圳市南山区, 北京市崇文区 (until 2010).
        for code in ["622423", "620422", "440305", "110103", "441900"] {
            assert!(was_in_force(code), "{code}");
        }
        for code in ["622499", "000000", "990101", "62242", "620000"] {
            assert!(!was_in_force(code), "{code}");
        }
    }
}
