//! The sample data built by the binary, and the cells of each of its files.

use std::path::Path;

use paicha::forms::View;
use paicha::publish::{Plan, Selection};
use paicha::typeset::Inspected;

use crate::common::{Workspace, copy};
use crate::harness::Bench;

/// A copy of the sample data with all files of all forms, blank ones too.
pub fn sample() -> Workspace {
    let workspace = Workspace::empty();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    copy(&data, &workspace.path("data"));
    workspace.expect(0, &["build"]);
    workspace.expect(0, &["build", "--blank"]);
    workspace
}

/// The path below `out/` of each file that is not blank, its values and its pages
/// as they were laid out.
pub fn each_output(mut look: impl FnMut(&str, &View, &Inspected)) {
    let bench = Bench::sample();
    let project = &bench.project;
    let all = Selection::default();
    let plan = Plan::of(project, &all);
    for output in &plan.wanted {
        let form = &project.catalogue.forms[output.form];
        let unit = output.unit.expect("a unit");
        let view = View::of(project.source(), form, unit, output.member).expect("a view");
        look(&output.path, &view, &bench.pages_of(form.id(), &view));
    }
}
