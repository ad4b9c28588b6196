//! The first table of section 6: for whom a disposition is admissible.

use crate::common::Workspace;
use crate::harness::{ROUND, Row, base, judge, member};

use Who::{Found, FoundOnProbation, Lost, LostOnProbation};

/// What a disposition is about.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    Found,
    Lost,
    FoundOnProbation,
    LostOnProbation,
}

/// Who, facts in 失联, other keys, the disposition, codes.
pub type Case = (Who, &'static str, &'static str, &'static str, &'static str);

const WATCHED: &[&str] = &["E0703", "W0704"];
pub const STUDY: &str = "出国: [{出国日期: 2014-09-01, 出国原因: 留学}]";
pub const LONG_STUDY: &str = "出国: [{出国日期: 2009-09-01, 出国原因: 留学}]";
pub const LABOUR: &str = "出国: [{出国日期: 2014-09-01, 出国原因: 劳务}]";
pub const SETTLED: &str = "出国: [{出国日期: 2014-09-01, 出国原因: 移民, 定居: true}]";
pub const WILLING: &str = "主客观: 客观, 愿意纳入管理: true";
pub const CORRECTS: &str = "主客观: 主观, 核实: {限期改正至: 2016-11-01}";
pub const UNCHANGED: &str = "主客观: 主观, 核实: {限期改正至: 2016-05-01, 改正结果: 未改正}";
pub const FAILING: &str = "核实: {不合格表现: 长期不参加组织生活}";
pub const BREACH: &str = "核实: {违纪违法: 酒后驾驶}";
pub const DEMAND: &str = "核实: {要求退党日期: 2016-04-05}";
pub const IRREGULAR: &str = "核实: {违规入党: true}";
pub const UNKNOWN: &str = "核实: {身份无法认定: true}";
pub const POST: &str = "现任党内职务: 支部委员";

/// The same under both sets of rules.
#[rustfmt::skip]
const ALWAYS: &[Case] = &[
    (Found, WILLING, "", "纳入组织管理", ""),
    (Found, WILLING, "转出: {日期: 2016-04-10, 去向: 某社区党支部, 回执日期: 2016-04-18}", "纳入组织管理", ""),
    (FoundOnProbation, WILLING, "", "纳入组织管理", ""),
    (Lost, "", "", "纳入组织管理", "E0703"),
    (Lost, WILLING, "", "纳入组织管理", "E0703"),
    (Found, WILLING, "转出: {日期: 2012-07-10, 去向: 某社区党支部, 补转: true}", "纳入组织管理", "E0703"),
    (Found, WILLING, "转出: {日期: 2012-07-10, 补转: true, 回执日期: 2016-04-10}", "纳入组织管理", "E0703"),
    (Found, "", "", "纳入组织管理", "W0704"),
    (Found, "愿意纳入管理: true", "", "纳入组织管理", "W0704"),
    (Found, "主客观: 主观, 愿意纳入管理: true", "", "纳入组织管理", "W0704"),
    (Found, "主客观: 客观", "", "纳入组织管理", "W0704"),
    (Found, "主客观: 客观, 愿意纳入管理: false", "", "纳入组织管理", "W0704"),
    // Neither kept here nor transferred out after being found.
    (Found, WILLING, "转出: {日期: 2015-10-08, 去向: 某社区党支部}", "纳入组织管理", "W0704"),
    (Found, IRREGULAR, "", "不予承认党员资格", ""),
    (Found, UNKNOWN, "", "不予承认党员资格", ""),
    (Lost, UNKNOWN, "", "不予承认党员资格", ""),
    (LostOnProbation, IRREGULAR, "", "不予承认党员资格", ""),
    (Found, WILLING, "", "不予承认党员资格", "E0703"),
    (Found, "核实: {违规入党: false, 身份无法认定: false}", "", "不予承认党员资格", "E0703"),
    (FoundOnProbation, FAILING, "", "取消预备党员资格", ""),
    (LostOnProbation, "", "", "取消预备党员资格", ""),
    (FoundOnProbation, "", SETTLED, "取消预备党员资格", ""),
    (Found, FAILING, "", "取消预备党员资格", "E0703"),
    (Lost, "", "", "取消预备党员资格", "E0703"),
    (FoundOnProbation, "", "", "取消预备党员资格", "W0704"),
    (FoundOnProbation, WILLING, STUDY, "取消预备党员资格", "W0704"),
    // Probation is judged on the day of the disposition, 2016-05-10.
    (FoundOnProbation, FAILING, "转正日期: 2016-05-11", "取消预备党员资格", ""),
    (FoundOnProbation, FAILING, "转正日期: 2016-05-10", "取消预备党员资格", "E0703"),
    (Found, FAILING, "出生年月: 1950-01-05; 入党日期: 1977-08-11; !转正日期", "取消预备党员资格", "E0703"),
    (Found, FAILING, "出生年月: 1950-01-05; 入党日期: 1977-08-12; !转正日期", "取消预备党员资格", ""),
    (Found, "", STUDY, "保留组织关系", ""),
    (Found, "", LABOUR, "保留组织关系", ""),
    (Found, "", "出国: [{出国日期: 2009-09-01, 出国原因: 劳务}]", "保留组织关系", ""),
    (Found, "", SETTLED, "保留组织关系", "E0703"),
    (Found, "", "出国: [{出国日期: 2014-09-01, 出国原因: 留学, 定居: true}]", "保留组织关系", "E0703"),
    (Found, "", LONG_STUDY, "保留组织关系", "E0703"),
    (Found, "", "", "保留组织关系", "W0704"),
    (Found, "", "出国: [{出国日期: 2014-09-01, 出国原因: 探亲}]", "保留组织关系", "W0704"),
    (Found, "", "出国: [{出国日期: 2014-09-01, 出国原因: 留学, 回国日期: 2015-07-01}]", "保留组织关系", "W0704"),
    (Found, "", SETTLED, "停止党籍", ""),
    (Lost, "", SETTLED, "停止党籍", ""),
    (Found, "", LONG_STUDY, "停止党籍", ""),
    (FoundOnProbation, "", SETTLED, "停止党籍", "E0703"),
    (LostOnProbation, "", "", "停止党籍", "E0703"),
    (Found, WILLING, "", "停止党籍", "W0704"),
    (Found, "", STUDY, "停止党籍", "W0704"),
    (Found, DEMAND, "", "退党除名", ""),
    (FoundOnProbation, DEMAND, "", "退党除名", ""),
    (Found, WILLING, "", "退党除名", "E0703"),
    (Lost, "", "", "退党除名", "E0703"),
    (Found, CORRECTS, "", "限期改正", ""),
    (Found, "核实: {不合格表现: 不交党费, 限期改正至: 2016-11-01}", "", "限期改正", ""),
    (Found, "主客观: 主观, 核实: {限期改正至: 2017-05-10}", "", "限期改正", ""),
    (Found, "主客观: 主观, 核实: {限期改正至: 2017-05-11}", "", "限期改正", "W0704"),
    (Lost, CORRECTS, "", "限期改正", "E0703"),
    (FoundOnProbation, CORRECTS, "", "限期改正", "E0703"),
    (Found, "主客观: 主观", "", "限期改正", "W0704"),
    (Found, "主客观: 客观, 核实: {限期改正至: 2016-11-01}", "", "限期改正", "W0704"),
    (Found, "", "", "限期改正", "W0704"),
    (Found, UNCHANGED, "", "劝退或劝而不退除名", ""),
    (FoundOnProbation, UNCHANGED, "", "劝退或劝而不退除名", "E0703"),
    (Lost, UNCHANGED, "", "劝退或劝而不退除名", "E0703"),
    (Found, CORRECTS, "", "劝退或劝而不退除名", "W0704"),
    (Found, "主客观: 主观, 核实: {限期改正至: 2016-05-01, 改正结果: 已改正}", "", "劝退或劝而不退除名", "W0704"),
    (Found, WILLING, "", "自行脱党除名", "E0703"),
    (Found, "主客观: 主观", "", "自行脱党除名", "E0703"),
    (LostOnProbation, "", "", "自行脱党除名", "E0703"),
    (Found, BREACH, "", "警告", ""),
    (Found, BREACH, "", "严重警告", ""),
    (Found, BREACH, POST, "撤销党内职务", ""),
    (Found, BREACH, "", "留党察看", ""),
    (Found, BREACH, "", "开除党籍", ""),
    (FoundOnProbation, BREACH, "", "警告", "E0703"),
    (FoundOnProbation, BREACH, "", "严重警告", "E0703"),
    (FoundOnProbation, BREACH, POST, "撤销党内职务", "E0703"),
    (FoundOnProbation, BREACH, "", "留党察看", "E0703"),
    (FoundOnProbation, BREACH, "", "开除党籍", "E0703"),
    (Found, BREACH, "", "撤销党内职务", "E0703"),
    (Found, BREACH, "曾任党内职务: 支部委员", "撤销党内职务", "E0703"),
    (Found, "", "", "警告", "W0704"),
    (Found, "", "", "严重警告", "W0704"),
    (Found, "", POST, "撤销党内职务", "W0704"),
    (Found, "", "", "留党察看", "W0704"),
    (Found, "", "", "开除党籍", "W0704"),
];

#[rustfmt::skip]
const BY_2016: &[Case] = &[
    (Lost, "", "", "自行脱党除名", ""),
    (Lost, "", STUDY, "自行脱党除名", ""),
    (Lost, "", "", "停止党籍", "W0704"),
];

#[rustfmt::skip]
const BY_2019: &[Case] = &[
    (Lost, "", "", "停止党籍", ""),
    (Lost, "", "", "自行脱党除名", "W0704"),
    // Two years after 停止党籍, and a day less.
    (Lost, "", "停止党籍日期: 2013-05-10", "自行脱党除名", ""),
    (Lost, "", "停止党籍日期: 2014-05-10", "自行脱党除名", ""),
    (Lost, "", "停止党籍日期: 2014-05-11", "自行脱党除名", "W0704"),
];

/// The rows of a table. A disposition is a word, dated 2016-05-10, or a list.
pub fn rows(cases: impl IntoIterator<Item = &'static Case>) -> Vec<Row> {
    let row = |(n, &(who, facts, keys, way, codes)): (usize, &Case)| {
        let found = "结果: 已取得联系, 取得联系日期: 2016-04-02";
        let lost = "结果: 无法取得联系, 查找记录: [\
            {日期: 2016-03-22, 方式: 电话, 对象: 本人, 结果: 停机}, \
            {日期: 2016-04-02, 方式: 走访户籍地, 对象: 其兄, 结果: 不知去向}]";
        let probation = "入党日期: 2011-12-01; 进入党支部日期: 2011-12-01;";
        let (result, before) = match who {
            Found => (found, ""),
            Lost => (lost, ""),
            FoundOnProbation => (found, probation),
            LostOnProbation => (lost, probation),
        };
        let formal = match before.is_empty() || keys.contains("转正日期") {
            true => "",
            false => "!转正日期;",
        };
        let decided = match way {
            "" => String::new(),
            list if list.starts_with('[') => format!("处置: {list}"),
            word => format!("处置: [{{方式: {word}, 日期: 2016-05-10}}]"),
        };
        let text = format!(
            "{before} {formal} {keys}; {decided}; \
             失联: {{最后交纳党费: 2012-06-30, 情形: 外出务工经商, {result}, {facts}}}"
        );
        Row {
            label: format!("{who:?} {{{facts}}} {keys}: {way}"),
            text: member(n, &text),
            codes: codes.to_owned(),
        }
    };
    cases.into_iter().enumerate().map(row).collect()
}

/// The base under a set of rules.
pub fn under(rules: &str) -> Workspace {
    let workspace = base();
    workspace.edit(ROUND, "规则: 2016", &format!("规则: {rules}"));
    workspace
}

#[test]
fn admissible_by_the_rules_of_2016() {
    judge_under("2016", BY_2016);
}

#[test]
fn admissible_by_the_rules_of_2019() {
    judge_under("2019", BY_2019);
}

fn judge_under(rules: &str, own: &'static [Case]) {
    let rows = rows(ALWAYS.iter().chain(own));
    let findings = judge(&under(rules), WATCHED, &rows);
    let all = findings.values().flatten();
    for finding in all.filter(|finding| WATCHED.contains(&finding.code.as_str())) {
        assert_eq!(finding.field, "处置[0].方式", "{finding:?}");
    }
}

/// Each entry is judged, and an error names the fact that speaks against it.
#[test]
fn each_entry_is_judged_at_its_own_place() {
    const CASE: Case = (
        Lost,
        "",
        "",
        "[{方式: 自行脱党除名, 日期: 2016-05-10, 主要: true}, {方式: 限期改正, 日期: 2016-05-10}]",
        "E0703",
    );
    let findings = judge(&under("2016"), WATCHED, &rows([&CASE]));
    let mut all = findings[&crate::harness::path(0)].iter();
    let error = all.find(|finding| finding.code == "E0703").expect("judged");
    assert_eq!(error.field, "处置[1].方式");
    assert!(!error.related.is_empty(), "{error:?}");
}
