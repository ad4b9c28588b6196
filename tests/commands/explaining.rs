//! `paicha explain FILE`: how a member is counted, and why.

use serde_json::Value;

use crate::common::Workspace;
use crate::common::sample::{self, CHEN, LI, ROUND, WANG, ZHANG};

fn json(workspace: &Workspace, name: &str) -> Value {
    let run = workspace.expect(0, &["explain", name, "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    found[0].clone()
}

/// Li is lost since 2012 and not found, Chen was found: as the sample says of them.
#[test]
fn where_a_member_stands_and_what_counts_him() {
    let workspace = sample::workspace();
    let li = json(&workspace, LI);
    let stands = |one: &Value, form: &str| {
        let mut forms = one["forms"].as_array().expect("a list").iter();
        forms.find(|found| found["form"] == form).expect("the form")["stands"].clone()
    };
    for (form, expected) in [
        ("附件1", true),
        ("附件2", false),
        ("附件3", true),
        ("附件4", false),
        ("附件5", true),
    ] {
        assert_eq!(stands(&li, form), expected, "{form}");
    }
    let shares = li["figures"].as_array().expect("a list").iter();
    let shares: Vec<String> = shares
        .map(|share| {
            format!("{} {} {}", share["form"], share["row"], share["column"]).replace('"', "")
        })
        .collect();
    // 1960-05-08: 55 years; 1986-07-01: 29 years; 2012-06-30 to 2016-04-15: 3 years.
    for row in ["农村外出务工经商人员", "合计"] {
        for column in [
            "人数",
            "年龄/46岁至60岁",
            "党龄/21年及以上",
            "学历/初中及以下",
            "民族/少数民族",
            "失去联系时间/1年至5年",
        ] {
            let share = format!("附件6 {row} {column}");
            assert!(shares.contains(&share), "{share}: {shares:#?}");
        }
        assert!(
            shares.contains(&format!("附件7 {row} 自行脱党除名")),
            "{shares:#?}"
        );
    }
    assert!(
        !shares.iter().any(|share| share.contains("高校毕业生")),
        "{shares:#?}"
    );
    let outputs: Vec<&str> = li["outputs"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for (title, is_in) in [
        ("县直机关工委/政府办党支部/附件1/李明.pdf", true),
        (
            "县直机关工委/政府办党支部/附件5-经查找仍然无法取得联系党员登记表.pdf",
            true,
        ),
        (
            "县直机关工委/政府办党支部/附件4-经查找取得联系党员登记表.pdf",
            false,
        ),
        (
            "县直机关工委/附件6-与党组织失去联系党员情况汇总表.pdf",
            true,
        ),
        (
            "县直机关工委/县医院党支部/附件6-与党组织失去联系党员情况汇总表.pdf",
            false,
        ),
    ] {
        assert_eq!(outputs.contains(&title), is_in, "{title}: {outputs:#?}");
    }
}

/// Values with their lines: the files are those of the sample.
#[test]
fn each_fact_has_its_rule_its_working_and_its_values() {
    let workspace = sample::workspace();
    let li = json(&workspace, LI);
    let days = &li["days"][0];
    assert_eq!(days["填表日期"], "2016-04-20");
    let fact = |name: &str| {
        let mut facts = days["facts"].as_array().expect("a list").iter();
        facts
            .find(|fact| fact["name"] == name)
            .expect("the fact")
            .clone()
    };
    let months = fact("失联月数");
    assert_eq!(months["value"], "45");
    assert_eq!(
        months["working"],
        "2016-04-15 − 2012-06-30 = 45 个月（3 年零 9 个月）"
    );
    assert!(
        months["rule"]
            .as_str()
            .expect("text")
            .contains("联系查找结束日")
    );
    let inputs: Vec<String> = months["inputs"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|input| {
            format!(
                "{}:{} {} {}",
                input["path"], input["line"], input["key"], input["value"]
            )
            .replace('"', "")
        })
        .collect();
    assert_eq!(
        inputs,
        [
            format!("{LI}:13 失联.最后交纳党费 2012-06-30"),
            format!("{ROUND}:3 联系查找结束日 2016-04-15"),
        ]
    );
    // 附件7 has a day of its own: 2016-05-15, a week after his birthday.
    let other = &li["days"][1];
    assert_eq!(
        (&other["填表日期"], &other["forms"][0]),
        (&"2016-05-15".into(), &"附件7".into())
    );
    let of_other = other["facts"].as_array().expect("a list").iter();
    let age = of_other
        .clone()
        .find(|fact| fact["name"] == "年龄")
        .expect("the age");
    assert_eq!(age["value"], "56");
    assert!(!of_other.clone().any(|fact| fact["name"] == "失联月数"));
}

#[test]
fn dispositions_are_weighed() {
    let workspace = sample::workspace();
    workspace.edit(
        CHEN,
        "处置:\n  - {方式: 纳入组织管理, 日期: 2016-05-10}\n",
        "",
    );
    let chen = json(&workspace, CHEN);
    let one = &chen["dispositions"]["dispositions"][0];
    assert_eq!(one["disposition"], "纳入组织管理");
    assert_eq!(one["recommended_for"], "已取得联系，失联是客观原因");
    assert_eq!(one["decided"], Value::Null);
    assert_eq!(one["against"], Value::Array(vec![]));
    assert_eq!(one["needed"], Value::Array(vec![]));
    assert_eq!(one["for"].as_array().map(Vec::len), Some(4));
    workspace.edit(CHEN, "  愿意纳入管理: true\n", "");
    let chen = json(&workspace, CHEN);
    let needed = &chen["dispositions"]["dispositions"][0]["needed"][0];
    assert!(
        needed
            .as_str()
            .expect("text")
            .contains("愿意纳入管理: true"),
        "{needed}"
    );
    // Decided for one who was found: what is for the unreachable is not for her.
    workspace.edit(
        CHEN,
        "  主客观: 客观\n",
        "  主客观: 客观\n处置:\n  - {方式: 自行脱党除名, 日期: 2016-05-10}\n",
    );
    let chen = json(&workspace, CHEN);
    let decided = &chen["dispositions"]["dispositions"][0];
    assert_eq!(
        (&decided["disposition"], &decided["decided"]),
        (&"自行脱党除名".into(), &"2016-05-10".into())
    );
    assert_eq!(decided["against"][0], "该党员已经取得联系");
    let zhang = json(&workspace, ZHANG);
    assert_eq!(
        zhang["dispositions"]["note"],
        "不在附件4、附件5 之内，不需要处置"
    );
}

/// By path, file name, own name; several are listed; a rule or block of that name comes first.
#[test]
fn members_are_named_as_everywhere() {
    let workspace = sample::workspace();
    for name in [
        LI,
        "李明.yaml",
        "李明",
        "县直机关工委/政府办党支部/党员/李明.yaml",
    ] {
        assert_eq!(json(&workspace, name)["path"], LI, "{name}");
    }
    let twin = WANG.replace("王强", "李明");
    workspace.write(&twin, workspace.read(WANG));
    let run = workspace.expect(2, &["explain", "李明"]);
    for path in ["政府办党支部/党员/李明.yaml", "县医院党支部/党员/李明.yaml"] {
        assert!(run.stderr.contains(path), "{}", run.stderr);
    }
    let run = workspace.expect(2, &["explain", "李鸣"]);
    assert!(run.stderr.contains("没有“李鸣”"), "{}", run.stderr);
    let run = workspace.expect(0, &["explain", "失联"]);
    assert!(run.stdout.contains("最后组织生活"), "{}", run.stdout);
}

/// Errors are told and change no exit status; nothing of a number is shown whole.
#[test]
fn faulty_files_are_explained_as_far_as_they_can_be() {
    let workspace = sample::workspace();
    workspace.edit(LI, "出生年月: 1960-05-08", "出生年月: 1960-05-38");
    let run = workspace.expect(0, &["explain", "李明"]);
    assert!(run.stderr.contains("错误"), "{}", run.stderr);
    assert!(run.stdout.contains("年龄：还定不下来"), "{}", run.stdout);
    assert!(!run.stdout.contains("622423196005081518"), "{}", run.stdout);
    workspace.write(LI, "姓名: [李明\n");
    let run = workspace.expect(0, &["explain", LI]);
    assert!(run.stderr.contains("看不出怎样计数"), "{}", run.stderr);
    assert_eq!(run.stdout.trim(), "");
    let run = workspace.expect(0, &["explain", "张建国", "--lang", "en"]);
    assert!(run.stdout.contains("completed years"), "{}", run.stdout);
}
