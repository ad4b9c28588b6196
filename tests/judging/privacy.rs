//! ID numbers and phones are never shown whole, in any format.

use crate::common::{Run, Workspace};
use crate::harness::{BRANCH, SECOND, base, number, path};

/// A number in full-width characters.
fn wide(text: &str) -> String {
    let shift = |c: char| char::from_u32(u32::from(c) + 0xfee0).expect("a character");
    text.chars().map(shift).collect()
}

/// The branch's files, and all that nobody may read in messages about them.
fn secrets() -> (Workspace, Vec<String>) {
    let workspace = base();
    let mut secrets = Vec::new();
    let mut file = |n: usize, keys: &str, hidden: &[&str]| {
        let text = keys
            .split(';')
            .map(|line| format!("{}\n", line.trim_start_matches(' ')))
            .collect::<String>();
        workspace.write(&path(n), text);
        secrets.extend(hidden.iter().map(|&text| text.to_owned()));
    };
    let rest = "民族: 汉族; 学历学位: {全日制教育: {学历: 初中}}; 入党日期: 1992-07-01; 转正日期: 1993-07-01";
    let usual = |n: usize, birth: &str, id: &str, keys: &str| {
        let name = crate::harness::name(n);
        format!("姓名: {name}; 性别: 男; 出生年月: {birth}; 身份证号码: {id}; {keys}; {rest}")
    };
    let x = "62242319650312101X";
    let ids: Vec<String> = (0..40)
        .map(|n| number(&format!("62242319650312{:03}", 201 + 2 * n)))
        .collect();
    // The number itself is wrong, or stands beside what is.
    file(
        0,
        &usual(0, "1965-03-12", x, "手机号码: 13893001230"),
        &[x, "13893001230"],
    );
    file(
        1,
        &usual(1, "1965-03-13", &ids[1], "手机号码: 23893001231"),
        &[&ids[1], "23893001231"],
    );
    file(
        2,
        &usual(2, "1965-02-30", &ids[2], "手机号码: 1389300123"),
        &[&ids[2], "1389300123"],
    );
    file(
        3,
        &usual(3, "1965-03-12", &wide(&ids[3]), "手机号码: 138930012333"),
        &[&ids[3], &wide(&ids[3]), "138930012333"],
    );
    file(
        4,
        &usual(
            4,
            "1965-03-12",
            "622423650312124",
            "手机号码: 138 9300 1234x",
        ),
        &[
            "622423650312124",
            "138 9300 1234",
            "622423196503121246",
            &number("62242319650312124"),
        ],
    );
    let female = number("62242319650312300");
    file(
        5,
        &usual(5, "1965-03-12", &female, "QQ号码或微信号: 138930012355"),
        &[&female, "138930012355"],
    );
    let stray = number("99999919650312301");
    file(
        6,
        &usual(6, "1965-03-12", &stray, "手机号码: １３８９３００１２３６"),
        &[&stray, "13893001236", "１３８９３００１２３６"],
    );
    let month = number("62242319651312303");
    file(
        7,
        &usual(7, "1965-03-12", &month, "手机号码: 13893001237、2389300123"),
        &[&month, "13893001237", "2389300123"],
    );
    // Repeated, and nearly repeated.
    file(8, &usual(8, "1965-03-12", &ids[8], ""), &[&ids[8]]);
    file(9, &usual(9, "1965-03-12", &ids[8], ""), &[]);
    let near = ids[8].replace("0312", "0313");
    file(10, &usual(10, "1965-03-12", &near, ""), &[&near]);
    // Under a key that is none, and where YAML cannot be read.
    file(
        11,
        &usual(
            11,
            "1965-03-12",
            &ids[11],
            &format!("身份证号: {}; 手机: 13893001241", ids[12]),
        ),
        &[&ids[11], &ids[12], "13893001241"],
    );
    file(
        13,
        &format!("姓名: 赵某; 身份证号码:{}; 手机号码:13893001243", ids[13]),
        &[&ids[13], "13893001243"],
    );
    file(
        14,
        &format!(
            "姓名: 赵某; 身份证号码: \"{}; 手机号码: 13893001244",
            ids[14]
        ),
        &[&ids[14], "13893001244"],
    );
    file(
        15,
        &format!(
            "姓名: 赵某; \t身份证号码: {}; 手机号码: 13893001245",
            ids[15]
        ),
        &[&ids[15], "13893001245"],
    );
    file(
        16,
        &format!(
            "姓名: 赵某; 身份证号码: {0}; 身份证号码: {0}; 手机号码: [13893001246]",
            ids[16]
        ),
        &[&ids[16], "13893001246"],
    );
    // Within other texts.
    let note = format!("备注: 原号码{}\u{200b}，电话13893001247", ids[17]);
    file(
        17,
        &usual(17, "1965-03-12", &ids[18], &note),
        &[&ids[17], &ids[18], "13893001247"],
    );
    let home = "户籍所在地: 甘肃省会宁县会师镇南关路十二号三单元四层东户电话13893001248，邻居王某某代收信件";
    file(
        18,
        &usual(18, "1965-03-12", &ids[19], home),
        &[&ids[19], "13893001248"],
    );
    let away = "流动: {流出日期: 2015-03-99, 流出党支部联系人及联系方式: 陈某 13893001249}";
    file(
        19,
        &usual(19, "1965-03-12", &ids[20], away),
        &[&ids[20], "13893001249"],
    );
    file(
        20,
        &usual(20, "1965-03-12", &ids[21], &format!("民族: {}", ids[22])),
        &[&ids[21], &ids[22]],
    );
    file(
        21,
        &usual(21, &ids[23], &ids[24], "婚姻状况: 13893001250"),
        &[&ids[23], &ids[24], "13893001250"],
    );
    // With spaces and hyphens, as on a card.
    let apart = format!("{} {} {}", &ids[25][..6], &ids[25][6..14], &ids[25][14..]);
    file(
        22,
        &usual(22, "1965-03-12", &apart, "手机号码: 138-9300-12511"),
        &[&apart, "138-9300-1251"],
    );
    file(
        23,
        &usual(
            23,
            "1965-03-12",
            &format!("{}（旧）", ids[26]),
            "手机号码: +86 23893001252",
        ),
        &[&ids[26], "23893001252"],
    );
    workspace.write(
        &format!("{SECOND}/党组织.yaml"),
        "名称: 中共会宁县教育局支部委员会\n类型: 党支部\n党组织类别: 党政机关\n联系电话: 138930012511、0943-32212345\n传真: 13893001252\n邮编: \"7307\"\n",
    );
    secrets.extend(["138930012511", "13893001252", "0943-32212345"].map(str::to_owned));
    (workspace, secrets)
}

fn hidden(run: &Run, secrets: &[String], call: &[&str]) -> String {
    let shown = [&run.stdout, &run.stderr];
    let mut faults = String::new();
    for secret in secrets {
        for line in shown
            .iter()
            .flat_map(|text| text.lines())
            .filter(|line| line.contains(secret))
        {
            let start: String = line.chars().take(300).collect();
            faults += &format!("{call:?} shows {secret}: {start}\n");
        }
    }
    faults
}

#[test]
fn numbers_and_phones_are_masked_in_every_format() {
    let (workspace, secrets) = secrets();
    let mut faults = String::new();
    for format in ["text", "json", "sarif", "github"] {
        for language in ["zh", "en"] {
            let call = ["check", "--format", format, "--lang", language];
            let run = workspace.expect(1, &call);
            faults += &hidden(&run, &secrets, &call);
            assert!(
                run.stdout.len() + run.stderr.len() > 1000,
                "{call:?} finds things"
            );
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn mending_shows_no_number_whole() {
    let (workspace, mut secrets) = secrets();
    let id = (1..500)
        .map(|serial| number(&format!("62242319650313{:03}", 2 * serial + 1)))
        .find(|number| number.ends_with('X'))
        .expect("one in eleven");
    let written = id.to_lowercase();
    workspace.edit(
        &format!("{BRANCH}/党员/李秀英.yaml"),
        "\"622423197208142629\"\n手机号码: \"13993015678\"",
        &format!("\"{written}\"\n手机号码: \"１３９９３０１５６７８\""),
    );
    secrets.extend([id, written, "13993015678".to_owned(), wide("13993015678")]);
    let before = workspace.tree("data");
    let mut faults = String::new();
    for call in [
        &["check", "--fix", "--dry-run"][..],
        &["check", "--fix", "--dry-run", "--lang", "en"],
    ] {
        let run = workspace.run(call);
        faults += &hidden(&run, &secrets, call);
        assert!((run.stdout + &run.stderr).contains("李秀英.yaml"));
    }
    assert_eq!(workspace.tree("data"), before);
    assert!(faults.is_empty(), "\n{faults}");
}

/// The mask leaves enough to find the number: six digits and the last four.
#[test]
fn the_mask() {
    let workspace = base();
    let line = "身份证号码: \"622423196503121236\"";
    workspace.edit(
        &format!("{BRANCH}/党员/张建国.yaml"),
        line,
        &line.replace("1236", "1237"),
    );
    let run = workspace.expect(1, &["check"]);
    let shown = run.stdout + &run.stderr;
    assert!(shown.contains("622423********1237"), "{shown}");
}
