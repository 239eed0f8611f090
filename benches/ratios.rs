//! scratch
#[path = "limit.rs"]
mod limit;
#[path = "works.rs"]
mod works;
use districtwide::model::*;
use std::time::Instant;
fn time(n: u32, mut f: impl FnMut()) -> f64 {
    let mut v: Vec<f64> = (0..n)
        .map(|_| {
            let t = Instant::now();
            f();
            t.elapsed().as_secs_f64() * 1e9
        })
        .collect();
    v.sort_by(f64::total_cmp);
    v[v.len() / 5]
}
fn main() {
    let (mut m24, mut m120) = (0.0, 0.0);
    for r in 0..500 {
        let e = limit::simulate(r);
        m24 += f64::from(e[24]) / 500.;
        m120 += f64::from(e[120]) / 500.;
    }
    println!("limit mean ever {m24} {m120}");
    let r1 = works::r1();
    let full = works::full();
    let (mut m24, mut m120) = (0.0, 0.0);
    for r in 0..500 {
        let e = simulate(&r1, r);
        m24 += e.at(Measure::Ever, 24) / 500.;
        m120 += e.at(Measure::Ever, 120) / 500.;
    }
    println!("engine mean ever {m24} {m120}");
    let lay: Vec<_> = (0..100).map(|r| Layout::new(Terrain::of(&full), r)).collect();
    let layr: Vec<_> = (0..100).map(|r| Layout::new(Terrain::of(&r1), r)).collect();
    let sm = 516.0 * 120.0;
    for _ in 0..7 {
        let mut r = 0;
        let a = time(300, || {
            r += 1;
            std::hint::black_box(limit::simulate(r));
        });
        let b = time(300, || {
            r += 1;
            std::hint::black_box(simulate(&r1, r));
        });
        let c = time(300, || {
            r += 1;
            std::hint::black_box(simulate(&full, r));
        });
        let d = time(300, || {
            r += 1;
            std::hint::black_box(simulate_in(&full, &lay[(r % 100) as usize]));
        });
        let e = time(300, || {
            r += 1;
            std::hint::black_box(simulate_in(&r1, &layr[(r % 100) as usize]));
        });
        let l2 = time(300, || {
            r += 1;
            std::hint::black_box(Layout::new(Terrain::of(&r1), r));
        });
        let l3 = time(300, || {
            r += 1;
            std::hint::black_box(Layout::new(Terrain::of(&full), r));
        });
        println!(
            "limit {:.2}  R1 {:.2} ({:.2})  cold {:.2} ({:.2})  warm {:.2} ({:.2})  r1warm {:.2} layr1 {:.2} layfull {:.2}",
            a / sm,
            b / sm,
            b / a,
            c / sm,
            c / a,
            d / sm,
            d / a,
            e / sm,
            l2 / sm,
            l3 / sm
        );
    }
}
