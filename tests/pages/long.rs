//! Long lists are laid out part by part and put together: what comes of it is the list in
//! one piece.

use hayro::hayro_syntax::Pdf;
use paicha::Project;
use paicha::publish::{Maker, Output};
use paicha::typeset::fonts::Fonts;
use paicha::typeset::{Assets, PdfSettings, compile};
use std::sync::Arc;

use crate::common::Workspace;
use crate::drawn::draw;

/// Members: more than two parts.
const MEMBERS: usize = 960;

/// A list over 16 branches with what a part by itself would set otherwise: a name of many
/// characters, a long remark that makes the type of all smaller, a number that widens its
/// column, a row that is broken over two pages; each in another part.
const LIST: &str = "编号: 名单\n标题: 党员名单\n纸张: 纵向\n范围: 党支部\n逐级: true\n\
    输出: \"{{ org }}/名单.pdf\"\n表首: [填报单位, 填表日期]\n列:\n\
    \x20 - {键: 序号, 表头: 序号, 宽: 12}\n  - {键: 姓名, 表头: 姓名, 宽: 24}\n\
    \x20 - {键: 身份证号码, 表头: 身份证号码, 宽: 30}\n  - {键: 籍贯, 表头: 籍贯, 宽: 40}\n\
    \x20 - {键: 自定义.说明, 表头: 说明}\n表尾: [填表人]\n自定义: {说明: 文字}\n\
    说明: {标题: 说明, 条文: [党员名单。]}\n";

fn workspace() -> Workspace {
    let workspace = Workspace::empty();
    crate::generate::generate(MEMBERS, workspace.root(), crate::generate::Round::Ended)
        .expect("a disk");
    workspace.write("layouts/名单/form.yaml", LIST);
    let files = workspace.tree("data");
    let members: Vec<&String> = files
        .keys()
        .filter(|path| path.contains("/党员/"))
        .collect();
    assert_eq!(members.len(), MEMBERS);
    for (at, text) in [
        (7, "很长".repeat(30)),
        (395, "长".repeat(1400)),
        (700, "说明".repeat(70)),
    ] {
        let path = format!("data/{}", members[at]);
        let old = String::from_utf8(workspace.read(&path)).expect("UTF-8");
        workspace.write(&path, format!("{old}自定义: {{说明: {text}}}\n"));
    }
    workspace
}

#[test]
fn a_list_in_parts_is_the_list_in_one_piece() {
    let workspace = workspace();
    let project = Project::open(workspace.root());
    let assets = Assets::with_fonts(&project.layouts, Arc::new(Fonts::of(&[])));
    let maker = Maker::of(&project, &assets);
    let form = project.catalogue.forms.find(|form| form.id() == "名单");
    let unit = project.workspace.units.find(|unit| unit.path == "某县");
    let output = Output {
        form: form.unwrap_or_else(|| panic!("{:?}", project.catalogue.faults)),
        unit,
        member: None,
        path: "某县/名单.pdf".to_owned(),
    };
    let made = maker.make(&output, 1).expect("a disk").expect("no fault");
    assert_eq!(assets.refused_pages(), 0);

    let view = maker.view(&output).expect("data without errors");
    let world = maker.world(&output, &view).expect("a disk");
    let (pages, _) = compile(&world).expect("a layout");
    let settings = PdfSettings {
        ident: &output.path,
        day: chrono::NaiveDate::from_ymd_opt(2016, 4, 20).expect("a day"),
        keywords: "",
    };
    let whole = pages.pdf(&world, settings).expect("a file");
    assert_eq!(made.entry.pages, pages.count());
    assert!(pages.count() > 50);

    let [parts, whole] = [made.body.bytes().expect("a disk"), whole].map(|bytes| {
        let read = Pdf::new(bytes.clone()).expect("a file");
        assert_eq!(read.pages().len(), pages.count());
        (elements(&bytes), draw(bytes, 1.5))
    });
    for (number, (part, whole)) in parts.1.iter().zip(&whole.1).enumerate() {
        assert!(part == whole, "page {}", number + 1);
    }
    assert_eq!(parts.0, whole.0);
}

/// How many elements of each kind the structure tree has, and the names of heads.
fn elements(bytes: &[u8]) -> Vec<usize> {
    let text = String::from_utf8_lossy(bytes);
    let kinds = [
        "/S/TH/",
        "/S/TD/",
        "/S/TR/",
        "/S/Table/",
        "/S/P/",
        "/S/Document/",
        "/ID(",
    ];
    let counts = kinds.map(|kind| text.matches(kind).count());
    assert!(counts[0] > 100);
    counts.to_vec()
}
