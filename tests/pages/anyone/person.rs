//! A member at random: what is printed of him as it comes, what is counted of him
//! as the rules want it, so that most members print.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::lives::{abroad, away, block, blocks, lost};
use super::texts::{in_turn, name, odd, text, value};

/// Free texts of the card.
pub const TEXTS: &[&str] = &[
    "籍贯",
    "婚姻状况",
    "入党时所在支部",
    "转正时所在支部",
    "工作单位及职务",
    "组织关系所在单位",
    "现居住地",
    "手机号码",
    "QQ号码或微信号",
    "奖惩情况",
];

/// The parts of a member, before they are put together.
#[derive(Clone, Debug)]
struct Parts {
    name: String,
    texts: Map<String, Value>,
    born: (i32, u32, u32),
    probationer: bool,
    codes: (&'static str, &'static str, &'static str),
    lists: [Vec<String>; 3],
    schooling: Vec<(&'static str, Map<String, Value>)>,
    dues: Option<i64>,
    residence: Option<String>,
}

fn parts() -> impl Strategy<Value = Parts> {
    let born = (1935..1988i32, 1..=12u32, 1..=28u32);
    let codes = (
        select(&["男", "女"]),
        select(&["汉族", "回", "维吾尔族", "未识别民族"]),
        select(&[
            "①",
            "2",
            "农村外出务工经商人员",
            "其他",
            "街道社区人户分离人员",
        ]),
    );
    let lists = [
        prop::collection::vec(name(), 0..=3).boxed(),
        prop::collection::vec(text(0, 12), 0..=3).boxed(),
        prop::collection::vec(prop_oneof![Just("支部书记".to_owned()), value()], 0..=3).boxed(),
    ];
    let degree = |kind: &'static str| {
        let level = select(&["初中", "中专", "大专", "大学本科", "硕士研究生", "大学肄业"]);
        let texts = block(&["学位", "毕业院校系及专业"], 0.5);
        (level, texts).prop_map(move |(level, mut degree)| {
            degree.insert("学历".to_owned(), json!(level));
            (kind, degree)
        })
    };
    let schooling = (
        prop::option::weighted(0.9, degree("全日制教育")),
        prop::option::of(degree("在职教育")),
    );
    let dues = prop::option::of(prop_oneof![5 => 0..100_000i64, 1 => 0..100_000_000_000_000i64]);
    let residence = prop::option::of(text(0, 12));
    let probationer = prop::bool::weighted(0.1);
    let counted = (born, probationer, codes, lists);
    (
        name(),
        block(TEXTS, 0.6),
        counted,
        schooling,
        dues,
        residence,
    )
        .prop_map(
            |(name, texts, (born, probationer, codes, lists), (first, second), dues, residence)| {
                Parts {
                    name,
                    texts,
                    born,
                    probationer,
                    codes,
                    lists,
                    schooling: first.into_iter().chain(second).collect(),
                    dues,
                    residence,
                }
            },
        )
}

fn put_together(parts: Parts) -> Value {
    let (year, month, day) = parts.born;
    let joined = if parts.probationer {
        2015
    } else {
        (year + 19).max(1980)
    };
    let [introducers, posts, former] = &parts.lists;
    let mut member = json!({
        "姓名": parts.name, "性别": parts.codes.0, "民族": parts.codes.1, "职业": parts.codes.2,
        "出生年月": format!("{year}-{month:02}-{day:02}"), "入党日期": format!("{joined}-07-01"),
        "进入党支部日期": format!("{joined}-07"), "参加工作时间": (year + 18).to_string(),
        "入党介绍人": introducers, "现任党内职务": posts, "曾任党内职务": former,
    });
    let fields = member.as_object_mut().unwrap();
    fields.extend(parts.texts);
    if !parts.probationer {
        fields.insert(
            "转正日期".to_owned(),
            json!(format!("{}-07-01", joined + 1)),
        );
    }
    let schooling = parts.schooling.into_iter();
    let schooling = schooling.map(|(kind, degree)| (kind.to_owned(), Value::Object(degree)));
    fields.insert("学历学位".to_owned(), Value::Object(schooling.collect()));
    if let Some(fen) = parts.dues {
        let dues = format!("{}.{:02}", fen / 100, fen % 100);
        fields.insert("月应交纳党费".to_owned(), json!(dues));
    }
    // Longer ones are an error (note 9).
    fields.extend(
        parts
            .residence
            .filter(|text| text.chars().count() <= 32)
            .map(|text| ("户籍所在地".to_owned(), json!(text))),
    );
    member
}

fn relatives() -> impl Strategy<Value = Vec<Value>> {
    let texts = blocks(&["政治面貌", "工作单位及职务"], 0.7, 15, in_turn);
    let known = prop::collection::vec((text(0, 4), name(), prop::option::of(0..99u8)), 15);
    (texts, known).prop_map(|(texts, known)| {
        let one = |(mut relative, (relation, name, age)): (
            Map<String, Value>,
            (String, String, Option<u8>),
        )| {
            relative.insert("称谓".to_owned(), json!(relation));
            relative.insert("姓名".to_owned(), json!(name));
            relative.extend(age.map(|age| ("年龄".to_owned(), json!(age))));
            Value::Object(relative)
        };
        texts.into_iter().zip(known).map(one).collect()
    })
}

fn reviews() -> impl Strategy<Value = Vec<Value>> {
    let texts = blocks(&["评议时间", "评议结果"], 0.8, 10, in_turn);
    texts.prop_map(|texts| {
        let one = |(n, mut review): (i32, Map<String, Value>)| {
            review
                .entry("评议时间")
                .or_insert(json!((2006 + n).to_string()));
            Value::Object(review)
        };
        (0..).zip(texts).map(one).collect()
    })
}

/// A member, but for his ID number: it must be his alone.
pub fn member() -> impl Strategy<Value = Value> {
    let life = (
        prop::option::weighted(0.3, away()),
        prop::option::weighted(0.5, lost()),
        prop_oneof![2 => Just(Vec::new()), 1 => abroad()],
        prop_oneof![1 => Just(Vec::new()), 2 => reviews()],
        relatives(),
    );
    // One character that has no business there, in one of the texts.
    let odd = prop::option::weighted(0.06, (select(TEXTS), odd()));
    (parts(), life, odd).prop_map(|(parts, (away, lost, abroad, reviews, relatives), odd)| {
        let lost = lost.filter(|_| !parts.probationer);
        let mut member = put_together(parts);
        if let Some(away) = away {
            member["流动"] = away;
        }
        if let Some((lost, decided)) = lost {
            member["失联"] = lost;
            member["处置"] = json!(decided);
        }
        member["出国"] = json!(abroad);
        member["民主评议"] = json!(reviews);
        member["家庭主要成员"] = json!(relatives);
        if let Some((key, odd)) = odd {
            let text = member[key].as_str().unwrap_or_default();
            let text = format!("会宁{odd}县{text}");
            member[key] = json!(text);
        }
        member
    })
}

/// The ID number of a member, the only one with this number.
pub fn id_number(member: &Value, number: usize) -> String {
    let day = member["出生年月"]
        .as_str()
        .unwrap_or_default()
        .replace('-', "");
    let odd = usize::from(member["性别"] == "男");
    let first = format!("622423{day}{:03}", number * 2 + odd);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = first.bytes().map(|digit| usize::from(digit - b'0'));
    let sum: usize = digits
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = b"10X98765432"[sum % 11];
    format!("{first}{}", char::from(check))
}
