//! What `check` writes for programs: JSON, SARIF 2.1.0, GitHub's workflow
//! commands.

use serde::Serialize;
use serde_json::{Value, json};

use super::Lang;
use super::explain::basis;
use super::located::Located;
use super::visible::acts;
use crate::check::{RULES, Rule};

/// What was checked and found.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    /// YAML files read.
    pub files: usize,
    /// Member files read.
    pub members: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are notices.
    pub notices: usize,
    /// All of them, by path and place.
    pub diagnostics: &'a [Located],
}

/// One object, of a report as it is; characters that would act on a terminal are escaped.
pub fn json(report: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(report).expect("plain data has a JSON form");
    let escaped = |character: char| match acts(character) && character != '\n' {
        true => format!("\\u{:04x}", u32::from(character)),
        false => character.to_string(),
    };
    text.chars().map(escaped).collect::<String>() + "\n"
}

/// SARIF 2.1.0, as code hosts and editors take it.
pub fn sarif(report: &Report<'_>, lang: Lang) -> String {
    let used = |rule: &&&Rule| {
        let mut found = report.diagnostics.iter();
        found.any(|located| located.rule == **rule)
    };
    let rules = RULES.iter().filter(used);
    let rules: Vec<Value> = rules.map(|rule| of_rule(rule, lang)).collect();
    let results: Vec<Value> = report.diagnostics.iter().map(of_finding).collect();
    json(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "paicha",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn of_rule(rule: &Rule, lang: Lang) -> Value {
    let severity = Lang::En.severity(rule.severity);
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "help": {"text": basis(rule, lang).unwrap_or_default()},
        "defaultConfiguration": {"level": level(severity)},
    })
}

fn of_finding(located: &Located) -> Value {
    let related = located.related.iter().map(|related| {
        json!({
            "physicalLocation": {
                "artifactLocation": {"uri": uri(&related.path)},
                "region": {"startLine": related.line},
            },
            "message": {"text": related.message},
        })
    });
    let mut result = json!({
        "ruleId": located.code,
        "level": level(located.severity),
        "message": {"text": whole_message(located)},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": uri(&located.path)},
                "region": {
                    "startLine": located.line,
                    "startColumn": located.column,
                    "endLine": located.end_line,
                    "endColumn": located.end_column,
                },
            },
        }],
    });
    if !located.related.is_empty() {
        result["relatedLocations"] = related.collect();
    }
    result
}

/// What is wrong, the way out, the basis, on a line each.
fn whole_message(located: &Located) -> String {
    let more = located.help.as_deref().into_iter().chain(located.basis);
    let lines = std::iter::once(located.message.as_str()).chain(more);
    lines.collect::<Vec<_>>().join("\n")
}

/// SARIF calls a notice a note.
fn level(severity: &str) -> &str {
    if severity == "notice" {
        "note"
    } else {
        severity
    }
}

/// A path as a URI: all but what RFC 3986 lets stand is escaped.
fn uri(path: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            (byte as char).to_string()
        }
        other => format!("%{other:02X}"),
    };
    path.bytes().map(escaped).collect()
}

/// GitHub's workflow commands: `::error file=…,line=…::…`, one a line.
pub fn github(report: &Report<'_>) -> String {
    let line = |located: &Located| {
        format!(
            "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
            located.severity,
            property(&located.path),
            located.line,
            located.column,
            located.end_line,
            located.end_column,
            property(&format!("{} {}", located.code, located.rule.name)),
            data(&whole_message(located)),
        )
    };
    report.diagnostics.iter().map(line).collect()
}

fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
