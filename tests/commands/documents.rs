//! Documents through the binary: whose words they are in, what they wait for, which are
//! made.

use crate::common::sample::{HOSPITAL, OFFICE, ROUND, workspace};
use crate::common::{Workspace, copy};

const FORM: &str = "核查情况报告";
const OFFICE_FOLDER: &str = "data/县直机关工委/政府办党支部";
const OFFICE_PDF: &str = "out/县直机关工委/政府办党支部/核查情况报告.pdf";

/// The sample with a round that names forms.
fn naming(forms: &str) -> Workspace {
    let workspace = workspace();
    let round = String::from_utf8(workspace.read(ROUND)).expect("UTF-8");
    workspace.write(
        ROUND,
        format!("{round}文号: 会政办发〔2016〕34号\n表: {forms}\n"),
    );
    workspace
}

fn own(workspace: &Workspace, text: &str) {
    workspace.write(&format!("{OFFICE_FOLDER}/报告/{FORM}.txt"), text);
}

#[test]
fn a_place_to_be_filled_in_keeps_that_document_alone_from_being_made() {
    let workspace = naming("全部");
    let text = "标题：报告\n共有党员{{ 党员 }}名。\n  〔请填写：下一步〕\n";
    own(&workspace, text);
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
    let all = check.stdout + &check.stderr;
    let place = format!("{OFFICE_FOLDER}/报告/{FORM}.txt:3:3");
    assert!(all.contains("警告[W1802]") && all.contains(&place), "{all}");
    assert!(all.contains("党员组织关系核查情况报告"), "{all}");
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(!workspace.path(OFFICE_PDF).exists());
    assert!(
        workspace
            .path("out/县直机关工委/附件6-与党组织失去联系党员情况汇总表.pdf")
            .exists()
    );
    assert!(workspace.path("out/实施方案.pdf").exists());
    // A call that names it wants it: then it is an error, and nothing is written.
    let build = workspace.run(&["build", "--only", FORM]);
    assert_eq!(build.code, 1, "{}", build.stderr);
    assert!(build.stderr.contains("错误[W1802]"), "{}", build.stderr);
    own(
        &workspace,
        &text.replace("〔请填写：下一步〕", "逐人建档。"),
    );
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(workspace.path(OFFICE_PDF).exists());
}

/// Whoever has no text of his own yet has a place to look at, and a call that works as it is
/// told; what waits is not counted as faulty.
#[test]
fn a_text_that_nobody_has_copied_yet_waits_at_the_file_of_its_unit() {
    let workspace = naming("[工作情况报告]");
    let spaced = "data/县直机关工委/政府 办（一）";
    std::fs::rename(workspace.path(OFFICE_FOLDER), workspace.path(spaced)).expect("renamed");
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
    let all = check.stdout + &check.stderr;
    let place = format!("--> {spaced}/党组织.yaml\n");
    assert!(all.contains(&place) && !all.contains("正文.txt"), "{all}");
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(
        build.stderr.contains("等着填写、先不做的 ") && !build.stderr.contains("因数据有错误"),
        "{}",
        build.stderr
    );
    let call = "paicha report 工作情况报告 --org \"县直机关工委/政府 办（一）\"";
    assert!(all.contains(call), "{all}");
    // Without the organisation, all that there are are named.
    let run = workspace.run(&["report", "工作情况报告"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("县直机关工委/政府 办（一）"),
        "{}",
        run.stderr
    );
    let typed = [
        "report",
        "工作情况报告",
        "--org",
        "县直机关工委/政府 办（一）",
    ];
    workspace.expect(0, &typed);
    let check = workspace.run(&["check"]);
    let all = check.stdout + &check.stderr;
    assert!(
        all.contains(&format!("{spaced}/报告/工作情况报告.txt:")),
        "{all}"
    );
}

#[test]
fn a_fault_of_a_text_stands_at_its_line_and_column_and_is_of_that_document_alone() {
    let workspace = naming("全部");
    own(
        &workspace,
        "标题：报告\n共有{% if 党员 > 0 %}党员{{ 党圆 }}名{% endif %}。\n",
    );
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, 1);
    let all = check.stdout + &check.stderr;
    // 共有{% if 党员 > 0 %}党员{{ : 2 + 15 + 2 + 3 characters stand before the name.
    let place = format!("{OFFICE_FOLDER}/报告/{FORM}.txt:2:23");
    assert!(all.contains("错误[E1801]") && all.contains(&place), "{all}");
    assert!(all.contains("“党员”"), "the nearest name: {all}");
    let build = workspace.run(&["build", "--keep-going"]);
    assert_eq!(build.code, 1);
    assert!(!workspace.path(OFFICE_PDF).exists());
    assert!(
        workspace
            .path("out/县直机关工委/政府办党支部/附件1/张建国.pdf")
            .exists()
    );
}

/// Values are text: what looks like code, a heading or a field is printed as it stands.
#[test]
fn values_are_literal_text() {
    let workspace = naming("全部");
    let office = String::from_utf8(workspace.read(OFFICE)).unwrap();
    let odd = "简称: \"一、#strong[甲]{{ 党员 }}$x$\"";
    workspace.write(OFFICE, office.replace("简称: 政府办党支部", odd));
    own(&workspace, "标题：报告\n{{ 组织简称 }}\n");
    let build = workspace.run(&[
        "build",
        "--only",
        FORM,
        "--org",
        "县直机关工委/政府办党支部",
    ]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    let found = workspace.run(&["where", OFFICE_PDF]);
    assert!(found.stdout.contains("段[1].文"), "{}", found.stdout);
    assert!(workspace.path(OFFICE_PDF).exists());
}

#[test]
fn nothing_is_inherited_by_organisations_below() {
    let workspace = naming("全部");
    workspace.write(
        "data/县直机关工委/报告/综合报告.txt",
        "标题：综合报告\n{% if 只报数字的单位 %}不含{{ 只报数字的单位 }}，{% endif %}共有党员{{ 党员 }}名。\n",
    );
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(workspace.path("out/县直机关工委/综合报告.pdf").exists());
    assert!(
        !workspace
            .path("out/县直机关工委/政府办党支部/综合报告.pdf")
            .exists()
    );
}

#[test]
fn the_round_says_which_forms_are_made() {
    let workspace = naming("[附件2, 附件6]");
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    // Two branches, three organisations.
    assert!(build.stderr.contains("做好 5 份"), "{}", build.stderr);
    // A call makes any form, and what it made stays.
    let build = workspace.run(&["build", "--only", "附件3,实施方案"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(workspace.path("out/实施方案.pdf").exists());
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(workspace.path("out/实施方案.pdf").exists());
    // Without the key, the seven forms and none of the documents.
    let workspace = crate::common::sample::workspace();
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(!workspace.path("out/实施方案.pdf").exists());
    assert!(build.stderr.contains("做好 18 份"), "{}", build.stderr);
}

#[test]
fn report_copies_the_text_to_be_edited_and_overwrites_nothing() {
    let workspace = workspace();
    let run = workspace.run(&["report", FORM, "--org", "县直机关工委/政府办党支部"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let path = format!("{OFFICE_FOLDER}/报告/{FORM}.txt");
    let text = String::from_utf8(workspace.read(&path)).unwrap();
    assert!(text.contains("〔请填写"), "{text}");
    workspace.write(&path, "标题：我的\n");
    let run = workspace.run(&["report", FORM, "--org", "县直机关工委/政府办党支部"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(workspace.read(&path), "标题：我的\n".as_bytes());
    let run = workspace.run(&["report", "实施方案"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(workspace.path("data/报告/实施方案.txt").exists());
    for wrong in [
        &["report", "附件6"][..],
        &["report", FORM],
        &["report", FORM, "--org", "县直机关工委"],
    ] {
        assert_eq!(workspace.run(wrong).code, 2, "{wrong:?}");
    }
    assert!(!workspace.path(HOSPITAL).with_file_name("报告").exists());
}

/// All documents of the sample round, in the same build as all forms.
#[test]
fn all_documents_of_the_sample_are_made_in_one_build() {
    let workspace = Workspace::empty();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&root.join("data"), &workspace.path("data"));
    let build = workspace.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(!build.stderr.contains("W1802"), "{}", build.stderr);
    let committee = "会宁县直机关工委";
    let branches = [
        "会师镇南关社区党支部",
        "政府办党支部",
        "教育系统党总支/城关中学党支部",
        "教育系统党总支/教育服务公司党支部",
    ]
    .map(|branch| format!("{committee}/{branch}"));
    let above = [committee.to_owned(), format!("{committee}/教育系统党总支")];
    let reports = ["工作情况报告", "综合报告", "自查验收报告"];
    let mut documents = vec!["out/实施方案.pdf".to_owned()];
    let of_branches = branches.iter().map(|unit| (unit, FORM));
    let of_all = branches.iter().chain(&above);
    let of_all = of_all.flat_map(|unit| reports.iter().map(move |form| (unit, *form)));
    documents.extend(
        of_branches
            .chain(of_all)
            .map(|(unit, form)| format!("out/{unit}/{form}.pdf")),
    );
    // 1 + 4 + 6 × 3.
    assert_eq!(documents.len(), 23);
    for path in &documents {
        assert!(workspace.path(path).exists(), "{path}");
    }
    let seven = workspace.pdfs();
    for form in [
        "附件1", "附件2", "附件3", "附件4", "附件5", "附件6", "附件7",
    ] {
        assert!(seven.iter().any(|path| path.contains(form)), "{form}");
    }
    // A figure is known by its cell: where it comes from; a date by the part that it is in.
    let report = format!("out/{committee}/工作情况报告.pdf");
    for (cell, file) in [
        ("取自.无法取得联系", "汇总上报.yaml"),
        ("占比.女党员占比", "党员/"),
    ] {
        let found = workspace.run(&["where", &report, "--cell", cell]);
        assert_eq!(found.code, 0, "{}", found.stderr);
        assert!(found.stdout.contains(file), "{cell}: {}", found.stdout);
    }
    let found = workspace.run(&["where", &report]);
    let is_date = |line: &str| line.starts_with("段[") && line.contains("data/排查.yaml");
    assert!(found.stdout.lines().any(is_date), "{}", found.stdout);
}

/// What is no figure is a literal of the text, and stands at its line.
#[test]
fn words_without_a_figure_come_from_their_line() {
    let workspace = naming("全部");
    own(
        &workspace,
        "标题：报告\n共有党员{{ 党员 }}名。\n\n  逐人建档。\n",
    );
    let found = workspace.expect(0, &["where", OFFICE_PDF]).stdout;
    let lines: Vec<String> = found
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let file = format!("{OFFICE_FOLDER}/报告/{FORM}.txt");
    for (line, words) in [(1, "标题：报告"), (4, "逐人建档。")] {
        let told = format!("{file}:{line} 正文 {words}");
        assert!(
            lines.iter().any(|line| line.ends_with(&told)),
            "{told}\n{found}"
        );
    }
    // The figure between words has a cell of its own, which comes from members.
    let told = format!("{file}:2 正文 共有党员{{{{ 党员 }}}}名。");
    assert!(
        lines.iter().any(|line| line.ends_with(&told)),
        "{told}\n{found}"
    );
    assert!(found.contains("党员/张建国.yaml:7:7"), "{found}");
}
