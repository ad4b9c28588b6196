//! Each rule has a page of the right shape.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use paicha::check::{RULES, Severity};
use paicha::report::page::Page;

const HEADINGS: [&str; 6] = ["", "错误示例", "正确示例", "办法", "豁免", "English"];

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let entries = fs::read_dir(folder).expect("docs/rules");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let pages: BTreeSet<String> = names
        .map(|name| name.into_string().expect("UTF-8"))
        .filter(|name| name != "README.md")
        .collect();
    let rules: BTreeSet<String> = RULES
        .iter()
        .map(|rule| format!("{}.md", rule.code))
        .collect();
    assert_eq!(pages, rules);
}

#[test]
fn pages_say_what_the_registry_says() {
    let mut faults = Vec::new();
    for rule in RULES.iter() {
        let Some(page) = Page::of(rule) else { continue };
        let severity = match rule.severity {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Notice => "提示",
        };
        let waivable = if rule.waivable { "可以" } else { "不可以" };
        let mut expect = |what: &str, is: bool| {
            if !is {
                faults.push(format!("{}: {what}", rule.code));
            }
        };
        expect(
            "title",
            page.title() == format!("{} {}", rule.code, rule.name),
        );
        expect("级别", page.entry("级别") == Some(severity));
        expect("豁免", page.entry("豁免") == Some(waivable));
        expect(
            "依据",
            page.entry("依据").is_some_and(|text| !text.is_empty()),
        );
        expect(
            "basis",
            page.entry("basis").is_some_and(|text| !text.is_empty()),
        );
        let sections = page.sections();
        let headings: Vec<&str> = sections.iter().map(|section| section.heading).collect();
        let expected = HEADINGS
            .iter()
            .filter(|heading| **heading != "豁免" || rule.waivable);
        expect("headings", headings.iter().eq(expected));
        let english = page.section("English");
        let is_bold = english.is_some_and(|section| format!("{:?}", section.parts).contains("**"));
        expect("English", is_bold);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
