//! Nothing that stands in a file makes the program panic: random bytes, random
//! YAML, and sample files with pieces cut, doubled and mixed up.

use std::path::Path;

use paicha::Project;
use paicha::check::fix::fixed;
use paicha::load::{file_of, parse};
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
        let mut printer = Printer::new(folder.path(), lang, false);
        let mut locator = Locator::new(folder.path(), lang);
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
    /// once and for all.
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
                file.problems.iter().filter(invisible).count()
            };
            prop_assert_eq!(faults(&text), faults(&after));
            prop_assert!(fixed::<Member>(path, &after).is_none());
            prop_assert!(parse(&after).is_ok());
        }
    }
}
