//! Slips of the first day: each is told as what it is, at its place, with the line as it
//! should read, in both languages; `--fix` writes what can be meant in one way only.

use super::common::Workspace;
use super::common::sample::{ZHANG, workspace};
use serde_json::Value;

/// The lines of the file before those that are added.
const BEFORE: u64 = 11;

/// A slip: what is added to the file, its code, its line among what is added and its column,
/// words of the message and of the line as it should read, whether `--fix` writes that.
struct Slip {
    text: &'static str,
    code: &'static str,
    place: (u64, u64),
    zh: &'static str,
    en: &'static str,
    line: &'static str,
    is_mended: bool,
}

#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    // Full-width marks within braces, and none.
    Slip { text: "民主评议:\n  - {评议时间: 2014，评议结果: 合格}", code: "E0046", place: (2, 16), zh: "“，”应为半角“,”", en: "“，” should be “,”", line: "- {评议时间: 2014, 评议结果: 合格}", is_mended: true },
    Slip { text: "民主评议:\n  - {评议时间: 2014；评议结果: 合格}", code: "E0046", place: (2, 16), zh: "“；”应为半角“,”", en: "“；” should be “,”", line: "- {评议时间: 2014, 评议结果: 合格}", is_mended: true },
    Slip { text: "民主评议: [{评议时间: 2014, 评议结果: 合格}、 {评议时间: 2015}]", code: "E0046", place: (1, 30), zh: "“、”应为半角“,”", en: "“、” should be “,”", line: "民主评议: [{评议时间: 2014, 评议结果: 合格}, {评议时间: 2015}]", is_mended: true },
    Slip { text: "转入: {日期: 2003-05-20, 来源: 县医院｝", code: "E0046", place: (1, 29), zh: "“｝”应为半角“}”", en: "“｝” should be “}”", line: "转入: {日期: 2003-05-20, 来源: 县医院}", is_mended: true },
    Slip { text: "转入: （日期: 2003-05-20)", code: "E0046", place: (1, 5), zh: "“（”应为半角“{”", en: "“（” should be “{”", line: "转入: {日期: 2003-05-20}", is_mended: true },
    Slip { text: "转入: {日期: 2003-05-20 来源: 县医院}", code: "E0046", place: (1, 21), zh: "缺半角逗号", en: "no comma", line: "转入: {日期: 2003-05-20, 来源: 县医院}", is_mended: true },
    Slip { text: "转入: {来源: 县医院日期: 2003-05-20}", code: "E0046", place: (1, 13), zh: "缺半角逗号", en: "no comma", line: "转入: {来源: 县医院, 日期: 2003-05-20}", is_mended: false },
    Slip { text: "转入: {日期：2003-05-20}", code: "E0042", place: (1, 8), zh: "全角“：”", en: "full-width colon", line: "转入: {日期: 2003-05-20}", is_mended: true },
    Slip { text: "转入: {来源:县医院}", code: "E0042", place: (1, 8), zh: "缺空格", en: "no space", line: "转入: {来源: 县医院}", is_mended: true },
    Slip { text: "转入:\n  来源：县医院", code: "E0042", place: (2, 5), zh: "全角“：”", en: "full-width colon", line: "来源: 县医院", is_mended: true },
    // Backslashes and quotes.
    Slip { text: "备注: \"D:\\新区\"", code: "E0047", place: (1, 8), zh: "“\\新”", en: "“\\新” cannot stand", line: "备注: 'D:\\新区'", is_mended: true },
    Slip { text: "转入: {来源: \"D:\\医院\\\"}", code: "E0047", place: (1, 13), zh: "“\\医”", en: "“\\医” cannot stand", line: "转入: {来源: 'D:\\医院\\'}", is_mended: true },
    Slip { text: "奖惩情况: \"荣获\"优秀党员\"称号\"", code: "E0048", place: (1, 10), zh: "又有同样的引号", en: "the same quotes", line: "奖惩情况: \"荣获“优秀党员”称号\"", is_mended: false },
    Slip { text: "奖惩情况: '“先进”和'优秀'称号'", code: "E0048", place: (1, 13), zh: "又有同样的引号", en: "the same quotes", line: "奖惩情况: \"“先进”和“优秀”称号\"", is_mended: false },
    Slip { text: "奖惩情况: \"优秀党员\"（2010年）", code: "E0048", place: (1, 13), zh: "第二个引号后面还有文字", en: "text follows the second quote", line: "奖惩情况: “优秀党员”（2010年）", is_mended: false },
    Slip { text: "奖惩情况: [2010]优秀党员", code: "E0048", place: (1, 13), zh: "括号后面还有文字", en: "text follows the bracket", line: "奖惩情况: \"[2010]优秀党员\"", is_mended: false },
    Slip { text: "转入: {日期: “2003-05-20”}", code: "E0029", place: (1, 10), zh: "中文引号", en: "not half-width", line: "转入: {日期: \"2003-05-20\"}", is_mended: true },
    // What is no space.
    Slip { text: "转入:\n\u{a0}\u{a0}日期: 2003-05-20", code: "E0030", place: (2, 1), zh: "不间断空格", en: "no-break spaces", line: "  日期: 2003-05-20", is_mended: true },
    Slip { text: "转入:\n　日期: 2003-05-20", code: "E0030", place: (2, 1), zh: "全角空格", en: "full-width spaces", line: "  日期: 2003-05-20", is_mended: true },
    Slip { text: "转入:\n\t日期: 2003-05-20", code: "E0030", place: (2, 1), zh: "制表符", en: "a tab", line: "  日期: 2003-05-20", is_mended: true },
    Slip { text: "转入:\n  \u{2003}日期: 2003-05-20", code: "E0030", place: (2, 3), zh: "特殊的空格（U+2003）", en: "special spaces (U+2003)", line: "   日期: 2003-05-20", is_mended: true },
    // Control characters.
    Slip { text: "备注: 甲\u{b}乙", code: "E0045", place: (1, 6), zh: "纵向制表符（U+000B），是 Word", en: "vertical tab stands here (U+000B), Word's", line: "备注: 甲乙", is_mended: true },
    Slip { text: "备注: 甲\u{c}", code: "E0045", place: (1, 6), zh: "换页符", en: "form feed", line: "备注: 甲", is_mended: true },
    Slip { text: "备注: \u{1b}甲", code: "E0045", place: (1, 5), zh: "转义符", en: "escape", line: "备注: 甲", is_mended: true },
    Slip { text: "备注: 甲\u{7f}乙", code: "E0045", place: (1, 6), zh: "删除符", en: "delete", line: "备注: 甲乙", is_mended: true },
    Slip { text: "备注: a\u{2028}b", code: "E0045", place: (1, 6), zh: "行分隔符", en: "line separator", line: "备注: a b", is_mended: true },
    Slip { text: "备注: 甲\u{2029}籍贯: 甘肃", code: "E0045", place: (1, 6), zh: "段落分隔符", en: "paragraph separator", line: "备注: 甲", is_mended: true },
    Slip { text: "备注: 甲\u{85}乙", code: "E0045", place: (1, 6), zh: "换行符（NEL）", en: "next line", line: "备注: 甲乙", is_mended: true },
    Slip { text: "备注: 甲\u{fdd0}", code: "E0045", place: (1, 6), zh: "非字符", en: "noncharacter", line: "备注: 甲", is_mended: true },
    Slip { text: "备注: 甲\r籍贯: 甘肃", code: "E0045", place: (1, 6), zh: "回车符", en: "carriage return", line: "备注: 甲", is_mended: true },
    // Others.
    Slip { text: "现居住地: 会宁县: 会师镇", code: "E0034", place: (1, 10), zh: "键: 值", en: "key: value", line: "现居住地: \"会宁县: 会师镇\"", is_mended: false },
    Slip { text: "备注: >六个月", code: "E0043", place: (1, 5), zh: "“>”开头", en: "begin with “>”", line: "备注: \">六个月\"", is_mended: true },
    Slip { text: "籍贯 甘肃", code: "E0042", place: (1, 3), zh: "没有冒号", en: "no colon", line: "籍贯: 甘肃", is_mended: true },
    Slip { text: "籍贯＝甘肃", code: "E0046", place: (1, 3), zh: "“＝”应为半角“:”", en: "“＝” should be “:”", line: "籍贯: 甘肃", is_mended: true },
    Slip { text: "处置:\n  -方式: 纳入组织管理", code: "E0046", place: (2, 3), zh: "缺半角空格", en: "no space follows the dash", line: "- 方式: 纳入组织管理", is_mended: true },
];

fn found(workspace: &Workspace, lang: &str) -> Vec<Value> {
    let run = workspace.run(&["--lang", lang, "check", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    report["diagnostics"].as_array().expect("a list").clone()
}

#[test]
fn each_is_told_as_what_it_is_and_mended_where_that_is_safe() {
    let mut faults = Vec::new();
    for slip in SLIPS {
        let workspace = workspace();
        let before = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
        workspace.write(ZHANG, format!("{before}{}\n", slip.text));
        for (lang, words, shows) in [
            ("zh", slip.zh, "这一行应写作："),
            ("en", slip.en, "the line should read: "),
        ] {
            let found = found(&workspace, lang);
            let [one, ..] = found.as_slice() else {
                faults.push(format!("{:?}: nothing", slip.text));
                continue;
            };
            let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
            let place = (one["line"].as_u64(), one["column"].as_u64());
            let expected = (Some(BEFORE + slip.place.0), Some(slip.place.1));
            let line = text("help")
                .split_once(shows)
                .map(|(_, line)| line.trim().to_owned());
            let is_told = text("code") == slip.code
                && place == expected
                && text("message").contains(words)
                && line.as_deref().unwrap_or_default() == slip.line.trim();
            if !is_told {
                faults.push(format!("{:?} {lang}: {one}", slip.text));
            }
        }
        workspace.run(&["check", "--fix"]);
        let after = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
        let is_mended = after.contains(&format!("\n{}\n", slip.line))
            || after.contains(&format!("  {}\n", slip.line));
        let is_kept = after == format!("{before}{}\n", slip.text);
        if is_mended != slip.is_mended || is_kept == slip.is_mended {
            faults.push(format!("{:?}: --fix wrote {after}", slip.text));
        }
        let errors = found(&workspace, "zh")
            .iter()
            .filter(|one| one["code"] == slip.code)
            .count();
        if slip.is_mended && errors > 0 {
            faults.push(format!("{:?}: still found", slip.text));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A file typed with a Chinese keyboard: one run tells all, one run mends all.
#[test]
fn all_slips_of_a_file_are_told_at_once() {
    let workspace = workspace();
    let usual = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    let wide = usual.replace(": ", "：").replace(":\n", "：\n");
    workspace.write(ZHANG, &wide);
    let found = found(&workspace, "zh");
    let codes: Vec<&str> = found
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect();
    assert_eq!(codes, ["E0042"; 12]);
    let lines: Vec<u64> = found
        .iter()
        .filter_map(|one| one["line"].as_u64())
        .collect();
    assert_eq!(lines, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 11]);
    let run = workspace.expect(0, &["check", "--fix"]);
    assert!(
        run.stderr.contains("改正了 12 处，在 1 个文件里"),
        "{}",
        run.stderr
    );
    assert_eq!(workspace.read(ZHANG), usual.as_bytes());
}

/// Slips of every kind in one file, and one that only its writer can mend: all are told, and
/// nothing is written before it can be read what would come of it.
#[test]
fn what_is_unsure_keeps_the_rest_from_being_written() {
    let workspace = workspace();
    let usual = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    let slips = usual.replace("民族: 汉族", "民族：汉族\u{b}")
        + "奖惩情况: \"优秀\"称号\n转入: {日期: 2003-05-20 来源: 甲}\n";
    workspace.write(ZHANG, &slips);
    let run = workspace.expect(1, &["check"]);
    assert_eq!(run.codes(), ["E0042", "E0045", "E0048", "E0046"]);
    workspace.expect(1, &["check", "--fix"]);
    // Only what is safe by itself: the control character.
    assert_eq!(workspace.read(ZHANG), slips.replace('\u{b}', "").as_bytes());
}

#[test]
fn a_conflict_names_all_its_lines() {
    let workspace = workspace();
    workspace.edit(
        ZHANG,
        "性别: 男\n",
        "<<<<<<< HEAD\n性别: 男\n||||||| 3f2a81c\n性别: 难\n=======\n性别: 女\n>>>>>>> main\n",
    );
    for (lang, words) in [("zh", "冲突标记"), ("en", "could not merge")] {
        let found = found(&workspace, lang);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (&found[0]["code"], &found[0]["line"]),
            (&"E0049".into(), &2.into())
        );
        assert!(
            found[0]["message"]
                .as_str()
                .is_some_and(|text| text.contains(words))
        );
        let related = found[0]["related"].as_array().expect("a list").iter();
        let lines: Vec<u64> = related.filter_map(|one| one["line"].as_u64()).collect();
        assert_eq!(lines, [4, 6, 8]);
    }
    // Marks that were left over, and those of another tool within a text.
    let workspace = super::common::sample::workspace();
    workspace.edit(ZHANG, "性别: 男\n", "性别: 男\n>>>>>>> main\n");
    assert_eq!(workspace.expect(1, &["check"]).codes(), ["E0049"]);
    let workspace = super::common::sample::workspace();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    workspace.write(ZHANG, text + "备注: |\n  =======\n  <<<<<<< HEAD\n");
    assert!(workspace.expect(0, &["check"]).codes().is_empty());
}

/// A list in brackets of a Chinese keyboard is mended, with its colon or without, and told
/// where it is in quotes; brackets in a text are its own.
#[test]
fn lists_in_full_width_brackets() {
    for (written, codes) in [
        ("入党介绍人: ［李明，王强］", &["E0046", "E0046"][..]),
        ("入党介绍人：［李明，王强］", &["E0042", "E0046", "E0046"]),
        ("入党介绍人: 【李明，王强】", &["E0046", "E0046"]),
        ("曾任党内职务: ［李明，王强］", &["E0046", "E0046"]),
    ] {
        let workspace = workspace();
        let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
        workspace.write(ZHANG, format!("{text}{written}\n"));
        let found = workspace.expect(1, &["check"]);
        assert_eq!(found.codes(), codes, "{}", found.stderr);
        workspace.expect(0, &["check", "--fix"]);
        let fixed = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
        assert!(fixed.contains(": [李明"), "{fixed}");
        assert!(fixed.contains("王强]"), "{fixed}");
        assert!(!fixed.contains(['［', '］', '【', '】']), "{fixed}");
    }
    for written in ["入党介绍人: \"［李明，王强］\"", "入党介绍人: 李明，王强］"]
    {
        let workspace = workspace();
        let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
        workspace.write(ZHANG, format!("{text}{written}\n"));
        assert_eq!(workspace.expect(1, &["check"]).codes(), ["E0054"]);
    }
    let workspace = workspace();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    let more = "奖惩情况: 【先进】\n曾任党内职务: 【甲厂】支部书记【兼】\n";
    workspace.write(ZHANG, text + more);
    assert!(workspace.expect(0, &["check"]).codes().is_empty());
}

/// Texts that have the marks of slips and are none.
#[test]
fn texts_with_full_width_marks_are_no_slips() {
    let workspace = workspace();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    workspace.write(
        ZHANG,
        text + "备注: 家住：会宁县，电话：（略）；【详见】附页\n\
                奖惩情况: |\n  　　2010年：“优秀党员”；\n  　　2011年，{先进}。\n\
                工作单位及职务: “两新”组织：联络员\n\
                转入: {来源: 县医院（甲，乙）；内科, 介绍信编号: “2003”：5}\n",
    );
    assert!(workspace.expect(0, &["check"]).codes().is_empty());
}
