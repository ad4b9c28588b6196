//! `paicha status`: the round at a glance.

use proptest::prelude::*;
use serde_json::Value;

use super::common::Workspace;
use super::common::sample::{self, CHEN, LI, WANG, ZHANG};

fn status(workspace: &Workspace, arguments: &[&str]) -> Value {
    let arguments = [&["status", "--format", "json"], arguments].concat();
    let run = workspace.expect(0, &arguments);
    serde_json::from_str(&run.stdout).expect("JSON")
}

const STAGES: &str = "\
阶段:
  - {名称: 动员部署, 开始: 2016-03-11, 结束: 2016-03-20}
  - 名称: 集中排查
    开始: 2016-03-21
    结束: 2016-04-20
    要求: [附件1 4月10日前上报, 附件3、附件6于4月20日前上报]
  - {名称: 规范处理, 开始: 2016-04-21, 结束: 2016-05-20, 要求: [5月15日前填写附件7]}
";

fn workspace() -> Workspace {
    let workspace = sample::workspace();
    let round = String::from_utf8(workspace.read(sample::ROUND)).expect("UTF-8");
    workspace.write(sample::ROUND, round + STAGES);
    workspace
}

fn branch<'a>(status: &'a Value, name: &str) -> &'a Value {
    let branches = status["党支部"].as_array().expect("a list");
    let of_name = |one: &&Value| {
        one["路径"]
            .as_str()
            .is_some_and(|path| path.ends_with(name))
    };
    branches.iter().find(of_name).expect("a branch")
}

#[test]
fn stages_have_days_left_or_over() {
    let workspace = workspace();
    // Without a day, that of the forms: 2016-04-20.
    for (arguments, states) in [
        (&[][..], [("已结束", 31), ("进行中", 0), ("未开始", 1)]),
        (
            &["--date", "2016-04-02"],
            [("已结束", 13), ("进行中", 18), ("未开始", 19)],
        ),
        (
            &["--date", "2016年3月10日"],
            [("未开始", 1), ("未开始", 11), ("未开始", 42)],
        ),
        (
            &["--date", "20160521"],
            [("已结束", 62), ("已结束", 31), ("已结束", 1)],
        ),
    ] {
        let status = status(&workspace, arguments);
        let stages = status["阶段"].as_array().expect("a list").iter();
        let found: Vec<(&str, i64)> = stages
            .map(|stage| {
                (
                    stage["状态"].as_str().expect("text"),
                    stage["天数"].as_i64().expect("days"),
                )
            })
            .collect();
        assert_eq!(found, states, "{arguments:?}");
    }
    let run = workspace.expect(2, &["status", "--date", "四月"]);
    assert!(run.stderr.contains("四月"), "{}", run.stderr);
}

#[test]
fn what_is_whole_is_counted_branch_by_branch() {
    let workspace = workspace();
    let share = |whole: u64, all: u64| serde_json::json!({ "齐全": whole, "共": all });
    let before = status(&workspace, &[]);
    let office = branch(&before, "政府办党支部");
    assert_eq!(office["党员"], 3);
    // 李明 and 陈静 were lost, 李明 was not found; both have a disposition.
    for (form, whole) in [
        ("附件1", share(3, 3)),
        ("附件3", share(2, 2)),
        ("附件4", share(1, 1)),
        ("附件7", share(1, 1)),
    ] {
        assert_eq!(office["表"][form], whole, "{form}");
    }
    assert_eq!(
        (&office["查找"], &office["处置"]),
        (&share(2, 2), &share(2, 2))
    );
    assert_eq!(before["建议处置"], serde_json::json!([]));

    workspace
        .edit(ZHANG, "性别: 男\n", "")
        .edit(
            LI,
            "处置:\n  - {方式: 自行脱党除名, 日期: 2016-05-10}\n",
            "",
        )
        .edit(LI, "  结果: 无法取得联系\n", "  结果: 查找中\n");
    let after = status(&workspace, &[]);
    let office = branch(&after, "政府办党支部");
    assert_eq!(office["表"]["附件1"]["共"], 3);
    assert_eq!(office["查找"], share(1, 2));
    assert_eq!(office["处置"], share(1, 1));
    // Errors come first, and of these what is due first.
    let missing = after["待补"].as_array().expect("a list");
    assert_eq!(missing[0]["severity"], "error");
    let of_zhang = missing
        .iter()
        .find(|one| one["path"] == ZHANG)
        .expect("told");
    assert_eq!(
        (&of_zhang["期限"], &of_zhang["line"]),
        (&"2016-04-10".into(), &1.into())
    );
    assert_eq!(of_zhang["表"][0], "附件1");
    assert!(of_zhang["message"].as_str().expect("text").contains("性别"));
}

#[test]
fn recommendations_say_what_they_still_need() {
    let workspace = workspace();
    let text = String::from_utf8(workspace.read(CHEN)).expect("UTF-8");
    let (kept, _) = text.split_once("处置:").expect("decided");
    workspace.write(CHEN, kept.replace("  愿意纳入管理: true\n", ""));
    let told = status(&workspace, &[]);
    let advised = &told["建议处置"][0];
    assert_eq!(advised["姓名"], "陈静");
    // Found, for an objective reason: 纳入组织管理 if she is willing (domain, dispositions).
    assert_eq!(advised["建议"][0]["处置"], "纳入组织管理");
    assert_eq!(advised["建议"][0]["还缺"], "没有记载本人愿意纳入管理");
    let run = workspace.expect(0, &["status"]);
    assert!(
        run.stdout.contains("还缺：没有记载本人愿意纳入管理"),
        "{}",
        run.stdout
    );
    let run = workspace.expect(0, &["status", "--lang", "en"]);
    assert!(
        run.stdout.contains("lacking: 愿意纳入管理 is not true"),
        "{}",
        run.stdout
    );
}

#[test]
fn an_empty_branch_is_told_as_well() {
    let workspace = workspace();
    workspace.remove(WANG);
    let told = status(&workspace, &[]);
    assert_eq!(branch(&told, "县医院党支部")["党员"], 0);
    assert!(
        workspace
            .expect(0, &["status"])
            .stdout
            .contains("中共会宁县人民医院支部委员会")
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 16,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Lines are lost here and there: what is called whole is what a build makes.
    #[test]
    fn what_is_whole_is_built(lost in prop::collection::vec((0usize..4, 1usize..30), 1..6)) {
        let workspace = workspace();
        for (file, line) in lost {
            let path = [ZHANG, LI, CHEN, WANG][file];
            let text = String::from_utf8(workspace.read(path)).expect("UTF-8");
            let kept = text.lines().enumerate().filter(|(at, _)| *at != line);
            let kept: String = kept.map(|(_, line)| format!("{line}\n")).collect();
            workspace.write(path, kept);
        }
        let told = status(&workspace, &[]);
        workspace.run(&["build", "--keep-going"]);
        let made = match workspace.path("out/清单.json").exists() {
            true => workspace.listed(),
            false => Vec::new(),
        };
        for branch in told["党支部"].as_array().expect("a list") {
            let path = branch["路径"].as_str().expect("text");
            for (form, share) in branch["表"].as_object().expect("an object") {
                let (whole, all) = (&share["齐全"], &share["共"]);
                let begins = format!("{path}/{form}");
                let found = made.iter().filter(|made| made.starts_with(&begins)).count();
                match form.as_str() {
                    "附件1" | "附件6" | "附件7" => prop_assert_eq!(whole, found, "{} {}", path, form),
                    _ => prop_assert!(whole != all || all == 0 || found == 1, "{path} {form}"),
                }
            }
        }
    }
}
