//! What a review found: findings that were wrong or missing, and one finding
//! where there were several.

use crate::harness::{Row, base, check, judge, member};

const LOST: &str = "失联: {最后组织生活: 2012-01-01, 情形: 1, 结果: 无法取得联系, 查找记录: \
     [{日期: 2016-03-22, 方式: 1}, {日期: 2016-03-25, 方式: 5}]}";
const FOUND: &str = "失联: {最后组织生活: 2012-01-01, 情形: 1, 结果: 已取得联系, 取得联系日期: \
     2016-03-30, 主客观: 客观, 愿意纳入管理: true}";

/// All codes of a row are judged, but for those of 待处置 and the like.
const WATCHED: &[&str] = &[
    "E0050", "E0052", "E0053", "E0054", "E0055", "W0056", "E0304", "E0409", "E0306", "W0502",
    "E0601", "E0605", "W0607", "E0609", "W0702", "E0703", "W0704", "E0803", "W1202", "W1302",
    "W1501", "W1502",
];

#[rustfmt::skip]
const CASES: &[(&str, &str, &str)] = &[
    // A coarse day of a decision is told once.
    (FOUND, "处置: [{方式: 纳入组织管理, 日期: 2016-05}]", "E0304"),
    // Decided before the facts were there.
    (FOUND, "处置: [{方式: 纳入组织管理, 日期: 2016-03-30}]", ""),
    (FOUND, "处置: [{方式: 纳入组织管理, 日期: 2016-03-29}]", "W0704"),
    (LOST, "处置: [{方式: 自行脱党除名, 日期: 2016-04-15}]", ""),
    (LOST, "处置: [{方式: 自行脱党除名, 日期: 2016-04-14}]", "W0704"),
    // In no register, as no longer on the roll.
    (LOST, "出党: {日期: 2015-01-01, 原因: 死亡}", "W0607"),
    (LOST, "转出: {日期: 2014-01-01, 回执日期: 2014-02-01}", "W0607"),
    // Found before the last contact.
    ("失联: {最后组织生活: 2012-01-01, 情形: 1, 结果: 已取得联系, 取得联系日期: 2011-01-01}", "", "E0306"),
    // A whole value behind a hash sign.
    ("", "现居住地: #3楼", "W0056"),
    ("", "现居住地: # 待填", ""),
    // A transfer completed late is late by its nature.
    (FOUND, "转出: {日期: 2011-01-01, 补转: true, 回执日期: 2016-04-10}", ""),
    // Stays in another order than that of time.
    ("", "出国: [{出国日期: 2010-09, 回国日期: 2011-07, 党籍处理方式: 保留, 恢复组织生活情况: 已恢复}, \
        {出国日期: 2005-07, 回国日期: 2006-07, 党籍处理方式: 保留, 恢复组织生活情况: 已恢复}]", ""),
    // One mistake, one finding.
    ("失联: 无", "", "E0053"),
    ("失联: {最后组织生活: 2012-01-01, 情形: 1, 结果: 无法取得联系, 查找记录: {日期: 2016-03-22, 方式: 1}}", "", "E0054"),
    ("", "手机号码: [13893001234]", "E0055"),
    ("", "照片: [a.jpg]", "E0055"),
    ("", "家庭主要成员: [丈夫王五]", "E0053"),
];

#[test]
fn findings_are_right_and_told_once() {
    let row = |(n, &(block, more, codes)): (usize, &(&str, &str, &str))| Row {
        label: format!("{block} {more}"),
        text: member(n, &format!("{block};{more}")),
        codes: codes.to_owned(),
    };
    let rows: Vec<Row> = CASES.iter().enumerate().map(row).collect();
    judge(&base(), WATCHED, &rows);
}

/// Figures of 附件7 that cannot be: more in a column than have a disposition,
/// fewer in all columns, more probationers than members.
#[test]
fn figures_reported_agree_with_their_reconciliation() {
    const FILE: &str = "data/会宁县直机关工委/县供销社党支部/汇总上报.yaml";
    let column = "附件7:\n  行: {其他: {纳入组织管理: 1}, 合计: {纳入组织管理: 1}}\n";
    let roll = "附件6: {行: {合计: {排查前在册党员人数: 12, 排查前在册党员人数/预备党员: 1}}}\n";
    for (loss, outcome, codes) in [
        (roll, format!("{column}  对账: {{附件4: 1, 处置: 1}}\n"), 0),
        (roll, format!("{column}  对账: {{附件4: 1, 补转: 1}}\n"), 0),
        (
            roll,
            format!("{column}  对账: {{附件4: 1, 待处置: 1}}\n"),
            1,
        ),
        (
            roll,
            "附件7: {行: {}, 对账: {附件4: 3, 处置: 3}}\n".to_owned(),
            1,
        ),
        (
            "附件6: {行: {合计: {排查前在册党员人数: 1, 排查前在册党员人数/预备党员: 2}}}\n",
            "附件7: {行: {}, 对账: {}}\n".to_owned(),
            1,
        ),
    ] {
        let workspace = base();
        workspace.write(FILE, format!("填表日期: 2016-04-20\n{loss}{outcome}"));
        let findings = check(&workspace);
        let of_file = findings.get(FILE).map_or(&[][..], Vec::as_slice);
        let found: Vec<&str> = of_file
            .iter()
            .map(|finding| finding.code.as_str())
            // They are typed by hand.
            .filter(|code| *code != "N0916")
            .collect();
        assert_eq!(found, vec!["E1001"; codes], "{loss}{outcome}{of_file:?}");
    }
}

/// Missing keys are named in their own block.
#[test]
fn the_route_of_a_missing_key() {
    let workspace = base();
    let reviews = member(1, "民主评议: [{评议结果: 合格}]");
    workspace.write("data/会宁县直机关工委/政府办党支部/党员/甲.yaml", reviews);
    let findings = check(&workspace);
    let fields = findings
        .values()
        .flatten()
        .map(|finding| finding.field.as_str());
    assert_eq!(fields.collect::<Vec<_>>(), ["民主评议[0].评议时间"]);
}
