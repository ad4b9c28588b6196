//! How many pages, where they break, and that nothing is lost on them.

use paicha::typeset::Inspected;
use serde_json::{Value, json};

use crate::check;
use crate::harness::{BRANCH, Files, cell, page_text};

pub fn member(name: &str) -> Value {
    json!({
        "姓名": name, "性别": "男", "出生年月": "1978-02-03", "民族": "汉族",
        "身份证号码": "622423197802031234", "手机号码": "13893005678",
        "入党日期": "2001-05-01", "转正日期": "2002-05-01", "进入党支部日期": "2003-05-20",
        "职业": "其他",
    })
}

fn lost(name: &str, remarks: &str) -> Value {
    let mut lost = member(name);
    lost["失联"] = json!({
        "最后组织生活": "2010-10-10", "情形": "外出务工经商", "结果": "无法取得联系", "备注": remarks,
    });
    lost
}

/// The index of the page that begins with 奖惩情况, before which the last label
/// of the first side stands.
pub fn second_side(pages: &Inspected) -> usize {
    let holds = |page: &usize| page_text(pages, *page).contains("奖惩情况");
    let second = (0..pages.pages.len()).find(holds).expect("奖惩情况");
    let text = page_text(pages, second);
    let begins = format!("—{}—奖惩情况", second + 1);
    assert!(text.starts_with(&begins), "page {}: {text}", second + 1);
    assert!(page_text(pages, second - 1).contains("失去联系时间"));
    second
}

fn head_of_continuation(pages: &Inspected, page: usize) {
    let head = format!("—{}—附件1党员基本情况登记表", page + 1);
    let text = page_text(pages, page);
    assert!(text.starts_with(&head), "page {}: {text}", page + 1);
}

#[test]
fn a_card_has_two_pages_and_notes() {
    let bench = Files::branch().member("甲", &member("王甲")).open();
    for pages in [bench.card("甲"), bench.blank("附件1")] {
        assert_eq!(pages.pages.len(), 3);
        assert_eq!(second_side(&pages), 1);
    }
}

/// The limits that the notice and common practice set: a 户籍 of 32 characters,
/// a WeChat id of 25, some words in every cell.
#[test]
fn a_well_filled_card_still_has_two_pages() {
    let mut full = member("阿依古丽·买买提");
    full["户籍所在地"] =
        json!("甘肃省白银市会宁县会师镇长征南路二百三十八号政府家属院三单元五〇一");
    full["QQ号码或微信号"] = json!("wxid_abcdefghijklmnopqrst");
    full["工作单位及职务"] = json!("会宁县人民政府办公室机关后勤服务中心主任、党支部书记");
    full["奖惩情况"] =
        json!("2010年获县直机关工委“优秀共产党员”称号；2014年年度考核优秀，嘉奖一次。");
    let relative = json!({"称谓": "妻子", "姓名": "赵兰", "年龄": 40, "政治面貌": "群众",
        "工作单位及职务": "会宁县第一中学教师"});
    full["家庭主要成员"] = json!(vec![relative; 6]);
    full["民主评议"] = json!(vec![
        json!({"评议时间": "2013", "评议结果": "基本合格"});
        8
    ]);
    let bench = Files::branch().member("甲", &full).open();
    let view = bench.view("附件1", "支部", Some("甲"));
    let pages = bench.pages_of("附件1", &view);
    assert_eq!(pages.pages.len(), 3);
    check::all("附件1", &view, &pages);
}

#[test]
fn a_long_first_side_goes_on_before_the_second() {
    let mut long = member("王甲");
    let text = "兰州市城关区某某街道某某社区第一居民小组某某小区十二号楼三单元，".repeat(12);
    for key in ["工作单位及职务", "组织关系所在单位", "现居住地"] {
        long[key] = json!(text);
    }
    let bench = Files::branch().member("甲", &long).open();
    let view = bench.view("附件1", "支部", Some("甲"));
    let pages = bench.pages_of("附件1", &view);
    let second = second_side(&pages);
    assert!(second >= 2, "no continuation of page 1");
    for page in 1..second {
        head_of_continuation(&pages, page);
    }
    assert_eq!(pages.pages.len(), second + 2);
    check::all("附件1", &view, &pages);
}

#[test]
fn a_long_second_side_goes_on_before_the_notes() {
    let mut long = member("王甲");
    long["奖惩情况"] = json!("2008年获甘肃省抗震救灾先进个人称号，记三等功一次；".repeat(120));
    let bench = Files::branch().member("甲", &long).open();
    let view = bench.view("附件1", "支部", Some("甲"));
    let pages = bench.pages_of("附件1", &view);
    assert_eq!(second_side(&pages), 1);
    let notes = pages.pages.len() - 1;
    assert!(notes >= 3, "no continuation of page 2");
    for page in 2..notes {
        head_of_continuation(&pages, page);
    }
    assert!(page_text(&pages, notes).contains("《党员基本情况登记表》填表说明"));
    assert!(page_text(&pages, notes - 1).ends_with("填表人签名："));
    check::all("附件1", &view, &pages);
}

#[test]
fn fifteen_relatives_and_ten_reviews_are_all_there() {
    let mut long = member("王甲");
    let relative = |n: usize| {
        json!({"称谓": "兄弟", "姓名": format!("王{n}"), "年龄": 20 + n,
        "政治面貌": "群众", "工作单位及职务": format!("第{n}中学教师")})
    };
    let review = |n: usize| json!({"评议时间": (2006 + n).to_string(), "评议结果": "合格"});
    long["家庭主要成员"] = (0..15).map(relative).collect();
    long["民主评议"] = (0..10).map(review).collect();
    let bench = Files::branch().member("甲", &long).open();
    let view = bench.view("附件1", "支部", Some("甲"));
    let pages = bench.pages_of("附件1", &view);
    for n in 0..15 {
        let text = |key: &str| cell(&pages, &format!("家庭主要成员[{n}].{key}"));
        assert_eq!(text("姓名"), format!("王{n}"));
        assert_eq!(text("年龄"), (20 + n).to_string());
        assert_eq!(text("工作单位及职务"), format!("第{n}中学教师"));
    }
    for n in 0..10 {
        let year = cell(&pages, &format!("民主评议[{n}].评议时间"));
        assert_eq!(year, (2006 + n).to_string());
    }
    assert_eq!(second_side(&pages), 1);
    check::all("附件1", &view, &pages);
}

#[test]
fn registers_have_as_many_pages_as_they_take() {
    for count in [0, 1, 40] {
        let mut files = Files::branch();
        for n in 0..count {
            let remarks = [
                "",
                "户籍已迁往外地。",
                "据其亲属称已迁往新疆，已请当地公安机关协助查找，尚无答复。",
            ];
            files = files.member(
                &format!("{n:02}"),
                &lost(&format!("王{n:02}"), remarks[n % 3]),
            );
        }
        let bench = files.open();
        let view = bench.view("附件3", "支部", None);
        let pages = bench.pages_of("附件3", &view);
        // The notes are a page of their own.
        let of_table = pages.pages.len() - 1;
        assert_eq!(of_table == 1, count < 40, "{count} rows: {of_table} pages");
        let mut names = Vec::new();
        for page in 0..of_table {
            let text = page_text(&pages, page);
            assert!(
                text.contains("姓名性别民族年龄党龄"),
                "page {page} has no head"
            );
            let cells = pages.pages[page].cells.iter();
            names.extend(
                cells
                    .filter(|c| c.name.ends_with("].姓名"))
                    .map(|c| c.text.clone()),
            );
        }
        let expected: Vec<String> = (0..count).map(|n| format!("王{n:02}")).collect();
        assert_eq!(names, expected);
        check::all("附件3", &view, &pages);
    }
}

/// No line above or below a table may run out or print over the table.
#[test]
fn long_heads_and_feet_shrink_and_wrap() {
    let unit = "中共甘肃省白银市会宁县人民政府办公室机关后勤服务中心退休干部第一联合支部委员会（含各党小组）";
    for times in 1..=2 {
        let branch = BRANCH
            .replace("会宁县人民政府办公室党支部", &unit.repeat(times))
            .replace(
                "陈頔",
                &"阿依古丽·买买提江·阿卜杜热西提、".repeat(2 * times),
            )
            .replace(
                "0943-3221234",
                &"0943-3221234转8001、13893001234、".repeat(times),
            );
        let bench = Files::new()
            .write("data/支部/党组织.yaml", &branch)
            .member("甲", &lost("王甲", ""))
            .open();
        for form in ["附件2", "附件3", "附件5", "附件6", "附件7"] {
            let view = bench.view(form, "支部", None);
            check::all(
                &format!("{form}, {times}"),
                &view,
                &bench.pages_of(form, &view),
            );
        }
    }
}

/// Results without years: one of the two groups of values is empty throughout.
#[test]
fn reviews_without_years_are_set_all_the_same() {
    let mut reviewed = member("王甲");
    reviewed["民主评议"] = json!([{"评议时间": "", "评议结果": "合格"}]);
    let bench = Files::branch().member("甲", &reviewed).open();
    let pages = bench.card("甲");
    assert_eq!(cell(&pages, "民主评议[0].评议结果"), "合格");
    assert_eq!(cell(&pages, "民主评议[0].评议时间"), "");
}

/// Names of several parts are broken behind their dots, never before one, and stand in the
/// middle of their cell however many lines they take.
#[test]
fn long_names_of_several_parts() {
    let names = [
        "阿不都热合曼·买买提·艾山",
        "古丽巴哈尔古丽仙古丽努尔·阿布都热西提阿布都拉",
        "阿卜杜热合曼江买·买买提依明艾山江·艾山江阿卜杜拉",
        "阿·买·提·依·明·艾·山·江·阿·卜·杜·拉",
        "萨比尔江阿不都热·合曼",
    ];
    for name in names {
        let mut member = member(name);
        member["入党介绍人"] = json!(names);
        member["失联"] =
            json!({"最后组织生活": "2010-01-01", "情形": "居住地改变", "结果": "无法取得联系"});
        member["职业"] = json!("其他");
        let bench = Files::branch().member("甲", &member).open();
        for (form, of) in [("附件1", Some("甲")), ("附件3", None)] {
            let view = bench.view(form, "支部", of);
            let pages = bench.pages_of(form, &view);
            check::all(form, &view, &pages);
            let key = if of.is_some() {
                "姓名"
            } else {
                "行[0].姓名"
            };
            let page = pages
                .pages
                .iter()
                .find(|page| page.cells.iter().any(|cell| cell.name == key));
            let page = page.expect("a page");
            let area = page
                .cells
                .iter()
                .find(|cell| cell.name == key)
                .expect("a cell")
                .area;
            let lines = page
                .texts
                .iter()
                .filter(|run| run.cell.as_deref() == Some(key));
            let mut middles: Vec<f64> = lines.map(|run| run.origin.0 + run.width / 2.0).collect();
            middles.sort_by(f64::total_cmp);
            let middle = area.0 + area.2 / 2.0;
            assert!(
                middles.iter().all(|found| (found - middle).abs() < 2.2),
                "{form}: {name}: {middles:?} in {area:?}"
            );
        }
    }
}
