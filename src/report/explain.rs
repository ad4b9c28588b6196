//! `explain`: the page of a rule as plain text, and the list of all rules.

use super::Lang;
use super::page::{Page, Part, Section};
use crate::check::{RULES, Rule};

/// The headings of a page in Chinese and English, in the order in which English
/// readers see them.
const ENGLISH: [(&str, &str); 4] = [
    ("English", ""),
    ("错误示例", "Wrong"),
    ("正确示例", "Right"),
    ("豁免", "How to waive"),
];

/// The page of a rule.
pub fn explain(rule: &Rule, lang: Lang) -> String {
    let Some(page) = Page::of(rule) else {
        return format!("{} {}\n", rule.code, rule.name);
    };
    let mut text = format!("{}\n", page.title());
    match lang {
        Lang::Zh => {
            for section in page.sections() {
                if section.heading != "English" {
                    write(&mut text, section.heading, section);
                }
            }
        }
        Lang::En => {
            let severity = lang.severity(rule.severity);
            let waivable = if rule.waivable { "can" } else { "cannot" };
            let basis = page.entry("basis").unwrap_or_default();
            text.push_str(&format!(
                "\n{severity}; {waivable} be waived\nbasis: {basis}\n"
            ));
            for (heading, english) in ENGLISH {
                let Some(mut section) = page.section(heading) else {
                    continue;
                };
                // Of the Chinese sections only the examples.
                section
                    .parts
                    .retain(|part| english.is_empty() || matches!(part, Part::Block(..)));
                write(&mut text, english, section);
            }
        }
    }
    text
}

/// A section: its heading, paragraphs as they are, examples set in.
fn write(text: &mut String, heading: &str, section: Section<'_>) {
    let mut lines: Vec<String> = Vec::new();
    for part in &section.parts {
        match part {
            Part::Line(line) if line.starts_with("- basis: ") => {}
            Part::Line(line) => lines.push(line.replace("**", "")),
            Part::Block(fence, block) => {
                let file = fence.split_once(' ').map(|(_, file)| file);
                let file = file.filter(|file| !file.is_empty());
                lines.extend(file.map(|file| format!("  {file}")));
                lines.extend(block.iter().map(|line| format!("    {line}")));
            }
        }
    }
    let lines = lines.join("\n");
    let lines = lines.trim_matches('\n');
    if lines.is_empty() {
        return;
    }
    text.push('\n');
    if !heading.is_empty() {
        text.push_str(&format!("{heading}\n\n"));
    }
    for line in lines.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

/// All rules, a line each.
pub fn list(lang: Lang) -> String {
    let line = |rule: &&Rule| {
        let severity = lang.severity(rule.severity);
        format!("{}  {severity}  {}\n", rule.code, rule.name)
    };
    RULES.iter().map(line).collect()
}

/// The clause, note or standard that a rule comes from.
pub fn basis(rule: &Rule, lang: Lang) -> Option<&'static str> {
    Page::of(rule)?.entry(lang.pick("依据", "basis"))
}
