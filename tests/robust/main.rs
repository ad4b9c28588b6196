//! Nothing that stands in a file makes the program panic: random bytes, random
//! YAML, and sample files with pieces cut, doubled and mixed up.

mod sheets;

use std::path::Path;

use paicha::Project;
use paicha::check::fix::fixed;
use paicha::load::{FileFault, Files, file_of, parse, raw};
use paicha::model::member::Member;
use paicha::model::organisation::Organisation;
use paicha::model::round::Round;
use paicha::model::settings::Settings;
use paicha::report::Lang;
use paicha::report::located::Locator;
use paicha::report::render::Printer;
use proptest::prelude::*;
use tempfile::TempDir;

const BRANCH: &str = "data/甲支部";
const MEMBER: &str = "data/甲支部/党员/甲.yaml";

/// Opens a workspace in which one file has this content, and words all that is
/// found.
fn open_with(path: &str, content: &[u8]) {
    let folder = workspace();
    std::fs::write(folder.path().join(path), content).expect("a file");
    let project = Project::open(folder.path());
    for lang in [Lang::Zh, Lang::En] {
        let files = Files::in_folder(folder.path());
        let mut printer = Printer::new(&files, lang, false);
        let mut locator = Locator::new(&files, lang);
        for diagnostic in &project.diagnostics {
            printer.render(diagnostic);
            locator.locate(diagnostic);
        }
    }
}

fn workspace() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write(
        "data/排查.yaml",
        "名称: 排查\n排查前基准日: 2016-03-15\n联系查找结束日: 2016-04-15\n填表日期: 2016-04-20\n",
    );
    let branch = "名称: 甲支部\n类型: 党支部\n党组织类别: 农村\n";
    write(&format!("{BRANCH}/党组织.yaml"), branch);
    write(MEMBER, &sample());
    folder
}

/// A member of the sample with nearly every block.
fn sample() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/会宁县直机关工委/政府办党支部/党员/万里行.yaml");
    std::fs::read_to_string(path).expect("the sample data")
}

/// What is found in a workspace in which one file has this content, as programs read it and
/// as people do.
fn located_with(path: &str, content: &[u8]) -> Vec<(String, String)> {
    let folder = workspace();
    std::fs::write(folder.path().join(path), content).expect("a file");
    let project = Project::open(folder.path());
    let files = Files::in_folder(folder.path());
    let mut printer = Printer::new(&files, Lang::Zh, false);
    let mut locator = Locator::new(&files, Lang::Zh);
    let found = project.diagnostics.iter();
    let told = found.map(|one| {
        let located = serde_json::to_string(&locator.locate(one)).expect("JSON");
        (located, printer.render(one))
    });
    told.collect()
}

/// Marks, keys and texts in any order.
fn marks() -> impl Strategy<Value = String> {
    let marks: Vec<String> = "{}[]｛｝［］【】（）(),，；;、。:：﹕\"'“”‘’\\-#＃|>&*!@%<=? \t\n\n\n\u{a0}\u{3000}\u{b}\u{c}\r\u{85}\u{2028}\u{7f}\u{feff}\u{fffe}"
        .chars()
        .map(String::from)
        .collect();
    let words = [
        "\n  ",
        "\n    - ",
        ": ",
        ", ",
        "- ",
        "<<<<<<< a\n",
        "=======\n",
        ">>>>>>> b\n",
        "---\n",
        "甲",
        "a",
        "1",
        "2016-03-20",
        " # ",
        "|\n",
        "&a ",
        "*a",
    ];
    let words = words.into_iter().map(str::to_owned);
    let piece = prop_oneof![
        4 => prop::sample::select(marks),
        2 => prop::sample::select(words.collect::<Vec<_>>()),
        3 => prop::sample::select(keys()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// All keys of a member's file, and some that are none.
fn keys() -> Vec<String> {
    let text = sample() + "流动:\n  流出日期:\n转出:\n  补转:\n出国:\n核实:\n处置:\n豁免:\n规则:\n";
    let keys = text.split([':', '\n', '{', ',']).map(str::trim);
    let mut keys: Vec<String> = keys
        .filter(|key| !key.is_empty())
        .map(str::to_owned)
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Scalars of every kind, in and out of range.
fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,5}(-[0-9]{1,3}){0,3}",
        "[0-9X]{14,20}",
        "[-+]?[0-9]{1,25}(\\.[0-9]{1,3})?",
        "\\PC{0,12}",
        Just("true".to_owned()),
        Just("~".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("1800".to_owned()),
        Just("2199-12".to_owned()),
        Just("①".to_owned()),
        prop::sample::select(keys()),
    ]
}

/// A tree of keys, lists and scalars as YAML.
fn yaml() -> impl Strategy<Value = String> {
    let leaf = scalar().prop_map(|text| format!("{text:?}"));
    let tree = leaf.prop_recursive(4, 40, 6, |inner| {
        let entry = (prop::sample::select(keys()), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec(entry, 0..6).prop_map(|entries| {
                let one = |(key, value): (String, String)| format!("{key:?}: {value}");
                let entries: Vec<String> = entries.into_iter().map(one).collect();
                format!("{{{}}}", entries.join(", "))
            }),
        ]
    });
    let entry = (prop::sample::select(keys()), tree);
    prop::collection::vec(entry, 0..12).prop_map(|entries| {
        let one = |(key, value): (String, String)| format!("{key:?}: {value}\n");
        entries.into_iter().map(one).collect()
    })
}

/// The sample with a piece of it cut out and put in elsewhere, perhaps with other
/// characters.
fn mixed() -> impl Strategy<Value = String> {
    let length = sample().chars().count();
    (0..length, 0..60usize, 0..length, "\\PC{0,6}").prop_map(|(from, count, to, put)| {
        let mut characters: Vec<char> = sample().chars().collect();
        let end = (from + count).min(characters.len());
        let piece: Vec<char> = characters.drain(from..end).collect();
        let to = to.min(characters.len());
        characters.splice(to..to, piece.into_iter().chain(put.chars()));
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 192,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        open_with(MEMBER, &bytes);
        open_with("data/排查.yaml", &bytes);
    }

    #[test]
    fn random_yaml_of_a_member(text in yaml()) {
        open_with(MEMBER, text.as_bytes());
        fixed::<Member>(Path::new(MEMBER), &text);
    }

    #[test]
    fn random_yaml_of_other_files(text in yaml()) {
        for path in ["data/排查.yaml", "data/甲支部/党组织.yaml", "paicha.yaml"] {
            open_with(path, text.as_bytes());
        }
        let path = Path::new("x.yaml");
        fixed::<Round>(path, &text);
        fixed::<Organisation>(path, &text);
        file_of::<Settings>(path, &text);
    }

    #[test]
    fn a_member_with_a_piece_put_elsewhere(text in mixed()) {
        open_with(MEMBER, text.as_bytes());
        fixed::<Member>(Path::new(MEMBER), &text);
    }

    /// Safe corrections are safe: what is mended means the same, and is mended
    /// once and for all. What could not be read can be read.
    #[test]
    fn mending_keeps_the_meaning(text in mixed()) {
        let path = Path::new(MEMBER);
        if let Some((after, count)) = fixed::<Member>(path, &text) {
            prop_assert!(count > 0);
            let faults = |text: &str| {
                let file = file_of::<Member>(path, text);
                let invisible = |problem: &&paicha::model::problem::Problem| {
                    !matches!(problem.fault, paicha::model::problem::Fault::Invisible(_))
                };
                let unread = file.faults.len();
                (unread, file.problems.iter().filter(invisible).count())
            };
            let (before, now) = (faults(&text), faults(&after));
            match before.0 {
                0 => prop_assert_eq!(before, now),
                _ => prop_assert_eq!(now.0, 0),
            }
            prop_assert!(fixed::<Member>(path, &after).is_none());
            prop_assert!(parse(&after).is_ok());
        }
    }

    /// The marks of YAML, what stands for them, and what no text has, in any order: each
    /// slip has a place in the text, and what `--fix` writes has nothing odd.
    #[test]
    fn marks_in_any_order(text in marks()) {
        let path = Path::new(MEMBER);
        let file = file_of::<Member>(path, &text);
        for fault in &file.faults {
            if let FileFault::Tree(fault) = fault {
                prop_assert!(text.get(fault.span.range()).is_some(), "{:?}", fault);
            }
        }
        open_with(MEMBER, text.as_bytes());
        if let Some((after, _)) = fixed::<Member>(path, &text) {
            prop_assert!(!after.contains(raw::is_odd));
            prop_assert!(fixed::<Member>(path, &after).is_none(), "{:?}", after);
        }
    }

    /// What Windows puts around a text changes nothing: the same findings at the same places.
    #[test]
    fn marks_and_line_ends_of_windows_change_nothing(
        text in prop_oneof![yaml(), mixed(), marks().prop_map(|text| text.replace('\r', ""))],
        of_round in any::<bool>(),
    ) {
        let path = if of_round { "data/排查.yaml" } else { MEMBER };
        let text = text.trim_start_matches('\u{feff}');
        let usual = located_with(path, text.as_bytes());
        let crlf = text.replace('\n', "\r\n");
        prop_assert_eq!(&located_with(path, crlf.as_bytes()), &usual);
        let marked = format!("\u{feff}{crlf}");
        prop_assert_eq!(&located_with(path, marked.as_bytes()), &usual);
        let marked = format!("\u{feff}{text}");
        prop_assert_eq!(&located_with(path, marked.as_bytes()), &usual);
    }
}
