//! Branches without an error are checked and built one at a time, and not
//! looked at again while nothing changes: the outcome is that of a look at all.

use std::path::Path;

use crate::common::sample::{self, LI, WANG, ZHANG};
use crate::common::{Workspace, copy};

const FORMS: [&str; 7] = [
    "附件1", "附件2", "附件3", "附件4", "附件5", "附件6", "附件7",
];

/// All forms that the program carries.
fn shipped() -> Vec<String> {
    let layouts = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts");
    let folders = std::fs::read_dir(layouts).expect("a folder").flatten();
    let forms = folders.filter(|folder| folder.path().join("form.yaml").is_file());
    let names = forms.map(|folder| folder.file_name().into_string().expect("UTF-8"));
    names.collect()
}

/// A build that holds all members, as it names what it makes.
fn build_all_at_once(workspace: &Workspace) {
    let mut arguments = vec!["build", "--force"];
    let round = String::from_utf8(workspace.read(sample::ROUND)).expect("UTF-8");
    let forms = match round.contains("表: 全部") {
        true => shipped(),
        false => FORMS.map(str::to_owned).to_vec(),
    };
    for form in &forms {
        arguments.extend(["--only", form]);
    }
    workspace.expect(0, &arguments);
}

fn of_sample_data() -> Workspace {
    let workspace = Workspace::empty();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    copy(&data, &workspace.path("data"));
    workspace
}

#[test]
fn branch_by_branch_gives_what_all_at_once_gives() {
    for workspace in [sample::workspace(), of_sample_data()] {
        build_all_at_once(&workspace);
        let whole = workspace.tree("out");
        workspace.remove("out/清单.json");
        workspace.expect(0, &["build"]);
        assert!(workspace.tree("out") == whole);
        // What was settled and remembered gives the same once more.
        workspace.expect(0, &["build"]);
        assert!(workspace.tree("out") == whole);
    }
}

/// The same person in a branch of which nothing has changed, and in another.
#[test]
fn twins_are_found_across_branches_that_are_not_looked_at_again() {
    for (changed, other) in [(LI, WANG), (WANG, LI), (ZHANG, WANG)] {
        let workspace = sample::workspace();
        workspace.expect(0, &["build"]);
        let text = String::from_utf8(workspace.read(other)).expect("UTF-8");
        let line = text
            .lines()
            .find(|line| line.starts_with("身份证号码"))
            .expect("a number");
        let own = String::from_utf8(workspace.read(changed)).expect("UTF-8");
        let old = own
            .lines()
            .find(|line| line.starts_with("身份证号码"))
            .expect("a number");
        workspace.edit(changed, old, line);
        let run = workspace.expect(1, &["build"]);
        let checked = workspace.expect(1, &["check"]);
        assert!(run.codes().contains(&"E0107"), "{}", run.stderr);
        // Findings are those of a check, which looks at all.
        for error in checked.codes().iter().filter(|code| code.starts_with('E')) {
            assert!(run.codes().contains(error), "{error}: {}", run.stderr);
        }
        let number = line.split('"').nth(1).expect("in quotes");
        assert!(!run.stderr.contains(number));
    }
}

/// All that a branch depends on outside of its members' files.
#[test]
fn what_is_above_or_beside_a_branch_is_looked_at() {
    let photo = "照片: 照片/甲.jpg\n";
    for change in 0..4 {
        let workspace = sample::workspace();
        let picture = include_bytes!("../../data/会宁县直机关工委/政府办党支部/照片/万里行.jpg");
        let folder = "data/县直机关工委/政府办党支部/照片";
        workspace.write(&format!("{folder}/甲.jpg"), picture);
        workspace.edit(ZHANG, "性别: 男\n", &format!("性别: 男\n{photo}"));
        workspace.expect(0, &["build"]);
        match change {
            0 => workspace.edit("data/县直机关工委/党组织.yaml", "名称: ", "名称: 某"),
            1 => workspace.edit(
                "data/县直机关工委/政府办党支部/党组织.yaml",
                "名称: ",
                "名称: 某",
            ),
            2 => workspace.write(&format!("{folder}/甲.jpg"), &picture[..]),
            _ => workspace.remove(&format!("{folder}/甲.jpg")),
        };
        let run = workspace.run(&["build", "--keep-going"]);
        let incremental = workspace.tree("out");
        workspace.run(&["build", "--force", "--keep-going"]);
        assert!(
            workspace.tree("out") == incremental,
            "{change}: {}",
            run.stderr
        );
    }
}
