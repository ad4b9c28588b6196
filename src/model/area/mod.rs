//! Area codes of ID numbers (GB/T 2260), those of former years included: a
//! number keeps the code of the place and time of registration, so a table of
//! today's codes rejects real members (会宁县 was 622423 until 1984).

use std::collections::{HashMap, HashSet};
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

/// The names of a code's province, prefecture and county, as they were last called; none
/// for a code that never was.
pub fn name(code: &str) -> Option<String> {
    static NAMES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let lines = TIMELINE.lines().filter(|line| !line.starts_with('#'));
        let fields = lines.map(|line| line.split('\t'));
        fields
            .filter_map(|mut fields| Some((fields.next()?, fields.next()?)))
            .collect()
    });
    let county = NAMES.get(code)?;
    let above = [2, 4].map(|length| Some(format!("{:0<6}", code.get(..length)?)));
    let above = above.into_iter().flatten();
    let above = above.filter_map(|code| NAMES.get(code.as_str()));
    // 市辖区 and the like are names of nothing.
    let is_place = |name: &&&str| ![*county, "市辖区", "县", "省直辖县级行政区划"].contains(*name);
    let above: String = above.filter(is_place).copied().collect();
    Some(above + county)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_have_names() {
        assert_eq!(name("622423").as_deref(), Some("甘肃省定西地区会宁县"));
        assert_eq!(name("620422").as_deref(), Some("甘肃省白银市会宁县"));
        assert_eq!(name("110101").as_deref(), Some("北京市东城区"));
        assert_eq!(name("622499"), None);
    }

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
