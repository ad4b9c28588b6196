//! Which language messages are in.

use std::ffi::OsString;

use crate::report::Lang;

/// Chinese, unless `--lang en` or the locale says English. It must be known
/// before the arguments are read, since it decides the words of help and
/// errors.
pub fn of(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let words = arguments.iter().filter_map(|argument| argument.to_str());
    let words: Vec<&str> = words.collect();
    let after = words.windows(2).find(|pair| pair[0] == "--lang");
    let joined = || words.iter().find_map(|word| word.strip_prefix("--lang="));
    let is_english = match after.map(|pair| pair[1]).or_else(joined) {
        Some(flag) => flag == "en",
        None => {
            let mut names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
            let locale = names.find_map(|name| variable(name).filter(|value| !value.is_empty()));
            locale.is_some_and(|locale| locale.starts_with("en"))
        }
    };
    if is_english { Lang::En } else { Lang::Zh }
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
