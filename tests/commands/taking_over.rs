//! Figures handed up: what `summary --format yaml` writes is taken over from
//! 汇总上报.yaml with the same figures.

use serde_json::Value;

use super::summing::json_of;
use crate::common::Workspace;
use crate::common::sample::{self, CHEN, COMMITTEE, HOSPITAL, OFFICE, ROUND, WANG};

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

/// One figure changed after they were handed in: it is named at its place, and the
/// relations that fail are told, too.
#[test]
fn a_figure_that_was_changed_is_named() {
    let figures = handed_up();
    for (from, to, said, relations) in [
        (
            "性别/女: 0",
            "性别/女: 1",
            "附件6“国有企业解除劳动关系人员”行“性别/女”列，上报时是 0，现在是 1",
            2,
        ),
        (
            "排查前在册党员人数: 3",
            "排查前在册党员人数: 13",
            "附件6“合计”行“排查前在册党员人数”列，上报时是 3，现在是 13",
            0,
        ),
        (
            "流动党员: 0",
            "流动党员: 2",
            "附件6.补充资料.流动党员，上报时是 0，现在是 2",
            0,
        ),
        (
            "待处置: 0",
            "待处置: 1",
            "附件7.对账.待处置，上报时是 0，现在是 1",
            1,
        ),
    ] {
        let changed = figures.replacen(from, to, 1);
        assert_ne!(changed, figures, "{from}");
        let above = above(&changed);
        let run = above.expect(1, &["check"]);
        assert!(run.stderr.contains(said), "{said}\n{}", run.stderr);
        let line = 1 + figures
            .lines()
            .position(|line| line.contains(from))
            .expect("there");
        let place = format!("{FIGURES}:{line}:");
        let at = run.stderr.find(&place).expect(&place);
        assert!(run.stderr[..at].contains("E0905"), "{}", run.stderr);
        let broken = run.stderr.matches("E1001").count();
        assert_eq!(broken, relations, "{}", run.stderr);
        assert_eq!(above.expect(1, &["summary"]).stdout, "");
    }
}

#[test]
fn a_figure_that_was_left_out_is_named_at_its_row() {
    let figures = handed_up();
    let (first, rest) = figures.split_once("    合计:\n").expect("a row");
    let changed = format!(
        "{first}    合计:\n{}",
        rest.replacen("      排查前在册党员人数: 3\n", "", 1)
    );
    assert_ne!(changed, figures);
    let run = above(&changed).expect(1, &["check"]);
    let said = "“合计”行“排查前在册党员人数”列，上报时是 3，现在是 0";
    assert!(run.stderr.contains(said), "{}", run.stderr);
    let place = format!("{FIGURES}:{}:", first.lines().count() + 1);
    assert!(run.stderr.contains(&place), "{place}\n{}", run.stderr);
}

/// More than one: that they were changed is all that can be known.
#[test]
fn figures_that_do_not_fit_their_checksum_are_refused() {
    let changed = handed_up().replace("性别/女: 0", "性别/女: 1");
    let run = above(&changed).expect(1, &["summary"]);
    assert!(run.codes().contains(&"E0905"), "{}", run.stderr);
    assert!(run.stderr.contains("改了哪里看不出来"), "{}", run.stderr);
    assert!(run.codes().contains(&"E1001"), "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

/// SHA-256 of the canonical JSON of the sample's figures as another program has it, from
/// before 已出党 was counted.
#[test]
fn older_checksums_stay_valid() {
    let sum = "caf8a2651b5d27d5db61f7dd65406780cd5460dc8826b3d389081cd58b4b424a";
    assert!(
        handed_up().contains(&format!("校验和: {sum}\n")),
        "{}",
        handed_up()
    );
}

/// Who died after the search is handed up as well.
#[test]
fn members_who_died_are_handed_up() {
    let below = sample::workspace();
    below.edit(
        CHEN,
        "处置:\n  - {方式: 纳入组织管理, 日期: 2016-05-10}\n",
        "出党: {日期: 2016-04-18, 原因: 死亡}\n",
    );
    let run = below.expect(
        0,
        &[
            "summary",
            "--format",
            "yaml",
            "--org",
            "县直机关工委/政府办党支部",
        ],
    );
    assert!(run.stdout.contains("已出党: 1"), "{}", run.stdout);
    let above = above(&run.stdout);
    assert_eq!(above.expect(0, &["check"]).codes(), [""; 0]);
    let outcome = json_of(&above)["组织"][0]["附件7"]["对账"].clone();
    assert_eq!(outcome["已出党"], 1);
    assert_eq!(outcome["处置"], 1);
    assert_eq!(json_of(&above), json_of(&below));
}

fn own_heading(figures: &str, from: &str, to: &str) -> Workspace {
    let changed = figures.replacen(from, to, 1);
    assert_ne!(changed, figures, "{from}");
    above(&changed)
}

/// Saved in the folder of another unit.
#[test]
fn figures_of_another_unit_are_refused() {
    let arguments = [
        "summary",
        "--format",
        "yaml",
        "--org",
        "县直机关工委/县医院党支部",
    ];
    let hospital = sample::workspace().expect(0, &arguments).stdout;
    let above = above(&hospital);
    let run = above.expect(1, &["check"]);
    let said = "这是“中共会宁县人民医院支部委员会”的数字";
    assert!(run.stderr.contains(said), "{}", run.stderr);
    assert_eq!(run.codes(), ["E0914"]);
    let line = 1 + hospital
        .lines()
        .position(|line| line.starts_with("名称"))
        .expect("a name");
    assert!(
        run.stderr.contains(&format!("{FIGURES}:{line}:")),
        "{}",
        run.stderr
    );
    assert_eq!(above.expect(1, &["summary"]).stdout, "");
    above.expect(1, &["build"]);
}

#[test]
fn each_part_of_the_heading_may_name_another_unit() {
    let figures = handed_up();
    let name = "中共会宁县人民政府办公室支部委员会";
    for (from, to, said) in [
        (
            format!("名称: {name}"),
            "名称: 中共会宁县财政局支部委员会",
            "中共会宁县财政局支部委员会",
        ),
        (
            "路径: 县直机关工委/政府办党支部".to_owned(),
            "路径: 县直机关工委/财政局党支部",
            "县直机关工委/财政局党支部",
        ),
        (
            "路径: 县直机关工委/政府办党支部".to_owned(),
            "路径: 县直机关工委",
            "县直机关工委",
        ),
        ("类型: 党支部".to_owned(), "类型: 党总支", "党总支"),
        (
            "填报单位: 会宁县人民政府办公室党支部".to_owned(),
            "填报单位: 中共会宁县人民医院支部委员会",
            "中共会宁县人民医院支部委员会",
        ),
    ] {
        let run = own_heading(&figures, &from, to).expect(1, &["check"]);
        assert_eq!(run.codes(), ["E0914"], "{to}");
        assert!(
            run.stderr.contains(&format!("这是“{said}”的数字")),
            "{}",
            run.stderr
        );
    }
    // Below, the workspace may begin further down; who types may give the short name.
    for (from, to) in [
        (
            "路径: 县直机关工委/政府办党支部".to_owned(),
            "路径: 政府办党支部",
        ),
        (
            "路径: 县直机关工委/政府办党支部".to_owned(),
            "路径: 会宁县/县直机关工委/政府办党支部",
        ),
        (format!("名称: {name}"), "名称: 政府办党支部"),
        (
            "填报单位: 会宁县人民政府办公室党支部".to_owned(),
            "填报单位: 政府办党支部",
        ),
    ] {
        let run = own_heading(&figures, &from, to).expect(0, &["check"]);
        assert_eq!(run.codes(), [""; 0], "{to}");
    }
}

/// Two folders whose organisations are called alike, and the same file in both.
#[test]
fn the_same_figures_twice_are_refused() {
    let figures = handed_up().replace("县直机关工委/政府办党支部", "政府办党支部");
    let above = above(&figures);
    let second = "data/县直机关工委/乙总支/政府办党支部";
    above.write(
        "data/县直机关工委/乙总支/党组织.yaml",
        "名称: 乙总支\n类型: 党总支\n",
    );
    above.write(&format!("{second}/党组织.yaml"), above.read(OFFICE));
    above.write(&format!("{second}/汇总上报.yaml"), &figures);
    let run = above.expect(1, &["check"]);
    assert_eq!(run.codes(), ["W0906", "E0914"], "{}", run.stderr);
    assert!(run.stderr.contains("人数会重复计算"), "{}", run.stderr);
}

/// `summary --format yaml` without `--org`.
#[test]
fn figures_of_several_units_say_how_to_export_one() {
    let several = sample::workspace()
        .expect(0, &["summary", "--format", "yaml"])
        .stdout;
    let run = above(&several).expect(1, &["check"]);
    assert_eq!(run.codes(), ["E0915"], "{}", run.stderr);
    assert!(run.stderr.contains("--org"), "{}", run.stderr);
}

/// Figures typed by hand are told, and named above.
#[test]
fn figures_without_a_checksum_are_marked() {
    let unsealed = above(&typed());
    let run = unsealed.expect(0, &["check"]);
    assert_eq!(run.codes(), ["N0916"], "{}", run.stderr);
    let mark = "没有校验和的上报数字：县直机关工委/政府办党支部";
    let text = |workspace: &Workspace, org: &str| {
        let run = workspace.expect(0, &["summary", "--org", org]);
        run.stdout.matches(mark).count()
    };
    // The unit's own figures and the sum above, not its neighbour's.
    assert_eq!(text(&unsealed, "县直机关工委"), 2);
    assert_eq!(text(&unsealed, "县直机关工委/政府办党支部"), 1);
    assert_eq!(text(&unsealed, "县直机关工委/县医院党支部"), 0);
    assert_eq!(text(&above(&handed_up()), "县直机关工委"), 0);
}

/// A table of the workspace's own, below and above.
const OWN_TABLE: &str = "编号: 性别表\n标题: 性别表\n纸张: 横向\n范围: 组织\n\
    输出: \"{{ org }}/性别表.pdf\"\n人群: 在册\n角: [项目, 性别]\n\
    行: {按: 性别, 值: [男, 女], 合计: 合计}\n列:\n  - {头: 人数, 名: 人数}\n";
const OWN_FORM: &str = "layouts/性别表/form.yaml";

fn with_own_table(workspace: Workspace) -> Workspace {
    workspace.write(OWN_FORM, OWN_TABLE);
    workspace
}

fn handed_up_with_own_table() -> String {
    let arguments = [
        "summary",
        "--format",
        "yaml",
        "--org",
        "县直机关工委/政府办党支部",
    ];
    with_own_table(sample::workspace())
        .expect(0, &arguments)
        .stdout
}

#[test]
fn tables_of_ones_own_are_handed_up_and_covered_by_the_checksum() {
    let figures = handed_up_with_own_table();
    assert!(figures.contains("其他表:"), "{figures}");
    let good = with_own_table(above(&figures));
    assert_eq!(good.expect(0, &["check"]).codes(), [""; 0]);
    // On the roll: 张建国, 李明, 陈静.
    let (before, own) = figures.split_once("其他表:\n").expect("a table");
    let changed = format!("{before}其他表:\n{}", own.replacen("人数: 3", "人数: 4", 1));
    assert_ne!(changed, figures);
    let run = with_own_table(above(&changed)).expect(1, &["check"]);
    assert!(run.codes().contains(&"E0905"), "{}", run.stderr);
    let said = "性别表“合计”行“人数”列，上报时是 3，现在是 4";
    assert!(run.stderr.contains(said), "{}", run.stderr);
}

/// The unit above need not have the table.
#[test]
fn a_table_that_only_the_unit_below_has_is_covered_as_well() {
    let figures = handed_up_with_own_table();
    let codes = |figures: &str| {
        let run = above(figures).run(&["check"]);
        run.codes().iter().filter(|code| **code == "E0905").count()
    };
    assert_eq!(codes(&figures), 0);
    assert_eq!(codes(&figures.replacen("人数: 2", "人数: 5", 1)), 1);
}

/// A checksum as an older program made it, to which somebody has added the table.
#[test]
fn a_checksum_that_does_not_cover_tables_of_ones_own_is_to_be_made_anew() {
    let figures =
        handed_up() + "其他表: {性别表: {行: {男: {人数: 2}, 女: {人数: 1}, 合计: {人数: 3}}}}\n";
    let run = with_own_table(above(&figures)).expect(1, &["check"]);
    assert_eq!(run.codes(), ["E0905"], "{}", run.stderr);
    assert!(
        run.stderr.contains("旧版") && run.stderr.contains("--org"),
        "{}",
        run.stderr
    );
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
