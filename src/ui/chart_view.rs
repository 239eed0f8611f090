//! The adoption chart: draws what `chart::AdoptionChart` has laid out.

use super::fields::Field;
use super::page::Page;
use super::size::size_of;
use super::table_view::Table;
use crate::chart::{AdoptionChart, BandPaths, Mark, Tick};
use crate::scenario::{Preset, Reading, parameter};
use leptos::prelude::*;

/// The chart with its heading, its read-out, its sources and its table.
#[component]
pub fn Adoption() -> impl IntoView {
    let page = Page::here();
    let element = NodeRef::new();
    let size = size_of(element);
    let chart = Memo::new(move |_| {
        let size = size.get()?;
        page.summary.with(|summary| {
            summary.as_ref().map(|s| AdoptionChart::new(&s.scenario, &s.bands, size))
        })
    });
    view! {
        <section class="adoption" aria-labelledby="adoption-title">
            <div class="chart-block">
                <div class="chart-head">
                    <h2 id="adoption-title">"Schools over time"</h2>
                    <Legend />
                </div>
                <div class="chart" node_ref=element>
                    {move || chart.get().map(|chart| view! { <Drawing chart /> })}
                </div>
                <ReadOut />
            </div>
            <Observed />
            <div class="target">{parameter("target_schools").map(|parameter| view! { <Field parameter /> })}</div>
            <Table />
        </section>
    }
}

#[component]
fn Legend() -> impl IntoView {
    view! {
        <ul class="legend">
            <li><span class="key ever"></span>"ever started"</li>
            <li><span class="key active"></span>"still active"</li>
            <li class="quiet">"line: median; dark: 50\u{a0}% of futures; light: 80\u{a0}%"</li>
        </ul>
    }
}

/// The SVG. A pointer over it moves the month of the read-out.
#[component]
fn Drawing(chart: AdoptionChart) -> impl IntoView {
    let page = Page::here();
    let (width, height) = chart.size;
    let (left, right, top, bottom) = chart.plot;
    let summary = move || page.summary.with(|s| s.as_ref().map(|s| s.headline.clone()));
    let months = chart.clone();
    let point = move |event: web_sys::PointerEvent| {
        page.month.set(months.month_at(f64::from(event.offset_x())));
    };
    let x = chart.x;
    let cursor = move || x.to_pixel(f64::from(page.month.get()));
    view! {
        <svg
            width=width
            height=height
            viewBox=format!("0 0 {width} {height}")
            role="img"
            aria-label=move || format!("Adoption chart. {}", summary().unwrap_or_default())
            on:pointermove=point.clone()
            on:pointerdown=point
        >
            <g class="grid">
                {chart.y_ticks.iter().map(|tick| level(tick, left, right)).collect_view()}
            </g>
            <g class="axis">
                {chart.x_ticks.iter().map(|tick| year(tick, bottom)).collect_view()}
            </g>
            <Band class="ever" paths=chart.ever />
            <Band class="active" paths=chart.active />
            {chart.target.map(|y| view! {
                <line class="target-line" x1=left x2=right y1=y y2=y />
                <text class="target-label" x=right y=y - 5.0 text-anchor="end">"target"</text>
            })}
            <line class="cursor" x1=cursor x2=cursor y1=top y2=bottom />
            <g class="marks">{chart.marks.iter().map(observed).collect_view()}</g>
        </svg>
    }
}

#[component]
fn Band(class: &'static str, paths: BandPaths) -> impl IntoView {
    view! {
        <g class=format!("band {class}")>
            <path class="outer" d=paths.outer />
            <path class="inner" d=paths.inner />
            <path class="median" d=paths.median />
        </g>
    }
}

/// A line across the plot with its number of schools.
fn level(tick: &Tick, left: f64, right: f64) -> impl IntoView + use<> {
    view! {
        <line x1=left x2=right y1=tick.at y2=tick.at />
        <text x=left - 6.0 y=tick.at + 4.0 text-anchor="end">{tick.label.clone()}</text>
    }
}

fn year(tick: &Tick, bottom: f64) -> impl IntoView + use<> {
    view! {
        <line x1=tick.at x2=tick.at y1=bottom y2=bottom + 4.0 />
        <text x=tick.at y=bottom + 18.0 text-anchor="middle">{tick.label.clone()}</text>
    }
}

/// A published count: a dot; with an arrow up where it is a lower bound, hollow where it was expected.
fn observed(mark: &Mark) -> impl IntoView + use<> {
    let (x, y) = (mark.x, mark.y);
    let class = match mark.reading {
        Reading::Count | Reading::AtLeast => "dot",
        Reading::Expected => "dot expected",
    };
    let arrow = (mark.reading == Reading::AtLeast).then(|| {
        let d = format!(
            "M{x} {}V{}M{} {}L{x} {}L{} {}",
            y - 5.0,
            y - 18.0,
            x - 4.0,
            y - 14.0,
            y - 19.0,
            x + 4.0,
            y - 14.0
        );
        view! { <path class="arrow" d=d /> }
    });
    view! {
        {arrow}
        <circle class=class cx=x cy=y r="4.5" data-testid="observed" />
        <text x=x + 9.0 y=y + 4.0>{mark.label.clone()}</text>
    }
}

/// The numbers of one month; a slider moves the month, by keyboard too.
#[component]
fn ReadOut() -> impl IntoView {
    let page = Page::here();
    let months = Memo::new(move |_| page.scenario.with(|scenario| scenario.simulation.months));
    let sentence = move || {
        page.summary.with(|summary| {
            let summary = summary.as_ref()?;
            Some(summary.bands.read_out(summary.scenario.preset, page.month.get()).sentence())
        })
    };
    view! {
        <div class="scrub">
            <label for="month" class="visually-hidden">"Month to read"</label>
            <input
                type="range"
                id="month"
                min="0"
                max=move || months.get()
                step="1"
                prop:value=move || page.month.get()
                aria-valuetext=move || sentence().unwrap_or_default()
                on:input=move |event| {
                    if let Ok(month) = event_target_value(&event).parse() {
                        page.month.set(month);
                    }
                }
            />
            <p class="read-out" data-testid="read-out">{sentence}</p>
        </div>
    }
}

/// Where the dots come from.
#[component]
fn Observed() -> impl IntoView {
    let page = Page::here();
    let preset = Memo::new(move |_| {
        page.scenario
            .with(|scenario| scenario.preset)
            .filter(|preset| !preset.observations().is_empty())
    });
    view! {
        <Show when=move || preset.get().is_some()>
            <p class="note">
                <strong>"Dots: published counts. "</strong>
                "● counted, ↑ at least, ○ expected. "
                {move || preset.get().map(Preset::account)}
            </p>
        </Show>
    }
}
