use paicha::{
    Project,
    forms::View,
    typeset::{self, Assets},
};
use std::time::{Duration, Instant};
fn main() {
    let p = Project::open(std::path::Path::new(".")).unwrap();
    let assets = Assets::new(&p.layouts);
    let form = p.catalogue.get("附件1").unwrap();
    let mut t = [Duration::ZERO; 4];
    let mut n = 0;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build()
        .unwrap();
    pool.install(|| {
        for round in 0..4 {
            if round == 3 {
                typst_timing::enable();
            }
            if round == 1 {
                t = [Duration::ZERO; 4];
                n = 0;
            }
            for unit in 0..p.workspace.units.len() {
                for m in 0..p.workspace.units[unit].members.len() {
                    let Some(v) = View::of(p.source(), form, unit, Some(m)) else {
                        continue;
                    };
                    let a = Instant::now();
                    let photo = v.photo.as_ref().map(|x| std::fs::read(x).unwrap());
                    let w = assets.world(
                        &form.layout(),
                        form.json.clone(),
                        serde_json::to_vec(&v).unwrap(),
                        photo,
                    );
                    let d = typeset::compile(&w).unwrap();
                    let b = Instant::now();
                    let _ = typeset::inspect(&d);
                    let c = Instant::now();
                    let _ = typeset::pdf(
                        &w,
                        &d,
                        typeset::PdfSettings {
                            ident: "x",
                            day: chrono::NaiveDate::default(),
                        },
                    )
                    .unwrap();
                    let e = Instant::now();
                    typeset::forget_old(1);
                    let f = Instant::now();
                    for (i, x) in [b - a, c - b, e - c, f - e].into_iter().enumerate() {
                        t[i] += x;
                    }
                    n += 1;
                }
            }
        }
    });
    println!(
        "n {n} compile {:?} inspect {:?} pdf {:?} evict {:?}",
        t[0] / n,
        t[1] / n,
        t[2] / n,
        t[3] / n
    );
    let f = std::fs::File::create("/tmp/timing.json").unwrap();
    typst_timing::export_json(f, |_| ("x".to_owned(), 0)).unwrap();
}
