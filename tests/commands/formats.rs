//! `check` for programs, `explain`, `--fix`, and levels of rules.

use super::common::sample::{ZHANG, workspace};
use serde_json::Value;

const BORN: &str = "出生年月: 1965-03-12";

fn json(stdout: &str) -> Value {
    serde_json::from_str(stdout).unwrap_or_else(|error| panic!("{error}: {stdout}"))
}

#[test]
fn json_has_the_fields_that_other_programs_rely_on() {
    let workspace = workspace();
    workspace.edit(ZHANG, "转正日期: 1991-07-01", "转正日期: 1990-01-01");
    let run = workspace.expect(1, &["check", "--format", "json"]);
    let report = json(&run.stdout);
    assert_eq!(report["files"], 8);
    assert_eq!(report["members"], 4);
    assert_eq!(report["errors"], 1);
    assert_eq!(report["warnings"], 0);
    let found = &report["diagnostics"][0];
    assert_eq!(found["code"], "E0306");
    assert_eq!(found["severity"], "error");
    assert_eq!(found["path"], ZHANG);
    assert_eq!(found["field"], "转正日期");
    let place = ["line", "column", "end_line", "end_column"].map(|key| found[key].as_u64());
    assert_eq!(place, [Some(8), Some(7), Some(8), Some(17)]);
    assert!(
        found["message"]
            .as_str()
            .is_some_and(|text| text.contains("转正日期早于入党日期"))
    );
    assert!(found["help"].is_string());
    assert_eq!(found["related"][0]["path"], ZHANG);
    assert_eq!(found["related"][0]["line"], 7);
    assert!(found["related"][0]["message"].is_string());
}

#[test]
fn a_missing_key_has_its_route() {
    let workspace = workspace();
    workspace.edit(ZHANG, "民族: 汉族\n", "");
    let run = workspace.expect(1, &["check", "--format", "json"]);
    let found = &json(&run.stdout)["diagnostics"][0];
    assert_eq!(
        (&found["code"], &found["field"]),
        (&"E0052".into(), &"民族".into())
    );
    assert_eq!(found["line"], 1);
}

#[test]
fn sarif_names_rules_and_places() {
    let workspace = workspace();
    workspace.edit(ZHANG, "手机号码: \"13893001234\"", "手机号码: \"1389300\"");
    let run = workspace.expect(0, &["check", "--format", "sarif"]);
    let log = json(&run.stdout);
    assert_eq!(log["version"], "2.1.0");
    let tool = &log["runs"][0]["tool"]["driver"];
    assert_eq!(tool["rules"][0]["id"], "W0502");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&"W0502".into(), &"warning".into())
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startLine"], 6);
    let uri = place["artifactLocation"]["uri"].as_str().expect("text");
    assert!(uri.starts_with("data/%E5%8E%BF") && uri.is_ascii(), "{uri}");
}

#[test]
fn github_has_a_command_for_each_finding() {
    let workspace = workspace();
    workspace.edit(ZHANG, "手机号码: \"13893001234\"", "手机号码: \"1389300\"");
    let run = workspace.expect(0, &["check", "--format", "github"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 1);
    let begin = format!("::warning file={ZHANG},line=6,col=8,endLine=6,endColumn=15,title=W0502 ");
    assert!(lines[0].starts_with(&begin), "{}", lines[0]);
    assert!(lines[0].contains("%0A"));
}

#[test]
fn explain_prints_the_page_in_both_languages() {
    let workspace = workspace();
    let chinese = workspace.expect(0, &["explain", "e0101"]).stdout;
    for words in [
        "E0101 身份证号码校验码不对",
        "错误示例",
        "豁免",
        "依据：GB 11643",
    ] {
        assert!(chinese.contains(words), "{words}");
    }
    assert!(!chinese.contains("The check character"));
    let english = workspace
        .expect(0, &["--lang", "en", "explain", "身份证号码校验码不对"])
        .stdout;
    for words in [
        "The check character",
        "Wrong",
        "How to waive",
        "can be waived",
    ] {
        assert!(english.contains(words), "{words}");
    }
    let all = workspace.expect(0, &["explain"]).stdout;
    assert_eq!(all.lines().count(), paicha::check::RULES.len());
    let run = workspace.expect(2, &["explain", "E0100"]);
    assert!(run.stderr.contains("E0100") && run.stdout.is_empty());
}

#[test]
fn fix_keeps_comments_and_layout_and_changes_nothing_else() {
    let workspace = workspace();
    workspace
        .edit(ZHANG, BORN, "出生年月:   1965年3月12日   # 档案所记")
        .edit(ZHANG, "民族: 汉族", "民族: 汉")
        .edit(ZHANG, "\"13893001234\"", "'１３８９３００１２３４'  # 常用")
        .edit(ZHANG, "622423196503121236", "６２２423196503121236");
    let before = workspace.read(ZHANG);
    let dry = workspace.expect(0, &["check", "--fix", "--dry-run"]);
    assert_eq!(workspace.read(ZHANG), before);
    assert!(
        dry.stdout.contains("+出生年月:   1965-03-12   # 档案所记"),
        "{}",
        dry.stdout
    );
    assert!(!dry.stdout.contains("13893001234") && !dry.stdout.contains("622423196503121236"));
    let run = workspace.expect(0, &["check", "--fix"]);
    assert_eq!(run.stdout, dry.stdout);
    let expected = String::from_utf8(before)
        .expect("UTF-8")
        .replace("1965年3月12日", "1965-03-12")
        .replace("民族: 汉\n", "民族: 汉族\n")
        .replace("１３８９３００１２３４", "13893001234")
        .replace("６２２423196503121236", "622423196503121236");
    assert_eq!(
        String::from_utf8(workspace.read(ZHANG)).expect("UTF-8"),
        expected
    );
    // Nothing is left to mend.
    let again = workspace.expect(0, &["check", "--fix"]);
    assert_eq!(again.stdout, "");
}

#[test]
fn fix_leaves_standard_output_to_programs() {
    let workspace = workspace();
    workspace.edit(ZHANG, BORN, "出生年月: 1965.3.12");
    let run = workspace.expect(0, &["check", "--fix", "--dry-run", "--format", "json"]);
    assert_eq!(json(&run.stdout)["errors"], 0);
    assert!(run.stderr.contains("+出生年月: 1965-03-12"));
}

#[test]
fn a_file_that_cannot_be_read_is_left_as_it_is() {
    let workspace = workspace();
    workspace.edit(ZHANG, BORN, "出生年月: 1965.3.12\n备注: \"甲\"乙");
    let before = workspace.read(ZHANG);
    workspace.expect(1, &["check", "--fix"]);
    assert_eq!(workspace.read(ZHANG), before);
}

#[test]
fn levels_of_rules_are_set_by_the_workspace() {
    let workspace = workspace();
    workspace.edit(ZHANG, "手机号码: \"13893001234\"", "手机号码: \"1389300\"");
    assert_eq!(workspace.expect(0, &["check"]).codes(), ["W0502"]);
    workspace.write("paicha.yaml", "规则级别: {手机号码不合格式: 错误}\n");
    let run = workspace.expect(1, &["check"]);
    assert!(run.stderr.contains("错误[W0502]"), "{}", run.stderr);
    workspace.expect(1, &["build", "--only", "附件1"]);
    workspace.write("paicha.yaml", "规则级别: {w0502: 不报}\n");
    assert!(workspace.expect(0, &["check"]).codes().is_empty());
}

#[test]
fn errors_that_make_a_page_wrong_stay_errors() {
    let workspace = workspace();
    workspace.write("paicha.yaml", "规则级别:\n  E0302: 警告\n");
    assert_eq!(workspace.expect(1, &["check"]).codes(), ["E1712"]);
    workspace.write("paicha.yaml", "规则级别:\n  W9999: 警告\n");
    assert_eq!(workspace.expect(1, &["check"]).codes(), ["E1711"]);
    workspace.write(
        "paicha.yaml",
        "规则级别:\n  W0502: 不报\n  手机号码不合格式: 警告\n",
    );
    assert_eq!(workspace.expect(1, &["check"]).codes(), ["E0051"]);
    workspace
        .remove("paicha.yaml")
        .write("paicha.yaml.txt", "规则级别: {}\n");
    assert_eq!(workspace.expect(1, &["check"]).codes(), ["E0008"]);
}

/// A layout of the workspace whose cell is too small, for one of four members.
#[test]
fn pages_are_checked_without_writing_and_before_writing() {
    let workspace = workspace();
    workspace
        .write(
            "layouts/便条/form.yaml",
            "编号: 便条\n标题: 便条\n纸张: 纵向\n范围: 党员\n对象: 排查对象\n输出: \"{{ org }}/便条/{{ member }}.pdf\"\n",
        )
        .write(
            "layouts/便条/layout.typ",
            "#let texts = json(\"/data.json\").格\n#set document(title: \"便条\")\n\
             #set text(lang: \"zh\", font: \"Noto Serif SC\", size: 12pt)\n\
             #[#block(width: 10mm, height: 5mm, texts.at(\"籍贯\", default: \"\"))#label(\"籍贯\")]\n",
        )
        .edit(ZHANG, BORN, "出生年月: 1965-03-12\n籍贯: 甘肃会宁");
    assert!(workspace.expect(0, &["check"]).codes().is_empty());
    let run = workspace.expect(1, &["check", "--pages"]);
    let (errors, others): (Vec<_>, Vec<_>) = run
        .codes()
        .into_iter()
        .partition(|code| code.starts_with('E'));
    assert_eq!(errors, ["E1103"]);
    // Long names in smaller type are told, too.
    assert!(others.iter().all(|code| *code == "N1115"), "{others:?}");
    assert!(
        run.stderr.contains(&format!("{ZHANG}:4:5")),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("格子高 5 毫米，放不下这么多行"),
        "{}",
        run.stderr
    );
    assert!(!workspace.path("out").exists());
    let run = workspace.expect(1, &["build"]);
    assert_eq!(run.codes(), ["E1103"]);
    assert!(workspace.pdfs().is_empty());
    let run = workspace.expect(1, &["build", "--keep-going"]);
    assert_eq!(run.codes(), ["E1103"]);
    assert!(
        !workspace
            .pdfs()
            .iter()
            .any(|path| path.ends_with("便条/张建国.pdf"))
    );
    assert_eq!(
        workspace
            .pdfs()
            .iter()
            .filter(|path| path.contains("便条"))
            .count(),
        3
    );
}
