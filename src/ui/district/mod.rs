//! The district, school by school, in one future.

mod story;

use super::browser::elements::{set_all, set_texts};
use super::browser::size::size_of;
use super::page::{Page, use_page};
use super::parts::{Loaded, mount};
use crate::chart::DistrictMap;
use crate::language::{phrase, to_phrase};
use crate::markup;
use crate::markup::district::{MARKS, NAMES};
use crate::model::chronicle;
use crate::phrase;
use crate::summary::{active_by_group, district_month, integer};
use gloo_timers::callback::{Interval, Timeout};
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;
use story::Story;
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

/// Time between two months while they play, milliseconds.
const MONTH_MS: u32 = 110;

/// Time without a change after which a future is simulated again, school by school, milliseconds: not in every
/// frame of a drag.
const SETTLED: u32 = 120;

/// The district.
#[wasm_split(district, fallible)]
pub fn load(place: HtmlElement) -> Loaded {
    let page = use_page();
    page.results();
    keep_chronicle(page);
    mount(place, || view! { <District /> });
    Ok(())
}

/// Keeps the chronicle of the future that is shown up to date.
fn keep_chronicle(page: Page) {
    let results = page.results();
    let shown = Memo::new(move |_| (page.scenario.get(), results.replicate()));
    let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let (scenario, replicate) = shown.get();
        let update = move || results.chronicle.set(Some(Arc::new(chronicle(&scenario, replicate))));
        let is_first = results.chronicle.with_untracked(Option::is_none);
        let wait = if is_first { 0 } else { SETTLED };
        settling.set_value(Some(Timeout::new(wait, update)));
    });
}

/// The view with its controls.
#[component]
fn District() -> impl IntoView {
    let page = use_page();
    let chosen = RwSignal::new(None::<usize>);
    let story = NodeRef::new();
    view! {
        <section class="district" aria-labelledby="district-title">
            <div class="chart-head">
                <h2 id="district-title">{phrase("School by school")}</h2>
                <ul class="legend" inner_html=markup::district::key()></ul>
            </div>
            <Which />
            <Map chosen story />
            <p class="read-out" data-testid="district-read-out">{move || read_out(page)}</p>
            <Story chosen place=story />
        </section>
    }
}

/// What the view shows of the month, as a sentence.
fn read_out(page: Page) -> String {
    let preset = page.preset.get();
    let month = page.month.get();
    page.results().chronicle.with(|chronicle| {
        chronicle.as_ref().map(|c| district_month(preset, c, month)).unwrap_or_default()
    })
}

/// Which future it is, the steps to others, and the month's play.
#[component]
fn Which() -> impl IntoView {
    let page = use_page();
    let place = move || {
        let rank = page.results().shown_rank()?;
        page.results().complete.with(|complete| {
            let ranking = &complete.as_ref()?.ranking;
            Some(Place { rank, median: ranking.median()?, futures: ranking.len() })
        })
    };
    let step = move |direction: f64| {
        if let Some(place) = place() {
            page.results().rank.set(Some(place.step(direction)));
        }
    };
    let unluckiest = move || place().is_none_or(|place| place.rank == 0);
    let luckiest = move || place().is_none_or(|place| place.rank + 1 == place.futures);
    view! {
        <div class="which">
            <Play />
            <button type="button" disabled=unluckiest on:click=move |_| step(-1.0)>
                {phrase("Less lucky")}
            </button>
            <button type="button" disabled=luckiest on:click=move |_| step(1.0)>
                {phrase("Luckier")}
            </button>
            <p class="quiet" data-testid="which-future">
                {move || match place() {
                    Some(place) => place.in_words(),
                    None => phrase("One simulated future.").to_owned(),
                }}
            </p>
        </div>
    }
}

/// Where the future that is told stands among all.
struct Place {
    rank: usize,
    median: usize,
    futures: usize,
}

impl Place {
    /// The rank a tenth of all futures further.
    fn step(&self, direction: f64) -> usize {
        let tenth = (self.futures as f64 / 10.0).max(1.0);
        let last = self.futures as f64 - 1.0;
        (self.rank as f64 + direction * tenth).round().clamp(0.0, last) as usize
    }

    fn in_words(&self) -> String {
        let futures = integer(self.futures as f64);
        match self.rank {
            rank if rank == self.median => {
                phrase!("One future of {futures}: the one nearest the median.", futures)
            }
            0 => phrase!(
                "One future of {futures}: the unluckiest, with the fewest schools.",
                futures
            ),
            rank => phrase!(
                "One future of {futures}: luckier than {others} of 100.",
                futures,
                others = integer(100.0 * rank as f64 / self.futures as f64)
            ),
        }
    }
}

/// Lets the months go by, in the chart and here.
#[component]
fn Play() -> impl IntoView {
    let page = use_page();
    let playing: StoredValue<Option<Interval>, LocalStorage> = StoredValue::new_local(None);
    let is_playing = RwSignal::new(false);
    let stop = move || {
        playing.set_value(None);
        is_playing.set(false);
    };
    let last = move || page.scenario.with_untracked(|scenario| scenario.simulation.months);
    let forward = move || {
        let month = page.month.get_untracked();
        if month >= last() { stop() } else { page.look_at_month(month + 1) }
    };
    let toggle = move |_| {
        if is_playing.get_untracked() {
            return stop();
        }
        if page.month.get_untracked() >= last() {
            page.look_at_month(0);
        }
        is_playing.set(true);
        playing.set_value(Some(Interval::new(MONTH_MS, forward)));
    };
    view! {
        <button type="button" class="play" on:click=toggle>
            {move || phrase(if is_playing.get() { to_phrase("Pause") } else { to_phrase("Play the months") })}
        </button>
    }
}

/// The drawing. A click on a mark chooses its school.
#[component]
fn Map(chosen: RwSignal<Option<usize>>, story: NodeRef<Div>) -> impl IntoView {
    let page = use_page();
    let element = NodeRef::new();
    let size = size_of(element);
    let map = Memo::new(move |_| {
        let (width, _) = size.get()?;
        page.results()
            .chronicle
            .with(|chronicle| Some(DistrictMap::new(chronicle.as_ref()?.schools(), width)))
    });
    let drawing = NodeRef::new();
    draw(page, map, drawing);
    mark_chosen(map, chosen, drawing);
    let choose = move |event: web_sys::MouseEvent| {
        let Some(target) = event.current_target() else { return };
        let place = target.unchecked_into::<web_sys::Element>().get_bounding_client_rect();
        let at =
            (f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top());
        if let Some(school) = map.with_untracked(|map| map.as_ref()?.school_at(at)) {
            chosen.set(Some(school));
            story::scroll_into_view(story);
        }
    };
    view! {
        <div class="map" node_ref=element>
            <div node_ref=drawing on:click=choose></div>
        </div>
    }
}

/// Keeps the drawing up to date: while the schools stay, only their marks and the groups' names are set.
fn draw(page: Page, map: Memo<Option<DistrictMap>>, drawing: NodeRef<Div>) {
    let drawn = StoredValue::new(None::<DistrictMap>);
    Effect::new(move |_| {
        let (Some(drawing), Some(map)) = (drawing.get(), map.get()) else { return };
        let month = page.month.get();
        let text = read_out(page);
        page.results().chronicle.with(|chronicle| {
            let Some(chronicle) = chronicle else { return };
            let stages = chronicle.stages(month);
            let groups = active_by_group(chronicle, month);
            if drawn.with_value(|before| before.as_ref() != Some(&map)) {
                drawing.set_inner_html(&markup::district(&map, &stages, &groups, &text));
                drawn.set_value(Some(map));
            } else {
                let marks = map.marks(&stages);
                set_all(&drawing, "svg", "aria-label", [text.as_str()]);
                set_all(&drawing, MARKS, "d", marks.iter().map(String::as_str));
                set_texts(&drawing, NAMES, groups.iter().map(String::as_str));
            }
        });
    });
}

/// Puts the frame around the chosen school.
fn mark_chosen(
    map: Memo<Option<DistrictMap>>,
    chosen: RwSignal<Option<usize>>,
    drawing: NodeRef<Div>,
) {
    Effect::new(move |_| {
        let (Some(drawing), Some(map)) = (drawing.get(), map.get()) else { return };
        let corner = chosen.get().and_then(|school| map.corner(school));
        let (x, y) = corner.unwrap_or((-99.0, -99.0));
        set_all(&drawing, ".chosen-school", "x", [x.to_string().as_str()]);
        set_all(&drawing, ".chosen-school", "y", [y.to_string().as_str()]);
    });
}
