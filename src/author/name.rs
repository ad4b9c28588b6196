//! Names of files and folders after what they hold.

/// A name that every system takes for a file or folder: without characters that some
/// of them keep for themselves, and no spaces or dots at its ends.
pub fn file_name(text: &str) -> String {
    let is_kept = |c: &char| !c.is_control() && !r#"/\:*?"<>|"#.contains(*c);
    let kept: String = text.chars().filter(is_kept).collect();
    let kept = kept.trim_matches(|c: char| c.is_whitespace() || c == '.');
    kept.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_travel() {
        for (text, name) in [
            ("中共会宁县委 ", "中共会宁县委"),
            ("甲/乙: 丙?", "甲乙 丙"),
            ("..", ""),
            (" 第一党支部. ", "第一党支部"),
            ("阿依古丽·买买提", "阿依古丽·买买提"),
        ] {
            assert_eq!(file_name(text), name, "{text}");
        }
    }
}
