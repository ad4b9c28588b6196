//! The examples of all pages are run: what is wrong gives exactly the findings
//! that are marked, what is right none, and a waiver silences what it waives.

use paicha::check::{RULES, Rule};
use paicha::report::page::Page;

use super::common::Workspace;
use super::example::{Command, Example};
use super::files::workspace;

/// Findings: path, line, code.
type Findings = Vec<(String, usize, String)>;

/// What a command finds.
fn found(workspace: &Workspace, command: Command) -> Findings {
    let mut found: Findings = match command {
        Command::Build | Command::Layouts => {
            let run = workspace.run(match command {
                Command::Build => &["build", "-j", "1"],
                _ => &["layouts", "check"],
            });
            let codes = run.codes();
            let places = run.stderr.lines().filter_map(|line| {
                let place = line.trim_start().strip_prefix("--> ")?;
                // A file as a whole has no line.
                let (path, line) = match place.split_once(':') {
                    Some((path, place)) => (path, place.split_once(':')?.0.parse().ok()?),
                    None => (place, 1),
                };
                Some((path.to_owned(), line))
            });
            let both = codes.iter().zip(places);
            both.map(|(code, (path, line))| (path, line, (*code).to_owned()))
                .collect()
        }
        Command::Check | Command::Pages => {
            let pages: &[&str] = match command {
                Command::Pages => &["--pages"],
                _ => &[],
            };
            let run = workspace.run(&[&["check", "--format", "json"], pages].concat());
            let report: serde_json::Value = serde_json::from_str(&run.stdout)
                .unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr));
            let diagnostics = report["diagnostics"].as_array().expect("a list").iter();
            let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
            diagnostics
                .map(|one| {
                    let line = one["line"].as_u64().expect("a line") as usize;
                    (text(&one["path"]), line, text(&one["code"]))
                })
                .collect()
        }
    };
    found.sort();
    found
}

/// Whether what is found is what is marked: a mark on line 0 stands for any.
fn agree(found: &Findings, marks: &Findings) -> bool {
    let mut left = found.clone();
    let mut exact: Vec<_> = marks.iter().filter(|mark| mark.1 > 0).collect();
    exact.extend(marks.iter().filter(|mark| mark.1 == 0));
    let all = exact.iter().all(|(path, line, code)| {
        let fits = |one: &(String, usize, String)| {
            &one.0 == path && &one.2 == code && (*line == 0 || one.1 == *line)
        };
        match left.iter().position(fits) {
            Some(at) => {
                left.remove(at);
                true
            }
            None => false,
        }
    });
    all && left.is_empty()
}

fn faults(rule: &Rule, page: Page) -> Vec<String> {
    let mut faults = Vec::new();
    let example = |heading: &str| page.section(heading).map(|section| Example::of(&section));
    let (Some(wrong), Some(right)) = (example("错误示例"), example("正确示例")) else {
        return vec![format!("{}: examples are missing", rule.code)];
    };
    let mut expect = |what: &str, example: &Example, silent: bool| {
        let (workspace, marks) = workspace(example);
        let marks = if silent { Vec::new() } else { marks };
        if !silent && !marks.iter().any(|(_, _, code)| code == rule.code) {
            faults.push(format!("{} {what}: its own code is not marked", rule.code));
        }
        let found = found(&workspace, example.command);
        if !agree(&found, &marks) {
            faults.push(format!(
                "{} {what}\n  found  {found:?}\n  marked {marks:?}",
                rule.code
            ));
        }
    };
    expect("错误示例", &wrong, false);
    expect("正确示例", &right, true);
    if let Some(waiver) = example("豁免") {
        expect("豁免", &wrong.and(waiver), true);
    }
    faults
}

fn expect_family(codes: impl Fn(u32) -> bool) {
    let number = |rule: &Rule| rule.code[1..].parse::<u32>().expect("a number");
    let rules = RULES.iter().filter(|rule| codes(number(rule)));
    let pages = rules.filter_map(|rule| Some((rule, Page::of(rule)?)));
    let faults: Vec<String> = pages.flat_map(|(rule, page)| faults(rule, page)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn files_and_keys() {
    expect_family(|number| number < 100);
}

#[test]
fn numbers_names_and_dates() {
    expect_family(|number| (100..400).contains(&number));
}

#[test]
fn values_searches_and_dispositions() {
    expect_family(|number| (400..800).contains(&number));
}

#[test]
fn photos_rounds_tables_and_blocks() {
    expect_family(|number| number >= 800);
}

#[test]
fn the_base_has_no_finding() {
    let (workspace, _) = workspace(&Example::default());
    assert_eq!(found(&workspace, Command::Check), []);
}
