//! The names of worksheets.

/// The most that a name can be long, in units of UTF-16.
const LONGEST: usize = 31;
/// What no name can have in it.
const REFUSED: &str = r"[]:*?/\";
/// What none can be, in any case: Excel keeps it for itself.
const KEPT: &str = "history";

/// Names of worksheets out of what they are of, each once in a workbook, in any case.
pub fn names<'a>(of: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, text) in of.enumerate() {
        let own = name(text, "");
        let own = if own.is_empty() {
            format!("Sheet{}", at + 1)
        } else {
            own
        };
        let is_free = |name: &String| {
            let is_other = |other: &String| folded(other) != folded(name);
            folded(name) != KEPT && names.iter().all(is_other)
        };
        let others = (2..).map(|number: usize| name(&own, &format!(" ({number})")));
        let free = std::iter::once(own.clone()).chain(others).find(is_free);
        names.extend(free);
    }
    names
}

fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// A text as a name with an ending.
fn name(text: &str, ending: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !REFUSED.contains(*c) && !c.is_control());
    let kept: String = kept.collect();
    let kept = kept.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    let mut name = String::new();
    for c in kept.chars() {
        if name.encode_utf16().count() + c.len_utf16() + ending.len() > LONGEST {
            break;
        }
        name.push(c);
    }
    format!("{}{ending}", name.trim_end_matches('\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_such_as_excel_takes() {
        let long = "长".repeat(40);
        let rare = "𬱖".repeat(40);
        let of = [
            "附件3",
            "附件3",
            "History",
            "甲/乙[丙]",
            "'",
            "",
            "Sheet6",
            &long,
            &rare,
        ];
        let names = names(of.into_iter());
        assert_eq!(
            names[..5],
            ["附件3", "附件3 (2)", "History (2)", "甲乙丙", "Sheet5"]
        );
        assert_eq!(names[5..7], ["Sheet6", "Sheet6 (2)"]);
        assert_eq!(names[7].chars().count(), 31);
        assert_eq!(names[8].chars().count(), 15);
    }
}
