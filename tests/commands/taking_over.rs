//! Figures handed up: what `summary --format yaml` writes is taken over from
//! 汇总上报.yaml with the same figures.

use serde_json::Value;

use super::summing::json_of;
use crate::common::Workspace;
use crate::common::sample::{self, COMMITTEE, HOSPITAL, OFFICE, ROUND, WANG};

const FIGURES: &str = "data/县直机关工委/政府办党支部/汇总上报.yaml";

/// The level above: the round, the committee, and the office as a unit that
/// reports figures only.
fn above(figures: &str) -> Workspace {
    let (below, above) = (sample::workspace(), Workspace::empty());
    for path in [ROUND, COMMITTEE, OFFICE, HOSPITAL, WANG] {
        above.write(path, below.read(path));
    }
    above.write(FIGURES, figures);
    above
}

fn handed_up() -> String {
    let arguments = [
        "summary",
        "--format",
        "yaml",
        "--org",
        "县直机关工委/政府办党支部",
    ];
    sample::workspace().expect(0, &arguments).stdout
}

/// The figures as somebody types them who has no checksum.
fn typed() -> String {
    let lines = handed_up();
    let lines = lines.lines().filter(|line| !line.starts_with("校验和"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// data.md: 汇总上报.yaml is as `summary --format yaml` writes it.
#[test]
fn the_output_for_one_organisation_is_taken_over() {
    let above = above(&handed_up());
    assert_eq!(above.expect(0, &["check"]).codes(), [""; 0]);
    // The committee's figures, too: it sums up the same branches.
    assert_eq!(json_of(&above), json_of(&sample::workspace()));
}

/// A unit that reports figures has its tables, but no registers and no cards.
#[test]
fn its_tables_are_printed() {
    let above = above(&handed_up());
    above.expect(0, &["build"]);
    let mut expected = sample::outputs();
    expected.retain(|path| {
        let of_office = path.starts_with("县直机关工委/政府办党支部/");
        !of_office || path.contains("附件6") || path.contains("附件7")
    });
    assert_eq!(above.pdfs(), expected);
}

/// By hand only what is not 0 is written.
#[test]
fn a_cell_left_out_is_0() {
    let without_zeros: String = typed()
        .lines()
        .filter(|line| !line.ends_with(": 0"))
        .map(|line| format!("{line}\n"))
        .collect();
    let above = above(&without_zeros);
    assert_eq!(json_of(&above), json_of(&sample::workspace()));
}

/// Figures typed wrongly after they were written.
#[test]
fn figures_that_do_not_agree_are_refused() {
    let entry = typed();
    let wrong = entry.replacen("性别/女: 0", "性别/女: 1", 1);
    assert_ne!(wrong, entry);
    let above = above(&wrong);
    let run = above.expect(1, &["summary"]);
    assert!(run.codes().contains(&"E1001"), "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

/// Figures changed after they were handed in.
#[test]
fn figures_that_do_not_fit_their_checksum_are_refused() {
    let figures = handed_up();
    let changed = figures.replacen("性别/女: 0", "性别/女: 1", 1);
    assert_ne!(changed, figures);
    let run = above(&changed).expect(1, &["summary"]);
    assert_eq!(run.codes(), ["E0905"]);
}

/// 附件6 is filled in on another day than here.
#[test]
fn figures_of_another_day_are_a_warning() {
    let above = above(&handed_up().replace("填表日期: 2016-04-20", "填表日期: 2016-04-19"));
    let run = above.expect(0, &["check"]);
    assert_eq!(run.codes(), ["W0904"]);
}

/// The JSON of a unit that reports figures is no other than a branch's.
#[test]
fn figures_taken_over_can_be_handed_up_again() {
    let above = above(&handed_up());
    let again = above.expect(
        0,
        &[
            "summary",
            "--format",
            "yaml",
            "--org",
            "县直机关工委/政府办党支部",
        ],
    );
    assert_eq!(again.stdout, handed_up());
    let summary: Value = json_of(&above);
    assert_eq!(summary["组织"][2]["附件6"]["补充资料"]["流动党员"], 0);
}
