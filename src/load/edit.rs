//! Edits of a YAML file's text by place. What is not edited stays byte for byte: comments,
//! layout, the order of keys. After an edit the file says what it said before, with that
//! edit and nothing else; where it would not, nothing is edited.

use super::insertion::insertion;
use super::parse;
pub use super::replacement::{Replacement, applied};
use super::written;
use crate::model::node::{Entry, Kind, Node, Span, Step};

/// A text as it stands behind a key: in quotes only where it would be read as something
/// else without them.
pub fn scalar(text: &str) -> String {
    written::scalar(text, false)
}

/// The text with values replaced, in the order of their places; none where one of them does
/// not stand there letter by letter, or anything else would say something else than before.
pub fn replaced(text: &str, replacements: &[Replacement]) -> Option<String> {
    let edited = applied(text, replacements)?;
    let (before, after) = (parse(text).ok()?, parse(&edited).ok()?);
    let places: Vec<Span> = replacements.iter().map(|one| one.place).collect();
    is_but_for(&before, &after, &places).then_some(edited)
}

/// The text with a key added to the block that `steps` lead to, behind those of its keys
/// that come before it in `order`, at the end if it is not in it; none where the key is there, or nothing can be added.
pub fn with_key(
    text: &str,
    steps: &[Step<'_>],
    order: &[&str],
    key: &str,
    value: Kind,
) -> Option<String> {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let is_before = |entry: &Entry| match (rank(&entry.key), rank(key)) {
        (Some(entry), Some(added)) => entry < added,
        (_, added) => added.is_none(),
    };
    edited(text, steps, &|block| {
        let kind = std::mem::replace(&mut block.kind, Kind::Null);
        let mut entries = match kind {
            Kind::Map(entries) => entries,
            Kind::Null => Vec::new(),
            Kind::Scalar(_) | Kind::List(_) => return None,
        };
        let index = entries
            .iter()
            .rposition(is_before)
            .map_or(0, |last| last + 1);
        let is_there = entries.iter().any(|entry| entry.key == key);
        let entry = Entry {
            key: key.to_owned(),
            key_span: Span::default(),
            value: Node::from(value.clone()),
        };
        entries.insert(index, entry.clone());
        block.kind = Kind::Map(entries);
        (!is_there).then_some((index, Kind::Map(vec![entry])))
    })
}

/// The text with an item added to the end of the list that `steps` lead to; none where
/// nothing can be added.
pub fn with_item(text: &str, steps: &[Step<'_>], item: Kind) -> Option<String> {
    edited(text, steps, &|list| {
        let kind = std::mem::replace(&mut list.kind, Kind::Null);
        let mut items = match kind {
            Kind::List(items) => items,
            Kind::Null => Vec::new(),
            Kind::Scalar(_) | Kind::Map(_) => return None,
        };
        let index = items.len();
        items.push(Node::from(item.clone()));
        list.kind = Kind::List(items);
        Some((index, Kind::List(vec![Node::from(item.clone())])))
    })
}

/// Adds to a list or a block: `add` changes it, and gives the place among its parts and
/// what alone is added.
fn edited(
    text: &str,
    steps: &[Step<'_>],
    add: &dyn Fn(&mut Node) -> Option<(usize, Kind)>,
) -> Option<String> {
    let mut tree = parse(text).ok()?;
    let (key, node) = at(&mut tree, None, steps)?;
    let whole = node.clone();
    let (index, added) = add(node)?;
    let mut edited = text.to_owned();
    let (at, addition) = insertion(text, key, &whole, index, &added)?;
    edited.insert_str(at, &addition);
    let after = parse(&edited).ok()?;
    is_but_for(&tree, &after, &[]).then_some(edited)
}

/// The node to which steps lead, with its key.
fn at<'a>(
    node: &'a mut Node,
    key: Option<Span>,
    steps: &[Step<'_>],
) -> Option<(Option<Span>, &'a mut Node)> {
    let Some((step, rest)) = steps.split_first() else {
        return Some((key, node));
    };
    match (step, &mut node.kind) {
        (Step::Key(key), Kind::Map(entries)) => {
            let entry = entries.iter_mut().find(|entry| entry.key == *key)?;
            at(&mut entry.value, Some(entry.key_span), rest)
        }
        (Step::Index(index), Kind::List(items)) => at(items.get_mut(*index)?, key, rest),
        _ => None,
    }
}

/// Whether two trees are the same but for the texts of values that hold places, which
/// are in their order.
fn is_but_for(before: &Node, after: &Node, places: &[Span]) -> bool {
    match (&before.kind, &after.kind) {
        (Kind::Null, Kind::Null) => true,
        (Kind::Scalar(a), Kind::Scalar(b)) => {
            let stands = before.repeats.unwrap_or(before.span);
            let next = places.partition_point(|place| place.start < stands.start);
            a == b || places.get(next).is_some_and(|place| stands.holds(*place))
        }
        (Kind::List(a), Kind::List(b)) => {
            let mut both = a.iter().zip(b);
            a.len() == b.len() && both.all(|(a, b)| is_but_for(a, b, places))
        }
        (Kind::Map(a), Kind::Map(b)) => {
            let mut both = a.iter().zip(b);
            let is_same =
                |a: &Entry, b: &Entry| a.key == b.key && is_but_for(&a.value, &b.value, places);
            a.len() == b.len() && both.all(|(a, b)| is_same(a, b))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::member::Member;
    use crate::model::record::Record as _;

    const FILE: &str = "\
# 张建国的档案
姓名: 张建国   # 曾用名：张建
民族: 汉

# 失联以后
失联:
  最后联系日期: 2015-03
  # 一年两次
  查找记录:
    - 日期: 2016-03-20   # 第一次
      方式: [电话, 走访]
    # 以后还要找
    - {日期: 2016-04-01, 方式: [\"信函\"]}
流动:   # 没有外出
党内职务:
- 支部书记
- {职务: 组织委员}

# 完
";
    const KEYS: [&str; 6] = ["姓名", "性别", "民族", "失联", "流动", "党内职务"];

    fn text(text: &str) -> Kind {
        Kind::Scalar(text.to_owned())
    }

    /// The lines that are new, with the line before each.
    fn new_lines(edited: &str) -> Vec<(String, String)> {
        let mut before = FILE.lines().peekable();
        let mut last = "";
        let mut new = Vec::new();
        for line in edited.lines() {
            if before.peek() == Some(&line) {
                before.next();
            } else {
                new.push((last.to_owned(), line.to_owned()));
            }
            last = line;
        }
        assert_eq!(before.next(), None, "a line went or was changed:\n{edited}");
        new
    }

    fn keys(steps: &[Step<'_>], order: &[&str], key: &str, value: Kind) -> Vec<(String, String)> {
        new_lines(&with_key(FILE, steps, order, key, value).expect(key))
    }

    fn line(before: &str, new: &str) -> (String, String) {
        (before.to_owned(), new.to_owned())
    }

    fn list(texts: &[&str]) -> Kind {
        Kind::List(texts.iter().map(|one| Node::from(text(one))).collect())
    }

    const LAST_SEARCH: &str = "    - {日期: 2016-04-01, 方式: [\"信函\"]}";

    #[test]
    fn keys_are_added_in_their_order_and_comments_stay() {
        let behind_name = line("姓名: 张建国   # 曾用名：张建", "性别: 男");
        assert_eq!(keys(&[], &KEYS, "性别", text("男")), [behind_name]);
        let order = ["姓名", "失联", "备注"];
        let behind_block = line(LAST_SEARCH, "备注: \"~\"");
        assert_eq!(keys(&[], &order, "备注", text("~")), [behind_block]);
        let order = ["序号", "姓名"];
        let first = line("# 张建国的档案", "序号: 1990.10");
        assert_eq!(keys(&[], &order, "序号", text("1990.10")), [first]);
        let lost = [Step::Key("失联")];
        let order = ["最后联系日期", "原因", "查找记录", "联系上日期"];
        let quoted = line("  最后联系日期: 2015-03", "  原因: \"外出 #3\"");
        assert_eq!(keys(&lost, &order, "原因", text("外出 #3")), [quoted]);
        let behind_list = line(LAST_SEARCH, "  联系上日期: 2016-05-01");
        let day = text("2016-05-01");
        assert_eq!(keys(&lost, &order, "联系上日期", day), [behind_list]);
        let lines = [
            line("流动:   # 没有外出", "  流出地:"),
            line("  流出地:", "    - 甲"),
            line("    - 甲", "    - 乙"),
        ];
        let values = list(&["甲", "乙"]);
        assert_eq!(keys(&[Step::Key("流动")], &[], "流出地", values), lines);
        let last = line("- {职务: 组织委员}", "自定义: {}");
        let order = ["党内职务", "自定义"];
        assert_eq!(keys(&[], &order, "自定义", Kind::Map(Vec::new())), [last]);
    }

    #[test]
    fn items_are_added_at_the_end() {
        let search = [Step::Key("失联"), Step::Key("查找记录")];
        let entry = |key: &str, value: Kind| Entry {
            key: key.to_owned(),
            key_span: Span::default(),
            value: Node::from(value),
        };
        let record = Kind::Map(vec![
            entry("日期", text("2016-05-09")),
            entry("方式", list(&["短信"])),
        ]);
        let edited = with_item(FILE, &search, record).expect("added");
        let lines = [
            line(LAST_SEARCH, "    - 日期: 2016-05-09"),
            line("    - 日期: 2016-05-09", "      方式:"),
            line("      方式:", "        - 短信"),
        ];
        assert_eq!(new_lines(&edited), lines);
        let edited = with_item(FILE, &[Step::Key("党内职务")], text("委员")).expect("added");
        assert_eq!(new_lines(&edited), [line("- {职务: 组织委员}", "- 委员")]);
        for (index, before, after) in [
            (0, "[电话, 走访]", "[电话, 走访, \"a, b\"]"),
            (1, "[\"信函\"]", "[\"信函\", \"a, b\"]"),
        ] {
            let steps = [search[0], search[1], Step::Index(index), Step::Key("方式")];
            let edited = with_item(FILE, &steps, text("a, b")).expect("added");
            assert_eq!(edited, FILE.replace(before, after));
        }
    }

    #[test]
    fn keys_are_added_within_brackets() {
        let steps = [Step::Key("失联"), Step::Key("查找记录"), Step::Index(1)];
        for (key, after) in [
            ("序号", "{序号: 1, 日期: 2016-04-01, 方式: [\"信函\"]}"),
            ("对象", "{日期: 2016-04-01, 对象: 1, 方式: [\"信函\"]}"),
            ("结果", "{日期: 2016-04-01, 方式: [\"信函\"], 结果: 1}"),
        ] {
            let order = ["序号", "日期", "对象", "方式", "结果"];
            let edited = with_key(FILE, &steps, &order, key, text("1")).expect(key);
            let before = LAST_SEARCH.trim_start_matches([' ', '-']);
            assert_eq!(edited, FILE.replace(before, after));
        }
    }

    #[test]
    fn what_cannot_be_added_safely_is_not() {
        for (file, steps, key) in [
            ("姓名: 李\n", &[][..], "姓名"),
            ("姓名: 李\n", &[Step::Key("姓名")], "a"),
            ("姓名: ~\n", &[Step::Key("姓名")], "a"),
            ("姓名: [李]\n", &[Step::Key("姓名")], "a"),
            ("姓名: 李\n", &[Step::Key("民族")], "a"),
            ("- 姓名: 李\n- 1\n", &[], "a"),
            ("姓名: &a {b: 1}\n民族: *a\n", &[Step::Key("姓名")], "c"),
        ] {
            assert_eq!(with_key(file, steps, &[], key, text("1")), None, "{file}");
        }
        assert_eq!(with_item("姓名: 李\n", &[], text("1")), None);
        let empty = with_key("# 空\n", &[], &[], "姓名", text("李"));
        assert_eq!(empty.as_deref(), Some("# 空\n姓名: 李\n"));
        let no_end = with_key("姓名: 李", &[], &["姓名", "民族"], "民族", text("汉"));
        assert_eq!(no_end.as_deref(), Some("姓名: 李\n民族: 汉"));
    }

    #[test]
    fn every_key_can_be_added_to_the_sample() {
        let keys: Vec<&str> = Member::KEYS.iter().map(|key| key.name).collect();
        let files = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
        let files = files.into_iter().filter_map(Result::ok);
        let files = files.filter(|file| file.path().parent().is_some_and(|p| p.ends_with("党员")));
        let mut count = 0;
        for file in files.filter(|file| file.path().extension().is_some_and(|e| e == "yaml")) {
            let before = crate::load::read_text(file.path()).expect("readable");
            let node = parse(&before).expect("YAML");
            for key in keys.iter().filter(|key| node.get(key).is_none()) {
                let after = with_key(&before, &[], &keys, key, text("是"));
                let mut after = after.as_deref().expect(key).lines();
                assert!(before.lines().all(|line| after.any(|new| new == line)));
                count += 1;
            }
        }
        assert!(count > 100, "{count}");
    }

    proptest! {
        /// Whatever is written is read as the same, behind what is there.
        #[test]
        fn any_text_is_written_as_it_is_read(value in "\\PC{0,20}|[-?:,\\[\\]{}#&*!|>'\"%@` \n~a1]{0,6}") {
            for (file, steps) in [
                ("a:\n  - 1\nb: 2\n", &[Step::Key("a")][..]),
                ("a: [1]\nb: 2\n", &[Step::Key("a")]),
            ] {
                let edited = with_item(file, steps, text(&value));
                prop_assert!(edited.is_some(), "{value:?}");
            }
            let edited = with_key("b: 2\n", &[], &[], &value, text(&value));
            prop_assert!(edited.is_some() || value == "b", "{value:?}");
        }
    }
}
