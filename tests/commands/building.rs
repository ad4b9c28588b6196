//! `paicha build`: the same bytes, whole files, nobody else's files.

use std::collections::BTreeMap;
use std::fs;

use sha2::{Digest as _, Sha256};

use crate::common::Workspace;
use crate::common::sample;

fn digests(workspace: &Workspace) -> BTreeMap<String, String> {
    let files = workspace.tree("out").into_iter();
    files
        .filter_map(|(path, content)| Some((path, hex(&content?))))
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn all_outputs_are_made_and_listed() {
    let workspace = sample::workspace();
    let run = workspace.expect(0, &["build"]);
    assert_eq!(workspace.pdfs(), sample::outputs());
    assert_eq!(workspace.listed(), sample::outputs());
    assert_eq!(run.stdout, "");
    // 4 附件1, 2 × 4 registers, 3 × 2 tables.
    // The names of three branches are printed in smaller type than usual.
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(lines[0], "另有 3 个提示，用 paicha check --pages 查看");
    assert!(lines[1].starts_with("做好 18 份，共 "), "{}", run.stderr);
    assert_eq!(lines.len(), 2, "{}", run.stderr);

    let digests = digests(&workspace);
    let manifest: serde_json::Value =
        serde_json::from_slice(&workspace.read("out/清单.json")).expect("JSON");
    for entry in manifest["输出"].as_array().expect("a list") {
        let path = entry["路径"].as_str().expect("text");
        assert_eq!(entry["SHA256"], digests[path].as_str(), "{path}");
        assert!(entry["页数"].as_u64() >= Some(1), "{path}");
    }
}

/// Twice in the same place, and elsewhere with one worker and with four.
#[test]
fn the_same_data_gives_the_same_bytes() {
    let first = sample::workspace();
    first.expect(0, &["build"]);
    let expected = digests(&first);
    assert_eq!(expected.len(), 19, "18 outputs and 清单.json");
    first.expect(0, &["build"]);
    assert_eq!(digests(&first), expected, "again");
    for jobs in ["1", "4"] {
        let workspace = sample::workspace();
        workspace.expect(0, &["build", "--jobs", jobs]);
        assert_eq!(digests(&workspace), expected, "--jobs {jobs}");
    }
}

/// Cards made one by one are those of a whole build.
#[test]
fn parts_give_the_bytes_of_the_whole() {
    let whole = sample::workspace();
    whole.expect(0, &["build"]);
    let parts = sample::workspace();
    parts.expect(0, &["build", "--org", "县直机关工委/县医院党支部"]);
    parts.expect(0, &["build", "--org", "县直机关工委/政府办党支部"]);
    parts.expect(0, &["build", "--only", "附件6,附件7"]);
    assert_eq!(digests(&parts), digests(&whole));
}

#[cfg(unix)]
#[test]
fn outputs_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let workspace = sample::workspace();
    workspace.expect(0, &["build", "--member", "张建国"]);
    let outputs = workspace.outputs();
    assert_eq!(outputs.len(), 2, "the card and 清单.json");
    for path in outputs {
        let file = fs::metadata(workspace.path("out").join(&path)).expect("a file");
        assert_eq!(file.permissions().mode() & 0o777, 0o600, "{path}");
    }
}

#[test]
fn outputs_of_a_member_that_is_gone_vanish_and_foreign_files_stay() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    let card = "县直机关工委/县医院党支部/附件1/王强.pdf";
    workspace
        .write(
            "out/县直机关工委/政府办党支部/附件1/签字扫描.pdf",
            "foreign",
        )
        .write("out/说明.txt", "foreign")
        .remove(sample::WANG);
    // Whatever the call asks for: his card is nobody's any more.
    let run = workspace.expect(0, &["build", "--only", "附件6"]);
    assert!(run.stderr.contains("删去 1 份"), "{}", run.stderr);
    assert!(!workspace.path("out").join(card).exists());
    // Nor does his folder stay, empty.
    assert!(
        !workspace
            .path("out/县直机关工委/县医院党支部/附件1")
            .exists()
    );
    assert!(!workspace.listed().contains(&card.to_owned()));
    let outputs = workspace.outputs();
    for foreign in ["说明.txt", "县直机关工委/政府办党支部/附件1/签字扫描.pdf"]
    {
        assert!(outputs.contains(&foreign.to_owned()), "{foreign}");
    }
    // 18 of ours, less one; two foreign files and the manifest.
    assert_eq!(outputs.len(), 18 - 1 + 2 + 1);
}

#[test]
fn outputs_of_an_organisation_that_is_gone_vanish() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build"]);
    let branch = workspace.path("data/县直机关工委/县医院党支部");
    fs::remove_dir_all(branch).expect("a folder");
    workspace.expect(0, &["build"]);
    let mut expected = sample::outputs();
    expected.retain(|path| !path.contains("县医院"));
    assert_eq!(workspace.pdfs(), expected);
    assert_eq!(workspace.listed(), expected);
    assert!(!workspace.path("out/县直机关工委/县医院党支部").exists());
}

/// Who has a manifest of nonsense loses nothing by it.
#[test]
fn a_manifest_that_cannot_be_read_names_no_file_as_ours() {
    let workspace = sample::workspace();
    workspace
        .write("out/清单.json", "{")
        .write("out/旧表.pdf", "old");
    workspace.expect(0, &["build", "--member", "张建国"]);
    assert_eq!(workspace.read("out/旧表.pdf"), b"old");
    let card = ["县直机关工委/政府办党支部/附件1/张建国.pdf"];
    assert_eq!(workspace.listed(), card);
}

/// A manifest from elsewhere must not make the program delete files outside.
#[test]
fn a_manifest_cannot_point_out_of_the_folder() {
    let workspace = sample::workspace();
    let entry = r#"{"路径": "../留下.txt", "表": "附件1", "输入": [], "页数": 1, "SHA256": "0"}"#;
    workspace.write("留下.txt", "stays").write(
        "out/清单.json",
        format!(r#"{{"版本": "0.0.1", "输出": [{entry}]}}"#),
    );
    workspace.expect(0, &["build", "--member", "张建国"]);
    assert_eq!(workspace.read("留下.txt"), b"stays");
}

#[test]
fn no_staging_folder_is_left() {
    let workspace = sample::workspace();
    workspace.expect(0, &["build", "--member", "张建国"]);
    let hidden = workspace.tree("").into_keys();
    let hidden: Vec<String> = hidden.filter(|path| path.contains("/.")).collect();
    assert_eq!(hidden, [""; 0]);
}
