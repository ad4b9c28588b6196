//! `paicha diff --format html`: what stands in the file, and what may not.

use serde_json::Value;

use crate::common::Workspace;
use crate::common::sample::{LI, WANG, ZHANG};
use crate::repository::{expect_in, sample};
use crate::told::{Told, sections};

/// A form of one's own, in which an address has another name.
const BOOK: &str = "\
编号: 通讯录
标题: 通讯录
纸张: 横向
范围: 党支部
对象: 在册
输出: \"{{ org }}/{{ id }}.pdf\"
表首: [填报单位]
列:
  - {键: 姓名, 表头: 姓名, 宽: 30}
  - {表头: 住处, 值: 现居住地, 宽: 90}
  - {表头: 电话, 值: 手机号码, 宽: 60}
表尾: [填表人]
";

/// An edit of each kind: a number, an address, a photo, a row that is gone and one that is
/// new, figures.
pub fn edited() -> Workspace {
    let workspace = sample();
    let photo = include_bytes!("../../src/typeset/probe.png");
    workspace.write("data/县直机关工委/政府办党支部/照片/张.png", photo);
    workspace.edit(
        ZHANG,
        "手机号码: \"13893001234\"",
        "手机号码: \"13893001234\"\n照片: 照片/张.png\nQQ号码或微信号: \"192920724\"\n\
         现居住地: 甘肃省白银市会宁县会师镇会师南路9号\n\
         家庭主要成员:\n  - {称谓: 妻子, 姓名: 李梅, 出生年月: 1968-02, 工作单位及职务: 县医院}",
    );
    workspace.write("layouts/通讯录/form.yaml", BOOK);
    crate::repository::commit(workspace.root(), "二");
    workspace.edit(ZHANG, "13893001234", "13993005678");
    workspace.edit(ZHANG, "192920724", "192921111");
    workspace.edit(ZHANG, "会师南路9号", "东关街17号");
    workspace.edit(
        ZHANG,
        "家庭主要成员:\n",
        "家庭主要成员:\n  - {称谓: 父亲, 姓名: 张福, 出生年月: 1940-01, 工作单位及职务: 务农}\n",
    );
    // Lost no more: he leaves 附件5, and is counted otherwise.
    workspace.edit(LI, "最后交纳党费: 2012-06-30", "最后交纳党费: 2016-01-31");
    workspace.edit(
        WANG,
        "流入地: 深圳市宝安区某工厂",
        "流入地: 深圳市南山区某<b>工厂</b>",
    );
    workspace
}

/// The file that is written for this edit.
fn html(workspace: &Workspace, more: &[&str]) -> String {
    let id = workspace.root().file_name().expect("a name");
    let name = format!("../{}.html", id.to_string_lossy());
    let call = [&["diff", "--format", "html", "-o", &name], more].concat();
    let run = expect_in(workspace.root(), 0, &call);
    assert_eq!(run.stdout, "", "all goes into the file");
    let path = workspace.path(&name);
    let text = std::fs::read_to_string(&path).expect("UTF-8");
    std::fs::remove_file(path).expect("removed");
    text
}

#[test]
fn nothing_of_a_person_and_nothing_from_outside() {
    let workspace = edited();
    let html = html(&workspace, &[]);
    for number in [
        "13893001234",
        "13993005678",
        "192920724",
        "192921111",
        "会师南路9号",
        "东关街17号",
        "622423196503121236",
        "622423196005081518",
        "622423197802033513",
    ] {
        assert!(!html.contains(number), "{number}");
    }
    assert!(html.contains("138****1234") && html.contains("139****5678"));
    for outside in [
        "http",
        "src=",
        "<link",
        "<iframe",
        "<img",
        "@import",
        "fetch",
        "<b>工厂",
    ] {
        assert!(!html.contains(outside), "{outside}");
    }
    let urls = html
        .split("url(")
        .skip(1)
        .filter(|rest| !rest.starts_with('#'));
    assert_eq!(urls.count(), 0);
    // The one picture is a grey box.
    let pictures: Vec<&str> = html.split("href=\"data:").skip(1).collect();
    assert!(!pictures.is_empty());
    assert!(
        pictures
            .iter()
            .all(|it| it.split('"').next() == pictures[0].split('"').next())
    );
    // Shapes alone.
    assert!(!html.contains("<text") && !html.contains("data-typst-label"));
}

/// Each cell that differs has one mark on each side, rows that stay have none.
#[test]
fn what_differs_is_marked_once_on_each_side() {
    let workspace = edited();
    let html = html(&workspace, &[]);
    let run = expect_in(workspace.root(), 0, &["diff", "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let sections = sections(&html);
    let of = |path: &str| -> &Told {
        sections
            .iter()
            .find(|it| it.path.contains(path))
            .unwrap_or_else(|| panic!("{path}"))
    };
    let card = of("政府办党支部/附件1/张建国");
    for (name, told) in [
        ("手机号码", "138****1234 → 139****5678"),
        ("QQ号码或微信号", "19******* → 19*******（遮住的部分不同）"),
        (
            "现居住地",
            "甘肃省白银市＊＊＊＊＊＊＊＊＊＊*＊ → 甘肃省白银市＊＊＊＊＊＊＊＊＊**＊",
        ),
    ] {
        assert_eq!(
            card.marks_of("old", &format!("{name}：{told}")),
            1,
            "{name} {card:?}"
        );
        assert_eq!(
            card.marks_of("new", &format!("{name}：{told}")),
            1,
            "{name} {card:?}"
        );
    }
    // The row of the wife moved down, and is the same; that of the father is new.
    let rows: Vec<&String> = card
        .marks
        .iter()
        .filter(|(_, it)| it.contains("行"))
        .map(|it| &it.1)
        .collect();
    assert_eq!(rows, ["多了一行 张福：父亲，张福，76，务农"], "{card:?}");
    assert_eq!(card.marks.len(), 7, "{card:?}");
    let book = of("政府办党支部/通讯录");
    let masked = "甘肃省白银市＊＊＊＊＊＊＊＊＊＊*＊ → 甘肃省白银市＊＊＊＊＊＊＊＊＊**＊";
    let told = format!("张建国 住处：{masked}");
    assert_eq!(book.marks_of("new", &told), 1, "{book:?}");
    // He left a register: his row is marked there alone.
    let register = of("政府办党支部/附件5");
    assert_eq!(register.marks.len(), 1, "{register:?}");
    assert_eq!(register.marks[0].0, "old");
    assert!(
        register.marks[0].1.starts_with("少了一行 李明："),
        "{register:?}"
    );
    // Figures.
    let mut seen = 0;
    for cell in found["cells"].as_array().expect("a list") {
        let text = |key: &str| cell[key].as_str().expect("a text").to_owned();
        if text("row") == "对账" {
            continue;
        }
        let table = of(&format!("{}/{}-", text("org"), text("form")));
        let told = format!(
            "{} {}：{} → {}",
            text("row"),
            text("column"),
            cell["old"],
            cell["new"]
        );
        for side in ["old", "new"] {
            assert_eq!(table.marks_of(side, &told), 1, "{side} {told} {table:?}");
        }
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
    // Every mark is told beside its page, and every link leads somewhere.
    for link in html.split("href=\"#").skip(1) {
        let to = link.split('"').next().expect("a link");
        assert!(html.contains(&format!("id=\"{to}\"")), "{to}");
    }
}

#[test]
fn unmasked_where_that_is_asked_for_and_in_english() {
    let workspace = edited();
    let whole = html(&workspace, &["--unmasked", "--lang", "en"]);
    assert!(whole.contains("13893001234") && whole.contains("会师南路9号"));
    assert!(whole.contains("keep this file to yourself") && whole.contains("lang=\"en\""));
    assert!(!whole.contains("http"));
}

#[test]
fn nothing_different_is_a_file_too() {
    let workspace = sample();
    let html = html(&workspace, &[]);
    assert!(
        html.contains("没有变化") && html.ends_with("</html>\n"),
        "{html}"
    );
    // A file that cannot be written is no result.
    let run = crate::repository::paicha_in(
        workspace.root(),
        &["diff", "--format", "html", "-o", "没有/审.html"],
    );
    assert_eq!(run.code, 3, "{}", run.stderr);
}
