//! `paicha diff`: what edits did, written down by hand, and what is told of them.

use serde_json::Value;

use crate::common::Workspace;
use crate::common::sample::{CHEN, HOSPITAL, LI, OFFICE, ROUND, WANG, ZHANG};
use crate::repository::{commit, expect_in, git_command, git_in, paicha_in, sample};

const PEOPLE: &str = "data/县直机关工委/政府办党支部/党员";

fn json(workspace: &Workspace, more: &[&str]) -> Value {
    let call = [&["diff", "--format", "json"], more].concat();
    let run = expect_in(workspace.root(), 0, &call);
    serde_json::from_str(&run.stdout).expect("JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().expect("a list")
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Each member about whom something is told: name, how he changes, his file.
fn members(found: &Value) -> Vec<String> {
    let each = list(found, "members").iter().map(|one| {
        let change: Vec<&str> = list(one, "change")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        format!("{} {}", text(one, "姓名"), change.join("+"))
    });
    each.collect()
}

/// The values of the only member about whom something is told.
fn values(found: &Value) -> Vec<String> {
    let members = list(found, "members");
    assert_eq!(members.len(), 1, "{found:#}");
    let each = list(&members[0], "values").iter();
    each.map(|value| {
        format!(
            "{} {}→{}",
            text(value, "key"),
            text(value, "old"),
            text(value, "new")
        )
    })
    .collect()
}

/// The cells of an organisation: form, row, column, old and new, who.
fn cells(found: &Value, org: &str) -> Vec<String> {
    let own = list(found, "cells")
        .iter()
        .filter(|cell| cell["org"] == org);
    own.map(|cell| {
        let by = list(cell, "by").iter();
        let by: Vec<String> = by
            .map(|share| {
                format!(
                    "{}{:+}",
                    text(share, "姓名"),
                    share["change"].as_i64().expect("a number")
                )
            })
            .collect();
        format!(
            "{} {} {} {}→{} {}",
            text(cell, "form"),
            text(cell, "row"),
            text(cell, "column"),
            cell["old"],
            cell["new"],
            by.join(" ")
        )
    })
    .collect()
}

fn codes(found: &Value, which: &str) -> Vec<String> {
    let found = list(&found["findings"], which).iter();
    found.map(|one| text(one, "code").to_owned()).collect()
}

/// Outputs by what becomes of them.
fn outputs<'a>(found: &'a Value, change: &str) -> Vec<&'a str> {
    let outputs = list(found, "outputs").iter();
    outputs
        .filter(|output| output["change"] == change)
        .map(|output| text(output, "path"))
        .collect()
}

#[track_caller]
fn nothing(workspace: &Workspace, more: &[&str]) {
    let call = [&["diff", "--exit-code"], more].concat();
    let run = expect_in(workspace.root(), 0, &call);
    assert_eq!((run.stdout.as_str(), run.stderr.trim()), ("", "没有变化"));
}

#[test]
fn what_means_the_same_is_no_change() {
    let workspace = sample();
    nothing(&workspace, &[]);
    nothing(&workspace, &["HEAD"]);
    nothing(&workspace, &["HEAD..HEAD"]);
    nothing(&workspace, &["--staged"]);
    // Comments, quotes, order, spellings of dates, numbers and words, ends of lines.
    workspace.edit(ZHANG, "民族: 汉族\n", "");
    workspace.edit(
        ZHANG,
        "姓名: 张建国\n",
        "# 由档案核对\n民族: \"汉族\"   # 同上\n姓名: 张建国\n",
    );
    workspace.edit(ZHANG, "出生年月: 1965-03-12", "出生年月: 1965.3.12");
    workspace.edit(ZHANG, "入党日期: 1990-07-01", "入党日期: 1990年7月1日");
    workspace.edit(ZHANG, "13893001234", "138 9300 1234");
    let text = String::from_utf8(workspace.read(LI)).expect("UTF-8");
    workspace.write(LI, text.replace('\n', "\r\n"));
    nothing(&workspace, &[]);
    commit(workspace.root(), "二");
    nothing(&workspace, &["起..二"]);
}

/// Li was lost since 2012-06-30; now his last contact is 2016-01-31: two and a half months
/// before the end of the search, so he is lost no more and stands in no register.
#[test]
fn an_edit_is_followed_to_registers_figures_and_paper() {
    let workspace = sample();
    workspace.edit(LI, "最后交纳党费: 2012-06-30", "最后交纳党费: 2016-01-31");
    let found = json(&workspace, &[]);
    assert_eq!(members(&found), ["李明 changed"]);
    assert_eq!(values(&found), ["失联.最后交纳党费 2012-06-30→2016-01-31"]);
    let li = &list(&found, "members")[0];
    let mut registers: Vec<String> = list(li, "registers")
        .iter()
        .map(|one| format!("{} {}", text(one, "form"), text(one, "change")))
        .filter(|one| one.starts_with("附件"))
        .collect();
    registers.sort();
    assert_eq!(registers, ["附件3 left", "附件5 left"]);
    let months = list(li, "facts")
        .iter()
        .find(|fact| fact["fact"] == "失联月数");
    let months = months.expect("the months");
    // 2012-06-30 to 2016-04-15: 45 months; 2016-01-31 to 2016-04-15: 2 months.
    assert_eq!((text(months, "old"), text(months, "new")), ("45", "2"));
    assert_eq!(list(months, "keys")[0]["key"], "失联.最后交纳党费");
    for org in ["县直机关工委/政府办党支部", "县直机关工委"] {
        let cells = cells(&found, org);
        for cell in [
            "附件6 农村外出务工经商人员 人数 1→0 李明-1",
            "附件6 合计 人数 1→0 李明-1",
            "附件6 合计 年龄/46岁至60岁 1→0 李明-1",
            "附件7 合计 自行脱党除名 1→0 李明-1",
            "附件7 对账 附件5 1→0 李明-1",
            "附件7 对账 处置 2→1 李明-1",
        ] {
            assert!(cells.contains(&cell.to_owned()), "{cell}\n{cells:#?}");
        }
        assert!(
            !cells.iter().any(|cell| cell.contains("陈静")),
            "{cells:#?}"
        );
    }
    assert_eq!(cells(&found, "县直机关工委/县医院党支部"), [""; 0]);
    let changed = outputs(&found, "changed");
    for (path, is_told) in [
        ("县直机关工委/政府办党支部/附件1/李明.pdf", true),
        (
            "县直机关工委/政府办党支部/附件5-经查找仍然无法取得联系党员登记表.pdf",
            true,
        ),
        (
            "县直机关工委/附件6-与党组织失去联系党员情况汇总表.pdf",
            true,
        ),
        ("县直机关工委/政府办党支部/附件1/陈静.pdf", false),
        (
            "县直机关工委/政府办党支部/附件4-经查找取得联系党员登记表.pdf",
            false,
        ),
        (
            "县直机关工委/县医院党支部/附件6-与党组织失去联系党员情况汇总表.pdf",
            false,
        ),
    ] {
        assert_eq!(changed.contains(&path), is_told, "{path}\n{changed:#?}");
    }
    // He stands in no register although he has the block: that is a warning, new.
    assert!(!codes(&found, "new").is_empty(), "{found:#}");
    let run = expect_in(workspace.root(), 1, &["diff", "--exit-code"]);
    for part in ["李明", "最后交纳党费", "2012-06-30", "45", "附件5", "1→0"] {
        assert!(run.stdout.contains(part), "{part}\n{}", run.stdout);
    }
    assert!(
        run.stdout.lines().count() <= 50,
        "one screen\n{}",
        run.stdout
    );
}

#[test]
fn people_come_go_move_and_their_files_are_renamed() {
    let workspace = sample();
    let root = workspace.root();
    // One goes, one moves to the other branch, the file of one has another name.
    workspace.remove(ZHANG);
    let to = WANG.replace("王强", "陈静");
    git_in(root, &["mv", CHEN, &to]);
    git_in(root, &["mv", LI, &format!("{PEOPLE}/李明（失联）.yaml")]);
    // One comes: split from another file, with a number of her own.
    let new = "姓名: 周兰\n性别: 女\n出生年月: 1970-01-01\n民族: 汉族\n身份证号码: \"622423197001010020\"\n\
        入党日期: 1995-07-01\n转正日期: 1996-07-01\n学历学位:\n  全日制教育: {学历: 高中}\n";
    workspace.write(&format!("{PEOPLE}/周兰.yaml"), new);
    let found = json(&workspace, &[]);
    let mut told = members(&found);
    told.sort();
    let expected = ["周兰 added", "张建国 removed", "李明 renamed", "陈静 moved"];
    assert_eq!(told, expected, "{found:#}");
    let moved = list(&found, "members")
        .iter()
        .find(|one| one["姓名"] == "陈静")
        .expect("her");
    assert_eq!(
        (text(moved, "old_path"), text(moved, "path")),
        (CHEN, to.as_str())
    );
    // She is found, and was counted in 附件7 of the one branch, now of the other; the level
    // above has the same as before.
    let [office, hospital] =
        ["政府办党支部", "县医院党支部"].map(|unit| cells(&found, &format!("县直机关工委/{unit}")));
    assert!(
        office.contains(&"附件7 合计 纳入组织管理 1→0 陈静-1".to_owned()),
        "{office:#?}"
    );
    assert!(
        hospital.contains(&"附件7 合计 纳入组织管理 0→1 陈静+1".to_owned()),
        "{hospital:#?}"
    );
    let above = cells(&found, "县直机关工委");
    assert!(
        !above.iter().any(|cell| cell.contains("附件7")),
        "{above:#?}"
    );
    for (path, change) in [
        ("县直机关工委/政府办党支部/附件1/张建国.pdf", "gone"),
        ("县直机关工委/政府办党支部/附件1/周兰.pdf", "new"),
    ] {
        assert!(outputs(&found, change).contains(&path), "{path} {found:#}");
    }
}

/// A namesake with another number is another person; so is who has the file of another.
#[test]
fn a_person_is_known_by_the_number() {
    let workspace = sample();
    let text_of = |path: &str| String::from_utf8(workspace.read(path)).expect("UTF-8");
    let [zhang, li] = [ZHANG, LI].map(text_of);
    // Both files are exchanged: nobody came and nobody left.
    workspace.write(ZHANG, &li).write(LI, &zhang);
    let found = json(&workspace, &[]);
    let mut told = members(&found);
    told.sort();
    assert_eq!(told, ["张建国 renamed", "李明 renamed"], "{found:#}");
    workspace.write(ZHANG, &zhang).write(LI, &li);
    // Another number that is one: somebody else; one that cannot be right: he himself.
    workspace.edit(ZHANG, "622423196503121236", "622423196503121252");
    let mut told = members(&json(&workspace, &[]));
    told.sort();
    assert_eq!(told, ["张建国 added", "张建国 removed"]);
    workspace.edit(ZHANG, "622423196503121252", "622423196503121235");
    assert_eq!(members(&json(&workspace, &[])), ["张建国 changed"]);
}

#[test]
fn states_are_named_as_git_names_them() {
    let workspace = sample();
    let root = workspace.root();
    git_in(root, &["switch", "--quiet", "--create", "乙"]);
    workspace.edit(
        WANG,
        "流入地: 深圳市宝安区某工厂",
        "流入地: 深圳市南山区某工厂",
    );
    commit(root, "二");
    git_in(root, &["switch", "--quiet", "main"]);
    workspace.edit(ZHANG, "月应交纳党费: 35.00", "月应交纳党费: 36.00");
    commit(root, "三");
    assert_eq!(members(&json(&workspace, &["起..二"])), ["王强 changed"]);
    // What the other branch did since it left; what is different altogether.
    assert_eq!(members(&json(&workspace, &["main...乙"])), ["王强 changed"]);
    let both = json(&workspace, &["main..乙"]);
    assert_eq!(members(&both).len(), 2, "{both:#}");
    let of_path = json(&workspace, &["main..乙", WANG]);
    assert_eq!(members(&of_path), ["王强 changed"]);
    // Merged: of the merge and its first parent the same is told as of the branch.
    git_in(root, &["merge", "--quiet", "--no-edit", "乙"]);
    assert_eq!(
        members(&json(&workspace, &["HEAD^..HEAD"])),
        ["王强 changed"]
    );
    // What is staged, and not what stands in the work tree.
    workspace.edit(LI, "曾任党内职务: 支部书记", "曾任党内职务: 组织委员");
    git_in(root, &["add", LI]);
    workspace.edit(LI, "曾任党内职务: 组织委员", "曾任党内职务: 宣传委员");
    let staged = json(&workspace, &["--staged"]);
    assert_eq!(values(&staged), ["曾任党内职务 支部书记→组织委员"]);
    assert_eq!(
        values(&json(&workspace, &[])),
        ["曾任党内职务 支部书记→宣传委员"]
    );
    for wrong in ["没有的版本", "起..没有的版本"] {
        let run = expect_in(root, 2, &["diff", wrong]);
        assert!(run.stderr.contains("没有的版本"), "{}", run.stderr);
    }
}

/// Marks of a conflict are a finding of that state, and he is told as one who can't be read.
#[test]
fn a_conflict_that_was_left_is_told() {
    let workspace = sample();
    let root = workspace.root();
    git_in(root, &["switch", "--quiet", "--create", "乙"]);
    workspace.edit(LI, "民族: 回族", "民族: 汉族");
    commit(root, "二");
    git_in(root, &["switch", "--quiet", "main"]);
    workspace.edit(LI, "民族: 回族", "民族: 藏族");
    commit(root, "三");
    let merged = git_command(root)
        .args(["merge", "乙"])
        .output()
        .expect("git");
    assert!(!merged.status.success());
    let found = json(&workspace, &[]);
    assert!(
        codes(&found, "new").contains(&"E0049".to_owned()),
        "{found:#}"
    );
    assert_eq!(members(&found), ["李明 changed"], "{found:#}");
}

#[test]
fn ends_of_lines_that_git_changes_and_names_in_another_case() {
    let workspace = sample();
    let root = workspace.root();
    git_in(root, &["config", "core.autocrlf", "true"]);
    std::fs::remove_file(workspace.path(LI)).expect("removed");
    git_in(root, &["checkout", "--", LI]);
    assert!(workspace.read(LI).windows(2).any(|two| two == b"\r\n"));
    nothing(&workspace, &[]);
    workspace.edit(HOSPITAL, "类型: 党支部", "类型: 党支部\n电话: 0943-3221234");
    let found = json(&workspace, &[]);
    assert_eq!(members(&found), [""; 0], "{found:#}");
    assert_eq!(list(&found, "files").len(), 1, "{found:#}");
    // The same name in another case beside it: told when it comes.
    workspace.write(&ZHANG.replace("张建国", "ZhangJG"), workspace.read(ZHANG));
    workspace.write(&ZHANG.replace("张建国", "zhangjg"), workspace.read(ZHANG));
    let found = json(&workspace, &[]);
    assert!(
        codes(&found, "new").contains(&"W0018".to_owned()),
        "{found:#}"
    );
}

/// The day of filling in: nobody's file changed, and what follows from the day did.
#[test]
fn what_follows_from_the_round_is_told_of_members() {
    let workspace = sample();
    // Li was born on 1960-05-08: 55 on 2016-04-20, 56 on 2016-05-09.
    workspace.edit(ROUND, "默认: 2016-04-20", "默认: 2016-05-09");
    let found = json(&workspace, &[]);
    let li = list(&found, "members")
        .iter()
        .find(|one| one["姓名"] == "李明")
        .expect("him");
    let age = list(li, "facts")
        .iter()
        .find(|fact| fact["fact"] == "年龄")
        .expect("the age");
    assert_eq!((text(age, "old"), text(age, "new")), ("55", "56"));
    assert_eq!(list(li, "values").len(), 0);
    assert_eq!(list(age, "keys")[0]["path"], ROUND);
}

#[test]
fn numbers_of_persons_are_masked_and_shown_where_that_is_asked_for() {
    let workspace = sample();
    workspace.edit(ZHANG, "13893001234", "13893005678");
    let whole = expect_in(workspace.root(), 0, &["diff", "--unmasked"]).stdout;
    assert!(
        whole.contains("13893001234") && whole.contains("13893005678"),
        "{whole}"
    );
    workspace.edit(LI, "622423196005081518", "622423196005081515");
    for format in ["text", "json", "markdown"] {
        let masked = expect_in(workspace.root(), 0, &["diff", "--format", format]).stdout;
        // Stars have a meaning in Markdown.
        let masked = masked.replace('\\', "");
        for number in [
            "13893001234",
            "13893005678",
            "622423196005081518",
            "622423196005081515",
        ] {
            assert!(!masked.contains(number), "{format}\n{masked}");
        }
        assert!(masked.contains("138****5678"), "{format}\n{masked}");
    }
}

#[test]
fn without_a_repository_diff_says_so() {
    let workspace = crate::common::sample::workspace();
    let run = paicha_in(workspace.root(), &["diff"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("git"), "{}", run.stderr);
    assert!(workspace.path(OFFICE).exists());
}
