//! Calls of the program as a person types them.

/// A word of a call: in double quotes where a shell would take it apart, which sh, cmd and
/// PowerShell all take for one word.
pub fn word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:".contains(c);
    match !text.is_empty() && text.chars().all(is_plain) {
        true => text.to_owned(),
        false => format!("\"{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_takes_apart_is_quoted() {
        for (text, typed) in [
            ("县直机关工委/政府办党支部", "县直机关工委/政府办党支部"),
            ("排查 工作", "\"排查 工作\""),
            ("第一（机关）支部", "\"第一（机关）支部\""),
            ("a&b", "\"a&b\""),
            ("", "\"\""),
        ] {
            assert_eq!(word(text), typed);
        }
    }
}
