//! `paicha build --keep-going`: what needs the faulty data is left out, what
//! stood in `out/` for it stays.

use crate::common::sample::{self, CHEN, LI, ROUND, WANG, ZHANG};
use crate::common::{Run, Workspace};

const CARD: &str = "县直机关工委/政府办党支部/附件1/张建国.pdf";

fn keep_going(workspace: &Workspace) -> Run {
    let run = workspace.expect(1, &["build", "--keep-going"]);
    assert_eq!(workspace.listed(), workspace.pdfs());
    run
}

fn without(is_left_out: impl Fn(&str) -> bool) -> Vec<String> {
    let mut outputs = sample::outputs();
    outputs.retain(|path| !is_left_out(path));
    outputs
}

/// Whatever counts him is open: his card, the registers of his branch, the
/// tables of his branch and of the committee above it.
fn needs_zhang(path: &str) -> bool {
    let is_table = path.contains("附件6") || path.contains("附件7");
    let is_card_of_another = path.contains("附件1/") && path != CARD;
    let of_branch = path.starts_with("县直机关工委/政府办党支部/") && !is_card_of_another;
    let of_committee = is_table && !path.contains("党支部");
    of_branch || of_committee
}

#[test]
fn a_member_that_cannot_be_read() {
    let workspace = sample::workspace();
    workspace.write(ZHANG, "姓名: \"张建国\n");
    let run = keep_going(&workspace);
    assert_eq!(run.codes(), ["E0032"]);
    let expected = without(needs_zhang);
    // 2 cards, and all of the other branch: 1 card, 4 registers, 2 tables.
    assert_eq!(expected.len(), 2 + 7);
    assert_eq!(workspace.pdfs(), expected);
    assert!(
        run.stderr.contains("略去 9 份"),
        "18 less 9: {}",
        run.stderr
    );
    assert!(run.stderr.contains("做好 9 份"), "{}", run.stderr);
}

/// Which of two files is wrong nobody can tell: what counts him in either branch is left out.
#[test]
fn one_person_in_two_files_leaves_both_open() {
    let workspace = sample::workspace();
    let twin = "data/县直机关工委/县医院党支部/党员/张建国.yaml";
    let text = workspace.read(ZHANG);
    workspace.write(twin, text);
    let is_card = |path: &str| path.ends_with("附件1/张建国.pdf");
    let run = keep_going(&workspace);
    assert_eq!(run.codes(), ["E0107"]);
    let is_open = |path: &str| {
        let is_register = !path.contains("附件1/");
        is_card(path) || is_register
    };
    assert_eq!(workspace.pdfs(), without(is_open));
    for branch in ["政府办党支部", "县医院党支部"] {
        let branch = format!("县直机关工委/{branch}");
        workspace.expect(1, &["build", "--org", &branch]);
    }
}

/// In two branches one after the other, and lost in both: he would be two of 附件5, and
/// two in the tables above.
#[test]
fn one_person_counts_once() {
    let workspace = sample::workspace();
    let twin = "data/县直机关工委/县医院党支部/党员/李明.yaml";
    let text = String::from_utf8(workspace.read(LI)).expect("UTF-8");
    let out = "{日期: 2015-12-01, 去向: 县医院党支部, 有效期天数: 60}";
    workspace.write(twin, format!("{text}进入党支部日期: 2015-12-01\n"));
    workspace.write(LI, format!("{text}转出: {out}\n"));
    let run = keep_going(&workspace);
    assert_eq!(run.codes(), ["E0109"]);
    let is_of_lost = |path: &str| {
        ["附件3", "附件5", "附件6", "附件7"]
            .iter()
            .any(|form| path.contains(form))
    };
    assert!(!workspace.pdfs().iter().any(|path| is_of_lost(path)));
    // With the receipt he is no more of the branch that he left.
    workspace.edit(LI, "有效期天数: 60", "有效期天数: 60, 回执日期: 2015-12-20");
    workspace.expect(0, &["build"]);
    // Away in both.
    let workspace = sample::workspace();
    let twin = "data/县直机关工委/政府办党支部/党员/王强.yaml";
    let text = String::from_utf8(workspace.read(WANG)).expect("UTF-8");
    let out = "{日期: 2016-03-20, 去向: 政府办党支部, 有效期天数: 60, 回执日期: 2016-03-25}";
    workspace.write(WANG, format!("{text}转出: {out}\n"));
    workspace.write(twin, format!("{text}进入党支部日期: 2016-03-20\n"));
    let run = workspace.expect(1, &["build"]);
    assert_eq!(run.codes(), ["E0109"]);
    // Back before the days that are counted.
    workspace.edit(
        WANG,
        "流出日期: 2015-03-01",
        "流出日期: 2015-03-01\n  返回日期: 2015-12-31",
    );
    workspace.expect(0, &["build"]);
}

/// What is not read may be anything of the branch in whose folder it stands, and nothing
/// of another one.
#[test]
fn a_file_at_a_stray_place_concerns_its_branch() {
    let office = |path: &str| path.contains("政府办党支部/");
    for (stray, code) in [
        ("data/县直机关工委/政府办党支部/记录.yaml", "E0009"),
        ("data/县直机关工委/政府办党支部/别的.txt", "E0013"),
        ("data/县直机关工委/政府办党支部/说明.txt", "E0014"),
    ] {
        let workspace = sample::workspace();
        match code {
            "E0009" => _ = workspace.write(stray, "甲: 乙\n"),
            #[cfg(unix)]
            "E0013" => std::os::unix::fs::symlink("没有", workspace.path(stray)).expect("a link"),
            #[cfg(unix)]
            "E0014" => std::os::unix::fs::symlink("/etc", workspace.path(stray)).expect("a link"),
            _ => continue,
        }
        let expected = without(|path| office(path) || needs_zhang(path));
        let run = keep_going(&workspace);
        assert_eq!((run.codes(), workspace.pdfs()), (vec![code], expected));
        workspace.expect(0, &["build", "--member", "王强", "--force"]);
        let hospital = "县直机关工委/县医院党支部";
        workspace.expect(0, &["build", "--org", hospital, "--force"]);
        workspace.expect(1, &["build", "--member", "张建国"]);
        workspace.expect(1, &["build", "--only", "附件6"]);
    }
}

#[test]
fn a_member_with_a_bad_date() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "入党日期: 1990-07-01", "入党日期: 1990-06-31");
    let run = keep_going(&workspace);
    assert_eq!(run.codes(), ["E0302"]);
    // His card prints it, and it decides whether he was a probationer on the roll of
    // 附件6. He is neither away nor lost, whatever the day was.
    let needs = |path: &str| path == CARD || path.contains("附件6") && needs_zhang(path);
    assert_eq!(workspace.pdfs(), without(needs));
}

#[test]
fn what_stood_there_stays_as_it_was() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    let pages = || {
        let mut tree = workspace.tree("out");
        let manifest = tree.remove("清单.json").flatten().expect("a manifest");
        (tree, String::from_utf8(manifest).expect("UTF-8"))
    };
    let before = pages();
    workspace.write(ZHANG, "姓名: \"张建国\n");
    let run = keep_going(&workspace);
    assert!(!run.stderr.contains("删去"), "{}", run.stderr);
    // Nothing else changed either: the rest is made of the same data. The manifest says
    // which pages are old.
    let after = pages();
    assert!(after.0 == before.0, "pages changed");
    let lines = after
        .1
        .lines()
        .filter(|line| !line.contains("\"过期\": true"));
    let list = |text: &str| text.replace([',', '\n', ' '], "");
    assert_eq!(list(&lines.collect::<String>()), list(&before.1));
    assert!(after.1.contains("\"过期\": true"));
}

#[test]
fn what_the_others_need_is_made_anew() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    let before = workspace.tree("out");
    workspace
        .write(ZHANG, "姓名: \"张建国\n")
        .edit(WANG, "姓名: 王强", "姓名: 王小强");
    keep_going(&workspace);
    let after = workspace.tree("out");
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, content)| before[*path] != **content && content.is_some())
        .map(|(path, _)| path)
        .collect();
    let expected = [
        "县直机关工委/县医院党支部/附件1/王强.pdf",
        "县直机关工委/县医院党支部/附件2-流动党员基本信息登记表.pdf",
        "清单.json",
    ];
    assert_eq!(changed, expected);
}

/// A photo is printed on the card only, a phone in registers, too: of those who stand
/// there.
#[test]
fn a_fault_leaves_out_no_more_than_it_reaches() {
    for fault in [
        (
            ZHANG,
            "照片: 照片/张建国.jpg\n",
            (|path| path == CARD) as fn(&str) -> bool,
        ),
        (ZHANG, "月应交纳党费: 三十五元\n", |path| {
            path == CARD
        }),
        (ZHANG, "户籍所在地: [甘肃, 会宁]\n", |path| {
            path == CARD
        }),
        (ZHANG, "手机号码: [13893001234]\n", |path| path == CARD),
        // 陈静 was found again: 附件3 and 附件4 print her phone, 附件5 does not.
        (CHEN, "手机号码: [13893001234]\n", |path| {
            let of_branch = path.starts_with("县直机关工委/政府办党支部/");
            let forms = ["附件1/陈静", "附件3", "附件4"];
            of_branch && forms.iter().any(|form| path.contains(form))
        }),
        // Cards and rows have empty cells; nothing is wrong with any branch by itself.
        (ROUND, "空白处: 黑\n", |path| {
            let rows = match path.contains("政府办党支部") {
                true => &["附件3", "附件4", "附件5"][..],
                false => &["附件2"],
            };
            path.contains("附件1") || rows.iter().any(|form| path.contains(form))
        }),
    ] {
        let (file, fault, is_left_out) = fault;
        let workspace = sample::workspace();
        let text = String::from_utf8(workspace.read(file)).expect("UTF-8");
        let key = fault.split(':').next().expect("a key");
        let lines = text.lines().filter(|line| !line.starts_with(key));
        let text: String = lines.map(|line| format!("{line}\n")).collect();
        workspace.write(file, text + fault);
        let run = keep_going(&workspace);
        assert_eq!(run.codes().len(), 1, "{fault}: {}", run.stderr);
        assert_eq!(workspace.pdfs(), without(is_left_out), "{fault}");
    }
}

/// A lost member of whom it is open in which column of 附件6 he counts: his
/// card and his rows are certain.
#[test]
fn a_date_too_coarse_for_a_table_leaves_out_the_tables() {
    let workspace = sample::workspace();
    workspace.edit(LI, "最后交纳党费: 2012-06-30", "最后交纳党费: 2015-04");
    let run = keep_going(&workspace);
    assert_eq!(run.codes(), ["E0304"]);
    let of_office = |path: &str| !path.contains("县医院") && path.contains("附件6");
    assert_eq!(workspace.pdfs(), without(of_office));
}

#[test]
fn a_round_that_cannot_be_read_leaves_nothing_to_build() {
    let workspace = sample::workspace();
    workspace.write(ROUND, "名称: \"排查\n");
    let run = workspace.expect(1, &["build", "--keep-going"]);
    assert_eq!(run.codes(), ["E0032"]);
    assert_eq!(workspace.pdfs(), [""; 0]);
}

/// A page with a character that no font has is found while it is made.
#[test]
fn a_page_that_cannot_be_made() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "月应交纳党费: 35.00", "籍贯: 会宁😀");
    let run = keep_going(&workspace);
    assert_eq!(run.codes(), ["E1102"]);
    assert_eq!(workspace.pdfs(), without(|path| path == CARD));
    assert!(run.stderr.contains("略去 1 份"), "{}", run.stderr);
}

/// The same in a register, of a character that the file writes as an escape.
#[test]
fn an_escaped_character_that_a_register_cannot_print() {
    let workspace = sample::workspace();
    workspace.edit(
        LI,
        "民族: 回族",
        "民族: 回族\n手机号码: \"1389300\\U0001F600\"",
    );
    let run = keep_going(&workspace);
    assert_eq!(run.codes(), ["E1102"]);
    assert!(run.stderr.contains(&format!("{LI}:5:7")), "{}", run.stderr);
    let needs_him = |path: &str| path.ends_with("附件1/李明.pdf") || path.contains("附件3");
    let of_office = |path: &str| path.contains("政府办党支部") && needs_him(path);
    assert_eq!(workspace.pdfs(), without(of_office));
}

#[test]
fn without_faults_it_is_a_plain_build() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build", "--keep-going", "--only", "附件6"]);
    assert_eq!(workspace.pdfs().len(), 3);
}

/// Each output that was left out is named with the error that is the reason; no advice to
/// go on where that was done.
#[test]
fn what_was_left_out_is_named_with_its_reason() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "入党日期: 1990-07-01", "入党日期: 1990-06-31");
    let run = keep_going(&workspace);
    let tables = ["县直机关工委/政府办党支部/附件6", "县直机关工委/附件6"];
    for start in [CARD, tables[0], tables[1]] {
        let line = run
            .stderr
            .lines()
            .find(|line| line.contains(&format!("  out/{start}")));
        let line = line.unwrap_or_else(|| panic!("{start}: {}", run.stderr));
        assert!(line.ends_with(&format!("：E0302，{ZHANG}:7:7")), "{line}");
    }
    assert!(!run.stderr.contains("--keep-going"), "{}", run.stderr);
    // 18 less the 3 that need the date or more: too many to be named.
    assert!(!run.stderr.contains("在 out/\n  out/"), "{}", run.stderr);
}

#[test]
fn a_long_list_of_what_was_left_out_ends_with_their_number() {
    let workspace = sample::workspace();
    for member in [ZHANG, LI, WANG, CHEN] {
        workspace.write(member, "姓名: \"张\n");
    }
    let run = workspace.expect(1, &["build", "--keep-going"]);
    let named = run.stderr.lines().filter(|line| line.starts_with("  out/"));
    let named: Vec<&str> = named.collect();
    assert_eq!(named.len(), 10, "{}", run.stderr);
    assert!(
        named.iter().all(|line| line.contains("：E0032，data/")),
        "{named:?}"
    );
    assert!(run.stderr.contains("\n  等 "), "{}", run.stderr);
    assert!(!run.stderr.contains("--keep-going"), "{}", run.stderr);
}

#[test]
fn going_on_is_advised_where_there_is_a_rest() {
    let workspace = sample::workspace();
    workspace.edit(ZHANG, "月应交纳党费: ", "月应交纳党费: 三");
    let run = workspace.expect(1, &["build"]);
    assert!(
        run.stderr.contains("或加 --keep-going 先做其余的"),
        "{}",
        run.stderr
    );
    let run = workspace.expect(1, &["build", "--member", "张建国"]);
    assert!(
        run.stderr.contains("没有写任何文件；改正后再做\n"),
        "{}",
        run.stderr
    );
    workspace.write(ROUND, "名称: \"排查\n");
    let run = workspace.expect(1, &["build"]);
    assert!(!run.stderr.contains("--keep-going"), "{}", run.stderr);
}

#[test]
fn what_was_made_is_named_where_it_is_little() {
    let workspace = sample::workspace();
    let run = workspace.expect(0, &["build", "--member", "张建国"]);
    assert!(run.stderr.contains("做好 1 份，"), "{}", run.stderr);
    assert!(
        run.stderr.ends_with(&format!("在 out/\n  out/{CARD}\n")),
        "{}",
        run.stderr
    );
    let run = workspace.expect(0, &["build", "--member", "张建国"]);
    assert!(!run.stderr.contains("  out/"), "{}", run.stderr);
    let run = workspace.expect(0, &["build"]);
    assert!(!run.stderr.contains("  out/"), "{}", run.stderr);
}
