//! What each stage takes: `cargo bench`.
//!
//! Times are CPU time of one thread, so that a busy machine does not change
//! what is compared. Throughput is in members or forms. A county is made up for
//! the larger runs; the reference page beside 附件1 tells how fast the machine
//! is.

#![allow(missing_docs, reason = "criterion's macros make public items")]

mod files;
mod findings;
mod stages;
#[path = "../../examples/generate/workspace.rs"]
mod workspace;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use cpu_time::ThreadTime;
use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use files::Files;
use paicha::Project;
use paicha::check::{Diagnostic, check};
use paicha::forms::{Catalogue, LayoutFiles};
use paicha::load::{self, Unit, Workspace};
use paicha::model::codes::RollSplit;
use paicha::model::handle::UnitId;
use paicha::publish::{Maker, Output, Plan, Selection};
use paicha::tabulate::add_up;
use paicha::typeset::Assets;
use tempfile::TempDir;
use workspace::Round;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The form whose cost matters most: one a member.
const CARD: &str = "附件1";
/// The page it is compared with.
const REFERENCE: &str = "参照";
/// Members of a county, and of the part of it whose cards are made.
const COUNTY: usize = 20_000;
const PART: usize = 240;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// CPU time of `iterations` calls on this thread.
fn cpu_time<T>(iterations: u64, mut work: impl FnMut() -> T) -> Duration {
    let begun = ThreadTime::now();
    for _ in 0..iterations {
        black_box(work());
    }
    begun.elapsed()
}

/// A made-up workspace of so many members.
fn made_up(members: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    workspace::generate(members, folder.path(), Round::Ended).expect("a workspace");
    folder
}

/// Runs with this thread as the whole pool, so that all work is measured.
fn alone<T>(work: impl FnOnce() -> T) -> T {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build_global();
    // The second time the pool is there already.
    drop(pool);
    work()
}

/// Reads all files of a workspace.
fn read(root: &Path) -> (Workspace, Files) {
    let workspace = Workspace::load(&load::Files::in_folder(root));
    let files = Files::of(&workspace);
    (workspace, files)
}

fn load(criterion: &mut Criterion) {
    alone(|| {
        let members = Workspace::load(&load::Files::in_folder(root())).member_count();
        let mut group = criterion.benchmark_group("load");
        group.throughput(Throughput::Elements(members as u64));
        group.bench_function(BenchmarkId::new("members", members), |bencher| {
            bencher.iter_custom(|iterations| cpu_time(iterations, || read(root())));
        });
        group.finish();
    });
}

fn derive_and_tabulate(criterion: &mut Criterion) {
    alone(|| {
        let (workspace, files) = read(root());
        let catalogue = Catalogue::of(&LayoutFiles::of(&load::Files::in_folder(root())));
        let members = workspace.member_count();
        let mut group = criterion.benchmark_group("derive and tabulate");
        group.throughput(Throughput::Elements(members as u64));
        group.bench_function(BenchmarkId::new("members", members), |bencher| {
            bencher.iter_custom(|iterations| {
                let mut taken = Duration::ZERO;
                for _ in 0..iterations {
                    let begun = ThreadTime::now();
                    let declared = catalogue.declared(RollSplit::TotalOnly);
                    let roster = |unit, _: &Unit| files.roster(&workspace, &declared, unit);
                    let mut rosters = workspace.units.par_map(roster);
                    add_up(&workspace, &mut rosters);
                    taken += begun.elapsed();
                    files.put_back(&mut rosters);
                }
                taken
            });
        });
        group.finish();
    });
}

/// A whole check next to the reading and parsing of the same files.
fn county(criterion: &mut Criterion) {
    alone(|| {
        let folder = made_up(COUNTY);
        let mut group = criterion.benchmark_group("county");
        group
            .sample_size(10)
            .measurement_time(Duration::from_secs(30));
        group.throughput(Throughput::Elements(COUNTY as u64));
        group.bench_function(BenchmarkId::new("read and parse", COUNTY), |bencher| {
            bencher.iter_custom(|iterations| cpu_time(iterations, || read(folder.path())));
        });
        group.bench_function(BenchmarkId::new("check", COUNTY), |bencher| {
            bencher.iter_custom(|iterations| cpu_time(iterations, || Project::open(folder.path())));
        });
        derive_tabulate_check(&mut group, "exact", folder.path());
        let slips = made_up(COUNTY);
        findings::put(slips.path()).expect("a disk");
        derive_tabulate_check(&mut group, "with findings", slips.path());
        let project = Project::open(folder.path());
        let source = project.source();
        let units: Vec<UnitId> = project.workspace.units.ids().collect();
        group.bench_function(BenchmarkId::new("rules alone", COUNTY), |bencher| {
            bencher.iter_custom(|iterations| {
                cpu_time(iterations, || -> Vec<Diagnostic> { check(&source, &units) })
            });
        });
        group.finish();
    });
}

/// All that follows from the files of a workspace up to the findings.
fn derive_tabulate_check(group: &mut BenchmarkGroup<'_, WallTime>, data: &str, root: &Path) {
    let (workspace, files) = read(root);
    let mut workspace = Some(workspace);
    let name = BenchmarkId::new("derive, tabulate, check", data);
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|iterations| {
            let mut taken = Duration::ZERO;
            for _ in 0..iterations {
                let layouts = LayoutFiles::of(&load::Files::in_folder(root));
                let catalogue = Catalogue::of(&layouts);
                let held = workspace.take().expect("a workspace");
                let begun = ThreadTime::now();
                let mut project = Project::of(layouts, catalogue, held, &|outline, unit| {
                    files.roster(outline.workspace, outline.declared, unit)
                });
                taken += begun.elapsed();
                files.put_back(&mut project.rosters);
                workspace = Some(project.workspace);
            }
            taken
        });
    });
}

/// Cards of the sample, whose texts go to every extreme, and of made-up members,
/// who are like most; the reference page for the same members.
fn cards(criterion: &mut Criterion) {
    alone(|| {
        let mut group = criterion.benchmark_group(CARD);
        group
            .sample_size(10)
            .measurement_time(Duration::from_secs(15));
        batch(&mut group, root(), CARD, "sample");
        let folder = made_up(PART);
        let layouts = folder.path().join("layouts").join(REFERENCE);
        fs::create_dir_all(&layouts).expect("a folder");
        for file in ["form.yaml", "layout.typ"] {
            let from = root().join("benches/reference").join(file);
            fs::copy(from, layouts.join(file)).expect("a file");
        }
        batch(&mut group, folder.path(), CARD, "made up");
        batch(&mut group, folder.path(), REFERENCE, "reference page");
        stages::of_cards(&mut group, folder.path());
        group.finish();
    });
}

fn batch(group: &mut BenchmarkGroup<'_, WallTime>, root: &Path, form: &str, name: &str) {
    let project = Project::open(root);
    let assets = Assets::new(&project.layouts);
    let maker = Maker::of(&project, &assets);
    let selection = Selection {
        forms: vec![form.to_owned()],
        ..Selection::default()
    };
    let plan = Plan::of(&project, &selection);
    let make = |output: &Output| {
        maker
            .make(output, 1)
            .expect("readable photos")
            .expect("data without errors")
            .entry
            .pages
    };
    if name == "sample" {
        group.throughput(Throughput::Elements(1));
        group.bench_function("one, again and again", |bencher| {
            bencher.iter_custom(|iterations| cpu_time(iterations, || make(&plan.wanted[0])));
        });
    }
    group.throughput(Throughput::Elements(plan.wanted.len() as u64));
    group.bench_function(BenchmarkId::new(name, plan.wanted.len()), |bencher| {
        bencher.iter_custom(|iterations| {
            cpu_time(iterations, || plan.wanted.iter().map(make).sum::<usize>())
        });
    });
}

criterion_group!(benches, load, derive_and_tabulate, county, cards);
criterion_main!(benches);
