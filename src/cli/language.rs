//! Which language messages are in.

use std::ffi::OsString;

use crate::report::Lang;

/// Chinese, unless `--lang en` or the locale says English. It must be known
/// before the arguments are read, since it decides the words of help and
/// errors.
pub fn of(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let words: Vec<&str> = arguments
        .iter()
        .filter_map(|argument| argument.to_str())
        .collect();
    let after = words
        .windows(2)
        .find(|pair| pair[0] == "--lang")
        .map(|pair| pair[1]);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    match after.or(joined) {
        Some("en") => return Lang::En,
        Some(_) => return Lang::Zh,
        None => {}
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    match locale {
        Some(locale) if locale.starts_with("en") => Lang::En,
        _ => Lang::Zh,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flag_before_locale_before_chinese() {
        let lang = |arguments: &[&str], locale: Option<&str>| {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            of(&arguments, |name| {
                (name == "LANG")
                    .then(|| locale.map(str::to_owned))
                    .flatten()
            })
        };
        assert_eq!(lang(&["paicha"], None), Lang::Zh);
        assert_eq!(lang(&["paicha"], Some("C.UTF-8")), Lang::Zh);
        assert_eq!(lang(&["paicha"], Some("en_GB.UTF-8")), Lang::En);
        assert_eq!(
            lang(&["paicha", "--lang", "zh"], Some("en_GB.UTF-8")),
            Lang::Zh
        );
        assert_eq!(lang(&["paicha", "--lang=en"], None), Lang::En);
    }
}
