//! A member at random: dates about the days of the round and the borders of the rules,
//! every block now and then.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::common::sample::DISPOSITIONS;
use super::dice::Dice;

/// The days of the round, and days from which rules are others.
pub const BORDERS: [&str; 10] = [
    "2016-03-15",
    "2016-04-15",
    "2016-04-20",
    "2016-05-15",
    "2016-01-01",
    "2007-01-01",
    "1977-08-12",
    "1969-04-01",
    "2015-10-15",
    "2015-09-15",
];

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A day near a border, or anniversaries of it away.
fn near(dice: &mut Dice, from: &str) -> NaiveDate {
    let border = day(dice.one(&BORDERS));
    let moved = border + Days::new(dice.below(90) as u64) - Days::new(45);
    let years = [0, 0, 0, 12, 24, 6, 72, 132][dice.below(8)];
    let moved = paicha::model::date::add_months(moved, -years);
    moved.max(day(from))
}

fn text(date: NaiveDate) -> Value {
    json!(date.to_string())
}

/// An ID number of somebody born on a day, the `order`-th of them.
pub fn id_number(born: NaiveDate, order: usize, sex: &str) -> String {
    let order = 2 * (order % 490) + usize::from(sex == "男");
    let digits = format!("622423{}{order:03}", born.to_string().replace('-', ""));
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let figures = digits.bytes().map(|digit| usize::from(digit - b'0'));
    let sum: usize = figures
        .zip(weights)
        .map(|(figure, weight)| figure * weight)
        .sum();
    let check = b"10X98765432"[sum % 11] as char;
    format!("{digits}{check}")
}

/// A member.
pub fn person(dice: &mut Dice) -> Value {
    let born = near(dice, "1930-01-01").min(day("1996-01-01"));
    let born = match dice.once_in(2) {
        true => paicha::model::date::add_months(born, -12 * (dice.below(40) as i32 + 10)),
        false => born,
    };
    let sex = dice.one(&["男", "女"]);
    let joined = near(dice, "1950-01-01");
    let mut member = json!({
        "姓名": "张建国",
        "性别": sex,
        "出生年月": text(born),
        "民族": dice.one(&["汉族", "回族", "未识别民族"]),
        "身份证号码": id_number(born, 0, sex),
        "入党日期": text(joined),
        "籍贯": "甘肃会宁",
        "手机号码": "13893001234",
        "现居住地": "会师镇",
        "参加工作时间": "1986-09-01",
        "月应交纳党费": "35.00",
        "党费": {"交纳基数": "3500", "类别": "在职"},
        "现任党内职务": [dice.one(&["支部书记", "组织委员", "团支部书记"])],
        "曾任党内职务": [dice.one(&["支部书记", "组织委员", "工会委员"])],
        "学历学位": {
            "全日制教育": {"学历": dice.one(&["研究生", "大专", "中专", "初中"])},
            "在职教育": {"学历": dice.one(&["大学本科", "大专", "高中"]), "学位": "学士"},
        },
        "职业": dice.one(&["高校毕业生", "其他"]),
        "家庭主要成员": [{"称谓": "妻子", "姓名": "赵兰", "政治面貌": "群众",
            "出生年月": text(near(dice, "1930-01-01"))}],
        "民主评议": [{"评议时间": "2014", "评议结果": "合格"}],
    });
    let mut put = |key: &str, value: Value| member[key] = value;
    if !dice.once_in(4) {
        put("转正日期", text(near(dice, "1950-01-01")));
    }
    if dice.once_in(2) {
        put("进入党支部日期", text(near(dice, "1960-01-01")));
    }
    if dice.once_in(3) {
        put("党龄校正月数", json!(dice.one(&["0", "3", "-5"])));
    }
    if dice.once_in(2) {
        let mut out = json!({"日期": text(near(dice, "2000-01-01"))});
        if dice.once_in(2) {
            out["回执日期"] = text(near(dice, "2005-01-01"));
        }
        if dice.once_in(3) {
            out["补转"] = json!("true");
        }
        put("转出", out);
    }
    if dice.once_in(5) {
        let cause = dice.one(&["死亡", "除名", "退党", "开除"]);
        let during = day("2016-03-10") + Days::new(dice.below(70) as u64);
        let before = near(dice, "2010-01-01");
        let left = dice.one(&[during, before]);
        put("出党", json!({"日期": text(left), "原因": cause}));
    }
    if dice.once_in(6) {
        put("停止党籍日期", text(near(dice, "2010-01-01")));
    }
    if dice.once_in(2) {
        let mut away = json!({"流出日期": text(near(dice, "2010-01-01")), "外出流向": "深圳",
            "外出类型": "省外", "开具组织关系": "true", "从业状况": "其他"});
        if dice.once_in(2) {
            away["返回日期"] = text(near(dice, "2012-01-01"));
        }
        put("流动", away);
    }
    if !dice.once_in(4) {
        let mut lost = json!({"情形": dice.one(&["外出务工经商", "居住地改变"]), "备注": "核对"});
        let contact = dice.below(3);
        if contact != 1 {
            lost["最后组织生活"] = text(near(dice, "1995-01-01"));
        }
        if contact != 0 {
            lost["最后交纳党费"] = text(near(dice, "1995-01-01"));
        }
        let result = dice.one(&["已取得联系", "无法取得联系", "无法取得联系", "查找中"]);
        lost["结果"] = json!(result);
        if result == "已取得联系" {
            lost["取得联系日期"] = text(near(dice, "2014-01-01"));
        }
        lost["查找记录"] = json!([{"日期": "2016-03-20", "方式": "电话"},
            {"日期": "2016-03-21", "方式": "信函"}]);
        put("失联", lost);
    }
    if dice.once_in(2) {
        let decision = |dice: &mut Dice| {
            json!({"方式": dice.one(&DISPOSITIONS),
                "日期": text(near(dice, "2015-01-01"))})
        };
        let count = dice.below(2) + 1;
        let mut decisions: Vec<Value> = (0..count).map(|_| decision(dice)).collect();
        decisions[0]["主要"] = json!("true");
        put("处置", json!(decisions));
    }
    if dice.once_in(3) {
        put(
            "出国",
            json!([{"出国日期": text(near(dice, "2005-01-01")), "出国原因": "留学"}]),
        );
    }
    member
}

/// The routes of all values of a member, with `/` between the steps.
pub fn routes(member: &Value) -> Vec<String> {
    fn collect(value: &Value, route: &str, routes: &mut Vec<String>) {
        let below = |key: &str| match route {
            "" => key.to_owned(),
            route => format!("{route}/{key}"),
        };
        match value {
            Value::Object(block) => {
                for (key, value) in block {
                    collect(value, &below(key), routes);
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    collect(value, &below(&index.to_string()), routes);
                }
            }
            _ => routes.push(route.to_owned()),
        }
    }
    let mut all = Vec::new();
    collect(member, "", &mut all);
    all
}

/// The routes of its dates.
pub fn dates(member: &Value) -> Vec<String> {
    let is_date = |route: &String| {
        let value = member.pointer(&format!("/{route}")).and_then(Value::as_str);
        value.is_some_and(|value| value.parse::<NaiveDate>().is_ok())
    };
    routes(member).into_iter().filter(is_date).collect()
}
