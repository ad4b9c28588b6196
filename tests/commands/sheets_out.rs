//! Where sheets go, and what becomes of them when the data changes.

use super::common::Workspace;
use super::common::sample::{self, LI, ZHANG};

const OFFICE: &str = "县直机关工委/政府办党支部";

/// What `export` says with these arguments, and how it ends.
fn export(workspace: &Workspace, code: i32, arguments: &[&str]) -> String {
    let run = workspace.expect(code, &[&["export"], arguments].concat());
    assert_eq!(run.stdout, "");
    run.stderr
}

#[test]
fn nothing_is_exported_where_nothing_is() {
    let workspace = Workspace::empty();
    for form in ["附件3", "附件6", "花名册"] {
        assert!(export(&workspace, 1, &[form]).contains("E0001"));
    }
    assert!(!workspace.path("out").exists());
    // A round without organisations, too.
    workspace.write("data/排查.yaml", sample::workspace().read("data/排查.yaml"));
    for form in ["附件3", "附件6", "花名册"] {
        export(&workspace, 1, &[form]);
    }
    workspace.expect(1, &["summary"]);
    assert!(!workspace.path("out").exists());
}

/// A sheet beside new pages must not be taken for one of them.
#[test]
fn sheets_of_old_data_are_told() {
    let workspace = sample::workspace();
    export(&workspace, 0, &["附件3", "附件6", "花名册"]);
    workspace.expect(0, &["build"]);
    workspace.expect(0, &["build", "--verify"]);
    workspace.edit(ZHANG, "姓名: 张建国", "姓名: 张建军");
    let told = workspace.expect(0, &["build"]).stderr;
    assert!(told.contains("可能旧了"), "{told}");
    for form in ["附件3", "附件6", "花名册"] {
        assert!(told.contains(&format!("out/{OFFICE}/{form}")), "{told}");
    }
    // Of a branch of which nothing has changed they are as they were.
    assert!(!told.contains("out/县直机关工委/县医院党支部/"), "{told}");
    assert!(workspace.expect(0, &["build"]).stderr.contains("重新导出"));
    let verified = workspace.expect(1, &["build", "--verify"]).stderr;
    assert!(verified.contains("重新导出"), "{verified}");
    export(&workspace, 0, &["附件3", "附件6", "花名册"]);
    let told = workspace.expect(0, &["build"]).stderr;
    assert!(!told.contains("重新导出"), "{told}");
    workspace.expect(0, &["build", "--verify"]);
    // One that was altered, and one that is gone.
    let sheets: Vec<String> = workspace.outputs();
    let mut sheets = sheets.iter().filter(|path| path.ends_with(".xlsx"));
    let [one, other] = [(); 2].map(|()| sheets.next().expect("a sheet"));
    let mut bytes = workspace.read(&format!("out/{one}"));
    bytes.push(0);
    workspace.write(&format!("out/{one}"), bytes);
    workspace.remove(&format!("out/{other}"));
    let verified = workspace.expect(1, &["build", "--verify"]).stderr;
    assert!(
        verified.contains(one) && verified.contains(other),
        "{verified}"
    );
}

#[test]
fn a_named_file_never_takes_the_place_of_what_is_not_ours() {
    let workspace = sample::workspace();
    let before = workspace.tree("data");
    let inside = workspace.path("data/排查.xlsx");
    let inside = inside.to_str().expect("UTF-8");
    workspace.write("folder.xlsx/a", "");
    for name in [inside, "folder.xlsx", "名册.xls", "名册"] {
        let path = workspace.path(name);
        let path = path.to_str().expect("UTF-8");
        export(&workspace, 2, &["花名册", "-o", path]);
    }
    for name in ["layouts/a.csv", "out/a.csv"] {
        workspace.write(name, "mine");
        let path = workspace.path(name);
        export(
            &workspace,
            2,
            &["花名册", "-o", path.to_str().expect("UTF-8")],
        );
        assert_eq!(workspace.read(name), b"mine");
    }
    workspace.expect(2, &["diff", "-o", "/dev/null"]);
    assert_eq!(workspace.tree("data"), before);
}

#[test]
fn a_file_ends_as_it_is_written() {
    let workspace = sample::workspace();
    let path = |name: &str| workspace.path(name).to_str().expect("UTF-8").to_owned();
    export(&workspace, 0, &["花名册", "-o", &path("a.csv")]);
    assert!(workspace.read("a.csv").starts_with(b"\xef\xbb\xbf"));
    export(&workspace, 0, &["花名册", "-o", &path("a.xlsx")]);
    assert!(workspace.read("a.xlsx").starts_with(b"PK"));
    let other = ["花名册", "--format", "csv", "-o", &path("b.xlsx")];
    export(&workspace, 2, &other);
    export(&workspace, 2, &["花名册", "--plain"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a.csv", workspace.path("link.csv")).expect("a link");
        export(
            &workspace,
            0,
            &["花名册", "--plain", "-o", &path("link.csv")],
        );
        assert!(workspace.path("link.csv").is_symlink(), "through the link");
        assert!(workspace.read("a.csv").starts_with("序号".as_bytes()));
    }
}

#[test]
fn errors_that_a_roster_does_not_say_do_not_stop_it() {
    let workspace = sample::workspace();
    workspace.edit(LI, "姓名: ", "照片: 没有.jpg\n姓名: ");
    workspace.expect(1, &["check"]);
    export(&workspace, 0, &["花名册", "信息采集表", "党员基本信息"]);
    // 手机 stands on all of them, 籍贯 on 花名册 alone.
    workspace.edit(LI, "姓名: ", "籍贯: [甲]\n姓名: ");
    export(&workspace, 0, &["信息采集表", "党员基本信息"]);
    export(&workspace, 1, &["花名册"]);
    let of_hospital = ["花名册", "--org", "县直机关工委/县医院党支部"];
    export(&workspace, 0, &of_hospital);
    // What all that is worked out follows from, and what cannot be read at all.
    workspace.edit(sample::ROUND, "填表日期: ", "填表日期: 某日 # ");
    export(&workspace, 1, &of_hospital);
    let workspace = sample::workspace();
    workspace.write(LI, "姓名: [");
    export(&workspace, 1, &["党员基本信息"]);
}

#[test]
fn a_form_that_cannot_be_read_says_why() {
    let workspace = sample::workspace();
    workspace.write("layouts/情况/form.yaml", "编号: 情况\n范围: 某某\n");
    workspace.write("layouts/情况/layout.typ", "");
    let told = export(&workspace, 1, &["情况"]);
    assert!(told.contains("layouts/情况/form.yaml"), "{told}");
}

#[test]
fn what_is_named_twice_is_written_once() {
    let workspace = sample::workspace();
    let told = export(&workspace, 0, &["附件3", "附件3"]);
    assert!(told.contains("写好 2 个表格"), "{told}");
}

/// A workbook has the sheets of all organisations that a call means; a text has that of the
/// one it names.
#[test]
fn a_file_of_its_own_takes_what_it_can_hold() {
    let workspace = sample::workspace();
    let path = |name: &str| workspace.path(name).to_str().expect("UTF-8").to_owned();
    let of = ["附件6", "--org", "县直机关工委"];
    export(&workspace, 0, &[&of[..], &["-o", &path("a.xlsx")]].concat());
    let names = super::workbook::sheets(workspace.read("a.xlsx"));
    let names: Vec<&str> = names.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "附件6 中共会宁县直属机关工作委员会",
            "附件6 中共会宁县人民医院支部委员会",
            "附件6 政府办党支部"
        ]
    );
    export(&workspace, 0, &[&of[..], &["-o", &path("a.csv")]].concat());
    let own = workspace.read("a.csv");
    export(&workspace, 0, &[&of[..], &["--format", "csv"]].concat());
    let listed = workspace.read("out/县直机关工委/附件6-与党组织失去联系党员情况汇总表.csv");
    assert_eq!(own, listed);
    let two = ["附件3", "附件6", "-o", &path("b.csv")];
    let told = export(&workspace, 2, &two);
    assert!(told.contains("CSV 只放得下一个表格"), "{told}");
    let branch = format!("县直机关工委/{}", "政府办党支部");
    let two = ["附件3", "附件6", "--org", &branch, "-o", &path("b.xlsx")];
    export(&workspace, 0, &two);
    assert_eq!(super::workbook::sheets(workspace.read("b.xlsx")).len(), 2);
}
