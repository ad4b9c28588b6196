//! A slip is told once, at its place, as what it is, with the way out, in both languages.

use std::fs;

use serde_json::Value;

use crate::common::Workspace;
use crate::harness::{BRANCH, base, member, path};

/// Keys put into a member's file; the text at the place of the one error; its code; what
/// the way out says in Chinese and in English.
type Hint = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// What `check` says, with its language.
fn said(workspace: &Workspace, lang: &str) -> Vec<Value> {
    let run = workspace.run(&["--lang", lang, "check", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    report["diagnostics"].as_array().expect("a list").clone()
}

fn text<'a>(finding: &'a Value, key: &str) -> &'a str {
    finding[key].as_str().unwrap_or_default()
}

/// The text at the place of a finding.
fn marked(workspace: &Workspace, finding: &Value) -> String {
    let number = |key: &str| finding[key].as_u64().expect("a number") as usize;
    let file = fs::read_to_string(workspace.path(text(finding, "path"))).expect("a file");
    let line = file.lines().nth(number("line") - 1).unwrap_or_default();
    let (from, to) = (number("column") - 1, number("end_column") - 1);
    line.chars().take(to).skip(from).collect()
}

#[track_caller]
fn told(hints: &[Hint]) {
    let workspace = base();
    for (n, (keys, ..)) in hints.iter().enumerate() {
        workspace.write(&path(n), member(n, keys));
    }
    let mut faults = String::new();
    for lang in ["zh", "en"] {
        let found = said(&workspace, lang);
        for (n, (keys, at, code, zh, en)) in hints.iter().enumerate() {
            let of_file = found.iter().filter(|one| text(one, "path") == path(n));
            let errors: Vec<&Value> = of_file
                .filter(|one| text(one, "severity") == "error")
                .collect();
            let way = if lang == "zh" { zh } else { en };
            let is_told = match errors[..] {
                [one] => {
                    let said = format!("{} {}", text(one, "message"), text(one, "help"));
                    text(one, "code") == *code
                        && marked(&workspace, one) == *at
                        && said.contains(way)
                }
                _ => false,
            };
            if !is_told {
                faults += &format!("{keys}\n  wanted {code} at {at}: {way}\n");
                for one in &errors {
                    let (message, help) = (text(one, "message"), text(one, "help"));
                    let at = marked(&workspace, one);
                    faults += &format!(
                        "  found  {} at {at}: {message} | {help}\n",
                        text(one, "code")
                    );
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// A key that people write for another one, at the top of a member's file.
#[test]
fn other_names_of_keys_lead_to_the_key() {
    let names = [
        ("!出生年月; 出生日期: 1968-05-20", "出生日期", "出生年月"),
        (
            "!身份证号码; 身份证号: \"622423196805207713\"",
            "身份证号",
            "身份证号码",
        ),
        (
            "!身份证号码; 公民身份号码: \"62242319680520773X\"",
            "公民身份号码",
            "身份证号码",
        ),
        ("电话: \"13893001234\"", "电话", "手机号码"),
        ("联系电话: \"13893001234\"", "联系电话", "手机号码"),
        ("!入党日期; 入党时间: 1992-07-01", "入党时间", "入党日期"),
        ("!转正日期; 转正时间: 1993-07-01", "转正时间", "转正日期"),
        ("家庭住址: 会宁县会师镇", "家庭住址", "现居住地"),
        ("住址: 会宁县会师镇", "住址", "现居住地"),
        ("单位: 县政府办", "单位", "工作单位及职务"),
        ("党内职务: 支部书记", "党内职务", "现任党内职务"),
        ("介绍人: 李明", "介绍人", "入党介绍人"),
        ("籍 贯: 甘肃会宁", "籍 贯", "籍贯"),
        ("藉贯: 甘肃会宁", "藉贯", "籍贯"),
        // As forms print them: the key of this very block is meant, whatever others have it.
        ("!姓名; 姓 名: 陈丽", "姓 名", "姓名"),
        ("!姓名; 姓　名: 陈丽", "姓　名", "姓名"),
        ("!出生年月; 出生 年月: 1968-05-20", "出生 年月", "出生年月"),
        ("!入党日期; 入党 日期: 1992-07-01", "入党 日期", "入党日期"),
        ("备 注: 待查", "备 注", "备注"),
        ("家庭主要成员: [{称谓: 妻子, 姓 名: 陈丽}]", "姓 名", "姓名"),
        (
            "处置: [{方 式: 纳入组织管理, 日期: 2016-04-18}]",
            "方 式",
            "方式",
        ),
    ];
    let words = names.map(|(keys, at, key)| {
        let (zh, en) = (format!("是不是“{key}”？"), format!("did you mean “{key}”?"));
        let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
        (keys, at, "E0050", leak(zh), leak(en))
    });
    told(&words);
}

#[test]
fn keys_at_another_depth_name_their_block() {
    told(&[
        (
            "!学历学位; 学历: 大学本科",
            "学历",
            "E0050",
            "“学历”要写在“学历学位”的“全日制教育”或“在职教育”里：学历学位: {全日制教育: {学历: …}}",
            "“学历” belongs in “学历学位”, “全日制教育” or “在职教育”",
        ),
        (
            "学历学位: {学历: 大学本科}",
            "学历",
            "E0050",
            "“学历”要写在“学历学位”的“全日制教育”",
            "“学历” belongs in “学历学位”, “全日制教育”",
        ),
        (
            "文化程度: 大专",
            "文化程度",
            "E0050",
            "是不是“学历”？要写在“学历学位”的“全日制教育”或“在职教育”里",
            "did you mean “学历” in “学历学位”, “全日制教育”",
        ),
        (
            "最后交纳党费: 2012-06-30",
            "最后交纳党费",
            "E0050",
            "“最后交纳党费”要写在“失联”里：失联: {最后交纳党费: …}",
            "“最后交纳党费” belongs in “失联”: 失联: {最后交纳党费: …}",
        ),
        (
            "出国日期: 2012-06-30",
            "出国日期",
            "E0050",
            "“出国日期”要写在“出国”里：出国: [{出国日期: …}]",
            "“出国日期” belongs in “出国”",
        ),
        (
            "流动: {流出日期: 2016-01-05, 现居住地: 深圳}",
            "现居住地",
            "E0050",
            "“现居住地”要写在最外层（行首不空格）里",
            "“现居住地” belongs at the top",
        ),
        (
            "转出: {日期: 2016-02-01, 补转: true, 流出日期: 2015-01-01}",
            "流出日期",
            "E0050",
            "“流出日期”要写在“流动”里",
            "“流出日期” belongs in “流动”",
        ),
    ]);
}

#[test]
fn one_slip_is_one_finding() {
    told(&[
        (
            "出国: [{日期: 2012-06-30}]",
            "日期",
            "E0050",
            "是不是“出国日期”？",
            "did you mean “出国日期”?",
        ),
        (
            "转出: {时间: 2016-02-01, 补转: true}",
            "时间",
            "E0050",
            "是不是“日期”？",
            "did you mean “日期”?",
        ),
        (
            "出党: {去世日期: 2016-02-01, 原因: 死亡}",
            "去世日期",
            "E0050",
            "是不是“日期”？",
            "“日期”?",
        ),
        (
            "!姓名; 名字: 赵零",
            "名字",
            "E0050",
            "是不是“姓名”？",
            "did you mean “姓名”?",
        ),
    ]);
}

/// What follows from a value whose key is not quite right is judged as if it were, so that
/// nothing else is told; what is printed from it stays unmade.
#[test]
fn nothing_follows_from_a_key_that_is_not_quite_right() {
    let file = format!("{BRANCH}/党员/王德海.yaml");
    for (old, new, at) in [
        ("转正日期", "转正时间", "转正时间"),
        ("职业", "职业类别", "职业类别"),
        ("  情形", "  失去联系情形", "失去联系情形"),
        ("  结果: 无法", "  查找结果: 无法", "查找结果"),
        ("  查找记录", "  查找", "查找"),
        (
            "  最后交纳党费: 2012-06-30\n",
            "最后交纳党费: 2012-06-30\n",
            "最后交纳党费",
        ),
        (
            "学历学位:\n  全日制教育: {学历: 初中}",
            "学历: 初中",
            "学历",
        ),
        ("处置:", "处置情况:", "处置情况"),
        ("  - {方式: 自行", "  - {处置方式: 自行", "处置方式"),
    ] {
        let workspace = base();
        let text = String::from_utf8(workspace.read(&file)).expect("UTF-8");
        assert!(text.contains(old), "{old}");
        // A key of the block moves to the end of the file, where it is one of the top.
        let text = match old.contains("最后") {
            true => text.replacen(old, "", 1) + new,
            false => text.replacen(old, new, 1),
        };
        workspace.write(&file, text);
        let found = said(&workspace, "zh");
        let [one] = &found[..] else {
            panic!("{new}: {found:#?}")
        };
        assert_eq!((text_of(one), &*marked(&workspace, one)), ("E0050", at));
        // What is printed from the value is not made.
        let run = workspace.run(&["build", "--keep-going", "--only", "附件7"]);
        let made = workspace.pdfs();
        let only_others = made.iter().all(|path| path.contains("县供销社"));
        assert!(run.code == 1 && only_others, "{new}: {made:?}");
    }
}

fn text_of(finding: &Value) -> &str {
    text(finding, "code")
}

#[test]
fn what_is_no_key_is_told_why_or_which_keys_there_are() {
    told(&[
        (
            "年龄: 48",
            "年龄",
            "E0050",
            "由软件按“出生年月”得出：写“出生年月”，删去这一行",
            "follows from 出生年月: give that",
        ),
        (
            "党龄: 23",
            "党龄",
            "E0050",
            "由软件按“转正日期”得出",
            "follows from 转正日期",
        ),
        (
            "人员类别: 正式党员",
            "人员类别",
            "E0050",
            "由软件按“转正日期”得出",
            "follows from 转正日期",
        ),
        (
            "序号: 1",
            "序号",
            "E0050",
            "由软件编排",
            "given by the program",
        ),
        (
            "所在党支部: 政府办党支部",
            "所在党支部",
            "E0050",
            "看文件放在哪个组织的文件夹里",
            "where the file stands",
        ),
        (
            "血型: A",
            "血型",
            "E0050",
            "可写哪些键，见 paicha explain 党员；表上没有这一栏的，记在“备注”里",
            "for its keys see paicha explain 党员",
        ),
        (
            "出党: {日期: 2016-02-01, 原因: 死亡, 经办: 李明}",
            "经办",
            "E0050",
            "说明见 paicha explain 出党",
            "see paicha explain 出党",
        ),
        (
            "党费: {血型: A}",
            "血型",
            "E0050",
            "可写：交纳基数、类别、交至；说明见 paicha explain 党费",
            "keys: 交纳基数, 类别, 交至; see paicha explain 党费",
        ),
        (
            "学历学位: 大学本科",
            "学历学位",
            "E0053",
            "例如 {全日制教育: {学历: …}}。可写：全日制教育、在职教育",
            "as {全日制教育: {学历: …}}; keys: 全日制教育, 在职教育",
        ),
    ]);
}

#[test]
fn values_lead_to_what_is_meant_and_never_to_the_opposite() {
    let lost = |result: &str| -> &'static str {
        let text = format!(
            "失联: {{最后组织生活: 2012-01-10, 情形: 外出务工经商, 结果: {result}, 取得联系日期: 2016-04-02, \
             查找记录: [{{日期: 2016-03-20, 方式: 电话}}, {{日期: 2016-03-28, 方式: 短信}}]}}"
        );
        Box::leak(text.into_boxed_str())
    };
    told(&[
        (
            lost("取得联系"),
            "取得联系",
            "E0401",
            "是不是“已取得联系”？可写",
            "did you mean “已取得联系”? accepted",
        ),
        (
            lost("联系不上"),
            "联系不上",
            "E0401",
            "是不是“无法取得联系”？",
            "did you mean “无法取得联系”?",
        ),
        (
            lost("未取得联系"),
            "未取得联系",
            "E0401",
            "是不是“无法取得联系”？",
            "did you mean “无法取得联系”?",
        ),
        (
            lost("己取得联系"),
            "己取得联系",
            "E0401",
            "是不是“已取得联系”？",
            "did you mean “已取得联系”?",
        ),
        (
            "职业: 农民工",
            "农民工",
            "E0401",
            "是不是“农村外出务工经商人员”？",
            "“农村外出务工经商人员”?",
        ),
        (
            "职业: 退休干部",
            "退休干部",
            "E0401",
            "是不是“机关事业单位离退休人员”？",
            "“机关事业单位离退休人员”?",
        ),
        (
            "出党: {日期: 2016-02-01, 原因: 病故}",
            "病故",
            "E0401",
            "是不是“死亡”？",
            "“死亡”?",
        ),
        (
            "民族: 维族",
            "维族",
            "E0402",
            "是不是“维吾尔族”？",
            "did you mean “维吾尔族”?",
        ),
        (
            "民族: 蒙族",
            "蒙族",
            "E0402",
            "是不是“蒙古族”？",
            "did you mean “蒙古族”?",
        ),
        (
            "民族: 朝族",
            "朝族",
            "E0402",
            "是不是“朝鲜族”？",
            "did you mean “朝鲜族”?",
        ),
        (
            "民族: 穿青人",
            "穿青人",
            "E0402",
            "写“未识别民族”",
            "未识别民族",
        ),
        (
            "民族: 其他",
            "其他",
            "E0402",
            "写“未识别民族”",
            "未识别民族",
        ),
        (
            "学历学位: {全日制教育: {学历: 大专结业}}",
            "大专结业",
            "E0403",
            "例如 大专肄业",
            "as 大专肄业",
        ),
        (
            "学历学位: {全日制教育: {学历: 本科在读}}",
            "本科在读",
            "E0403",
            "已经取得的最高学历",
            "the highest level that was completed",
        ),
        (
            "学历学位: {在职教育: {学历: 电大}}",
            "电大",
            "E0403",
            "是不是“大专”或“大学本科”？照毕业证书写",
            "“大专” or “大学本科”? as the certificate says",
        ),
        (
            "学历学位: {全日制教育: {学历: 师范}}",
            "师范",
            "E0403",
            "是不是“中师”或“大专”或“大学本科”？",
            "“中师” or “大专” or “大学本科”?",
        ),
        (
            "学历学位: {全日制教育: {学历: 高小}}",
            "高小",
            "E0403",
            "是不是“小学”？",
            "did you mean “小学”?",
        ),
        (
            "学历学位: {在职教育: {学历: 函授}}",
            "函授",
            "E0403",
            "照毕业证书写",
            "as the certificate says",
        ),
        (
            "学历学位: {全日制教育: {学历: 无}}",
            "无",
            "E0403",
            "没有的就删去这一项",
            "drop it where there is none",
        ),
    ]);
}

#[test]
fn kinds_of_organisations_lead_to_both_that_may_be_meant() {
    let workspace = base();
    let file = format!("{BRANCH}/党组织.yaml");
    workspace.edit(&file, "类型: 党支部", "类型: 党委");
    for (lang, way) in [
        ("zh", "是不是“基层党委”或“地方党委”？"),
        ("en", "did you mean “基层党委” or “地方党委”?"),
    ] {
        let found = said(&workspace, lang);
        let of_file: Vec<&Value> = found
            .iter()
            .filter(|one| text(one, "path") == file)
            .collect();
        let [one] = of_file[..] else {
            panic!("{of_file:?}")
        };
        assert_eq!(
            (text(one, "code"), &*marked(&workspace, one)),
            ("E0401", "党委")
        );
        assert!(text(one, "help").contains(way), "{one}");
    }
}

#[test]
fn an_alias_is_at_fault_where_it_stands() {
    told(&[(
        "备注: &x 1990-02-30; 参加工作时间: *x",
        "*x",
        "E0302",
        "1990-02-30",
        "1990-02-30",
    )]);
}

/// The codes, paths and words of what is found of files.
fn of_files(workspace: &Workspace, lang: &str) -> Vec<(String, String, String)> {
    let found = said(workspace, lang).into_iter();
    let line = |one: Value| {
        let said = format!("{} {}", text(&one, "message"), text(&one, "help"));
        (
            text(&one, "code").to_owned(),
            text(&one, "path").to_owned(),
            said,
        )
    };
    found.map(line).collect()
}

/// A file that nobody reads is told once, with the name that is meant; what is missing for
/// that reason is not told besides.
#[test]
fn names_of_files_that_are_nearly_known() {
    let rename = |workspace: &Workspace, old: &str, new: &str| {
        let (old, new) = (workspace.path(old), workspace.path(new));
        fs::rename(old, new).expect("a file");
    };
    for (old, new, at, zh, en) in [
        (
            "党组织.yaml",
            "党组识.yaml",
            "党组识.yaml",
            "是不是“党组织.yaml”？",
            "did you mean “党组织.yaml”?",
        ),
        (
            "党组织.yaml",
            "支部信息.yaml",
            "支部信息.yaml",
            "是不是“党组织.yaml”？",
            "did you mean “党组织.yaml”?",
        ),
        (
            "党员",
            "党圆",
            "党圆",
            "改名为“党员”",
            "did you mean “党员”?",
        ),
        (
            "党员",
            "党员信息",
            "党员信息",
            "改名为“党员”",
            "did you mean “党员”?",
        ),
    ] {
        let workspace = base();
        let path = |name: &str| format!("{BRANCH}/{name}");
        rename(&workspace, &path(old), &path(new));
        for (lang, way) in [("zh", zh), ("en", en)] {
            let found = of_files(&workspace, lang);
            let [(code, of, said)] = &found[..] else {
                panic!("{new}: {found:?}")
            };
            assert_eq!((code.as_str(), of), ("E0009", &path(at)), "{new}");
            assert!(said.contains(way), "{said}");
        }
    }
    let workspace = base();
    rename(&workspace, "data/排查.yaml", "data/排察.yaml");
    let found = of_files(&workspace, "zh");
    let of_round = found
        .iter()
        .filter(|(_, path, _)| path.starts_with("data/排"));
    let of_round: Vec<_> = of_round.collect();
    assert_eq!(of_round.len(), 1, "{of_round:?}");
    assert!(of_round[0].2.contains("是不是“排查.yaml”？"));
    // A copy of a file that is there is none that is meant.
    let workspace = base();
    let own = workspace.read(&format!("{BRANCH}/党组织.yaml"));
    workspace.write(&format!("{BRANCH}/党组织 - 副本.yaml"), own);
    let found = of_files(&workspace, "zh");
    assert!(matches!(&found[..], [(code, _, said)] if code == "E0009" && said.contains("副本")));
}

/// Of twins the copy is blamed, or the later one.
#[test]
fn of_twins_the_copy_is_blamed() {
    for (copy, way) in [
        ("张建国 - 副本.yaml", "这一份是副本"),
        ("Copy of 张建国.yaml", "这一份是副本"),
        ("张建国 (2).yaml", "这一份是副本"),
        ("复件 张建国.yaml", "这一份是副本"),
        ("张建国1.yaml", "留一份"),
    ] {
        let workspace = base();
        let original = format!("{BRANCH}/党员/张建国.yaml");
        let copied = format!("{BRANCH}/党员/{copy}");
        workspace.write(&copied, workspace.read(&original));
        let found = of_files(&workspace, "zh");
        let twins = found.iter().filter(|(code, ..)| code == "E0107");
        let twins: Vec<_> = twins.collect();
        let [(_, path, said)] = twins[..] else {
            panic!("{copy}: {found:?}")
        };
        assert_eq!(*path, copied);
        assert!(said.contains(way), "{copy}: {said}");
    }
}

/// Nothing recommended: what is lacking. A block that is not whole: no advice to delete it.
#[test]
fn what_is_lacking_is_named() {
    let workspace = base();
    let lost = "失联: {最后组织生活: 2013-05-20, 情形: 毕业后去向不明, 结果: 已取得联系, 取得联系日期: 2016-04-02}";
    workspace.write(&path(0), member(0, lost));
    workspace.write(
        &path(1),
        member(1, "流动: {流出日期: 2015-11-05, 外出流向: 深圳}"),
    );
    for (lang, lacking, away) in [
        ("zh", "补写“失联”里的“主客观”", "问清以后补写"),
        ("en", "without 主客观 in 失联", "and add them"),
    ] {
        let found = of_files(&workspace, lang);
        let of = |code: &str| {
            let mut of_code = found.iter().filter(|(found, ..)| found == code);
            let (_, _, said) = of_code
                .next()
                .unwrap_or_else(|| panic!("{code}: {found:?}"));
            said.clone()
        };
        assert!(of("N0707").contains(lacking), "{}", of("N0707"));
        let said = of("W1401");
        assert!(
            said.contains(away) && !said.contains("删") && !said.contains("delete"),
            "{said}"
        );
    }
}
