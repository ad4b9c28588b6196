//! Members' files, written: a new one with its keys in the form's order, one that is there
//! with a key more or a value changed. All goes through [`crate::load::edit`] and is read
//! again: what would be read as anything else is not written.

use std::collections::BTreeMap;
use std::path::Path;

use crate::load::edit::{Replacement, replaced, scalar, with_key};
use crate::load::{File, file_of, text_of_new};
use crate::model::key::Key;
use crate::model::meaning::Shape;
use crate::model::member::Member;
use crate::model::node::{Entry, Kind, Node, Span, Step};
use crate::model::numbered::Numbered as _;
use crate::model::provenance::KeyId;
use crate::model::record::Record as _;
use crate::model::value::Reason;

/// Values by their keys, one or several behind each.
pub type Values = BTreeMap<KeyId, Vec<String>>;

/// A value of a file.
#[derive(Clone, Debug)]
pub struct Given {
    /// Where it stands.
    pub span: Span,
    /// As it is written.
    pub text: String,
    /// As it is to be written, or why it means nothing.
    pub meant: Result<String, Reason>,
}

/// The values of a member by their keys.
pub fn given(member: &Member) -> BTreeMap<KeyId, Vec<Given>> {
    let mut given: BTreeMap<KeyId, Vec<Given>> = BTreeMap::new();
    member.each(&mut |value| {
        let one = Given {
            span: value.span(),
            text: value.text().to_owned(),
            meant: value.meant(),
        };
        given.entry(value.key()).or_default().push(one);
    });
    given
}

/// The text of a new member's file, its keys in the form's order.
pub fn new_file(values: &Values) -> String {
    let mut top = Vec::new();
    for (key, texts) in values {
        put(&mut top, &steps(*key), kind(*key, texts));
    }
    text_of_new(&Kind::Map(top))
}

/// Reads what a text says of a member.
pub fn read(text: &str) -> File<Member> {
    file_of(Path::new(""), text)
}

/// A file with values behind keys that it does not give.
pub fn with(text: &str, key: KeyId, texts: &[String]) -> Option<String> {
    let steps = steps(key);
    let mut keys: &[Key] = Member::KEYS;
    let tree = crate::load::parse(text).ok()?;
    let (mut node, mut above) = (&tree, Vec::new());
    for (depth, step) in steps.iter().enumerate() {
        let order: Vec<&str> = keys.iter().map(|key| key.name).collect();
        let below = node.get(step).map(|entry| &entry.value);
        let is_last = depth + 1 == steps.len();
        match below.filter(|below| !is_last && matches!(below.kind, Kind::Map(_))) {
            Some(below) => node = below,
            None => {
                let mut value = Vec::new();
                put(&mut value, &steps[depth + 1..], kind(key, texts));
                let value = if is_last {
                    kind(key, texts)
                } else {
                    Kind::Map(value)
                };
                return with_key(text, &above, &order, step, value);
            }
        }
        keys = keys
            .iter()
            .find(|key| key.name == *step)
            .map_or(&[], |key| key.keys);
        above.push(Step::Key(step));
    }
    None
}

/// A file in which a value is another; none where more than that would change.
pub fn changed(text: &str, key: KeyId, old: &Given, new: &str) -> Option<String> {
    let replacement = |new: String| Replacement {
        place: old.span,
        written: old.text.clone(),
        new,
    };
    let is_so = |text: &String| {
        let record = read(text).record?;
        let given = given(&record);
        let one = given.get(&key)?.first()?;
        (one.meant.as_deref() == Ok(new)).then_some(())
    };
    let mut ways = [new.to_owned(), serde_json::Value::from(new).to_string()].into_iter();
    ways.find_map(|way| replaced(text, &[replacement(way)]).filter(|text| is_so(text).is_some()))
}

/// A file in which the texts of a list are others; none where more than that would change, a
/// comment between them among it.
pub fn relisted(text: &str, key: KeyId, old: &[Given], new: &[String]) -> Option<String> {
    let (first, last) = (old.first()?.span.range(), old.last()?.span.range());
    let place = first.start..last.end;
    let written = text.get(place.clone())?;
    if written.contains('#') {
        return None;
    }
    let texts: Vec<String> = new.iter().map(|text| scalar(text)).collect();
    let between = match old.get(1) {
        Some(second) => text.get(first.end..second.span.range().start)?.to_owned(),
        None => ", ".to_owned(),
    };
    // Whether the one text stands in a list, reading tells.
    let ways = [texts.join(&between), format!("[{}]", texts.join(", "))];
    let ways = ways.map(|way| {
        let (above, below) = (text.get(..place.start)?, text.get(place.end..)?);
        Some(format!("{above}{way}{below}"))
    });
    let mut ways = ways.into_iter().flatten();
    ways.find(|edited| is_but_for(text, edited, key, new))
}

/// Whether a file says what another does, and these texts behind the key.
pub(super) fn is_but_for(before: &str, after: &str, key: KeyId, texts: &[String]) -> bool {
    let all = |text: &str| Some(given(read(text).record.as_ref()?));
    let (Some(mut before), Some(mut after)) = (all(before), all(after)) else {
        return false;
    };
    before.remove(&key);
    let said = after.remove(&key).unwrap_or_default();
    let said = said.iter().map(|one| one.meant.as_deref());
    let plain = |given: BTreeMap<KeyId, Vec<Given>>| -> Values {
        let texts =
            |(key, all): (KeyId, Vec<Given>)| (key, all.into_iter().map(|one| one.text).collect());
        given.into_iter().map(texts).collect()
    };
    said.eq(texts.iter().map(|text| Ok(text.as_str()))) && plain(before) == plain(after)
}

/// The steps of the route to a key.
pub(super) fn steps(key: KeyId) -> Vec<&'static str> {
    key.route().split('.').collect()
}

/// One text, or several as a list.
pub(super) fn kind(key: KeyId, texts: &[String]) -> Kind {
    let one = |text: &String| Kind::Scalar(text.clone());
    match (texts, key.shape()) {
        ([text], _) => one(text),
        (texts, Shape::Scalars(_)) => {
            Kind::List(texts.iter().map(|text| Node::from(one(text))).collect())
        }
        (texts, _) => Kind::Scalar(texts.join("、")),
    }
}

/// Puts a value where steps lead to, through blocks that are made.
pub(super) fn put(entries: &mut Vec<Entry>, steps: &[&str], value: Kind) {
    let Some((step, rest)) = steps.split_first() else {
        return;
    };
    let at = entries.iter().position(|entry| entry.key == *step);
    let at = at.unwrap_or_else(|| {
        entries.push(Entry {
            key: (*step).to_owned(),
            key_span: Span::default(),
            value: Kind::Null.into(),
        });
        entries.len() - 1
    });
    let node = &mut entries[at].value;
    if rest.is_empty() {
        node.kind = value;
        return;
    }
    if !matches!(node.kind, Kind::Map(_)) {
        node.kind = Kind::Map(Vec::new());
    }
    if let Kind::Map(entries) = &mut node.kind {
        put(entries, rest, value);
    }
}

/// The key of a route, with something to say of one value, and not within a list.
pub fn key(route: &str) -> Option<KeyId> {
    let key = Member::key(route)?;
    let is_value = matches!(key.shape(), Shape::Scalar(_) | Shape::Scalars(_));
    (is_value && !key.route().contains("[]")).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(route: &str) -> KeyId {
        key(route).expect(route)
    }

    fn values(values: &[(&str, &[&str])]) -> Values {
        let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        values
            .iter()
            .map(|(route, texts)| (key_of(route), owned(texts)))
            .collect()
    }

    const FILE: &str = "\
姓名: 张建国
民族: 汉族
出生年月: 1965-03-12
身份证号码: \"622423196503121234\"
学历学位:
  全日制教育:
    学历: 中专
  在职教育:
    学位: 文学学士
现任党内职务:
  - 支部书记
  - 组织委员
备注: \"1 #2\"
";

    #[test]
    fn lists_become_others_and_all_else_stays() {
        let key = key_of("现任党内职务");
        let new = ["支部书记", "纪检委员"].map(str::to_owned);
        for (before, after) in [
            (
                "现任党内职务: [书记, 组织委员] # 甲",
                Some("现任党内职务: [支部书记, 纪检委员] # 甲"),
            ),
            (
                "现任党内职务:\n  - 书记\n  - 组织委员",
                Some("现任党内职务:\n  - 支部书记\n  - 纪检委员"),
            ),
            (
                "现任党内职务: 书记",
                Some("现任党内职务: [支部书记, 纪检委员]"),
            ),
            (
                "现任党内职务: [书记]",
                Some("现任党内职务: [支部书记, 纪检委员]"),
            ),
            ("现任党内职务:\n  - 书记 # 甲\n  - 组织委员", None),
        ] {
            let text = |line: &str| format!("姓名: 甲\n{line}\n备注: 乙\n");
            let before = text(before);
            let file = read(&before);
            let old = given(file.record.as_ref().expect("read"))
                .remove(&key)
                .expect("given");
            assert_eq!(
                relisted(&before, key, &old, &new),
                after.map(text),
                "{before}"
            );
        }
    }

    #[test]
    fn new_files_have_their_keys_in_order() {
        let text = new_file(&values(&[
            ("备注", &["1 #2"]),
            ("学历学位.在职教育.学位", &["文学学士"]),
            ("现任党内职务", &["支部书记", "组织委员"]),
            ("身份证号码", &["622423196503121234"]),
            ("姓名", &["张建国"]),
            ("学历学位.全日制教育.学历", &["中专"]),
            ("出生年月", &["1965-03-12"]),
            ("民族", &["汉族"]),
        ]));
        assert_eq!(
            text,
            FILE.replace(
                "民族: 汉族\n出生年月: 1965-03-12\n",
                "出生年月: 1965-03-12\n民族: 汉族\n"
            )
        );
    }

    #[test]
    fn keys_are_added_and_values_changed_where_they_stand() {
        let text = FILE.replace("备注", "# 一\n备注");
        let with_place = with(&text, key_of("籍贯"), &["甘肃会宁".to_owned()]);
        let expected = text.replace("-12\n", "-12\n籍贯: 甘肃会宁\n");
        assert_eq!(with_place.as_deref(), Some(&*expected));
        let deep = with(
            &text,
            key_of("学历学位.在职教育.学历"),
            &["大专".to_owned()],
        );
        let expected = text.replace("    学位: 文", "    学历: 大专\n    学位: 文");
        assert_eq!(deep.as_deref(), Some(&*expected));
        let block = with(&text, key_of("失联.情形"), &["其他".to_owned()]).expect("added");
        assert!(block.contains("失联:\n  情形: 其他\n"), "{block}");
        let file = read(&text);
        let given = given(&file.record.expect("a member"));
        let change = |route: &str, new: &str| {
            let key = key_of(route);
            changed(&text, key, &given[&key][0], new)
        };
        let expected = text.replace("1965-03-12", "1965-03-13");
        assert_eq!(
            change("出生年月", "1965-03-13").as_deref(),
            Some(&*expected)
        );
        let expected = text.replace("1 #2", "a #b");
        assert_eq!(change("备注", "a #b").as_deref(), Some(&*expected));
        assert_eq!(change("民族", "火星族"), None, "it would mean nothing");
    }

    #[test]
    fn only_single_values_have_columns() {
        for route in ["处置[].方式", "失联", "没有", "失联.查找记录"] {
            assert_eq!(key(route), None, "{route}");
        }
    }
}
