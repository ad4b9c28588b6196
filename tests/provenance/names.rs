//! A name in `form.yaml` that is another than what it means, one at a time.

use std::path::Path;

use paicha::check::At;
use paicha::forms::{Catalogue, LayoutFiles};
use paicha::load::Files;

use super::common::Workspace;

/// Forms as one's own: tables with relations, registers, one with filter and order.
const FORMS: [(&str, &str); 7] = [
    ("附件2", include_str!("../../layouts/附件2/form.yaml")),
    ("附件3", include_str!("../../layouts/附件3/form.yaml")),
    ("附件5", include_str!("../../layouts/附件5/form.yaml")),
    ("附件6", include_str!("../../layouts/附件6/form.yaml")),
    ("附件7", include_str!("../../layouts/附件7/form.yaml")),
    (
        "口袋党员",
        include_str!("../../docs/examples/口袋党员/form.yaml"),
    ),
    (
        "流动去向",
        include_str!("../../docs/examples/流动去向/form.yaml"),
    ),
];

/// Words of expressions that name nothing, and what YAML begins an entry with.
const WORDS: [&str; 11] = [
    "且", "或", "非", "在", "真", "假", "true", "false", "警告", "-", "",
];

/// The keys whose values are names and expressions.
const NAMED: [&str; 11] = [
    "键", "值", "条件", "筛选", "对象", "人群", "分行", "按", "式", "等于", "排序",
];

/// The lines of a form's relations, and of its rows.
fn blocks(text: &str) -> Vec<(usize, &str, &str)> {
    let mut at = 0;
    let mut block = "";
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let is_key = !line.starts_with([' ', '-']);
        if is_key {
            block = line.split(':').next().unwrap_or_default();
        }
        lines.push((at, block, line));
        at += line.len();
    }
    lines
}

/// The parts of a line in which names stand: from where to where.
fn parts(block: &str, line: &str) -> Vec<(usize, usize)> {
    let end = line.find(" #").unwrap_or(line.trim_end().len());
    let is_item = line.trim_start().starts_with("- ") && !line.contains(": ");
    if is_item && ["关系", "行"].contains(&block) {
        return vec![(line.find("- ").expect("an item") + 2, end)];
    }
    let mut found = Vec::new();
    for key in NAMED {
        for before in ["", " ", "{"] {
            let key = format!("{before}{key}: ");
            let at = match before {
                "" => line.starts_with(&key).then_some(0),
                _ => line.find(&key),
            };
            let Some(from) = at.map(|at| at + key.len()) else {
                continue;
            };
            let rest = &line[from..end];
            let is_list = rest.starts_with('[');
            let length = match is_list {
                true => rest.find(']').unwrap_or(rest.len()),
                false => rest
                    .match_indices([',', '}'])
                    .map(|(at, _)| at)
                    .next()
                    .unwrap_or(rest.len()),
            };
            found.push((from, from + length));
        }
    }
    found
}

/// The names in a part of a line: in quotes and backquotes, or runs of characters
/// without a sign.
fn names(part: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = None;
    let mut quoted = None;
    for (at, character) in part.char_indices().chain([(part.len(), ' ')]) {
        let closing = match character {
            '`' => Some('`'),
            '“' => Some('”'),
            _ => None,
        };
        match (quoted, closing) {
            (Some(until), _) if character == until => {
                found.push((from.take().expect("opened"), at));
                quoted = None;
                continue;
            }
            (Some(_), _) => continue,
            (None, Some(closing)) => {
                quoted = Some(closing);
                from = Some(at + character.len_utf8());
                continue;
            }
            (None, None) => {}
        }
        let is_of_name = character.is_alphanumeric() || character == '.';
        match (is_of_name, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                found.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    found.retain(|(from, to)| {
        let name = &part[*from..*to];
        !WORDS.contains(&name)
            && !name.starts_with(|first: char| first.is_ascii_digit() || first == '.')
    });
    found
}

/// The lines of errors in a form's file.
fn lines_of_errors(workspace: &Workspace, id: &str, text: &str) -> Vec<usize> {
    let path = format!("layouts/{id}/form.yaml");
    workspace.write(&path, text);
    let layouts = LayoutFiles::of(&Files::in_folder(workspace.root()));
    let catalogue = Catalogue::of(&layouts);
    let faults = catalogue.faults.iter().map(|fault| fault.diagnostic());
    let of_file = faults.filter(|found| found.is_error() && found.path == Path::new(&path));
    let lines = of_file.map(|found| match found.at {
        At::Span(span) => 1 + text[..span.range().start].matches('\n').count(),
        _ => 0,
    });
    lines.collect()
}

#[test]
fn a_name_that_means_nothing_is_an_error_in_its_line() {
    let mut looked = 0;
    let mut wrong = Vec::new();
    for (id, text) in FORMS {
        let workspace = Workspace::empty();
        assert_eq!(lines_of_errors(&workspace, id, text), [0; 0], "{id}");
        for (number, (at, block, line)) in blocks(text).into_iter().enumerate() {
            for (from, to) in parts(block, line) {
                for (_, name_ends) in names(&line[from..to]) {
                    let end = at + from + name_ends;
                    let changed = format!("{}甲{}", &text[..end], &text[end..]);
                    looked += 1;
                    if !lines_of_errors(&workspace, id, &changed).contains(&(number + 1)) {
                        let start = &line[..from + name_ends];
                        wrong.push(format!("{id}:{}: {start}甲", number + 1));
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {looked}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(looked > 150, "{looked}");
}

/// The names of columns that relations of the form use, by hand from the form's text.
#[test]
fn a_column_of_another_name_is_an_error_where_it_is_used() {
    let (id, text) = FORMS[3];
    let line_of = |start: &str| {
        let found = text
            .lines()
            .position(|line| line.trim_start().starts_with(start));
        found.expect("a line") + 1
    };
    let uses = [
        ("名: 人数\n", "名: 总数\n", "- 人数 = 行数(附件5)"),
        (
            "名: \"人数/预备党员\"",
            "名: \"人数/预备\"",
            "- \"`人数/预备党员` <= 人数\"",
        ),
        ("名: \"性别/女\"", "名: \"女\"", "- \"`性别/女` <= 人数\""),
        (
            "名: \"民族/少数民族\"",
            "名: \"少数\"",
            "- \"`民族/少数民族` <= 人数\"",
        ),
        (
            "名: 排查前在册党员人数\n",
            "名: 在册人数\n",
            "- {式: 人数 <= 排查前在册党员人数",
        ),
        ("头: \"年龄\"\n", "头: \"岁数\"\n", "- 人数 = 和(年龄)"),
        ("头: \"学历\"\n", "头: \"程度\"\n", "- 人数 = 和(学历)"),
        (
            "头: \"失去联系时间\"\n",
            "头: \"多久\"\n",
            "- 人数 = 和(失去联系时间)",
        ),
        (
            "头: \"党内\\n职务\"\n",
            "头: \"职务\"\n",
            "- 和(党内职务) <= 人数",
        ),
        (
            "补充资料: {流动党员:",
            "补充资料: {流动:",
            "- 补充资料.流动党员 = 行数(附件2)",
        ),
    ];
    for (from, to, used) in uses {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let workspace = Workspace::empty();
        let lines = lines_of_errors(&workspace, id, &text.replace(from, to));
        assert!(lines.contains(&line_of(used)), "{from} → {to}: {lines:?}");
    }
}
