//! The codes are stable: a snapshot of all of them, to be read before it is
//! written anew with `SNAPSHOTS=overwrite`.

use paicha::check::RULES;

#[test]
fn codes_names_and_severities() {
    let line = |rule: &&paicha::check::Rule| {
        let waivable = if rule.waivable { "可豁免" } else { "" };
        let line = format!("{} {:?} {} {waivable}", rule.code, rule.severity, rule.name);
        format!("{}\n", line.trim_end())
    };
    let all: String = RULES.iter().map(line).collect();
    let expected = snapbox::file!["codes.txt"];
    snapbox::Assert::new()
        .action_env(snapbox::assert::DEFAULT_ACTION_ENV)
        .eq(all, expected);
}

#[test]
fn codes_and_names_are_unique_and_begin_with_their_severity() {
    let mut seen = std::collections::BTreeSet::new();
    for rule in RULES.iter() {
        assert!(seen.insert(rule.code), "{}", rule.code);
        assert!(seen.insert(rule.name), "{}", rule.name);
        let initial = match rule.severity {
            paicha::check::Severity::Error => 'E',
            paicha::check::Severity::Warning => 'W',
            paicha::check::Severity::Notice => 'N',
        };
        assert!(rule.code.starts_with(initial), "{}", rule.code);
    }
}
