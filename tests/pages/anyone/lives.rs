//! What may befall a member, such that the registers and tables have him: texts
//! at random, days and codes as the rules want them.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::texts::value;

type Block = Map<String, Value>;

/// A block whose keys are there or not.
pub fn block(keys: &'static [&'static str], given: f64) -> impl Strategy<Value = Block> {
    block_of(keys, given, value())
}

fn block_of(
    keys: &'static [&'static str],
    given: f64,
    value: impl Strategy<Value = String>,
) -> impl Strategy<Value = Block> {
    let values = prop::collection::vec(prop::option::weighted(given, value), keys.len());
    values.prop_map(move |values| {
        let pairs = keys.iter().zip(values);
        let given = pairs.filter_map(|(key, value)| Some(((*key).to_owned(), json!(value?))));
        given.collect()
    })
}

/// A list of blocks.
pub fn blocks<S: Strategy<Value = String>>(
    keys: &'static [&'static str],
    given: f64,
    most: usize,
    value: fn() -> S,
) -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec(block_of(keys, given, value()), 0..=most)
}

const AWAY: &[&str] = &[
    "外出流向",
    "外出原因",
    "活动证号码",
    "与党组织联系情况",
    "流出党支部联系人及联系方式",
    "流入党支部联系人及联系方式",
    "流入地",
    "流出地所在支部",
    "流入地所在支部",
];

/// The block 流动, of someone who is or is no longer away in the round.
pub fn away() -> impl Strategy<Value = Value> {
    let day = select(&["2015-03-01", "2014-12", "2013", "2016-01-15"]);
    let back = prop::option::weighted(0.3, select(&["2016-02-01", "2016-03", "2015-12-30"]));
    let codes = (
        prop::option::of(select(&["省外", "省内市外", "市内县外", "④"])),
        prop::option::of(select(&["“两新”组织", "个体户", "3"])),
        prop::option::of(select(&["农民", "下岗职工", "社区居民", "其他"])),
        prop::option::of(any::<bool>()),
    );
    (block(AWAY, 0.6), day, back, codes).prop_map(|(mut away, day, back, codes)| {
        away.insert("流出日期".to_owned(), json!(day));
        let (range, employment, status, letter) = codes;
        let given = [
            ("返回日期", back.map(Value::from)),
            ("外出类型", range.map(Value::from)),
            ("从业状况", employment.map(Value::from)),
            ("党员身份", status.map(Value::from)),
            ("开具组织关系", letter.map(Value::from)),
        ];
        let given = given.into_iter();
        away.extend(given.filter_map(|(key, value)| Some((key.to_owned(), value?))));
        Value::Object(away)
    })
}

/// How the search ended and what was decided then: 失联 and 处置.
pub fn lost() -> impl Strategy<Value = (Value, Vec<Value>)> {
    let last = select(&["2012-01-10", "2010-10", "2015-01-15", "2009", "2015-09-15"]);
    let cause = select(&[
        "外出务工经商",
        "单位改制或破产",
        "③",
        "4",
        "出国（境）",
        "居住地改变",
    ]);
    let class = prop::option::of(select(&["农村", "学校", "⑨"]));
    let texts = block(&["备注", "原因"], 0.5);
    // Who is still searched for keeps the registers of the branch from being made.
    let end = prop_oneof![40 => 0..4u8, 1 => Just(4u8)];
    (last, cause, class, texts, end).prop_map(|(last, cause, class, mut lost, end)| {
        lost.insert("最后组织生活".to_owned(), json!(last));
        lost.insert("情形".to_owned(), json!(cause));
        lost.extend(class.map(|class| ("党组织类别".to_owned(), json!(class))));
        let found = json!({"结果": "已取得联系", "取得联系日期": "2016-04-02", "主客观": "客观",
            "愿意纳入管理": true});
        let not_found = json!({"结果": "无法取得联系", "查找记录": [
            {"日期": "2016-03-20", "方式": "电话", "对象": "本人", "结果": "停机"},
            {"日期": "2016-04-02", "方式": "走访户籍地", "对象": "父亲", "结果": "不知去向"},
        ]});
        let (result, decided) = match end {
            0 => (found, vec!["纳入组织管理"]),
            1 => (found, vec![]),
            2 => (not_found, vec!["自行脱党除名"]),
            3 => (not_found, vec![]),
            _ => (json!({}), vec![]),
        };
        lost.extend(result.as_object().cloned().unwrap_or_default());
        let decided = decided.into_iter();
        let decided = decided.map(|kind| json!({"方式": kind, "日期": "2016-05-10"}));
        (Value::Object(lost), decided.collect())
    })
}

const ABROAD: &[&str] = &[
    "出国原因",
    "出国后与组织联系情况",
    "党籍处理方式",
    "恢复组织生活情况",
];

/// Up to five stays, one after the other.
pub fn abroad() -> impl Strategy<Value = Vec<Value>> {
    blocks(ABROAD, 0.6, 5, value).prop_map(|stays| {
        let stays = stays.into_iter().enumerate();
        let one = |(n, mut stay): (usize, Map<String, Value>)| {
            stay.insert("出国日期".to_owned(), json!(format!("{}-03-05", 2008 + n)));
            if n % 3 != 2 {
                stay.insert("回国日期".to_owned(), json!(format!("{}-11", 2008 + n)));
            }
            Value::Object(stay)
        };
        stays.map(one).collect()
    })
}
