//! The words of documents: sentences with holes are not printed, nor what a slip of the
//! clerk would print as it stands.

use crate::common::Workspace;
use crate::common::sample::{OFFICE, ROUND, workspace};

const FORM: &str = "自查验收报告";
const UNIT: &str = "县直机关工委/政府办党支部";
const PDF: &str = "out/县直机关工委/政府办党支部/自查验收报告.pdf";
const TEXT: &str = "data/县直机关工委/政府办党支部/报告/自查验收报告.txt";

/// The sample with all forms, and a text of the office's own.
fn with(text: &str) -> Workspace {
    let workspace = workspace();
    let round = String::from_utf8(workspace.read(ROUND)).expect("UTF-8");
    workspace.write(ROUND, format!("{round}表: 全部\n"));
    workspace.write(TEXT, text);
    workspace
}

/// The findings of a code in the words of a check.
fn told(workspace: &Workspace, code: &str) -> Vec<String> {
    let run = workspace.run(&["check", "--format", "json"]);
    let all: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let found = all["diagnostics"].as_array().expect("findings").iter();
    let found = found.filter(|one| one["code"] == code);
    let told = found.map(|one| {
        let path = one["path"].as_str().expect("a path").rsplit('/').next();
        let path = path.expect("a name");
        let (line, column) = (&one["line"], &one["column"]);
        let words = [&one["message"], &one["help"]].map(|words| words.as_str().unwrap_or_default());
        format!("{path}:{line}:{column} {}", words.join("；"))
    });
    told.collect()
}

/// Each key that is not there is told in its file, with the place of the text that says it;
/// the document waits, and every other is made.
#[test]
fn a_sentence_with_a_hole_is_not_printed() {
    let text = "标题：自查验收报告\n书记{{ 书记 }}负总责，填表人{{ 填表人 }}，联系电话{{ 联系电话 }}。\n\
        按照（{{ 本轮文号 }}）。分为{{ 各阶段 }}。\n不含{{ 只报数字的单位 }}。\n";
    let workspace = with(text);
    let found = told(&workspace, "W1807");
    let of = |place: &str, words: &str| {
        let is_it = |one: &&String| one.starts_with(place) && one.contains(words);
        assert_eq!(
            found.iter().filter(is_it).count(),
            1,
            "{place} {words}: {found:?}"
        );
    };
    for (name, key) in [
        ("书记", "书记"),
        ("填表人", "填表人"),
        ("联系电话", "联系电话"),
    ] {
        of(
            "党组织.yaml:1:1",
            &format!("要印“{name}”，这里没有写“{key}”"),
        );
    }
    of(
        "排查.yaml:1:1",
        "自查验收报告》要印“本轮文号”，这里没有写“文号”",
    );
    of("排查.yaml:1:1", "要印“各阶段”，这里没有写“阶段”");
    // There is none, and no file has to say so: the text has to ask.
    of("自查验收报告.txt:4:6", "没有只报数字的单位");
    // The plan says its number, too.
    of("排查.yaml:1:1", "实施方案》要印“本轮文号”");
    assert_eq!(found.len(), 7, "{found:?}");
    let run = workspace.expect(0, &["build"]);
    assert!(
        run.stderr.contains("自查验收报告.pdf：W1807"),
        "{}",
        run.stderr
    );
    assert!(!workspace.path(PDF).exists() && !workspace.path("out/实施方案.pdf").exists());
    let card = "out/县直机关工委/政府办党支部/附件1/张建国.pdf";
    assert!(workspace.path(card).exists());
    // A call that names it wants it.
    let run = workspace.expect(1, &["build", "--only", FORM, "--org", UNIT]);
    assert!(run.stderr.contains("错误[W1807]"), "{}", run.stderr);
    assert!(run.stderr.contains("正文在这里用到"), "{}", run.stderr);
    // What is there is printed.
    let office = String::from_utf8(workspace.read(OFFICE)).unwrap();
    workspace.write(
        OFFICE,
        format!("{office}书记: 李维翰\n填表人: 陈頔\n联系电话: 0943-3221234\n"),
    );
    workspace.write(
        TEXT,
        text.lines().take(2).collect::<Vec<_>>().join("\n")
            + "\n{{ 党员 }}名{% if 只报数字的单位 %}不含{{ 只报数字的单位 }}{% endif %}。\n",
    );
    workspace.expect(0, &["build", "--only", FORM, "--org", UNIT]);
    assert!(workspace.path(PDF).exists());
}

/// What the text asks for first may be missing; what is no number cannot be compared.
#[test]
fn what_a_text_asks_for_first_may_be_missing() {
    let workspace = with(
        "标题：报告\n{% if 书记 %}书记{{ 书记 }}负总责。{% else %}没有书记。{% endif %}\n\
         {% if not 本轮文号 and 党员 > 0 %}还没有文号。{% endif %}\n\
         {% if 只报数字的单位 %}不含{{ 只报数字的单位 }}。{% endif %}\n",
    );
    assert_eq!(told(&workspace, "E1801"), [""; 0]);
    workspace.expect(0, &["build", "--only", FORM, "--org", UNIT]);
    let project = paicha::Project::open(workspace.root());
    let unit = project
        .workspace
        .units
        .find(|unit| unit.path == UNIT)
        .unwrap();
    let form = project.catalogue.get(FORM).unwrap();
    let view = paicha::forms::View::of(project.source(), form, unit, None).unwrap();
    assert_eq!(view.cells["段[1].文"], "没有书记。");
    assert_eq!(view.cells["段[2].文"], "还没有文号。");
    workspace.write(TEXT, "标题：报告\n{% if 书记 > 0 %}有{% endif %}\n{% if 只报数字的单位 > 0 %}{{ 只报数字的单位 }}{% endif %}\n");
    let found = told(&workspace, "E1801");
    assert_eq!(found.len(), 1, "{found:?}");
    let place = "自查验收报告.txt:2:7 “书记”不是人数，不能比大小";
    assert!(found[0].starts_with(place), "{found:?}");
}

/// Slips that would be printed as they stand, each at its place.
#[test]
fn slips_of_the_clerk_are_not_printed() {
    let told_of = |line: &str| {
        let guard = "{% if 只报数字的单位 %}{{ 只报数字的单位 }}{% endif %}";
        let workspace = with(&format!(
            "标题：报告\n{guard}共有党员{{{{ 党员 }}}}名。\n{line}\n"
        ));
        told(&workspace, "E1801")
    };
    for (line, place, words) in [
        ("｛｛ 党员 ｝｝名", "3:1", "花括号"),
        ("共有{ 党员 }名", "3:3", "花括号"),
        ("｛% if 党员 > 0 %｝有。", "3:1", "花括号"),
        ("共有{{ 党员名", "3:3", "没有闭合"),
        ("标题:报告", "3:1", "是不是“标题：”"),
        ("成文日期 ：2016年4月20日", "3:1", "是不是“成文日期：”"),
        ("印发时期：2016年4月20日", "3:1", "是不是“印发日期：”"),
        ("正文：照实报告。", "3:1", "正文不用写明"),
        ("成文日期：2016年4月31日", "3:6", "没有“2016年4月31日”"),
        ("自2015年2月29日起", "3:2", "没有“2015年2月29日”"),
        ("印发日期：4月20日", "3:1", "后面要写一天"),
        ("附件：", "3:1", "后面没有内容"),
        ("盖章：也许", "3:1", "“是”或者“否”"),
        ("署名：甲\n署名：乙", "4:1", "写了两次"),
    ] {
        let found = told_of(line);
        let [one] = &found[..] else {
            panic!("{line}: {found:?}");
        };
        let place = format!("自查验收报告.txt:{place} ");
        assert!(
            one.starts_with(&place) && one.contains(words),
            "{line}: {one}"
        );
    }
    for line in [
        "附件：名单\n附件：台账",
        "主要做法：逐人核对。",
        "抄送：甲\n盖章：否",
        "成文日期：{{ 填表日期 }}",
        "到2016年4月底，2016年2月29日",
    ] {
        assert_eq!(told_of(line), [""; 0], "{line}");
    }
}

/// Of a form's own text `layouts check` tells what is wrong whoever is counted, and a
/// check what is wrong of a unit: a share above 100 %.
#[test]
fn texts_of_forms_are_looked_at_by_themselves_and_with_the_figures() {
    let workspace = workspace();
    workspace.write(
        "layouts/占比报告/form.yaml",
        "编号: 占比报告\n标题: 占比报告\n纸张: 纵向\n范围: 党支部\n输出: \"{{ org }}/{{ id }}.pdf\"\n\
         正文: 正文.txt\n统计:\n  党员: {人群: 在册}\n  女: {人群: 在册, 条件: 性别 = “女”}\n占比:\n\
         \x20 倒: {数: 党员, 总数: 女, 称: 女党员}\n",
    );
    let text = "标题：占比报告\n共有党员{{ 党员 }}名{{ 倒 }}。\n署名：甲\n";
    workspace.write("layouts/占比报告/正文.txt", format!("{text}署名：乙\n"));
    let run = workspace.expect(1, &["layouts", "check", "占比报告"]);
    assert!(
        run.stderr.contains("layouts/占比报告/正文.txt:4:1"),
        "{}",
        run.stderr
    );
    // One of three is a woman: 300 %. In the hospital nobody is, and nothing is printed.
    workspace.write("layouts/占比报告/正文.txt", text);
    let run = workspace.expect(1, &["check"]);
    assert_eq!(run.codes(), ["E1801"], "{}", run.stderr);
    assert!(
        run.stderr.contains("layouts/占比报告/正文.txt:2:17"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("“倒”超过 100%：党员 3 名，女 1 名"),
        "{}",
        run.stderr
    );
    workspace.expect(1, &["build", "--only", "占比报告"]);
}
