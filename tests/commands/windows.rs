//! What a clerk's machine does by itself: byte order marks, CR LF, other encodings, other
//! extensions.

use super::common::Workspace;
use super::common::sample::{CHEN, LI, OFFICE, ROUND, ZHANG, workspace};

/// All YAML files of a workspace.
fn files(workspace: &Workspace) -> Vec<String> {
    let tree = workspace.tree("data").into_iter();
    let files = tree.filter(|(_, content)| content.is_some());
    files.map(|(path, _)| format!("data/{path}")).collect()
}

fn text(workspace: &Workspace, path: &str) -> String {
    String::from_utf8(workspace.read(path)).expect("UTF-8")
}

fn crlf(text: &str) -> Vec<u8> {
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

fn utf_16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

#[test]
fn marks_and_line_ends_change_no_output_and_no_place() {
    let usual = workspace();
    let windows = workspace();
    for path in files(&windows) {
        let text = text(&windows, &path);
        windows.write(&path, crlf(&text));
    }
    windows.write("paicha.yaml", crlf("规则级别: {W0502: 错误}\n"));
    usual.write("paicha.yaml", "规则级别: {W0502: 错误}\n");
    for workspace in [&usual, &windows] {
        workspace.expect(0, &["build"]);
    }
    assert_eq!(usual.pdfs(), windows.pdfs());
    for pdf in usual.pdfs() {
        let path = format!("out/{pdf}");
        assert!(usual.read(&path) == windows.read(&path), "{pdf}");
    }
    // Findings and their places.
    usual.edit(ZHANG, "\"13893001234\"", "\"1389300\"");
    windows.edit(ZHANG, "\"13893001234\"", "\"1389300\"");
    for format in ["text", "json", "sarif", "github"] {
        let check = ["check", "--format", format];
        let (usual, windows) = (usual.expect(1, &check), windows.expect(1, &check));
        assert_eq!(usual.stdout, windows.stdout);
        assert_eq!(usual.stderr, windows.stderr);
    }
}

#[test]
fn fix_writes_the_usual_way_and_tells_it_once() {
    let workspace = workspace();
    let before = workspace.tree("data");
    for path in files(&workspace) {
        let text = text(&workspace, &path);
        workspace.write(&path, crlf(&text));
    }
    let changed = workspace.tree("data");
    let dry = workspace.expect(0, &["check", "--fix", "--dry-run"]);
    assert_eq!(workspace.tree("data"), changed);
    let run = workspace.expect(0, &["check", "--fix"]);
    for run in [&dry, &run] {
        assert!(
            run.stderr
                .contains("去掉 BOM 标记、把 CRLF 换行改为 LF：8 个文件"),
            "{}",
            run.stderr
        );
        assert!(run.stdout.is_empty() && run.codes().is_empty());
    }
    assert_eq!(workspace.tree("data"), before);
    let again = workspace.expect(0, &["check", "--fix"]);
    assert!(again.stderr.contains("改正了 0 处"), "{}", again.stderr);
    // A correction in such a file stands where it stood.
    workspace.write(
        ZHANG,
        crlf(&text(&workspace, ZHANG).replace("1965-03-12", "1965年3月12日  # 档案")),
    );
    let run = workspace.expect(0, &["check", "--fix"]);
    assert!(
        run.stdout.contains("+出生年月: 1965-03-12  # 档案\n"),
        "{}",
        run.stdout
    );
    assert!(text(&workspace, ZHANG).contains("出生年月: 1965-03-12  # 档案\n"));
}

#[test]
fn other_encodings_are_told_and_converted() {
    for (encoded, name) in [(gbk as fn(&str) -> Vec<u8>, "GBK"), (utf_16, "UTF-16")] {
        let workspace = workspace();
        let before = text(&workspace, ZHANG);
        let bytes = encoded(&before.replace('\n', "\r\n"));
        workspace.write(ZHANG, &bytes);
        let run = workspace.expect(1, &["check"]);
        assert_eq!(run.codes(), ["E0021"]);
        assert!(
            run.stderr.contains(name) && run.stderr.contains("姓名: 张建国"),
            "{}",
            run.stderr
        );
        let english = workspace.expect(1, &["--lang", "en", "check"]);
        assert!(english.stderr.contains(name) && english.stderr.contains("--fix"));
        workspace.expect(1, &["check", "--fix", "--dry-run"]);
        assert_eq!(workspace.read(ZHANG), bytes);
        let run = workspace.expect(0, &["check", "--fix"]);
        assert!(
            run.stderr.contains(&format!("由 {name} 转为 UTF-8")),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains("读作“张建国”"), "{}", run.stderr);
        assert_eq!(text(&workspace, ZHANG), before);
    }
}

/// GBK that is damaged, too, and UTF-8 that is: nothing is made of them.
#[test]
fn damaged_files_are_left_alone() {
    let workspace = workspace();
    let gbk = gbk(&text(&workspace, ZHANG));
    for damaged in [
        [&gbk[..9], &gbk[10..]].concat(),
        [&gbk[..], b"\xff"].concat(),
    ] {
        workspace.write(ZHANG, &damaged);
        workspace.expect(1, &["check", "--fix"]);
        assert_eq!(workspace.read(ZHANG), damaged);
    }
}

#[test]
fn yml_is_read_with_a_notice_and_renamed() {
    let workspace = workspace();
    workspace.expect(0, &["build"]);
    let before: Vec<Vec<u8>> = workspace
        .pdfs()
        .iter()
        .map(|pdf| workspace.read(&format!("out/{pdf}")))
        .collect();
    let rename = |from: &str, to: &str| {
        std::fs::rename(workspace.path(from), workspace.path(to)).expect("renamed");
    };
    let others = [
        (ZHANG, ZHANG.replace(".yaml", ".yml")),
        (LI, LI.replace(".yaml", ".YAML")),
        (OFFICE, OFFICE.replace(".yaml", ".yml")),
        (ROUND, ROUND.replace(".yaml", ".Yml")),
    ];
    for (usual, other) in &others {
        rename(usual, other);
    }
    workspace.write("paicha.yml", "规则级别: {W0502: 错误}\n");
    let run = workspace.expect(0, &["check"]);
    assert_eq!(run.codes(), ["N0016"; 5], "{}", run.stderr);
    let english = workspace.expect(0, &["--lang", "en", "check"]);
    assert!(
        english.stderr.contains("read all the same"),
        "{}",
        english.stderr
    );
    workspace.expect(0, &["build"]);
    let after: Vec<Vec<u8>> = workspace
        .pdfs()
        .iter()
        .map(|pdf| workspace.read(&format!("out/{pdf}")))
        .collect();
    assert!(before == after);
    // The settings hold.
    workspace.edit(&others[0].1, "\"13893001234\"", "\"1389300\"");
    let run = workspace.expect(1, &["check"]);
    assert!(
        run.stderr.contains("错误[W0502]") && run.stderr.contains("张建国.yml:6:8"),
        "{}",
        run.stderr
    );
    workspace.edit(&others[0].1, "\"1389300\"", "\"13893001234\"");
    let run = workspace.expect(0, &["check", "--fix"]);
    assert!(
        run.codes().is_empty() && run.stderr.contains("张建国.yml → "),
        "{}",
        run.stderr
    );
    for (usual, other) in &others {
        assert!(
            workspace.path(usual).exists() && !workspace.path(other).exists(),
            "{usual}"
        );
    }
    assert!(workspace.path("paicha.yaml").exists());
}

#[test]
fn one_name_with_two_extensions_is_an_error() {
    for path in [ZHANG, OFFICE, ROUND] {
        let workspace = workspace();
        let other = path.replace(".yaml", ".yml");
        workspace.write(&other, workspace.read(path));
        for run in [
            workspace.expect(1, &["check"]),
            workspace.expect(1, &["check", "--fix"]),
        ] {
            assert_eq!(run.codes(), ["E0008"], "{}", run.stderr);
            let name = path.rsplit('/').next().expect("a name");
            assert!(
                run.stderr.contains(&format!("还有 {name}")),
                "{}",
                run.stderr
            );
        }
        workspace.expect(1, &["build"]);
        assert!(workspace.path(&other).exists());
    }
    let workspace = workspace();
    workspace
        .write("paicha.yaml", "规则级别: {}\n")
        .write("paicha.yml", "规则级别: {}\n");
    assert_eq!(workspace.expect(1, &["check"]).codes(), ["E0008"]);
}

/// Declarations of forms are read as all files.
#[test]
fn a_declaration_is_read_as_all_files() {
    let declaration = "编号: 便条\n标题: 便条\n纸张: 纵向\n范围: 党员\n对象: 排查对象\n输出: \"{{ org }}/便条/{{ member }}.pdf\"\n";
    let layout = "#set document(title: \"便条\")\n#set text(lang: \"zh\", font: \"Noto Serif SC\", size: 12pt)\n\
                  #[#block(width: 90mm, height: 9mm)[]#label(\"籍贯\")]\n";
    let make = |declaration: &[u8], name: &str| {
        let workspace = workspace();
        workspace
            .write(&format!("layouts/便条/{name}"), declaration)
            .write("layouts/便条/layout.typ", layout);
        workspace
    };
    let usual = make(declaration.as_bytes(), "form.yaml");
    let windows = make(&crlf(declaration), "form.yaml");
    let named = make(declaration.as_bytes(), "form.yml");
    let told = |workspace: &Workspace| workspace.run(&["check"]).stderr;
    assert_eq!(told(&usual), told(&windows));
    let run = named.run(&["check"]);
    assert!(
        run.stderr.contains("提示[N0016]") && run.stderr.contains("layouts/便条/form.yml"),
        "{}",
        run.stderr
    );
    let run = windows.run(&["check", "--fix"]);
    assert!(run.stderr.contains("1 个文件"), "{}", run.stderr);
    assert_eq!(
        windows.read("layouts/便条/form.yaml"),
        declaration.as_bytes()
    );
    named.run(&["check", "--fix"]);
    assert_eq!(named.read("layouts/便条/form.yaml"), declaration.as_bytes());
    // A fault stands in the file that there is.
    let faulty = make(
        declaration.replace("范围: 党员", "范围: 某人").as_bytes(),
        "form.yml",
    );
    let run = faulty.run(&["check"]);
    assert!(
        run.stderr.contains("layouts/便条/form.yml:4:5"),
        "{}",
        run.stderr
    );
    let twins = make(declaration.as_bytes(), "form.yaml");
    twins.write("layouts/便条/form.yml", declaration);
    assert!(twins.expect(1, &["check"]).codes().contains(&"E0008"));
    let gbk = make(&gbk(declaration), "form.yaml");
    assert!(gbk.run(&["check"]).codes().contains(&"E0021"));
    gbk.run(&["check", "--fix"]);
    assert_eq!(gbk.read("layouts/便条/form.yaml"), declaration.as_bytes());
}

/// Figures that units hand in are read as all files.
#[test]
fn figures_are_read_as_all_files() {
    let usual = workspace();
    let figures = usual
        .expect(
            0,
            &[
                "summary",
                "--org",
                "县直机关工委/政府办党支部",
                "--format",
                "yaml",
            ],
        )
        .stdout;
    for path in [ZHANG, LI, CHEN] {
        usual.remove(path);
    }
    let path = OFFICE.replace("党组织.yaml", "汇总上报.yaml");
    usual.write(&path, &figures);
    let before = usual.expect(0, &["summary", "--format", "json"]).stdout;
    for (name, bytes) in [
        (path.clone(), crlf(&figures)),
        (path.replace(".yaml", ".yml"), figures.clone().into_bytes()),
    ] {
        usual.remove(&path).write(&name, bytes);
        assert_eq!(
            usual.expect(0, &["summary", "--format", "json"]).stdout,
            before
        );
        usual.expect(0, &["check", "--fix"]);
        assert_eq!(usual.read(&path), figures.as_bytes());
    }
}
