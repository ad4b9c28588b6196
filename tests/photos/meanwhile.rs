//! Photos that go, or are replaced, after they were checked and before they are drawn.

use std::fs;
use std::io;

use paicha::Project;
use paicha::check::At;
use paicha::forms::LayoutFiles;
use paicha::load::{Files, Workspace};
use paicha::publish::{self, Making, OUT, Outcome, Past, Plan, Selection, Settings};
use paicha::settle::{Changed, Settling};
use paicha::typeset::Assets;

use super::bench::{CARD, PHOTO, file, with};
use super::common::sample::ZHANG;
use super::common::{self};

/// Checks a workspace with a photo, holding its members or not; then something happens;
/// then builds.
fn built(
    is_settled: bool,
    happens: impl Fn(&common::Workspace),
) -> (common::Workspace, io::Result<Outcome>) {
    let workspace = with(file("baseline.jpg"));
    let root = workspace.root();
    let files = Files::in_folder(root);
    let layouts = LayoutFiles::of(&files);
    let project = match is_settled {
        true => {
            let settling = Settling {
                shared: String::new(),
                remembered: &|_, _, _| None,
            };
            Project::settled(Workspace::load(&files), layouts, &settling)
        }
        false => Project::with_layouts(Workspace::load(&files), layouts),
    };
    assert!(project.diagnostics.iter().all(|one| !one.is_error()));
    let units = project.workspace.units.ids();
    let settled = units.filter(|unit| project.source().settled(*unit).is_some());
    assert_eq!(settled.count(), usize::from(is_settled));
    let assets = Assets::new(&project.layouts);
    let plan = Plan::of(&project, &Selection::default());
    happens(&workspace);
    let making = Making {
        project: &project,
        assets: &assets,
        shared: "",
        revision: None,
    };
    let settings = Settings {
        jobs: 1,
        keep_going: false,
        force: false,
    };
    let past = Past::read(&root.join(OUT)).expect("no manifest");
    let outcome = publish::build(&making, &plan, past, settings, &|_| {});
    (workspace, outcome)
}

/// That nothing is written, and the only thing told is this at the key.
#[track_caller]
fn refused(code: &str, happens: impl Fn(&common::Workspace)) {
    for is_settled in [false, true] {
        let (workspace, outcome) = built(is_settled, &happens);
        let outcome = outcome.expect("a disk");
        assert_eq!(outcome.written, 0);
        assert!(workspace.pdfs().is_empty());
        let errors = outcome.found.iter().filter(|one| one.is_error());
        let [error] = errors.collect::<Vec<_>>()[..] else {
            panic!("one error of {:?}", outcome.found);
        };
        assert_eq!((error.rule.code, error.path.to_str()), (code, Some(ZHANG)));
        let At::Span(span) = error.at else {
            panic!("{:?}", error.at);
        };
        let text = fs::read_to_string(workspace.path(ZHANG)).expect("UTF-8");
        let span = span.start as usize..span.end as usize;
        assert_eq!(&text[span], "照片/张建国.jpg");
    }
}

#[test]
fn one_that_stays_is_drawn() {
    for is_settled in [false, true] {
        let (workspace, outcome) = built(is_settled, |_| {});
        assert!(outcome.expect("a disk").written > 0);
        assert!(workspace.path(CARD).is_file());
    }
}

#[test]
fn one_that_is_gone_is_an_error_at_its_key() {
    refused("E0801", |workspace| {
        workspace.remove(PHOTO);
    });
    refused("E0803", |workspace| {
        workspace.remove(PHOTO);
        fs::create_dir(workspace.path(PHOTO)).expect("a folder");
    });
}

#[test]
fn one_that_is_damaged_now_is_an_error_at_its_key() {
    let photo = file("progressive.jpg");
    refused("E0803", |workspace| {
        workspace.write(PHOTO, &photo[..photo.len() / 2]);
    });
    refused("E0807", |workspace| {
        workspace.write(PHOTO, file("cmyk.jpg"));
    });
}

/// What was said of the shape of the one need not be so of the other.
#[test]
fn another_one_is_a_file_that_changed_meanwhile() {
    for is_settled in [false, true] {
        let (workspace, outcome) = built(is_settled, |workspace| {
            workspace.write(PHOTO, file("quarters.jpg"));
        });
        let error = outcome.expect_err("another photo");
        let changed = error
            .get_ref()
            .and_then(|error| error.downcast_ref::<Changed>());
        let unit = "县直机关工委/政府办党支部".to_owned();
        assert_eq!(changed, Some(&Changed { unit }));
        assert!(workspace.pdfs().is_empty());
    }
}
