//! What each stage takes: `cargo bench`.
//!
//! Times are CPU time of one thread, so that a busy machine does not change
//! what is compared. Throughput is in members or forms.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use cpu_time::ThreadTime;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use paicha::Project;
use paicha::derive::Derived;
use paicha::load::Workspace;
use paicha::model::codes::RollSplit;
use paicha::publish::{Maker, Output, Plan, Selection};
use paicha::tabulate::tabulate;
use paicha::typeset::Assets;

/// The form whose cost matters most: one a member.
const CARD: &str = "附件1";

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

fn load(criterion: &mut Criterion) {
    let members = Workspace::load(root()).member_count();
    let mut group = criterion.benchmark_group("load");
    group.throughput(Throughput::Elements(members as u64));
    group.bench_function(BenchmarkId::new("members", members), |bencher| {
        bencher.iter_custom(|iterations| cpu_time(iterations, || Workspace::load(root())));
    });
    group.finish();
}

fn derive_and_tabulate(criterion: &mut Criterion) {
    let project = Project::open(root()).expect("the sample data");
    let (workspace, catalogue) = (&project.workspace, &project.catalogue);
    let members = workspace.member_count();
    let mut group = criterion.benchmark_group("derive and tabulate");
    group.throughput(Throughput::Elements(members as u64));
    group.bench_function(BenchmarkId::new("members", members), |bencher| {
        bencher.iter_custom(|iterations| {
            cpu_time(iterations, || {
                let derived = Derived::of(workspace, &catalogue.ids());
                tabulate(workspace, &derived, catalogue.tables(RollSplit::TotalOnly))
            })
        });
    });
    group.finish();
}

fn cards(criterion: &mut Criterion) {
    let project = Project::open(root()).expect("the sample data");
    let assets = Assets::new(&project.layouts);
    let maker = Maker {
        source: project.source(),
        catalogue: &project.catalogue,
        assets: &assets,
    };
    let selection = Selection {
        forms: vec![CARD.to_owned()],
        ..Selection::default()
    };
    let plan = Plan::of(
        &project.workspace,
        &project.derived,
        &project.catalogue,
        &selection,
    )
    .expect("the built-in forms");
    let make = |output: &Output| {
        maker
            .make(output, 1)
            .expect("readable photos")
            .expect("data without errors")
            .pages
    };
    // As in a build: this thread is a pool of its own.
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build();
    let _pool = pool.expect("the first pool of this thread");
    let mut group = criterion.benchmark_group(CARD);
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(15));
    group.throughput(Throughput::Elements(1));
    group.bench_function("one, again and again", |bencher| {
        bencher.iter_custom(|iterations| cpu_time(iterations, || make(&plan.wanted[0])));
    });
    group.throughput(Throughput::Elements(plan.wanted.len() as u64));
    group.bench_function(BenchmarkId::new("batch", plan.wanted.len()), |bencher| {
        bencher.iter_custom(|iterations| {
            cpu_time(iterations, || plan.wanted.iter().map(make).sum::<usize>())
        });
    });
    group.finish();
}

criterion_group!(benches, load, derive_and_tabulate, cards);
criterion_main!(benches);
