//! A value that cannot be read beside all that may have been meant.

use std::collections::BTreeSet;

use paicha::forms::{Catalogue, LayoutFiles};
use serde_json::{Value, json};

use super::bench::{Bench, Given, get, with};
use super::common::Workspace;
use super::dice::{Dice, changes};
use super::person::{dates, person, routes};

/// Values on each side of every border of the rules.
fn readable(route: &str, member: &Value) -> Vec<Value> {
    let key = route
        .rsplit('/')
        .find(|step| step.parse::<usize>().is_err())
        .unwrap_or(route);
    let words = |words: &[&str]| words.iter().map(|word| json!(word)).collect();
    if dates(member).iter().any(|known| known == route) {
        return words(&[
            "1930-05-05",
            "1969-03-31",
            "1969-04-01",
            "1977-08-11",
            "1977-08-12",
            "1980-04-20",
            "1980-04-21",
            "2005-04-15",
            "2005-04-16",
            "2006-12-31",
            "2007-01-01",
            "2010-04-15",
            "2010-04-16",
            "2015-04-15",
            "2015-04-16",
            "2015-09-15",
            "2015-09-16",
            "2015-10-15",
            "2015-10-16",
            "2015-12-31",
            "2016-01-01",
            "2016-03-15",
            "2016-03-16",
            "2016-04-15",
            "2016-04-16",
            "2016-04-20",
            "2016-04-21",
            "2016-05-15",
            "2016-05-16",
        ]);
    }
    match key {
        "性别" => words(&["男", "女"]),
        "民族" => words(&["汉族", "回族"]),
        "学历" => words(&["初中", "中专", "大专", "大学本科", "研究生"]),
        "现任党内职务" | "曾任党内职务" => words(&["支部书记", "组织委员", "无"]),
        "职业" => words(&["高校毕业生", "其他"]),
        "情形" => words(&["外出务工经商", "居住地改变"]),
        "结果" if route.starts_with("失联/结果") => words(&["已取得联系", "无法取得联系"]),
        "补转" | "开具组织关系" | "主要" => words(&["true", "false"]),
        "从业状况" => words(&["个体户", "其他"]),
        "外出类型" => words(&["省外", "县内"]),
        "方式" if route.starts_with("处置") => words(&["警告", "自行脱党除名", "限期改正"]),
        "方式" => words(&["电话", "信函"]),
        "原因" if route.starts_with("出党") => words(&["死亡", "除名"]),
        "类别" => words(&["在职", "离退休"]),
        "党龄校正月数" => words(&[
            "0", "7", "-30", "120", "-120", "-240", "-360", "-480", "-600",
        ]),
        "身份证号码" => words(&["622423196503121236", "622423198512251228"]),
        "月应交纳党费" | "交纳基数" => words(&["35.00", "12"]),
        _ => words(&["甲", "乙"]),
    }
}

/// Codes of errors that leave open what a form says.
const OPEN: [&str; 2] = ["E0304", "E0409"];
/// Codes of errors by which values contradict each other: any of them may be wrong.
const CONTRADICTED: [&str; 4] = ["E0601", "E0602", "E0603", "E0605"];

/// What a form is given of a reading, or why that is open.
fn given(bench: &Bench, reading: usize, form: &str) -> (Given, BTreeSet<&'static str>) {
    let refused = bench.refused(reading, form).into_iter();
    let codes = refused.map(|found| found.rule.code);
    let open: BTreeSet<_> = codes.filter(|code| OPEN.contains(code)).collect();
    match open.is_empty() {
        true => (bench.given(reading, form), open),
        false => (None, open),
    }
}

/// Whether values of a reading contradict each other in a form.
fn is_contradicted(bench: &Bench, reading: usize, form: &str) -> bool {
    let mut refused = bench.refused(reading, form).into_iter();
    refused.any(|found| CONTRADICTED.contains(&found.rule.code))
}

/// The forms of the program and a register of keys of a member at random.
fn forms(dice: &mut Dice, routes: &[String]) -> (LayoutFiles, Catalogue) {
    let without_lists = routes
        .iter()
        .filter(|route| !route.split('/').any(|step| step.parse::<usize>().is_ok()));
    let keys: Vec<String> = without_lists.map(|route| route.replace('/', ".")).collect();
    let mut columns = String::new();
    for number in 1..=4 {
        let key = dice.one(&keys);
        columns += &format!("  - {{值: {key}, 表头: 第{number}列, 宽: 40}}\n");
    }
    let filter = match dice.below(3) {
        0 => format!("筛选: 有({})\n", dice.one(&keys)),
        1 => "对象: [失联党员, 附件2]\n".to_owned(),
        _ => String::new(),
    };
    let form = format!(
        "编号: 名册\n标题: 名册\n纸张: 横向\n范围: 党支部\n输出: \"{{{{ org }}}}/名册.pdf\"\n\
         {filter}列:\n{columns}"
    );
    let folder = Workspace::empty();
    folder.write("layouts/名册/form.yaml", &form);
    let layouts = LayoutFiles::of(folder.root()).expect("layouts");
    let catalogue = Catalogue::of(&layouts);
    assert!(
        catalogue.faults.is_empty(),
        "{form}\n{:?}",
        catalogue.faults
    );
    (layouts, catalogue)
}

/// How often forms changed with a value, and how often they did not.
#[derive(Default)]
struct Looked {
    changed: usize,
    same: usize,
    of_own: usize,
}

/// Looks at one key; what is wrong is told.
fn look(
    member: &Value,
    route: &str,
    (layouts, catalogue): &(LayoutFiles, Catalogue),
    looked: &mut Looked,
) -> Vec<String> {
    let unreadable = json!([["?"]]);
    let mut readings = vec![with(member, route, Some(&unreadable))];
    let values = readable(route, member);
    readings.extend(values.iter().map(|value| with(member, route, Some(value))));
    let is_item = route
        .rsplit('/')
        .next()
        .is_some_and(|step| step.parse::<usize>().is_ok());
    if !is_item {
        readings.push(with(member, route, None));
    }
    let bench = Bench::with(layouts.clone(), catalogue.clone(), &readings);
    let mut wrong = Vec::new();
    for form in bench.forms() {
        let given: BTreeSet<_> = (1..readings.len())
            .map(|at| given(&bench, at, &form))
            .collect();
        let refused = bench.refused(0, &form);
        let mut say = |what: &str| {
            wrong.push(format!("{form}: {what}, {route} of\n  {member}"));
        };
        looked.of_own += usize::from(form == "名册" && given.len() > 1);
        match given.len() > 1 {
            true => looked.changed += 1,
            false => looked.same += 1,
        }
        match (given.len() > 1, refused.is_empty()) {
            (true, true) => say("changes with the value, and is made"),
            (true, false) => {
                let mut refused = refused.iter();
                if !refused.any(|found| bench.is_at(0, found, "[[\"?\"]]")) {
                    say("is not refused at its place");
                }
            }
            (false, false) => {
                // Where all that may be meant is open, too, nothing can be made.
                let is_open = given.iter().any(|(_, open)| !open.is_empty())
                    || (1..readings.len()).any(|at| is_contradicted(&bench, at, &form));
                let own = refused.iter().any(|found| found.rule.code == "E0055");
                let beside = bench.refused(1, &form).len();
                // With a key left out that must be given, the form is not made either.
                let left_out = bench.refused(readings.len() - 1, &form);
                let is_open = is_open || left_out.iter().any(|found| found.rule.code == "E0052");
                if !is_open && (own || beside == 0) {
                    say("does not change with the value, and is refused");
                }
            }
            (false, true) => {
                if given.first().map(|(given, _)| given) != Some(&bench.given(0, &form)) {
                    say("is not as it is whatever the value");
                }
            }
        }
    }
    wrong
}

#[test]
fn what_cannot_be_read_keeps_from_being_made_what_it_may_change_and_nothing_else() {
    let mut wrong = Vec::new();
    let mut looked = 0;
    let wanted = changes(1600);
    let mut forms_looked_at = Looked::default();
    for seed in 1000.. {
        let mut dice = Dice::new(seed);
        let member = person(&mut dice);
        let all = routes(&member);
        let forms = forms(&mut dice, &all);
        for route in all {
            assert!(get(&member, &route).is_some());
            wrong.extend(look(&member, &route, &forms, &mut forms_looked_at));
            looked += 1;
        }
        if looked >= wanted || wrong.len() > 8 {
            break;
        }
    }
    let Looked {
        changed,
        same,
        of_own,
    } = forms_looked_at;
    assert!(of_own > looked / 20, "{of_own}");
    assert!(changed > looked / 2 && same > looked, "{changed}, {same}");
    assert!(
        wrong.is_empty(),
        "of {looked} changes\n{}",
        wrong.join("\n")
    );
}
