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
use crate::state::future_place::{self, FuturePlace};
use crate::state::playback::{MONTH_MS, first_month, next_month};
use crate::summary::{active_by_group, district_month, held_back_by_cap};
use crate::ui::browser::reactive::{effect, text};
use gloo_timers::callback::{Interval, Timeout};
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;
use story::Story;
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

/// Time without a change after which a future is simulated again, school by school, milliseconds: not in every
/// frame of a drag.
const SETTLED_MS: u32 = 120;

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
    effect(move || {
        let (scenario, replicate) = shown.get();
        let update = move || results.chronicle.set(Some(Arc::new(chronicle(&scenario, replicate))));
        let is_first = results.chronicle.with_untracked(Option::is_none);
        let wait = if is_first { 0 } else { SETTLED_MS };
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
            <p class="read-out" data-testid="district-read-out">{text(move || read_out(page))}</p>
            <p class="quiet" data-testid="held-back-by-cap">{text(move || held_back(page))}</p>
            <Story chosen place=story />
        </section>
    }
}

/// What the view shows of the month, as a sentence.
fn read_out(page: Page) -> String {
    let calendar = page.scenario.with_untracked(|scenario| scenario.calendar());
    let month = page.month.get();
    page.results().chronicle.with(|chronicle| {
        chronicle.as_ref().map(|c| district_month(calendar, c, month)).unwrap_or_default()
    })
}

/// What a cap on spending holds back in the future that is shown; empty without a cap.
fn held_back(page: Page) -> String {
    let future = page.results().chronicle.get();
    future.and_then(|chronicle| held_back_by_cap(&chronicle)).unwrap_or_default()
}

/// Which future it is, the steps to others, and the playback of the months.
#[component]
fn Which() -> impl IntoView {
    let results = use_page().results();
    let place = move || {
        let chosen = results.rank.get();
        results.complete.with(|complete| FuturePlace::of(&complete.as_ref()?.ranking, chosen))
    };
    let step = move |label, is_last: fn(&FuturePlace) -> bool, next: fn(&FuturePlace) -> usize| {
        let go = move |_| {
            if let Some(place) = untrack(place) {
                results.rank.set(Some(next(&place)));
            }
        };
        let is_disabled = move || place().is_none_or(|place| is_last(&place)).to_string();
        view! { <button type="button" aria-disabled=text(is_disabled) on:click=go>{label}</button> }
    };
    view! {
        <div class="which">
            <Play />
            {step(phrase("Less lucky"), FuturePlace::is_unluckiest, FuturePlace::unluckier)}
            {step(phrase("Luckier"), FuturePlace::is_luckiest, FuturePlace::luckier)}
            <p class="quiet" data-testid="which-future">
                {text(move || future_place::sentence(place().as_ref()))}
            </p>
        </div>
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
    let months = move || {
        let last = page.scenario.with_untracked(|scenario| scenario.simulation.months);
        (page.month.get_untracked(), last)
    };
    let forward = move || {
        let (current, last) = months();
        match next_month(current, last) {
            Some(month) => page.look_at_month(month),
            None => stop(),
        }
    };
    let toggle = move |_| {
        if is_playing.get_untracked() {
            return stop();
        }
        let (current, last) = months();
        page.look_at_month(first_month(current, last));
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
    effect(move || {
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
    effect(move || {
        let (Some(drawing), Some(map)) = (drawing.get(), map.get()) else { return };
        let corner = chosen.get().and_then(|school| map.corner(school));
        let (x, y) = corner.unwrap_or((-99.0, -99.0));
        set_all(&drawing, ".chosen-school", "x", [x.to_string().as_str()]);
        set_all(&drawing, ".chosen-school", "y", [y.to_string().as_str()]);
    });
}
