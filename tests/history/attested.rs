//! `paicha verify`: pages, copies of them and files that are none, held against data that
//! has changed since, with git and without.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::common::sample::{self, CHEN, LI, OFFICE, ROUND, ZHANG};
use crate::common::{Run, Workspace};
use crate::repository::{commit, expect_in, git_in, paicha_in, sample};

const CARD: &str = "out/县直机关工委/政府办党支部/附件1/张建国.pdf";
const LOST: &str = "out/县直机关工委/政府办党支部/附件3-与党组织失去联系党员登记表.pdf";
const TABLE: &str = "out/县直机关工委/附件6-与党组织失去联系党员情况汇总表.pdf";

/// The sample in a repository, built.
fn built() -> Workspace {
    let workspace = sample();
    expect_in(workspace.root(), 0, &["build"]);
    workspace
}

/// What is found of the only file that a call names.
fn verify(workspace: &Workspace, more: &[&str]) -> (i32, Value) {
    let call = [&["verify", "--format", "json"], more].concat();
    let run = paicha_in(workspace.root(), &call);
    let found: Value = serde_json::from_str(&run.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr));
    let pages = found["pages"].as_array().expect("pages");
    assert_eq!(pages.len(), 1, "{found:#}");
    (run.code, pages[0].clone())
}

#[track_caller]
fn expect(workspace: &Workspace, more: &[&str], code: i32, verdict: &str) -> Value {
    let (found, page) = verify(workspace, more);
    assert_eq!(
        (found, &page["verdict"]),
        (code, &verdict.into()),
        "{page:#}"
    );
    page
}

/// What has changed: what it is called, old and new.
fn values(page: &Value) -> Vec<String> {
    let values = page["since"]["values"].as_array();
    let values = values.into_iter().flatten();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let told = |it: &Value| {
        format!(
            "{} {}→{}",
            text(it, "called"),
            text(it, "old"),
            text(it, "new")
        )
    };
    values.map(told).collect()
}

fn head(workspace: &Workspace) -> String {
    git_in(workspace.root(), &["rev-parse", "HEAD"])
        .trim()
        .to_owned()
}

/// The keywords of a file.
fn keywords(file: &Path) -> String {
    let bytes = fs::read(file).expect("a file");
    let text = String::from_utf8_lossy(&bytes);
    let begin = text.find("/Keywords(").expect("keywords") + "/Keywords(".len();
    let keywords = text[begin..].split(')').next().expect("an end").to_owned();
    assert!(text.contains(&format!("<pdf:Keywords>{keywords}</pdf:Keywords>")));
    keywords
}

fn digest(keywords: &str) -> &str {
    let digest = keywords.strip_prefix("paicha:1:").expect("ours");
    let digest = digest.split(',').next().expect("a digest");
    assert_eq!(digest.len(), 32);
    digest
}

#[test]
fn all_pages_stand_as_long_as_the_data_is_the_same() {
    let workspace = built();
    let root = workspace.root();
    let run = expect_in(root, 0, &["verify", "out"]);
    assert_eq!(run.stdout.lines().count(), sample::outputs().len());
    assert!(
        run.stdout
            .lines()
            .all(|line| line.ends_with("对得上，现在的资料印出来就是它"))
    );
    // Comments and the order of keys are no matter, nor is a commit.
    workspace.edit(ZHANG, "性别: 男\n", "");
    workspace.edit(
        ZHANG,
        "民族: 汉族\n",
        "民族: 汉族   # 身份证上是这样\n性别: 男\n",
    );
    commit(root, "二");
    expect_in(root, 0, &["verify", "out"]);
    // Blank forms, too.
    expect_in(root, 0, &["build", "--blank"]);
    expect_in(root, 0, &["verify", "out/空白表"]);
    let english = expect_in(root, 0, &["verify", CARD, "--lang", "en"]);
    assert!(english.stdout.contains("stands: "), "{}", english.stdout);
}

/// Of forms that the round does not name, and of members who have one only by name.
#[test]
fn pages_that_a_call_names_stand_too() {
    let workspace = sample();
    let root = workspace.root();
    workspace.edit(
        ROUND,
        "流动统计起始日",
        "表: [附件1, 附件6]\n流动统计起始日",
    );
    expect_in(root, 0, &["build"]);
    expect_in(
        root,
        0,
        &["build", "--only", "介绍信,附件1", "--member", "张建国"],
    );
    expect_in(root, 0, &["build", "--only", "附件3,党员名册"]);
    let run = expect_in(root, 0, &["verify", "out"]);
    for part in ["介绍信/张建国.pdf", "党员名册", "附件6-"] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
}

#[test]
fn numbers_and_addresses_are_masked() {
    let workspace = sample();
    workspace.edit(
        ZHANG,
        "民族: 汉族",
        "民族: 汉族\n现居住地: 会宁县会师镇南路1号\nQQ号码或微信号: \"12345678\"",
    );
    commit(workspace.root(), "二");
    expect_in(workspace.root(), 0, &["build"]);
    workspace.edit(ZHANG, "622423196503121236", "622423196503121252");
    workspace.edit(ZHANG, "南路1号", "南路2号");
    workspace.edit(ZHANG, "12345678", "87654321");
    for format in ["text", "json"] {
        for lang in ["zh", "en"] {
            let call = ["verify", CARD, "--format", format, "--lang", lang];
            let run = expect_in(workspace.root(), 1, &call);
            for hidden in ["19650312", "南路", "345", "765"] {
                assert!(!run.stdout.contains(hidden), "{hidden}: {}", run.stdout);
            }
            assert!(run.stdout.contains("622423********1252"), "{}", run.stdout);
        }
    }
    let run = expect_in(workspace.root(), 1, &["verify", CARD, "--unmasked"]);
    for shown in ["622423196503121252", "南路2号", "87654321"] {
        assert!(run.stdout.contains(shown), "{shown}: {}", run.stdout);
    }
}

#[test]
fn what_has_changed_is_told_by_history() {
    let workspace = built();
    let root = workspace.root();
    let first = head(&workspace);
    workspace.edit(ZHANG, "13893001234", "13893005678");
    let page = expect(&workspace, &[CARD], 1, "changed");
    assert_eq!(page["since"]["commit"], first.as_str());
    assert_eq!(page["integrity"], "whole");
    assert_eq!(values(&page), ["“手机号码”栏 138****1234→138****5678"]);
    // Others are not touched by it.
    expect(&workspace, &[LOST], 0, "stands");
    // However much is committed since, about him and about others.
    for (at, name) in ["二", "三", "四"].into_iter().enumerate() {
        workspace.edit(
            ZHANG,
            &format!("{}.00", 35 + at),
            &format!("{}.00", 36 + at),
        );
        workspace.write("data/说明.txt", name);
        commit(root, name);
    }
    let page = expect(&workspace, &[CARD, "--unmasked"], 1, "changed");
    assert_eq!(page["since"]["commit"], first.as_str());
    let told = values(&page);
    assert!(
        told.contains(&"“手机号码”栏 13893001234→13893005678".to_owned()),
        "{told:?}"
    );
    let run = expect_in(root, 1, &["verify", CARD]);
    assert!(
        run.stdout
            .contains("“手机号码”栏：138****1234 → 138****5678\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr.contains("0 份对得上，1 份对不上"),
        "{}",
        run.stderr
    );
    let run = expect_in(root, 1, &["verify", CARD, "--lang", "en"]);
    assert!(
        run.stdout.contains("“手机号码”: 138****1234 → "),
        "{}",
        run.stdout
    );
    // Of a revision it stands.
    expect(&workspace, &[CARD, "--rev", &first], 0, "stands");
    let page = expect(&workspace, &[CARD, "--rev", "三"], 1, "changed");
    assert_eq!(page["since"]["commit"], first.as_str());
}

#[test]
fn data_that_was_never_committed_cannot_be_found() {
    let workspace = sample();
    workspace.edit(ZHANG, "13893001234", "13893005678");
    expect_in(workspace.root(), 0, &["build"]);
    workspace.edit(ZHANG, "13893005678", "13893001234");
    let page = expect(&workspace, &[CARD], 1, "changed");
    assert_eq!(
        (&page["since"], &page["integrity"]),
        (&Value::Null, &"unknown".into())
    );
    let run = expect_in(workspace.root(), 1, &["verify", CARD]);
    assert!(run.stdout.contains("当时的资料找不到"), "{}", run.stdout);
}

#[test]
fn registers_and_tables_tell_rows_and_figures() {
    let workspace = built();
    // One row less, and one text of another row.
    workspace.remove(LI);
    workspace.edit(CHEN, "职业: ", "现居住地: 会宁县会师镇\n职业: ");
    let page = expect(&workspace, &[LOST], 1, "changed");
    let told = values(&page);
    assert_eq!(told, ["第 1 行 李明→"], "{page:#}");
    let page = expect(&workspace, &[TABLE], 1, "changed");
    let told = values(&page);
    assert!(
        told.iter().any(|it| it.starts_with("“合计”一行")),
        "{told:?}"
    );
    // A member who is not there any more has no page.
    let gone = CARD.replace("张建国", "李明");
    let page = expect(&workspace, &[&gone], 1, "gone");
    assert_eq!(page["output"], Value::Null);
}

#[test]
fn a_file_that_was_altered_is_told_from_data_that_has_changed() {
    let workspace = built();
    let whole = workspace.read(CARD);
    let mut flipped = whole.clone();
    let middle = whole.len() / 2;
    flipped[middle] ^= 1;
    let appended = [&whole[..], b"\n"].concat();
    // As signatures and notes are added: behind the end, with an end of their own.
    let update = b"\n400 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite>>\nendobj\nxref\n400 1\n0000000000 00000 n\r\ntrailer\n<</Size 401/Prev 1>>\nstartxref\n1\n%%EOF\n";
    let signed = [&whole[..], update].concat();
    for bytes in [flipped, appended, signed] {
        workspace.write("收到/张建国.pdf", &bytes);
        let page = expect(&workspace, &["收到/张建国.pdf"], 1, "altered");
        assert_eq!(page["integrity"], "altered");
        // Both at once.
        workspace.edit(ZHANG, "13893001234", "13893005678");
        let page = expect(&workspace, &["收到/张建国.pdf"], 1, "changed");
        assert_eq!(page["integrity"], "altered");
        assert_eq!(values(&page).len(), 1);
        workspace.edit(ZHANG, "13893005678", "13893001234");
    }
    let run = expect_in(workspace.root(), 1, &["verify", "收到", "--lang", "en"]);
    assert!(run.stdout.contains("altered: "), "{}", run.stdout);
}

#[test]
fn copies_are_found_whatever_they_are_called() {
    let workspace = built();
    let elsewhere = Workspace::empty();
    elsewhere.write("一/收到的.pdf", workspace.read(CARD));
    // The name of another page.
    elsewhere.write(
        "县直机关工委/政府办党支部/附件1/李明.pdf",
        workspace.read(CARD),
    );
    let copies = ["一/收到的.pdf", "县直机关工委/政府办党支部/附件1/李明.pdf"];
    for copy in copies {
        let copy = elsewhere.path(copy);
        let copy = copy.to_str().expect("UTF-8");
        let page = expect(&workspace, &[copy], 0, "stands");
        assert_eq!(page["output"], CARD.trim_start_matches("out/"));
        workspace.edit(ZHANG, "13893001234", "13893005678");
        let page = expect(&workspace, &[copy], 1, "changed");
        assert_eq!(values(&page).len(), 1);
        workspace.edit(ZHANG, "13893005678", "13893001234");
        // With the identity of another document, as other programs give it: by the digest.
        let bytes = fs::read(copy).expect("a copy");
        let begin = b"<xmpMM:DocumentID>";
        let at = bytes.windows(begin.len()).position(|it| it == begin);
        let mut other = bytes.clone();
        other[at.expect("its place") + 20] ^= 1;
        workspace.write("收到/另存的.pdf", &other);
        let page = expect(&workspace, &["收到/另存的.pdf"], 1, "altered");
        assert_eq!(page["output"], CARD.trim_start_matches("out/"));
    }
}

#[test]
fn the_revision_stands_in_the_keywords_where_the_round_asks_for_it() {
    let workspace = sample();
    let root = workspace.root();
    expect_in(root, 0, &["build"]);
    assert!(!keywords(&workspace.path(CARD)).contains("rev:"));
    workspace.edit(ROUND, "流动统计起始日", "印版本: true\n流动统计起始日");
    commit(root, "二");
    let second = head(&workspace);
    let run = expect_in(root, 0, &["build"]);
    assert!(!run.stderr.contains("没有变"), "{}", run.stderr);
    let clean = keywords(&workspace.path(CARD));
    assert!(clean.ends_with(&format!(", rev:{second}")), "{clean}");
    // Nothing else is different, and a second build makes nothing.
    let run = expect_in(root, 0, &["build"]);
    assert!(run.stderr.contains("做好 0 份"), "{}", run.stderr);
    // What is no input is no change; what is new or ignored is one.
    workspace.write("说明.txt", "");
    expect_in(root, 0, &["build"]);
    assert_eq!(keywords(&workspace.path(CARD)), clean);
    let new = "data/县直机关工委/政府办党支部/照片/没有用.jpg";
    let photo = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/data/会宁县直机关工委/政府办党支部/照片/刘翀.jpg"
    );
    for ignored in ["", "照片/\n"] {
        workspace.write(".git/info/exclude", ignored);
        workspace.write(new, fs::read(photo).expect("a photo"));
        expect_in(root, 0, &["build"]);
        let changed = keywords(&workspace.path(CARD));
        assert_eq!(changed, format!("{clean}+"));
        expect(&workspace, &[CARD], 0, "stands");
        workspace.remove(new);
    }
    // The revision is of no matter to whether a page stands.
    expect_in(root, 0, &["build"]);
    workspace.edit(CHEN, "性别: 女", "性别: 女   # 已核");
    commit(root, "三");
    let page = expect(&workspace, &[CARD], 0, "stands");
    assert_eq!(page["revision"]["commit"], second.as_str());
    // Another commit, other pages; of a revision they are those of its commit.
    let run = expect_in(root, 0, &["build"]);
    assert!(!run.stderr.contains("没有变"), "{}", run.stderr);
    expect_in(root, 0, &["build", "--verify"]);
    let elsewhere = Workspace::empty();
    let out = elsewhere.path("别处");
    let out = out.to_str().expect("UTF-8");
    expect_in(
        root,
        0,
        &["build", "--rev", "二", "--out", out, "--only", "附件1"],
    );
    let card = Path::new(out).join(CARD.trim_start_matches("out/"));
    assert_eq!(keywords(&card), clean);
}

#[test]
fn a_list_that_is_made_alone_tells_the_revision_that_it_is_of() {
    let workspace = sample();
    let root = workspace.root();
    workspace.edit(ROUND, "流动统计起始日", "印版本: true\n流动统计起始日");
    for tag in ["二", "三"] {
        // The second commit changes no file.
        commit(root, tag);
        expect_in(root, 0, &["build", "--only", "流动党员名单"]);
        let told = keywords(&workspace.path("out/县直机关工委/流动党员名单.pdf"));
        let own = format!(", rev:{}", head(&workspace));
        assert!(told.ends_with(&own), "{told}: {own}");
    }
}

#[test]
fn the_revision_that_a_page_names_is_asked_first() {
    let workspace = sample();
    let root = workspace.root();
    workspace.edit(ROUND, "流动统计起始日", "印版本: true\n流动统计起始日");
    commit(root, "二");
    // On a branch that is gone from history.
    git_in(root, &["checkout", "--quiet", "-b", "旁"]);
    workspace.edit(ZHANG, "13893001234", "13893005678");
    commit(root, "三");
    let aside = head(&workspace);
    expect_in(root, 0, &["build"]);
    git_in(root, &["checkout", "--quiet", "main"]);
    let page = expect(&workspace, &[CARD], 1, "changed");
    assert_eq!(page["since"]["commit"], aside.as_str());
    assert_eq!(values(&page), ["“手机号码”栏 138****5678→138****1234"]);
    // Built on it with changes: they are not in it.
    git_in(root, &["checkout", "--quiet", "旁"]);
    workspace.edit(ZHANG, "35.00", "36.00");
    workspace.edit(ZHANG, "13893005678", "13893004321");
    expect_in(root, 0, &["build"]);
    git_in(root, &["checkout", "--quiet", "--", "data"]);
    let page = expect(&workspace, &[CARD], 1, "changed");
    assert_eq!(page["revision"]["changed"], true);
    assert_eq!(page["since"], Value::Null);
}

#[test]
fn without_a_revision_to_tell_nothing_is_built() {
    let workspace = sample::workspace();
    workspace.edit(ROUND, "流动统计起始日", "印版本: true\n流动统计起始日");
    for begin in [false, true] {
        if begin {
            git_in(workspace.root(), &["init", "--quiet"]);
        }
        let run: Run = paicha_in(workspace.root(), &["build"]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(
            run.stderr.contains("data/排查.yaml 里写了“印版本: true”"),
            "{}",
            run.stderr
        );
        assert!(!workspace.path("out").exists());
    }
}

#[test]
fn without_git_pages_stand_and_what_has_changed_cannot_be_found() {
    let workspace = sample::workspace();
    expect_in(workspace.root(), 0, &["build", "--only", "附件1,附件3"]);
    expect(&workspace, &[CARD], 0, "stands");
    workspace.edit(ZHANG, "13893001234", "13893005678");
    let page = expect(&workspace, &[CARD], 1, "changed");
    assert_eq!(page["since"], Value::Null);
}

#[test]
fn the_digest_is_of_what_is_printed_and_never_of_a_number_alone() {
    let [one, other] = [built(), sample()];
    other.edit(ZHANG, "622423196503121236", "622423196503121252");
    expect_in(other.root(), 0, &["build"]);
    let [a, b] = [&one, &other].map(|it| keywords(&it.path(CARD)));
    assert_ne!(digest(&a), digest(&b));
    for keywords in [&a, &b] {
        assert!(!keywords.contains("62242319650312"), "{keywords}");
    }
    // The same data gives the same, whatever was built before; a blank form has its own.
    other.edit(ZHANG, "622423196503121252", "622423196503121236");
    let blank = "out/空白表/附件1-党员基本情况登记表.pdf";
    expect_in(other.root(), 0, &["build"]);
    assert_eq!(digest(&keywords(&other.path(CARD))), digest(&a));
    expect_in(other.root(), 0, &["build", "--blank"]);
    assert_ne!(digest(&keywords(&other.path(blank))), digest(&a));
}

#[test]
fn a_digest_that_is_read_from_paper_names_its_page() {
    let workspace = built();
    let of_page = keywords(&workspace.path(CARD));
    let typed = digest(&of_page).to_uppercase();
    let page = expect(&workspace, &[&typed], 0, "stands");
    assert_eq!(page["output"], CARD.trim_start_matches("out/"));
    workspace.edit(ZHANG, "13893001234", "13893005678");
    expect(&workspace, &[&typed], 1, "unknown");
    expect(&workspace, &[&typed, "--rev", "起"], 0, "stands");
}

#[test]
fn another_layout_is_told_from_an_altered_file() {
    let workspace = built();
    let built_in = concat!(env!("CARGO_MANIFEST_DIR"), "/layouts/附件3/form.yaml");
    let text = fs::read_to_string(built_in).expect("a form");
    workspace.write(
        "layouts/附件3/form.yaml",
        text.replacen("表头: \"年龄\"", "表头: \"周岁\"", 1),
    );
    // The list of out/ knows the file as it was written.
    let page = expect(&workspace, &[LOST], 1, "other-version");
    assert_eq!(page["integrity"], "whole");
    let mut bytes = workspace.read(LOST);
    workspace.write("收到/一.pdf", &bytes);
    assert_eq!(
        expect(&workspace, &["收到/一.pdf"], 1, "other-version")["integrity"],
        "whole"
    );
    bytes.push(b' ');
    workspace.write("收到/一.pdf", &bytes);
    assert_eq!(
        expect(&workspace, &["收到/一.pdf"], 1, "other-version")["integrity"],
        "unknown"
    );
    // Of then the layouts are known, so what was made of them is, too.
    workspace.edit(CHEN, "姓名: 陈静", "姓名: 陈静文");
    assert_eq!(
        expect(&workspace, &["收到/一.pdf"], 1, "changed")["integrity"],
        "altered"
    );
    assert_eq!(
        expect(&workspace, &[LOST], 1, "changed")["integrity"],
        "whole"
    );
}

#[test]
fn data_with_errors_leaves_open_whether_a_page_stands() {
    let workspace = built();
    workspace.edit(ZHANG, "性别: 男", "性别: 难");
    let page = expect(&workspace, &[CARD], 1, "refused");
    assert_eq!(page["findings"][0]["path"], ZHANG);
    let run = expect_in(workspace.root(), 1, &["verify", CARD]);
    assert!(run.stdout.contains("张建国.yaml:2:5"), "{}", run.stdout);
    // What the fault hides is not said to be gone for good.
    workspace.edit(OFFICE, "类型: 党支部", "类型: [");
    let run = expect_in(workspace.root(), 1, &["verify", CARD]);
    assert!(run.stdout.contains("资料有错误"), "{}", run.stdout);
}

#[test]
fn files_that_are_no_pages_are_told_apart() {
    let workspace = built();
    let whole = workspace.read(CARD);
    let text = |from: &str, to: &str| {
        assert_eq!(from.len(), to.len());
        let mut bytes = whole.clone();
        let places: Vec<usize> = (0..bytes.len() - from.len())
            .filter(|at| bytes[*at..].starts_with(from.as_bytes()))
            .collect();
        assert!(!places.is_empty(), "{from}");
        for at in places {
            bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        }
        bytes
    };
    let other = fs::read(workspace.path(LOST)).expect("a page");
    let files: [(&str, &str, Vec<u8>); 8] = [
        ("空的.pdf", "not-pdf", Vec::new()),
        (
            "文字.pdf",
            "not-pdf",
            b"paicha:1:0123456789abcdef0123456789abcdef".to_vec(),
        ),
        (
            "别人.pdf",
            "foreign",
            b"%PDF-1.4\n1 0 obj\n<</Producer(x)>>".to_vec(),
        ),
        (
            "加密.pdf",
            "encrypted",
            b"%PDF-1.4\ntrailer\n<</Encrypt 3 0 R>>".to_vec(),
        ),
        ("旧的.pdf", "no-digest", text("paicha:1:", "xxxxxx:1:")),
        ("新的.pdf", "later-version", text("paicha:1:", "paicha:2:")),
        ("坏的.pdf", "later-version", text(", by:", ",  y:")),
        ("几份.pdf", "several-pages", [&whole[..], &other].concat()),
    ];
    for (name, reason, bytes) in &files {
        let path = format!("收到/{name}");
        workspace.write(&path, bytes);
        let page = expect(&workspace, &[&path], 2, "not-a-page");
        assert_eq!(page["reason"], *reason, "{name}");
        for lang in ["zh", "en"] {
            let run = expect_in(workspace.root(), 2, &["verify", &path, "--lang", lang]);
            assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
        }
    }
    let page = expect(&workspace, &["没有.pdf"], 2, "not-a-page");
    assert_eq!(page["reason"], "unread");
    // What cannot be told of one is told of the others.
    let run = expect_in(workspace.root(), 2, &["verify", "收到", CARD]);
    assert_eq!(run.stdout.lines().count(), files.len() + 1);
    assert!(run.stdout.contains("对得上"), "{}", run.stdout);
    expect_in(workspace.root(), 2, &["verify"]);
    expect_in(workspace.root(), 2, &["verify", CARD, "--rev", "没有"]);
}

/// What other programs save of a page, and what they lock.
#[test]
#[ignore = "needs qpdf and poppler-utils"]
fn pages_that_other_programs_saved_are_altered() {
    let workspace = built();
    let qpdf = |arguments: &[&str]| {
        let mut qpdf = std::process::Command::new("qpdf");
        let done = qpdf.current_dir(workspace.root()).args(arguments).status();
        assert!(done.expect("qpdf").success(), "{arguments:?}");
    };
    qpdf(&["--object-streams=generate", CARD, "一.pdf"]);
    qpdf(&["--linearize", CARD, "二.pdf"]);
    for file in ["一.pdf", "二.pdf"] {
        expect(&workspace, &[file], 1, "altered");
    }
    qpdf(&["--encrypt", "a", "b", "256", "--", CARD, "三.pdf"]);
    assert_eq!(
        expect(&workspace, &["三.pdf"], 2, "not-a-page")["reason"],
        "encrypted"
    );
    let said = std::process::Command::new("pdfinfo")
        .arg(workspace.path(CARD))
        .output();
    let said = String::from_utf8(said.expect("pdfinfo").stdout).expect("UTF-8");
    let line = said.lines().find_map(|line| line.strip_prefix("Keywords:"));
    assert_eq!(
        line.expect("keywords").trim(),
        keywords(&workspace.path(CARD))
    );
}
