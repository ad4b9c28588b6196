//! A value that cannot be read beside all that may have been meant.

use std::collections::BTreeSet;

use paicha::forms::{Catalogue, LayoutFiles};
use paicha::load::Files;
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
    let layouts = LayoutFiles::of(&Files::in_folder(folder.root()));
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
        let all: Vec<Given> = (1..readings.len())
            .map(|at| bench.given(at, &form))
            .collect();
        let given: BTreeSet<&Given> = all.iter().collect();
        let refused = bench.refused(0, &form);
        let mut say = |what: &str| {
            wrong.push(format!("{form}: {what}, {route} of\n  {member}"));
        };
        looked.of_own += usize::from(form == "名册" && given.len() > 1);
        if given.len() > 1 {
            looked.changed += 1;
            let mut refused = refused.iter();
            if !refused.any(|found| bench.is_at(0, found, "[[\"?\"]]")) {
                say("changes with the value, and is not refused at its place");
            }
            continue;
        }
        looked.same += 1;
        // What is refused whatever stands here, or for some of it, may be refused for that.
        let others = (1..readings.len()).flat_map(|at| {
            let found = bench.refused(at, &form).into_iter();
            found.map(move |found| (at, found))
        });
        let others: BTreeSet<_> = others.map(|(at, found)| bench.said(at, found)).collect();
        let own = refused.iter().filter(|found| {
            !others.contains(&bench.said(0, found))
                && (others.is_empty() || !bench.is_at(0, found, "[[\"?\"]]"))
        });
        let own: Vec<_> = own.map(|found| found.rule.code).collect();
        if !own.is_empty() {
            say(&format!(
                "does not change with the value, and is refused ({own:?})"
            ));
        } else if refused.is_empty() && all.first() != Some(&bench.given(0, &form)) {
            say("is not as it is whatever the value");
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
