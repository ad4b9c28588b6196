//! Section 7: 学历, 民族 and 党内职务.

use super::harness::{branch, unreachable};

fn lost(more: &str) -> String {
    format!("{more}\n{}", unreachable("2010-01-10"))
}

#[track_caller]
fn expect(group: &str, snippet: impl Fn(&str) -> String, cases: &[(&str, &str)]) {
    let snippets: Vec<_> = cases.iter().map(|(text, _)| lost(&snippet(text))).collect();
    let opened = branch(&snippets);
    let faults: Vec<String> = (cases.iter().enumerate())
        .map(|(index, (text, column))| (text, column, opened.columns(index, group)))
        .filter(|(_, column, found)| column.split_terminator(' ').ne(found.iter()))
        .map(|(text, column, found)| format!("{text}: {found:?}, not {column}"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn levels_of_education() {
    let high = "大学专科及以上";
    let middle = "高中、中专";
    let low = "初中及以下";
    let full_time = |text: &str| format!("学历学位: {{全日制教育: {{学历: {text}}}}}");
    expect(
        "学历",
        full_time,
        &[
            ("研究生", high),
            ("硕士研究生", high),
            ("博士研究生", high),
            ("大学本科", high),
            ("本科", high),
            ("大学", high),
            ("大学专科", high),
            ("大专", high),
            ("专科", high),
            ("高中", middle),
            ("中专", middle),
            ("职高", middle),
            ("技校", middle),
            ("初中", low),
            ("小学", low),
            ("文盲", low),
            // One level down: 研究生 → 本科 → 大专 → 高中/中专 → 初中 → 小学.
            ("研究生肄业", high),
            ("本科肄业", high),
            ("大学肄业", high),
            ("大专肄业", middle),
            ("高中肄业", low),
            ("中专肄业", low),
            ("初中肄业", low),
            ("小学肄业", low),
        ],
    );
}

#[test]
fn the_higher_of_full_time_and_part_time() {
    let cases = [
        ("中专", "大学本科", "大学专科及以上", "大学本科"),
        ("大专", "高中", "大学专科及以上", "大专"),
        ("小学", "初中", "初中及以下", "初中"),
        // 大专肄业 counts as 高中 or 中专, no higher than 高中.
        ("大专肄业", "高中", "高中、中专", "大专肄业"),
        ("大专肄业", "大专", "大学专科及以上", "大专"),
        // 高中肄业 counts as 初中, below 中专.
        ("高中肄业", "中专", "高中、中专", "中专"),
        ("高中肄业", "小学", "初中及以下", "高中肄业"),
    ];
    let snippets = cases.map(|(full, part, _, _)| {
        lost(&format!(
            "学历学位: {{全日制教育: {{学历: {full}}}, 在职教育: {{学历: {part}}}}}"
        ))
    });
    let opened = branch(&snippets);
    for (index, (full, part, column, text)) in cases.iter().enumerate() {
        assert_eq!(opened.columns(index, "学历"), [*column], "{full} {part}");
        let printed = opened.cell("附件5", None, &format!("行[{index}].学历"));
        assert_eq!(printed, *text, "{full} {part}");
    }
}

#[test]
fn part_time_alone_and_none() {
    let opened = branch(&[
        lost("学历学位: {在职教育: {学历: 大专}}"),
        lost("学历学位:"),
        "学历学位:".to_owned(),
    ]);
    assert_eq!(opened.columns(0, "学历"), ["大学专科及以上"]);
    assert_eq!(opened.columns(1, "学历"), ["?"]);
    assert_eq!(opened.forms(1, "E0409"), ["附件6"]);
    assert!(!opened.codes(2).contains(&"E0409"), "counted nowhere");
}

#[test]
fn an_unfinished_school_is_noticed() {
    let opened = branch(&["学历学位: {全日制教育: {学历: 大专肄业}}", ""]);
    assert!(opened.codes(0).contains(&"N0407"));
    assert!(!opened.codes(1).contains(&"N0407"));
}

#[test]
fn minorities() {
    let minority = "少数民族";
    expect(
        "民族",
        |text| format!("民族: {text}"),
        &[
            ("汉族", ""),
            ("汉", ""),
            ("回族", minority),
            ("回", minority),
            ("东乡族", minority),
            ("维吾尔", minority),
            ("未识别民族", ""),
            ("外国血统中国籍", ""),
        ],
    );
    let opened = branch(&[
        "民族: 未识别民族",
        "民族: 外国血统中国籍",
        "民族: 回",
        "民族: 汉人",
    ]);
    for (index, code) in [(0, "W0408"), (1, "W0408"), (3, "E0402")] {
        assert!(opened.codes(index).contains(&code), "{index}");
    }
    assert!(!opened.codes(2).contains(&"W0408"));
}

#[test]
fn women() {
    expect(
        "性别",
        |text| format!("性别: {text}"),
        &[("女", "女"), ("男", "")],
    );
}

const SECRETARY: &str = "书记";
const MEMBER: &str = "副书记、委员";

fn former(text: &str) -> String {
    format!("曾任党内职务: {text}")
}

#[test]
fn posts_in_the_party() {
    expect(
        "党内职务",
        former,
        &[
            ("支部书记", SECRETARY),
            ("党总支书记", SECRETARY),
            ("党委第一书记", SECRETARY),
            ("村党支部书记", SECRETARY),
            ("支部副书记", MEMBER),
            ("县委常委", MEMBER),
            ("组织委员", MEMBER),
            ("候补委员", MEMBER),
            ("支部副书记兼组织委员", MEMBER),
            ("\"\"", ""),
            ("办公室主任", ""),
            // 团, 工会, 村委会 don't count.
            ("团支部书记", ""),
            ("团县委副书记", ""),
            ("共青团会宁县委书记", ""),
            ("工会委员", ""),
            ("村委会委员", ""),
            ("[团支部书记, 支部委员]", MEMBER),
            ("团支部书记、支部委员", MEMBER),
            ("村党支部书记、村委会主任", SECRETARY),
            // 集团 is no youth league.
            ("城投集团党委书记", SECRETARY),
        ],
    );
}

#[test]
fn each_person_once_at_the_highest_of_former_and_present_posts() {
    let cases = [
        ("支部书记", "[组织委员]", SECRETARY),
        ("组织委员", "[支部书记]", SECRETARY),
        ("支部副书记", "[组织委员, 宣传委员]", MEMBER),
        ("村委会主任", "[支部书记]", SECRETARY),
    ];
    let posts = |(now, before, _): (&str, &str, _)| {
        lost(&format!("现任党内职务: {now}\n曾任党内职务: {before}"))
    };
    let opened = branch(&cases.map(posts));
    for (index, (now, before, column)) in cases.iter().enumerate() {
        assert_eq!(
            opened.columns(index, "党内职务"),
            [*column],
            "{now} {before}"
        );
    }
    // The column prints both.
    let printed = opened.cell("附件5", None, "行[0].曾任党内职务");
    assert!(
        printed.contains("支部书记") && printed.contains("组织委员"),
        "{printed}"
    );
}

/// The posts are those of the Party's own organisation in such a body.
#[test]
fn party_posts_in_bodies_that_are_none_of_the_party() {
    expect(
        "党内职务",
        former,
        &[
            ("南关居委会党支部书记", SECRETARY),
            ("县总工会党组书记", SECRETARY),
            ("县政协党组书记", SECRETARY),
            ("团县委机关党支部书记", SECRETARY),
            ("县人大常委会机关党支部组织委员", MEMBER),
        ],
    );
}

/// Posts outside the Party don't count.
#[test]
fn posts_outside_the_party_with_a_word_of_the_party_in_them() {
    expect(
        "党内职务",
        former,
        &[
            ("供销社团委书记", ""),
            ("县计划委员会主任", ""),
            ("村民调解委员会主任", ""),
            ("法院书记员", ""),
        ],
    );
}
