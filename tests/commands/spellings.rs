//! What can be read in one way only is read so, prints what the usual spelling prints,
//! and is written the usual way by `check --fix`.

use super::common::Workspace;
use super::common::sample::{self, CHEN, LI, OFFICE, WANG, ZHANG};

/// A file of the sample, what stands there, and what somebody may write instead.
type Other = (&'static str, &'static str, &'static str);

/// Each means the same, and is told of by nothing.
const ACCEPTED: &[Other] = &[
    (ZHANG, "1965-03-12", "1965/3/12"),
    (ZHANG, "1990-07-01", "19900701"),
    (ZHANG, "1991-07-01", "1991年7月1"),
    (LI, "1985-07-01", "１９８５／７／１"),
    (LI, "2012-06-30", "2012．06．30"),
    (LI, "2016-03-20", "2016年3月20号"),
    (CHEN, "2006-06-10", "2006–06–10"),
    (CHEN, "2007-06-10", "2007 年 6 月 10 日"),
    (ZHANG, "\"622423196503121236\"", "\"622423 19650312 1236\""),
    (LI, "\"622423196005081518\"", "622423-1960-0508-1518"),
    (CHEN, "\"620422198511200525\"", "620422　19851120　0525"),
    (ZHANG, "\"13893001234\"", "138 9300 1234"),
    (ZHANG, "性别: 男", "性别: 男性"),
    (CHEN, "性别: 女", "性别: 女性"),
    (LI, "农村外出务工经商人员", "农村外出务工经商"),
    (LI, "自行脱党除名", "自行脱党"),
    (CHEN, "职业: 高校毕业生", "职业: ５"),
];

/// The sample, with keys of which there are more ways to write the value.
fn workspace() -> Workspace {
    let workspace = sample::workspace();
    let mut text = String::from_utf8(workspace.read(WANG)).expect("UTF-8");
    text += "  地点固定: true\n入党介绍人: [李某, 王某某]\n";
    workspace.write(WANG, text);
    let office = String::from_utf8(workspace.read(OFFICE)).expect("UTF-8");
    workspace.write(OFFICE, office + "联系电话: 0943-3221234\n");
    workspace
}

fn pages(workspace: &Workspace) -> Vec<(String, Vec<u8>)> {
    let pages = workspace.pdfs().into_iter();
    pages
        .map(|path| (path.clone(), workspace.read(&format!("out/{path}"))))
        .collect()
}

#[test]
fn other_spellings_print_the_same_and_are_corrected() {
    let usual = workspace();
    let other = workspace();
    let more = [
        (WANG, "地点固定: true", "地点固定: 是"),
        (WANG, "开具组织关系: false", "开具组织关系: 无"),
        (OFFICE, "0943-3221234", "（0943）3221234"),
    ];
    for (path, from, to) in ACCEPTED.iter().chain(&more) {
        other.edit(path, from, to);
    }
    let names = (WANG, "[李某, 王某某]", "李某、王某某");
    other.edit(names.0, names.1, names.2);
    usual.expect(0, &["build"]);
    let told = |workspace: &Workspace| workspace.run(&["check"]).codes().join(" ");
    assert_eq!(told(&usual), told(&other));
    other.expect(0, &["build"]);
    assert!(pages(&usual) == pages(&other), "other pages");

    other.expect(0, &["check", "--fix"]);
    other.edit(names.0, names.2, names.1);
    for path in [ZHANG, LI, CHEN, WANG, OFFICE] {
        let text = |workspace: &Workspace| String::from_utf8(workspace.read(path)).expect("UTF-8");
        let unquoted = text(&usual).replace('"', "");
        assert_eq!(text(&other).replace('"', ""), unquoted);
    }
}

/// What can be read in two ways, or in none, is an error that says so.
#[test]
fn what_is_not_clear_is_asked() {
    for (written, zh, en) in [
        (
            "3/12/1990",
            "可以读成几种：1990-03-12、1990-12-03",
            "can be read as 1990-03-12 or 1990-12-03",
        ),
        (
            "200906",
            "可以读成几种：1920-09-06、2009-06、2020-09-06",
            "can be read as 1920-09-06 or 2009-06 or 2020-09-06",
        ),
        ("1990712", "应写 1990-07-12；", "write 1990-07-12; "),
        ("20/7/1990", "应写 1990-07-20；", "write 1990-07-20; "),
        ("七月一日", "不是认得的日期写法", "is no date"),
    ] {
        let workspace = sample::workspace();
        workspace.edit(ZHANG, "1990-07-01", written);
        let run = workspace.expect(1, &["check", ZHANG]);
        assert_eq!(run.codes().first(), Some(&"E0301"), "{}", run.stderr);
        assert!(
            run.stderr.contains(zh) && run.stderr.contains("张建国.yaml:7:7"),
            "{}",
            run.stderr
        );
        let run = workspace.expect(1, &["check", ZHANG, "--lang", "en"]);
        assert!(run.stderr.contains(en), "{}", run.stderr);
        // Nothing is guessed.
        let before = workspace.read(ZHANG);
        workspace.expect(1, &["check", "--fix"]);
        assert_eq!(workspace.read(ZHANG), before);
    }
    for (from, to, code) in [
        ("性别: 男", "性别: 男生", "E0401"),
        (
            "手机号码: \"13893001234\"",
            "手机号码: \"1389300 123\"",
            "W0502",
        ),
        ("\"622423196503121236\"", "6224231965-0312-123", "E0102"),
    ] {
        let workspace = sample::workspace();
        workspace.edit(ZHANG, from, to);
        let run = workspace.run(&["check", ZHANG]);
        assert_eq!(run.codes().first(), Some(&code), "{}", run.stderr);
    }
}

/// Characters out of PDF files look like those that are meant.
#[test]
fn look_alikes_are_told_and_read_as_what_is_meant() {
    let usual = sample::workspace();
    let other = sample::workspace();
    let add = |workspace: &Workspace, lines: &str| {
        let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
        workspace.write(ZHANG, text + lines);
    };
    add(
        &usual,
        "现居住地: 山东省长清区文山里\n籍贯: \"龙山\"\n备注: （见档案）\n",
    );
    // Kangxi radicals, CJK radicals, ideographs for compatibility, brackets for vertical lines.
    add(
        &other,
        "现居住地: ⼭东省⻓清区⽂⼭\u{f9e9}\n籍贯: \"⻰山\"\n备注: ︵见档案︶\n",
    );
    other.edit(LI, "姓名: 李明", "姓名: \u{f9e1}明");
    other.edit(CHEN, "姓名: 陈静", "姓名: ⾳陈静");
    usual.edit(CHEN, "姓名: 陈静", "姓名: 音陈静");
    let run = other.expect(0, &["check"]);
    let codes = run.codes();
    let count = |code: &str| codes.iter().filter(|one| **one == code).count();
    assert_eq!((count("W0205"), count("W0202")), (8, 2), "{}", run.stderr);
    for place in [
        "张建国.yaml:12:7",
        "张建国.yaml:12:10",
        "张建国.yaml:13:6",
        "张建国.yaml:14:5",
    ] {
        assert!(run.stderr.contains(place), "{place} {}", run.stderr);
    }
    assert!(run.stderr.contains("“⼭”（U+2F2D）") && run.stderr.contains("“山”（U+5C71）"));
    usual.expect(0, &["build"]);
    other.expect(0, &["build"]);
    assert!(pages(&usual) == pages(&other), "other pages");
    other.expect(0, &["check", "--fix"]);
    for path in [ZHANG, LI, CHEN] {
        assert!(other.read(path) == usual.read(path), "{path}");
    }
}

/// The same person under a name that only looks like the other is found.
#[test]
fn twins_are_found_through_look_alikes() {
    let workspace = sample::workspace();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    let text = text
        .replace("姓名: 张建国", "姓名: 张建⼞")
        .replace("622423196503121236", "622423196503121252");
    assert!(!workspace.run(&["check"]).codes().contains(&"W1601"));
    workspace.write(&ZHANG.replace("张建国", "又一人"), text.replace('⼞', "囯"));
    assert!(!workspace.run(&["check"]).codes().contains(&"W1601"));
    workspace.write(
        &ZHANG.replace("张建国", "又一人"),
        text.replace("建⼞", "⼵国").replace('⼵', "建"),
    );
    assert!(workspace.run(&["check"]).codes().contains(&"W1601"));
}

#[test]
fn folders_of_organisations_are_not_called_as_what_is_written_there() {
    let organisation = "名称: 中共会宁县某某支部委员会\n类型: 党支部\n党组织类别: 农村\n";
    for (folder, zh, en) in [
        (
            "空白表",
            "out/ 里这个名称是程序自己用的",
            "a name that the program uses",
        ),
        (
            "清单.json",
            "out/ 里这个名称是程序自己用的",
            "a name that the program uses",
        ),
        (
            "县直机关工委/清单.json",
            "程序自己用的",
            "a name that the program uses",
        ),
        (
            "县直机关工委/附件1",
            "附件1 在 out/ 里也写在这个名称下",
            "as what 附件1 writes",
        ),
        (
            "县直机关工委/附件2-流动党员基本信息登记表.pdf",
            "附件2 在 out/ 里也写在这个名称下",
            "as what 附件2 writes",
        ),
    ] {
        let workspace = sample::workspace();
        workspace.write(&format!("data/{folder}/党组织.yaml"), organisation);
        let run = workspace.expect(1, &["check"]);
        assert!(
            run.codes().contains(&"E0917") && run.stderr.contains(zh),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr
                .contains(&format!("data/{folder}/党组织.yaml:1:1"))
        );
        let run = workspace.expect(1, &["build", "--lang", "en"]);
        assert!(run.stderr.contains(en), "{}", run.stderr);
        assert!(!run.stderr.contains("E1101"), "{}", run.stderr);
        workspace.expect(1, &["build", "--verify"]);
    }
    // Elsewhere such a name is nobody's.
    let workspace = sample::workspace();
    workspace.write("data/附件1/党组织.yaml", organisation);
    workspace.write(
        "data/县直机关工委/空白表/党组织.yaml",
        organisation.replace("某某", "乙"),
    );
    workspace.expect(0, &["build"]);
}

#[test]
fn verifying_fails_where_there_are_errors() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    workspace.expect(0, &["build", "--verify"]);
    workspace.edit(ZHANG, "性别: 男", "性别: 南");
    let run = workspace.expect(1, &["build", "--verify"]);
    assert_eq!(run.codes()[0], "E0401", "{}", run.stderr);
}
