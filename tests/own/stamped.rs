//! 核验码: forms that print a digest of what they print, and the revision.

use std::process::Command;

use paicha::Project;
use paicha::forms::Stamp;
use paicha::forms::stamp::CELL;
use paicha::publish::{Maker, Plan, Selection, Stamping};
use paicha::typeset::{Assets, Inspected, compile};

use crate::common::Workspace;
use crate::common::sample::{self, LI};
use crate::{form_of, table, with_form};

const REGISTER: &str = "编号: 台账\n标题: 查找台账\n纸张: 横向\n范围: 党支部\n对象: 失联党员\n\
    逐条: 失联.查找记录\n核验码: true\n输出: \"{{ org }}/台账.pdf\"\n列:\n\
    \x20 - {键: 序号, 表头: 序号}\n  - {键: 姓名, 表头: 姓名}\n  - {键: 本条.日期, 表头: 日期}\n\
    表尾: [填表人, 联系电话]\n";

/// The pages of the first output of a form whose path ends so, and the line that they print,
/// or should.
fn pages(workspace: &Workspace, blank: bool, ends: &str) -> (Inspected, String) {
    let project = Project::open(workspace.root());
    let selection = Selection {
        blank,
        ..Selection::default()
    };
    let outputs = Plan::of(&project, &selection).wanted;
    let assets = Assets::new(&project.layouts);
    let maker = Maker::of(&project, &assets);
    let mut outputs = outputs.iter();
    let output = outputs.find(|output| output.path.ends_with(ends));
    let output = output.unwrap_or_else(|| panic!("no {ends}"));
    let given = maker.given(output).expect("read").expect("right");
    let mut view = given.view.clone();
    if let [list] = &given.lists[..] {
        view.add_rows(list);
    }
    let line = view.cells.get(CELL).cloned().unwrap_or_default();
    let stamp = Stamp::find(given.keywords.as_bytes()).expect("a stamp");
    assert_eq!(stamp.digest, given.digest);
    assert_eq!(line, if blank { String::new() } else { stamp.line() });
    let (pages, _) = compile(&maker.world(output, &view).expect("a world")).expect("pages");
    (pages.inspected, line)
}

/// The cell stands once, on the last page, small, and in the type area.
#[track_caller]
fn expect_line(workspace: &Workspace, ends: &str) {
    let (pages, line) = pages(workspace, false, ends);
    let holds: Vec<usize> = (0..pages.pages.len())
        .filter(|page| {
            pages.pages[*page]
                .cells
                .iter()
                .any(|cell| cell.name == CELL)
        })
        .collect();
    assert_eq!(holds, [pages.pages.len() - 1], "{ends}");
    let squash = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(squash(&pages.texts()[CELL]), squash(&line), "{ends}");
    let page = pages.pages.last().expect("a page");
    let runs = page
        .texts
        .iter()
        .filter(|run| run.cell.as_deref() == Some(CELL));
    for run in runs {
        assert!((run.size - 8.0).abs() < 0.01, "{run:?}");
    }
}

#[test]
fn registers_and_tables_print_it_at_their_foot() {
    let workspace = with_form("台账", REGISTER);
    let rows = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n";
    let columns = "  - {头: 人数, 名: 人数}\n";
    workspace.write(&form_of("统计"), table(rows, columns) + "核验码: true\n");
    let several = include_str!("../../docs/examples/情况表/form.yaml");
    workspace.write(&form_of("情况表"), format!("{several}核验码: true\n"));
    workspace.expect(0, &["layouts", "check", "台账", "统计", "情况表"]);
    let run = workspace.expect(0, &["build", "--only", "台账,统计,情况表"]);
    assert!(run.stderr.contains("做好"), "{}", run.stderr);
    for ends in [
        "政府办党支部/台账.pdf",
        "政府办党支部/统计.pdf",
        "工委/情况表.pdf",
    ] {
        expect_line(&workspace, ends);
    }
    let out = workspace.path("out");
    let run = workspace.expect(0, &["verify", out.to_str().expect("UTF-8")]);
    assert!(run.stdout.lines().count() > 5, "{}", run.stdout);
    // A blank form has the place and nothing in it: what is written there by hand is not hashed.
    pages(&workspace, true, "台账-查找台账.pdf");
}

/// A list that is laid out part by part, and in one piece.
#[test]
fn a_long_list_prints_it_on_its_last_page() {
    let workspace = with_form("台账", REGISTER);
    let day = |at: usize| format!("    - {{日期: 2016-03-{:02}, 方式: 电话}}\n", 16 + at % 16);
    let days: String = (0..150).map(day).collect();
    workspace.edit(LI, "  查找记录:\n", &format!("  查找记录:\n{days}"));
    workspace.expect(0, &["build", "--only", "台账"]);
    expect_line(&workspace, "政府办党支部/台账.pdf");
    let page = "out/县直机关工委/政府办党支部/台账.pdf";
    workspace.expect(0, &["verify", page]);
    let bytes = workspace.read(page);
    let (_, line) = pages(&workspace, false, "政府办党支部/台账.pdf");
    let stamp = Stamp::find(&bytes).expect("a stamp");
    assert_eq!(stamp.line(), line);
    workspace.edit(LI, "日期: 2016-04-02", "日期: 2016-04-03");
    let run = workspace.expect(1, &["verify", page]);
    assert!(run.stdout.contains("对不上"), "{}", run.stdout);
}

#[test]
fn documents_print_it_behind_their_words() {
    let workspace = sample::workspace();
    let name = "核查情况报告";
    let folder = format!("{}/layouts/{name}", env!("CARGO_MANIFEST_DIR"));
    crate::common::copy(folder.as_ref(), &workspace.path(&format!("layouts/{name}")));
    let form = form_of(name);
    let text = String::from_utf8(workspace.read(&form)).expect("UTF-8");
    workspace.write(&form, text.replace("另选: true\n", "") + "核验码: true\n");
    let long = "为了看清楚一页放不下的时候印在哪里。".repeat(60);
    for words in ["逐人建档。", &long] {
        let text = format!(
            "标题：报告\n主送：县委\n共有党员{{{{ 党员 }}}}名。{words}\n\
             署名：政府办党支部\n成文日期：2016年4月20日\n抄送：县委办。\n\
             印发机关：县直机关工委\n印发日期：2016年4月20日\n"
        );
        let file = format!("data/县直机关工委/政府办党支部/报告/{name}.txt");
        workspace.write(&file, text);
        let office = "县直机关工委/政府办党支部";
        workspace.expect(0, &["build", "--only", name, "--org", office]);
        let (pages, line) = pages(&workspace, false, &format!("政府办党支部/{name}.pdf"));
        let squash = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(squash(&pages.texts()[CELL]), squash(&line));
        let page = format!("out/县直机关工委/政府办党支部/{name}.pdf");
        workspace.expect(0, &["verify", &page]);
    }
}

#[test]
fn a_card_must_print_it_where_its_declaration_asks_for_it() {
    let workspace = sample::workspace();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/登记卡");
    crate::common::copy(folder.as_ref(), &workspace.path("layouts/登记卡"));
    let form = form_of("登记卡");
    let text = String::from_utf8(workspace.read(&form)).expect("UTF-8");
    workspace.write(&form, format!("{text}核验码: true\n"));
    let run = workspace.expect(1, &["layouts", "check", "登记卡"]);
    assert_eq!(run.codes(), ["E1108"], "{}", run.stderr);
    assert!(run.stderr.contains("没有印出“核验码”栏"), "{}", run.stderr);
    let layout = "layouts/登记卡/layout.typ";
    workspace.edit(
        layout,
        "#let form =",
        "#import \"/layouts/lib/stamp.typ\": stamp\n#let form =",
    );
    workspace.edit(
        layout,
        "  heading(form)\n",
        "  heading(form)\n  stamp(form, texts)\n",
    );
    workspace.expect(0, &["layouts", "check", "登记卡"]);
    workspace.expect(0, &["build", "--only", "登记卡"]);
    expect_line(&workspace, "登记卡/张建国.pdf");
    // Yes or no, and nothing else.
    workspace.edit(&form, "核验码: true", "核验码: 印");
    workspace.expect(1, &["layouts", "check", "登记卡"]);
}

#[test]
fn the_revision_stands_beside_it() {
    let workspace = with_form("台账", REGISTER);
    let project = Project::open(workspace.root());
    let assets = Assets::new(&project.layouts);
    let revision = paicha::load::Revision {
        commit: "0123456789abcdef0123456789abcdef01234567".to_owned(),
        is_changed: true,
    };
    let maker = Maker {
        stamping: Stamping::telling(Some(revision)),
        ..Maker::of(&project, &assets)
    };
    let outputs = Plan::of(&project, &Selection::default()).wanted;
    let output = outputs.iter().find(|it| it.path.ends_with("台账.pdf"));
    let given = maker
        .given(output.expect("one"))
        .expect("read")
        .expect("right");
    assert!(given.view.cells[CELL].ends_with("版本 0123456789ab+"));
    assert!(
        given
            .keywords
            .ends_with("rev:0123456789abcdef0123456789abcdef01234567+")
    );
    // The digest is not of the revision, nor of itself.
    let plain = Maker::of(&project, &assets).given(output.expect("one"));
    assert_eq!(plain.expect("read").expect("right").digest, given.digest);
}

/// The seven official forms do not print it.
#[test]
#[ignore = "needs poppler-utils"]
fn another_program_reads_the_line() {
    let workspace = with_form("台账", REGISTER);
    workspace.expect(0, &["build", "--only", "台账,附件3"]);
    let text = |form: &str| {
        let path = workspace.path(&format!("out/县直机关工委/政府办党支部/{form}.pdf"));
        let output = Command::new("pdftotext").arg(path).arg("-").output();
        String::from_utf8(output.expect("pdftotext").stdout).expect("UTF-8")
    };
    let (_, line) = pages(&workspace, false, "政府办党支部/台账.pdf");
    assert!(text("台账").contains(&line), "{}", text("台账"));
    assert!(!text("附件3-与党组织失去联系党员登记表").contains("核验码"));
}
