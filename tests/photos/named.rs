//! A photo that is named otherwise than its file: what can mean one file only is taken, with
//! a notice and a correction; else those that may be meant are proposed.

use std::fs;

use crate::common::Workspace;
use crate::common::sample::{self, ZHANG};

const FOLDER: &str = "data/县直机关工委/政府办党支部";

/// The sample with photos in the folder of the branch, and with this line in 张建国's file.
fn with(photos: &[&str], line: &str) -> Workspace {
    let workspace = sample::workspace();
    let photo = fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/rules/base/data/会宁县直机关工委/政府办党支部/照片/张建国.jpg"
    ));
    let photo = photo.expect("a photo");
    for name in photos {
        workspace.write(&format!("{FOLDER}/{name}"), &photo);
    }
    let line = format!("月应交纳党费: 35.00\n{line}");
    workspace.edit(ZHANG, "月应交纳党费: 35.00", line.trim_end());
    workspace
}

/// What `check` says of photos.
fn said(workspace: &Workspace, lang: &str) -> Vec<(String, String)> {
    let run = workspace.run(&["--lang", lang, "check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let found = report["diagnostics"].as_array().expect("a list").iter();
    let of = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let found = found.filter(|one| of(one, "code")[1..].starts_with("08"));
    found
        .map(|one| (of(one, "code"), of(one, "message") + &of(one, "help")))
        .collect()
}

#[test]
fn what_can_mean_one_photo_is_taken_and_corrected() {
    for line in [
        "照片\\张建国.jpg",
        ".\\照片\\张建国.jpg",
        "./照片/张建国.jpg",
        "照片/张建国.JPG",
        "照片/张建国.Jpg",
        "照片/张建国",
        "张建国.jpg",
        "张建国",
        "照片\\张建国",
    ] {
        let workspace = with(&["照片/张建国.jpg"], &format!("照片: {line}"));
        let plain = with(&["照片/张建国.jpg"], "照片: 照片/张建国.jpg");
        let found = said(&workspace, "zh");
        let [(code, said)] = &found[..] else {
            panic!("{line}: {found:?}")
        };
        assert_eq!(code, "N0808", "{line}");
        assert!(said.contains("照片: 照片/张建国.jpg"), "{said}");
        // The same pages, and the same file afterwards.
        workspace.expect(0, &["build", "--only", "附件1"]);
        plain.expect(0, &["build", "--only", "附件1"]);
        assert_eq!(
            workspace.tree("out/县直机关工委"),
            plain.tree("out/县直机关工委"),
            "{line}"
        );
        workspace.expect(0, &["check", "--fix"]);
        assert_eq!(workspace.read(ZHANG), plain.read(ZHANG), "{line}");
    }
    // A large ending of the file itself is as good.
    let workspace = with(&["照片/张建国.JPG"], "照片: 照片/张建国.jpg");
    assert!(matches!(&said(&workspace, "en")[..], [(code, said)]
        if code == "N0808" && said.contains("照片: 照片/张建国.JPG")));
}

#[test]
fn what_may_mean_several_or_another_is_proposed() {
    for (photos, line, code, zh, en) in [
        (
            &["照片/张建国.jpg", "照片/张建国.png"][..],
            "照片/张建国",
            "E0801",
            "是不是“照片/张建国.jpg”或“照片/张建国.png”？",
            "did you mean “照片/张建国.jpg” or “照片/张建国.png”?",
        ),
        (
            &["照片/张建国.jpg"],
            "照片/张建国.png",
            "E0801",
            "是不是“照片/张建国.jpg”？",
            "did you mean “照片/张建国.jpg”?",
        ),
        (
            &["照片/张建国.jpg"],
            "照片/张健国.jpg",
            "E0801",
            "是不是“照片/张建国.jpg”？",
            "did you mean “照片/张建国.jpg”?",
        ),
        (
            &["照片/合影.jpg"],
            "照片/张建国.jpg",
            "E0801",
            "照片/姓名.jpg",
            "照片/name.jpg",
        ),
        (
            &["照片/张建国.jpg"],
            "D:\\排查\\照片\\张建国.jpg",
            "E0801",
            "是不是“照片/张建国.jpg”？",
            "did you mean “照片/张建国.jpg”?",
        ),
        (
            &["照片/张建国.jpg"],
            "../县医院党支部/照片/张建国.jpg",
            "E0802",
            "路径从本组织的文件夹写起",
            "paths begin at the organisation's folder",
        ),
    ] {
        let workspace = with(photos, &format!("照片: '{line}'"));
        for (lang, way) in [("zh", zh), ("en", en)] {
            let found = said(&workspace, lang);
            let is_told = matches!(&found[..], [(own, said)] if own == code && said.contains(way));
            assert!(is_told, "{line}: {found:?}");
        }
    }
}

#[test]
fn photos_of_other_kinds_are_named_with_the_way_to_convert_them() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let webp = b"RIFF\x24\0\0\0WEBPVP8 ";
    for (bytes, kind) in [
        (&heic[..], "HEIC"),
        (&webp[..], "WebP"),
        (&b"BM\x36\x10\0\0"[..], "BMP"),
        (&b"GIF89a\x01\0"[..], "GIF"),
    ] {
        let workspace = with(&[], "照片: 照片/张建国.jpg");
        workspace.write(&format!("{FOLDER}/照片/张建国.jpg"), bytes);
        for (lang, way) in [("zh", "另存为 JPEG"), ("en", "save it as JPEG")] {
            let found = said(&workspace, lang);
            let is_told = |(code, said): &(String, String)| {
                code == "E0803" && said.contains(kind) && said.contains(way)
            };
            assert!(found.len() == 1 && found.iter().all(is_told), "{found:?}");
        }
    }
}

#[test]
fn a_photo_that_no_file_names_is_told() {
    let workspace = with(&["照片/张建国.jpg", "照片/合影.jpg"], "");
    for (lang, way) in [
        ("zh", "加一行 照片: 照片/张建国.jpg"),
        ("en", "add 照片: 照片/张建国.jpg"),
    ] {
        let found = said(&workspace, lang);
        let is_told = matches!(&found[..], [(code, said)] if code == "N0809" && said.contains(way));
        assert!(is_told, "{found:?}");
    }
    let workspace = with(
        &["照片/张建国.jpg", "照片/合影.jpg"],
        "照片: 照片/张建国.jpg",
    );
    assert_eq!(said(&workspace, "zh"), []);
}
