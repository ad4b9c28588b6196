//! The first hour as the READMEs tell it: what they say to type is typed, what they say to
//! write is written, in their order, and what they show is what is said.

use std::path::{Path, PathBuf};
use std::process::Command;

use snapbox::Data;

use super::common::Workspace;

/// What a README asks for.
enum Step {
    /// A file is saved: its path, its text.
    Save(String, String),
    /// Lines of a file become others.
    Change(String, String, String),
    /// A command is typed; what is said then.
    Type(String, String),
}

/// The blocks of a README that are typed, saved or changed.
fn steps(readme: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for block in readme.split("\n```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').expect("a block");
        let text = format!("{text}\n");
        match kind.split_once(' ').unwrap_or((kind, "")) {
            ("csv", path) => steps.push(Step::Save(path.to_owned(), text)),
            ("diff", _) => steps.extend(changes(&text)),
            ("console", _) => steps.extend(typed(&text)),
            _ => {}
        }
    }
    steps
}

/// Changes as `diff` writes them, without files' new names and numbers of lines.
fn changes(text: &str) -> impl Iterator<Item = Step> {
    let change = |change: &str| {
        let (path, lines) = change.split_once('\n').expect("a path");
        let of = |other: char| -> String {
            let lines = lines.lines().filter(|line| !line.starts_with(other));
            lines.map(|line| format!("{}\n", &line[1..])).collect()
        };
        Step::Change(path.to_owned(), of('+'), of('-'))
    };
    let text = format!("\n{}", text.trim_end());
    let changes: Vec<Step> = text.split("\n--- ").skip(1).map(change).collect();
    changes.into_iter()
}

fn typed(text: &str) -> impl Iterator<Item = Step> {
    let commands = text
        .split_inclusive('\n')
        .fold(Vec::new(), |mut steps, line| {
            match (line.strip_prefix("$ "), steps.last_mut()) {
                (Some(command), _) => steps.push((command.trim_end().to_owned(), String::new())),
                (None, Some((_, said))) => said.push_str(line),
                (None, None) => panic!("said before anything is typed: {line}"),
            }
            steps
        });
    commands
        .into_iter()
        .map(|(command, said)| Step::Type(command, said))
}

/// What is shown, as a pattern: `…` on a line of its own stands for lines, within a line
/// for what changes from one time to the next.
fn pattern(shown: &str) -> String {
    let lines = shown.lines().map(|line| match line {
        "…" => "...\n".to_owned(),
        line => line.replace('…', "[..]") + "\n",
    });
    lines.collect()
}

/// Types a command in a shell that knows the program and a home where nothing is yet.
fn say(command: &str, folder: &Path, home: &Path, language: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_paicha"));
    let own: PathBuf = program.parent().expect("a folder").to_owned();
    let others = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([own].into_iter().chain(std::env::split_paths(&others)));
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path.expect("folders"))
        .env("HOME", home)
        .env("LANG", language)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("a shell");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Goes through a README in an empty folder; the commands that were typed.
fn goes_as_told(readme: &str, language: &str) -> Vec<String> {
    let (workspace, home) = (Workspace::empty(), Workspace::empty());
    let name = "党支部 2016";
    let folder = workspace.path(name);
    std::fs::create_dir(&folder).expect("a folder");
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme));
    let mut commands = Vec::new();
    for step in steps(&text.expect("a page")) {
        match step {
            Step::Save(path, text) => drop(workspace.write(&format!("{name}/{path}"), text)),
            Step::Change(path, before, after) => {
                workspace.edit(&format!("{name}/{path}"), &before, &after);
            }
            Step::Type(command, shown) => {
                let said = say(&command, &folder, home.root(), language);
                let title = format!("{readme}: {command}");
                let (said, shown) = (Data::text(said), Data::text(pattern(&shown)));
                let same = snapbox::Assert::new().try_eq(Some(&title), said, shown);
                same.unwrap_or_else(|difference| panic!("{difference}"));
                commands.push(command);
            }
        }
    }
    commands
}

#[test]
fn the_first_hour_goes_as_the_readmes_tell() {
    let typed = goes_as_told("README.zh-CN.md", "zh_CN.UTF-8");
    for command in ["init", "import", "status", "build", "check", "summary"] {
        let begin = format!("paicha {command}");
        assert!(
            typed.iter().any(|typed| typed.starts_with(&begin)),
            "{begin}"
        );
    }
    assert_eq!(goes_as_told("README.md", "en_US.UTF-8"), typed);
}
