//! Texts of an editor that are not saved are laid over what is.

use std::collections::BTreeMap;
use std::path::PathBuf;

use paicha::Project;
use paicha::forms::LayoutFiles;
use paicha::load::{Files, Workspace};

use crate::common;
use crate::common::sample::{LI, ROUND, ZHANG};
use crate::repository::sample;

fn codes(files: &Files) -> Vec<(String, String)> {
    let project = Project::with_layouts(Workspace::load(files), LayoutFiles::of(files));
    let found = project.diagnostics.iter().filter(|one| one.is_error());
    let told = found.map(|one| (one.rule.code.to_owned(), one.path.display().to_string()));
    told.collect()
}

fn over(workspace: &common::Workspace, texts: &[(&str, &str)]) -> Files {
    let texts = texts.iter();
    let texts: BTreeMap<PathBuf, String> = texts
        .map(|(path, text)| (PathBuf::from(path), (*text).to_owned()))
        .collect();
    Files::in_folder(workspace.root()).under(texts)
}

#[test]
fn what_is_laid_over_is_read_and_nothing_else_changes() {
    let workspace = sample();
    let text = String::from_utf8(workspace.read(ZHANG)).expect("UTF-8");
    assert_eq!(codes(&over(&workspace, &[])), []);
    let bad = text.replace("性别: 男", "性别: 难");
    let found = codes(&over(&workspace, &[(ZHANG, &bad)]));
    assert!(
        !found.is_empty() && found.iter().all(|(_, path)| path == ZHANG),
        "{found:?}"
    );
    // What is bad on the disk and mended in the editor is right.
    workspace.write(ZHANG, &bad);
    assert_eq!(codes(&over(&workspace, &[(ZHANG, &text)])), []);
    // A file, and a folder, that are on no disk yet.
    let twin = ZHANG.replace("张建国", "又一个");
    let found = codes(&over(&workspace, &[(ZHANG, &text), (&twin, &text)]));
    assert!(found.iter().any(|(code, _)| code == "E0107"), "{found:?}");
    let new = "data/县直机关工委/新支部/党员/张建国.yaml";
    let found = codes(&over(&workspace, &[(ZHANG, &text), (new, &text)]));
    assert!(found.iter().any(|(code, _)| code == "E0005"), "{found:?}");
    let empty = common::Workspace::empty();
    let round = String::from_utf8(workspace.read(ROUND)).expect("UTF-8");
    let found = codes(&over(&empty, &[(ROUND, &round)]));
    assert_eq!(found, [("E0004".to_owned(), "data".to_owned())]);
}

#[test]
fn folders_have_the_object_of_git_that_tells_them_apart() {
    let workspace = sample();
    workspace.edit(LI, "性别: 男", "性别:  男");
    crate::repository::commit(workspace.root(), "二");
    let at = |revision| Files::at_revision(workspace.root(), revision).expect("a revision");
    let (old, new) = (at("起"), at("二"));
    let object = |files: &Files, folder: &str| files.object(folder.as_ref()).map(str::to_owned);
    let (office, hospital) = (
        "data/县直机关工委/政府办党支部",
        "data/县直机关工委/县医院党支部",
    );
    assert!(object(&old, hospital).is_some());
    assert_eq!(object(&old, hospital), object(&new, hospital));
    assert_ne!(object(&old, office), object(&new, office));
    assert_eq!(object(&Files::in_folder(workspace.root()), office), None);
    assert_eq!(
        object(&Files::staged(workspace.root()).expect("an index"), office),
        None
    );
    let texts = BTreeMap::from([(PathBuf::from(LI), String::new())]);
    assert_eq!(object(&new.under(texts), office), None);
}
