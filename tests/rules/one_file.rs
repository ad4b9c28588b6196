//! One rule, one file: code and name as in the registry, words in both languages, a page.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use paicha::check::RULES;

/// The rules that files below a folder declare: code, name, and the file.
fn declared(folder: &Path, rules: &mut BTreeMap<String, (String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            declared(&path, rules);
            continue;
        }
        let text = fs::read_to_string(&path).expect("UTF-8");
        let code = text.split_whitespace().zip(text.split_whitespace().skip(1));
        let mut codes = code.filter(|(equal, code)| {
            *equal == "=" && code.len() == 5 && code[1..].chars().all(|c| c.is_ascii_digit())
        });
        let Some((_, code)) = codes.next() else {
            assert!(!text.contains("\nrule! {"), "{}", path.display());
            continue;
        };
        assert_eq!(codes.next(), None, "two rules in {}", path.display());
        let name = text.split(&format!("= {code} \"")).nth(1);
        let name = name
            .and_then(|rest| rest.split('"').next())
            .expect("a name");
        let before = rules.insert(code.to_owned(), (name.to_owned(), text.clone()));
        assert_eq!(before, None, "{code} stands in two files");
    }
}

#[test]
fn the_files_are_the_registry() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut rules = BTreeMap::new();
    declared(&root.join("src/check/rules"), &mut rules);
    for rule in RULES.iter() {
        let (name, _) = rules.get(rule.code).expect(rule.code);
        assert_eq!(name, rule.name, "{}", rule.code);
        let page = root.join(format!("docs/rules/{}.md", rule.code));
        assert!(page.is_file(), "{}", page.display());
    }
    assert_eq!(rules.len(), RULES.len());
}

#[test]
fn no_rule_lacks_words_in_a_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut rules = BTreeMap::new();
    declared(&root.join("src/check/rules"), &mut rules);
    for (code, (_, text)) in rules {
        let said = |lang: &str| {
            let lines = text.lines().map(str::trim_start);
            let said = lines.filter_map(|line| line.strip_prefix(lang));
            said.map(|words| words.trim_start().starts_with(['"', '{']))
                .collect::<Vec<_>>()
        };
        let (zh, en) = (said("zh "), said("en "));
        assert!(!zh.is_empty() && zh.len() == en.len(), "{code}");
        assert!(zh.iter().chain(&en).all(|is_said| *is_said), "{code}");
        // Words of none are no words.
        assert!(
            !text.contains("zh \"\"") && !text.contains("en \"\""),
            "{code}"
        );
    }
}
