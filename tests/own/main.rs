//! Forms of one's own: what their declarations promise is on the page, or there is an
//! error at the line of their file, or of the data.

#[path = "../common/mod.rs"]
mod common;

mod absent;
mod blank;
mod catalogue;
mod cells;
mod clashes;
mod docs;
mod drafts;
mod heads;
mod keys;
mod lists;
mod several;
mod stamped;
mod sums;
mod values;

use common::{Workspace, sample};
use paicha::Project;
use paicha::forms::View;

/// The sample with a form of its own.
pub fn with_form(name: &str, declaration: &str) -> Workspace {
    let workspace = sample::workspace();
    workspace.write(&form_of(name), declaration);
    workspace
}

/// The declaration of a form of one's own.
pub fn form_of(name: &str) -> String {
    format!("layouts/{name}/form.yaml")
}

/// A cross-table of the whole roll with these rows and columns.
pub fn table(rows: &str, columns: &str) -> String {
    format!(
        "编号: 统计\n标题: 党员统计表\n纸张: 横向\n范围: 组织\n人群: 在册\n\
         输出: \"{{{{ org }}}}/统计.pdf\"\n角: [项目, 群体]\n{rows}列:\n{columns}"
    )
}

/// What a form's layout is given for a unit.
pub fn view(workspace: &Workspace, form: &str, unit: &str) -> View {
    let project = Project::open(workspace.root());
    let units = &project.workspace.units;
    let unit = units.find(|found| found.path == unit).expect("a unit");
    let known = project.catalogue.get(form);
    let form = known.unwrap_or_else(|| panic!("{:?}", project.catalogue.faults));
    View::of(project.source(), form, unit, None).expect("readable")
}

/// The findings of a check of the layouts, which must be errors at these lines of a file.
#[track_caller]
pub fn expect_faults(workspace: &Workspace, path: &str, expected: &[(usize, &str)]) {
    let run = workspace.run(&["layouts", "check"]);
    let places: Vec<&str> = run
        .stderr
        .lines()
        .filter(|line| line.contains("--> "))
        .collect();
    assert_eq!(places.len(), expected.len(), "{}", run.stderr);
    for (line, words) in expected {
        let place = format!("{path}:{line}:");
        assert!(
            places.iter().any(|found| found.contains(&place)),
            "{place}\n{}",
            run.stderr
        );
        assert!(run.stderr.contains(words), "{words}\n{}", run.stderr);
    }
}
