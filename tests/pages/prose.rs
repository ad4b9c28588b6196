//! What documents say of any members: nothing of nobody, shares that add up, and the
//! figures of the tables.

use std::collections::BTreeMap;

use paicha::forms::document::Field;
use paicha::typeset::Inspected;
use serde_json::{Value, json};

use crate::common::sample::DISPOSITIONS;
use crate::harness::{BRANCH, Bench, Files, ROUND, squash};
use crate::pages::member;

/// Documents that count.
pub const COUNTING: [&str; 4] = ["核查情况报告", "工作情况报告", "综合报告", "自查验收报告"];

/// What a member can be, beside a plain one.
pub fn subjects() -> Vec<(String, Value)> {
    let away = |kind: Option<&str>| {
        let mut away = json!({"流出日期": "2015-03-01", "地点固定": true});
        if let Some(kind) = kind {
            away["外出类型"] = json!(kind);
        }
        json!({"流动": away})
    };
    let lost = |cause: &str, found: bool, more: Value| {
        let mut lost = json!({"最后组织生活": "2010-10-10", "情形": cause, "备注": "说明",
            "结果": if found { "已取得联系" } else { "无法取得联系" }});
        if found {
            lost["取得联系日期"] = json!("2016-04-02");
        }
        let mut member = json!({"失联": lost});
        merge(&mut member, &more);
        member
    };
    let gone = |on: &str| json!({"转出": {"日期": on, "去向": "县医院党支部"}});
    let mut all = vec![
        ("女".to_owned(), json!({"性别": "女"})),
        ("年轻".to_owned(), json!({"出生年月": "1985-02-03"})),
        ("中年".to_owned(), json!({"出生年月": "1965-02-03"})),
        ("老年".to_owned(), json!({"出生年月": "1950-02-03"})),
        (
            "初中".to_owned(),
            json!({"学历学位": {"全日制教育": {"学历": "初中"}}}),
        ),
        (
            "中专".to_owned(),
            json!({"学历学位": {"全日制教育": {"学历": "中专"}}}),
        ),
        (
            "大专".to_owned(),
            json!({"学历学位": {"全日制教育": {"学历": "大专"}}}),
        ),
        ("少数民族".to_owned(), json!({"民族": "回族"})),
        (
            "预备".to_owned(),
            json!({"入党日期": "2015-06-01", "转正日期": null}),
        ),
        ("无手机".to_owned(), json!({"手机号码": null})),
        ("无住址".to_owned(), json!({"现居住地": null})),
        (
            "存疑".to_owned(),
            json!({"转入": {"日期": "2016-02-01", "身份存疑": true}}),
        ),
        ("转出".to_owned(), gone("2016-04-10")),
        ("口袋".to_owned(), gone("2015-10-08")),
        (
            "出国".to_owned(),
            json!({"出国": [{"出国日期": "2014-01-01", "出国原因": "留学"}]}),
        ),
        (
            "持证".to_owned(),
            json!({"流动": {"流出日期": "2015-03-01", "外出类型": "省外", "活动证号码": "2016001", "开具组织关系": true}}),
        ),
        ("照片".to_owned(), json!({"照片": "照片/甲.jpg"})),
        ("空挂".to_owned(), json!({"空挂": {"去向": "外县"}})),
        (
            "补转".to_owned(),
            lost(
                "其他",
                true,
                json!({"转出": {"日期": "2009-01-01", "补转": true, "回执日期": "2016-04-10"}}),
            ),
        ),
        (
            "去世".to_owned(),
            lost(
                "其他",
                false,
                json!({"出党": {"日期": "2016-04-18", "原因": "死亡"}}),
            ),
        ),
        ("找到".to_owned(), lost("居住地改变", true, json!({}))),
    ];
    for kind in [
        Some("省外"),
        Some("省内市外"),
        Some("市内县外"),
        Some("县内"),
        None,
    ] {
        all.push((format!("流动{kind:?}"), away(kind)));
    }
    for cause in [
        "外出务工经商",
        "单位改制或破产",
        "毕业后去向不明",
        "工作单位改变",
        "出国（境）",
        "居住地改变",
        "其他",
    ] {
        all.push((cause.to_owned(), lost(cause, false, json!({}))));
    }
    for kind in DISPOSITIONS {
        let disposed = json!({"处置": [{"方式": kind, "日期": "2016-04-18"}]});
        all.push((kind.to_owned(), lost("其他", false, disposed)));
    }
    all
}

pub fn merge(member: &mut Value, with: &Value) {
    for (key, value) in with.as_object().expect("keys") {
        match value {
            Value::Null => drop(member.as_object_mut().expect("keys").remove(key)),
            value => member[key] = value.clone(),
        }
    }
}

pub fn plain(name: &str) -> Value {
    let mut member = member(name);
    member["现居住地"] = json!("会宁县会师镇");
    member["学历学位"] = json!({"全日制教育": {"学历": "大学本科"}});
    member
}

const STAGES: &str = "阶段: [{名称: 动员部署, 开始: 2016-03-11, 结束: 2016-03-20}]\n";

/// A workspace of branches, each with its members.
pub fn bench(branches: &BTreeMap<String, Vec<Value>>) -> Bench {
    let mut files = Files::new().write("data/排查.yaml", &format!("{ROUND}表: 全部\n{STAGES}"));
    for (unit, members) in branches {
        // What reports say of a branch is given, or they would wait.
        let branch = format!("{BRANCH}书记: 李维翰\n");
        files = files.write(&format!("data/{unit}/党组织.yaml"), &branch);
        for (number, member) in members.iter().enumerate() {
            files = files.write(
                &format!("data/{unit}/党员/{number}.yaml"),
                &member.to_string(),
            );
        }
    }
    files.open()
}

/// What must not stand in any document, whoever is counted.
const NEVER: [&str; 20] = [
    "、、",
    "，。",
    "（）",
    "，，",
    "。。",
    "（、",
    "、）",
    "，）",
    "（，",
    "、。",
    "：。",
    "，、",
    "；。",
    "0名，其中",
    "占0.0%",
    "的0.0%",
    "的。",
    "名名",
    "{{",
    "{%",
];

fn said(bench: &Bench, form: &str, unit: &str) -> String {
    let view = bench.view(form, unit, None);
    let parts = view.parts.iter().map(paicha::prose::Block::text);
    parts.collect::<Vec<_>>().join("\n")
}

fn looks_right(what: &str, text: &str) {
    for never in NEVER {
        // 10名，其中 ends as 0名，其中 does.
        let mut found = text.match_indices(never);
        let bad = found.find(|(at, _)| {
            !never.starts_with('0') || !text[..*at].ends_with(|c: char| c.is_ascii_digit())
        });
        assert!(bad.is_none(), "{what}: “{never}” in\n{text}");
    }
    // The shares of the parts of a whole stand one after another: 100 together.
    for sentence in text
        .split('。')
        .filter(|sentence| sentence.contains("（占"))
    {
        let shares = sentence.split("（占").skip(1).map(|rest| {
            let (number, _) = rest.split_once('%').expect("a share");
            (number.parse::<f64>().expect("a number") * 10.0).round() as u32
        });
        assert_eq!(shares.sum::<u32>(), 1000, "{what}: {sentence}");
    }
}

/// The zero matrix: each subject at none, one, some and all of four members, and with
/// each other.
#[test]
fn nothing_is_said_of_nobody_and_no_share_is_of_nothing() {
    let subjects = subjects();
    let mut branches = BTreeMap::from([("空".to_owned(), Vec::new())]);
    let mut add = |name: String, changes: [Option<&Value>; 4]| {
        let members = changes.iter().enumerate().map(|(number, change)| {
            let mut member = plain(["王甲", "李乙", "张丙", "刘丁"][number]);
            if let Some(change) = change {
                merge(&mut member, change);
            }
            member
        });
        branches.insert(name, members.collect());
    };
    for (at, (name, change)) in subjects.iter().enumerate() {
        for count in 0..=4 {
            let of = [0, 1, 2, 3].map(|number| (number < count).then_some(change));
            add(format!("支部{at}-{count}"), of);
        }
        let (_, next) = &subjects[(at + 7) % subjects.len()];
        let (_, other) = &subjects[(at + 11) % subjects.len()];
        add(
            format!("支部{at}-几样"),
            [Some(change), Some(next), Some(other), None],
        );
        assert!(!name.is_empty());
    }
    let count = branches.len();
    let bench = bench(&branches);
    let mut seen = String::new();
    for unit in branches.keys() {
        for form in COUNTING {
            let text = said(&bench, form, unit);
            looks_right(&format!("{form} {unit}"), &text);
            seen.push_str(&text);
        }
    }
    assert_eq!(count, 1 + 47 * 6);
    // Every sentence of the documents was said at least once, and every count.
    for form in COUNTING {
        let prose = bench.form(form).declaration.prose.as_ref().unwrap();
        for line in prose.text.lines().filter(|line| !line.starts_with("{#")) {
            let labels = ["标题：", "署名：", "成文日期："];
            let label = labels.iter().find_map(|label| line.strip_prefix(label));
            for piece in label
                .unwrap_or(line)
                .split(['{', '}', '%'])
                .filter(|piece| piece.starts_with(|c: char| ('一'..='龥').contains(&c)))
            {
                let is_name = prose.field(piece.trim()).is_some();
                let is_reporting = piece.contains("不含只报数字的")
                    || piece.starts_with("有名册的")
                    || piece.contains("共有党支部")
                    || piece == "个，";
                assert!(
                    is_name || is_reporting || seen.contains(piece),
                    "{form}: never said: {piece}"
                );
            }
        }
    }
}

/// The figures that stand on pages, by cell.
fn printed(pages: &Inspected) -> BTreeMap<String, i64> {
    let cells = pages.texts().into_iter();
    let numbers = cells.filter_map(|(cell, text)| Some((cell, squash(&text).parse().ok()?)));
    numbers.collect()
}

/// A generator of numbers; the same ones each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }
}

/// A figure of a report, and the same in a table.
pub struct Same {
    pub report: &'static str,
    pub cell: String,
    pub table: String,
    pub of: String,
}

/// All figures that reports take of cells of tables; those of the reconciliation have no
/// cells for themselves.
pub fn same(bench: &Bench) -> Vec<Same> {
    let mut all = Vec::new();
    for report in COUNTING {
        let prose = bench
            .form(report)
            .declaration
            .prose
            .as_ref()
            .expect("a document");
        for (name, field) in &prose.fields {
            let Field::Taken(table, figure) = field else {
                continue;
            };
            let of = match figure.split_once('.') {
                Some(("对账", _)) => continue,
                Some(_) => figure.clone(),
                None => format!("合计.{figure}"),
            };
            all.push(Same {
                report,
                cell: format!("取自.{name}"),
                table: table.clone(),
                of,
            });
        }
    }
    all
}

/// How many edits.
const EDITS: usize = 200;

/// Six members, and after each of so many edits at random: a branch for each state.
pub fn edited() -> Bench {
    let subjects = subjects();
    let mut dice = Dice(34);
    let mut members: Vec<Value> = (0..6).map(|_| plain("王甲")).collect();
    let mut branches = BTreeMap::new();
    branches.insert(format!("支部{:03}", 0), members.clone());
    for edit in 1..=EDITS {
        let at = dice.below(members.len());
        let mut edited = match dice.below(3) {
            0 => plain("王甲"),
            _ => members[at].clone(),
        };
        merge(&mut edited, &subjects[dice.below(subjects.len())].1);
        members[at] = edited;
        branches.insert(format!("支部{edit:03}"), members.clone());
    }
    bench(&branches)
}

/// From each state to the next, the change of a report's figure is that of the table's.
/// What is not printed is 0. `printed` gives the figures of a form of a branch.
pub fn compare(bench: &Bench, printed: impl Fn(&str, &str) -> BTreeMap<String, i64>) {
    let same = same(bench);
    let mut changed = vec![0; same.len()];
    let mut before: Option<BTreeMap<&str, BTreeMap<String, i64>>> = None;
    for edit in 0..=EDITS {
        let unit = format!("支部{edit:03}");
        let forms = COUNTING.into_iter().chain(["附件6", "附件7"]);
        let now: BTreeMap<&str, _> = forms.map(|form| (form, printed(form, &unit))).collect();
        if let Some(before) = &before {
            for (index, same) in same.iter().enumerate() {
                let change = |form: &str, cell: &str| {
                    let figure = |pages: &BTreeMap<&str, BTreeMap<String, i64>>| {
                        pages[form].get(cell).copied().unwrap_or(0)
                    };
                    figure(&now) - figure(before)
                };
                let (found, expected) = (
                    change(same.report, &same.cell),
                    change(&same.table, &same.of),
                );
                assert_eq!(found, expected, "{unit}: {} {}", same.report, same.cell);
                changed[index] += i32::from(expected != 0);
            }
        }
        before = Some(now);
    }
    let never = same.iter().zip(changed).filter(|(_, count)| *count == 0);
    let never: Vec<&str> = never.map(|(same, _)| &*same.cell).collect();
    assert!(never.is_empty(), "never changed: {never:?}");
}

/// Members are changed at random, one after the other, and pages are looked at as they
/// are laid out; `figures.rs` reads them from the PDFs.
#[test]
fn after_200_edits_each_figure_of_a_report_has_changed_as_that_of_its_table() {
    let bench = edited();
    compare(&bench, |form, unit| printed(&bench.pages(form, unit)));
}
