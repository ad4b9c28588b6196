//! What each stage of a card takes, beside "made up", of which they are parts.

use std::path::Path;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Throughput};
use paicha::Project;
use paicha::publish::{Maker, Plan, Selection};
use paicha::typeset::{Assets, Contract, PdfSettings, breaches, compile, forget_old};

use crate::{CARD, cpu_time};

/// The stages of the cards of a workspace.
pub fn of_cards(group: &mut BenchmarkGroup<'_, WallTime>, root: &Path) {
    let project = Project::open(root);
    let assets = Assets::new(&project.layouts);
    let maker = Maker::of(&project, &assets);
    let selection = Selection {
        forms: vec![CARD.to_owned()],
        ..Selection::default()
    };
    let plan = Plan::of(&project, &selection);
    let form = project.catalogue.get(CARD).expect("a form");
    let cards = plan.wanted.iter().map(|output| {
        let view = maker.view(output).expect("data without errors");
        let world = maker.world(output, &view).expect("a photo");
        (output, view, world)
    });
    let cards: Vec<_> = cards.collect();
    let laid_out = cards.iter().map(|(_, _, world)| {
        let (pages, _) = compile(world).expect("a layout without faults");
        pages
    });
    let laid_out: Vec<_> = laid_out.collect();
    group.throughput(Throughput::Elements(cards.len() as u64));
    let mut stage = |name: &str, work: &dyn Fn(usize) -> usize| {
        group.bench_function(BenchmarkId::new(name, cards.len()), |bencher| {
            bencher.iter_custom(|iterations| {
                cpu_time(iterations, || (0..cards.len()).map(work).sum::<usize>())
            });
        });
    };
    stage("view", &|card| {
        let view = maker.view(cards[card].0).expect("data without errors");
        serde_json::to_vec(&view).expect("JSON").len()
    });
    stage("layout", &|card| {
        let (pages, _) = compile(&cards[card].2).expect("a layout without faults");
        forget_old(1);
        pages.count()
    });
    stage("inspection", &|card| {
        let pages = laid_out[card].inspect();
        let (view, fonts) = (&cards[card].1, assets.fonts());
        let contract = Contract { form, view, fonts };
        pages.missing_glyphs().len() + breaches(&pages, contract).len()
    });
    stage("PDF", &|card| {
        let (output, _, world) = &cards[card];
        let settings = PdfSettings {
            ident: &output.path,
            day: chrono::NaiveDate::default(),
            keywords: "",
        };
        let bytes = laid_out[card].pdf(world, settings).expect("PDF/A");
        forget_old(1);
        bytes.len()
    });
}
