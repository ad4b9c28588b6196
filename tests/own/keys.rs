//! Each key of a declaration has an effect, or is an error at its line: all keys, in forms
//! and columns of all kinds. What is for what is read from `docs/forms.md`.

use std::collections::BTreeMap;
use std::path::Path;

use paicha::check::At;
use paicha::forms::source::{ColumnSource, FormSource};
use paicha::forms::{Catalogue, LayoutFiles};
use paicha::load::Files;
use paicha::model::record::Record as _;

use crate::common::Workspace;
use crate::form_of;

/// Forms by kind: what the page calls it, what it is made of beside its head.
const FORMS: [(&str, &str, &str); 6] = [
    ("党员", "党员", "格: [姓名]\n"),
    ("党支部", "党支部", "列: [{键: 姓名, 表头: 姓名}]\n"),
    (
        "组织",
        "组织",
        "行: {按: 性别, 值: [男, 女], 合计: 合计}\n列: [{头: 人数, 名: 人数}]\n",
    ),
    ("报告", "党支部", "正文: 正文.txt\n"),
    (
        "事项",
        "党支部",
        "列: [{键: 事项, 表头: 事项}]\n事项: [{名: 甲}]\n",
    ),
    (
        "表",
        "党支部",
        "表: [{编号: 甲, 列: [{键: 姓名, 表头: 姓名}]}]\n",
    ),
];

/// Something that stands behind each key; those that say which kind of form it is stand in
/// [`FORMS`].
const SAMPLES: [(&str, &str); 32] = [
    ("对象", "在册"),
    ("筛选", "年龄 > 50"),
    ("逐条", "处置"),
    ("逐条筛选", "本条.方式 = “警告”"),
    ("排序", "[年龄]"),
    ("逐级", "false"),
    ("分组", "性别"),
    ("份数", "2"),
    ("页数", "1"),
    ("格", "[姓名]"),
    ("仅限", "{姓名: 在册}"),
    ("列", "[{键: 姓名, 表头: 姓名}]"),
    ("行", "{按: 性别, 值: [男, 女], 合计: 合计}"),
    ("列号", "true"),
    ("人群", "在册"),
    ("角", "[甲, 乙]"),
    ("表首", "[填报单位]"),
    ("表尾", "[填表人]"),
    ("表注", "注"),
    ("空表", "无"),
    ("补充资料", "{另数: {人群: 在册}}"),
    ("关系", "[人数 >= 0]"),
    ("对账", "{等于: [附件4], 分为: [{名: 其他}]}"),
    ("上报", "true"),
    ("自定义", "{新键: 文字}"),
    ("另选", "true"),
    ("核验码", "true"),
    ("统计", "{人数: {人群: 在册}}"),
    ("分项", "{各项: {各项: [甲], 总数: 甲}}"),
    ("占比", "{比: {数: 甲, 总数: 甲, 称: 甲}}"),
    ("名单", "{谁: {人群: 在册}}"),
    ("说明", "{标题: 说明, 条文: [甲]}"),
];

/// Keys that stand in every form, and those that say which kind it is.
const HEADS: [&str; 5] = ["编号", "标题", "纸张", "范围", "输出"];
const OF_KINDS: [&str; 3] = ["正文", "事项", "表"];

/// What `docs/forms.md` says that keys are for, by key.
fn said() -> BTreeMap<String, String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/forms.md");
    let page = std::fs::read_to_string(page).expect("a page");
    let table = page.split("| 键 | 用在 | 意思 |").nth(1).expect("a table");
    let table = table.split("\n\n").next().expect("its end");
    let rows = table.lines().filter(|line| line.starts_with("| "));
    let cells = rows.map(|row| row.split(" | ").collect::<Vec<_>>());
    cells
        .flat_map(|cells| {
            let keys = cells[0].trim_start_matches("| ").trim_end_matches(" ●");
            let keys = keys.split('、').map(str::to_owned).collect::<Vec<_>>();
            let of = cells[1].to_owned();
            keys.into_iter().map(move |key| (key, of.clone()))
        })
        .collect()
}

/// Whether a key is for a kind of form.
fn is_for(kind: &str, key: &str, said: &BTreeMap<String, String>) -> bool {
    let of = &said[key];
    let is_of = |kind: &str| of == "都用" || of.split('、').any(|word| word == kind);
    let of_reports = of == "报告以外都用";
    match kind {
        // What else the page says of declared rows, and of forms of several tables.
        "事项" => {
            let not = "对象 筛选 逐条 逐条筛选 逐级 排序 分组 空表";
            (is_of("党支部") || of_reports) && !not.split(' ').any(|word| word == key)
        }
        "表" => of == "都用" || of_reports || ["表首", "表尾", "逐级"].contains(&key),
        "报告" => is_of(kind),
        _ => of_reports || is_of(kind),
    }
}

/// The lines of each form at which there is an error, by its folder.
fn faults(forms: &BTreeMap<String, String>) -> BTreeMap<String, Vec<usize>> {
    let workspace = Workspace::empty();
    for (folder, text) in forms {
        workspace
            .write(&form_of(folder), text)
            .write(&format!("layouts/{folder}/layout.typ"), "")
            .write(&format!("layouts/{folder}/正文.txt"), "正文。\n");
    }
    let catalogue = Catalogue::of(&LayoutFiles::of(&Files::in_folder(workspace.root())));
    let mut lines: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for fault in &catalogue.faults {
        let text = &forms[&fault.folder];
        let At::Span(span) = fault.at else {
            panic!("{fault:?}");
        };
        let before = &text[..span.range().start];
        let line = before.matches('\n').count() + 1;
        lines.entry(fault.folder.clone()).or_default().push(line);
    }
    // What has no effect may be faulty besides.
    lines.values_mut().for_each(|lines| {
        lines.sort_unstable();
        lines.dedup();
    });
    lines
}

fn head(id: &str, scope: &str) -> String {
    format!(
        "编号: {id}\n标题: {id}\n纸张: 纵向\n范围: {scope}\n\
         输出: \"{{{{ org }}}}/{id}/{{{{ member }}}}.pdf\"\n"
    )
}

#[test]
fn keys_of_forms_have_an_effect_or_are_errors() {
    let said = said();
    let (mut forms, mut expected) = (BTreeMap::new(), BTreeMap::new());
    let of_forms = FORMS.into_iter();
    for (kind, scope, rest) in of_forms {
        for key in FormSource::KEYS.iter().map(|key| key.name) {
            if HEADS.contains(&key) || OF_KINDS.contains(&key) {
                continue;
            }
            let sample = SAMPLES.iter().find(|(known, _)| *known == key);
            let (_, sample) = sample.unwrap_or_else(|| panic!("a sample of {key}"));
            if rest
                .lines()
                .any(|line| line.starts_with(&format!("{key}:")))
            {
                continue;
            }
            let id = format!("{kind}的{key}");
            // Entries are chosen of a list alone; what is divided is counted.
            let before = match (key, kind) {
                ("逐条筛选", "党支部") => "逐条: 处置\n",
                ("分项" | "占比", "报告") => "统计: {甲: {人群: 在册}}\n",
                _ => "",
            };
            let rest = rest.replace("编号: 甲", &format!("编号: {id}一"));
            let text = format!("{}{rest}{before}{key}: {sample}\n", head(&id, scope));
            let line = text.lines().count();
            let lines = (!is_for(kind, key, &said)).then(|| vec![line]);
            forms.insert(id.clone(), text);
            expected.extend(lines.map(|lines| (id, lines)));
        }
    }
    assert_eq!(faults(&forms), expected);
}

/// What says of which kind a form is goes with no other that does.
#[test]
fn a_form_is_of_one_kind() {
    let mut forms = BTreeMap::new();
    for (kind, scope, rest) in FORMS {
        for (other, _, more) in FORMS.into_iter().filter(|(other, ..)| *other != kind) {
            let has = |key: &str| rest.contains(&format!("{key}:"));
            let more = more
                .lines()
                .filter(|line| !has(line.split(':').next().unwrap_or("")));
            let more: String = more.map(|line| format!("{line}\n")).collect();
            // A register with rows is told as one; it may be given rows that are declared.
            if more.is_empty() || (kind, other) == ("党支部", "事项") {
                continue;
            }
            let id = format!("{kind}和{other}");
            forms.insert(id.clone(), format!("{}{rest}{more}", head(&id, scope)));
        }
    }
    let found = faults(&forms);
    let silent: Vec<_> = forms.keys().filter(|id| !found.contains_key(*id)).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// Columns by kind: a form, a column of it without its closing bracket, the keys that it may
/// have besides.
const COLUMNS: [(&str, &str, &str, &str); 6] = [
    ("登记表", "", "{", "键 值 表头 宽 格式"),
    ("事项", "事项: [{名: 甲}]\n", "{键: 事项, 表头: 甲, ", "宽"),
    ("数人", ROWS, "{头: 甲, 名: 甲, ", "宽 人群 条件 分行 列 和"),
    ("相加", ROWS, "{头: 甲, 名: 甲, 和: [另], ", "宽 分行 列"),
    (
        "取自",
        LINES,
        "{头: 甲, 名: 甲, 取自: 附件6.排查前在册党员人数, ",
        "宽 列",
    ),
    ("表头", ROWS, "{头: 甲, 列: [{头: 乙, 名: 乙}], ", ""),
];
const ROWS: &str = "行: {按: 性别, 值: [男, 女], 合计: 合计}\n";
const LINES: &str = "行: {按: 各组织, 合计: 合计}\n";

const OF_COLUMNS: [(&str, &str); 13] = [
    ("键", "姓名"),
    ("值", "年龄"),
    ("表头", "甲"),
    ("宽", "20"),
    ("格式", "大写"),
    ("头", "甲"),
    ("名", "甲"),
    ("人群", "在册"),
    ("条件", "年龄 > 60"),
    ("和", "[另]"),
    ("取自", "附件6.排查前在册党员人数"),
    ("分行", "在册按群体"),
    ("列", "[{头: 丙, 名: 丙}]"),
];

#[test]
fn keys_of_columns_have_an_effect_or_are_errors() {
    let (mut forms, mut expected) = (BTreeMap::new(), BTreeMap::new());
    for (kind, rest, begins, allowed) in COLUMNS {
        for key in ColumnSource::KEYS.iter().map(|key| key.name) {
            let sample = OF_COLUMNS.iter().find(|(known, _)| *known == key);
            let (_, sample) = sample.unwrap_or_else(|| panic!("a sample of {key}"));
            if begins.contains(&format!("{key}: ")) {
                continue;
            }
            let is_allowed = allowed.split(' ').any(|word| word == key);
            // A register's column prints something under a head.
            let begins = match (kind, key) {
                ("登记表", "键" | "值") => "{表头: 甲, ",
                ("登记表", "表头") => "{键: 姓名, ",
                ("登记表", "格式") => "{键: 出生年月, 表头: 甲, ",
                ("登记表", _) => "{键: 姓名, 表头: 甲, ",
                _ => begins,
            };
            // The name of a head makes it a column; what takes figures is a form of its own.
            if (kind, key) == ("表头", "名") || key == "取自" && rest == ROWS {
                continue;
            }
            let scope = match rest.is_empty() || rest.starts_with("事项") {
                true => "党支部",
                false => "组织",
            };
            let other = match (kind, key) {
                (_, "列") if kind == "取自" => "",
                ("取自" | "登记表" | "事项", _) => "",
                _ => "  - {头: 另, 名: 另}\n",
            };
            let sample = match (kind, key) {
                ("取自", "列") => "[{头: 丙, 名: 丙, 和: [甲]}]",
                _ => sample,
            };
            let id = format!("{kind}的{key}");
            let text = format!(
                "{}{rest}列:\n{other}  - {begins}\n    {key}: {sample}}}\n",
                head(&id, scope)
            );
            let line = text.lines().count();
            forms.insert(id.clone(), text);
            expected.extend((!is_allowed).then(|| (id, vec![line])));
        }
    }
    assert_eq!(faults(&forms), expected);
}

/// What has no effect by what stands beside it.
#[test]
fn keys_that_what_stands_beside_them_makes_idle_are_errors() {
    let register = |rest: &str| format!("{}{rest}", head("表", "党支部"));
    let report = |rest: &str| format!("{}正文: 正文.txt\n{rest}", head("表", "党支部"));
    let table = |rest: &str| format!("{}{rest}", head("表", "组织"));
    let taken = "行: {按: 各组织, 合计: 合计}\n\
                 列: [{头: 甲, 名: 甲, 取自: 附件6.排查前在册党员人数}]\n";
    let several = "表: [{编号: 甲, 列: [{键: 姓名, 表头: 姓名}]}]\n";
    let of_several =
        |key: &str| format!("表:\n  - {{编号: 甲, 列: [{{键: 姓名, 表头: 姓名}}],\n     {key}}}\n");
    for (text, line) in [
        (
            register("列: [{键: 姓名, 表头: 姓名}]\n逐条筛选: 本条.乱 > 3\n"),
            7,
        ),
        (
            register("列:\n  - {键: 性别, 表头: 甲,\n     值: 年龄}\n"),
            8,
        ),
        (
            report("统计:\n  女:\n    取自: 附件6.排查前在册党员人数\n    条件: 性别 = “女”\n"),
            10,
        ),
        (
            report("统计:\n  女:\n    取自: 附件6.排查前在册党员人数\n    人群: 在册\n"),
            10,
        ),
        (report("").replace("纵向", "横向"), 3),
        (table(&format!("{taken}人群: 在册\n")), 8),
        (table(&format!("{taken}上报: true\n")), 8),
        (table(&format!("{several}逐级: true\n")), 7),
        (register(&of_several("人群: 在册")), 8),
        (register(&of_several("列号: true")), 8),
        (register(&of_several("上报: true")), 8),
    ] {
        let forms = BTreeMap::from([("表".to_owned(), text.clone())]);
        let expected = BTreeMap::from([("表".to_owned(), vec![line])]);
        assert_eq!(faults(&forms), expected, "{text}");
    }
}
