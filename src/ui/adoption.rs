//! The adoption chart with its heading, its read-out and its sources.

use super::browser::elements::{all, set_all, set_texts};
use super::browser::reactive::{effect, text};
use super::browser::size::size_of;
use super::embed::{is_embedded, shows};
use super::page::{Page, Place, use_page};
use super::parts::Part;
use super::{details, district};
use crate::chart::{AdoptionChart, Frame, Kept};
use crate::language::phrase;
use crate::markup;
use crate::markup::chart::{ENDS, NAMES, PATHS, paths};
use crate::summary::View;
use gloo_events::EventListener;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// Everything of the middle column.
#[component]
pub fn Adoption() -> impl IntoView {
    let page = use_page();
    // An embed has only the district of all that comes after the chart.
    let needs_details = Memo::new(move |_| page.first_chart.get() && !is_embedded());
    let needs_district = Memo::new(move |_| page.first_chart.get() && shows("district"));
    let legend = move || {
        let view = page.view.get();
        // Until the first futures come it says how they will be shown, so that nothing moves then.
        let how_to_read = page.summary.with(|summary| match summary {
            Some(summary) => summary.how_to_read(view),
            None => page.scenario.with_untracked(|scenario| view.how_to_read(scenario, 0)),
        });
        let has_before = page.before.with(Option::is_some);
        markup::chart::legend(view, &how_to_read, has_before, page.counted.get().is_some())
    };
    let views = markup::chart::views(page.view.get_untracked());
    view! {
        <div class="chart-block">
            <div class="chart-head">
                <h2 id="adoption-title">{phrase("Schools over time")}</h2>
                <div class="views" inner_html=views></div>
                <ul class="legend" inner_html=text(legend)></ul>
            </div>
            <Chart />
            <ReadOut />
            <div id="change" role="status">
                <Part name=phrase("Settings, comparison, export and explanations") needed=needs_details load=|place| Box::pin(details::load(place)) />
            </div>
        </div>
        <div class="schools-block">
            <div id="district">
                <Part
                    name=phrase("School by school")
                    needed=needs_district
                    load=|place| Box::pin(district::load(place))
                />
            </div>
            <div class="target" node_ref=page.at(Place::Target)></div>
            <p class="note observed"></p>
            <div id="numbers" node_ref=page.at(Place::Numbers)></div>
        </div>
    }
}

/// The drawing.
#[component]
fn Chart() -> impl IntoView {
    let page = use_page();
    let element = NodeRef::new();
    let size = size_of(element);
    let chart = Memo::new(move |drawn: Option<&Option<AdoptionChart>>| {
        let (size, view) = (size.get()?, page.view.get());
        page.summary.with(|summary| {
            let summary = summary.as_ref()?;
            // While one drags, the axis only grows.
            let drawn = drawn.and_then(Option::as_ref).filter(|_| !page.is_settled(summary));
            page.before.with(|before| {
                let kept = Kept { before: before.as_ref(), drawn };
                Some(AdoptionChart::keeping(kept, summary, view, size))
            })
        })
    });
    let drawing = NodeRef::new();
    draw(page, chart, drawing);
    follow_pointer(page, chart, element);
    view! {
        <div class="chart" node_ref=element>
            <div class="drawing" node_ref=drawing></div>
            <div class="cursor"></div>
            <div class="cursor pointed"></div>
        </div>
    }
}

/// A pointer over the chart reads out the month under it, and only a click moves the month that is looked at.
fn follow_pointer(page: Page, chart: Memo<Option<AdoptionChart>>, element: NodeRef<Div>) {
    effect(move || {
        let Some(element) = element.get() else { return };
        for kind in ["pointermove", "pointerleave", "click"] {
            let place: Element = element.clone().into();
            EventListener::new(&element, kind, move |event| {
                let pixel = f64::from(event.unchecked_ref::<MouseEvent>().client_x())
                    - place.get_bounding_client_rect().left();
                let month =
                    chart.with_untracked(|chart| Some(chart.as_ref()?.frame.axes.month_at(pixel)));
                match (kind, month) {
                    ("pointermove", Some(month)) => page.read_month.set(month),
                    ("click", Some(month)) => page.month.set(month),
                    _ => page.read_month.set(page.month.get_untracked()),
                }
            })
            .forget();
        }
    });
    effect(move || page.read_month.set(page.month.get()));
    effect(move || {
        let months = [page.month.get(), page.read_month.get()];
        chart.with(|chart| {
            let (Some(chart), Some(element)) = (chart, element.get()) else { return };
            for (line, month) in all(&element, ".cursor").zip(months) {
                let left = format!("{:.1}px", chart.frame.axes.x.to_pixel(f64::from(month)));
                let _ = line.unchecked_ref::<HtmlElement>().style().set_property("left", &left);
            }
        });
    });
}

/// Keeps the drawing up to date. While only the schools change, only their paths are set, and where the
/// names of stages stand: nothing else has to be read or laid out again.
fn draw(page: Page, chart: Memo<Option<AdoptionChart>>, drawing: NodeRef<Div>) {
    let drawn = StoredValue::new(None::<Frame>);
    effect(move || {
        let Some(drawing) = drawing.get() else { return };
        chart.with(|chart| {
            let Some(chart) = chart else { return };
            let text = page.of_summary(|s| s.in_place_of_picture(page.view.get()));
            if drawn.with_value(|frame| frame.as_ref() != Some(&chart.frame)) {
                drawing.set_inner_html(&markup::chart(chart, &text));
                let is_stacked = chart.frame.view == View::Stages;
                drawing.set_class_name(if is_stacked { "drawing stacked" } else { "drawing" });
                drawn.set_value(Some(chart.frame.clone()));
            } else {
                set_all(&drawing, "svg", "aria-label", [text.as_str()]);
                set_all(&drawing, PATHS, "d", paths(chart));
                set_all(&drawing, NAMES, "y", chart.names.iter().map(String::as_str));
                set_all(&drawing, ENDS, "y", chart.ends.iter().map(|end| &*end.y));
                set_texts(&drawing, ENDS, chart.ends.iter().map(|end| &*end.text));
            }
        });
    });
}

/// The numbers of one month; a slider moves the month that is looked at, by keyboard too.
#[component]
fn ReadOut() -> impl IntoView {
    let page = use_page();
    let months = move || page.scenario.with(|scenario| scenario.simulation.months);
    let sentence = move |month: RwSignal<u32>| {
        text(move || {
            let (view, month) = (page.view.get(), month.get());
            page.of_summary(|s| s.read_out(view, month))
        })
    };
    view! {
        <div class="scrub">
            <label for="month" class="visually-hidden">{phrase("Month to show")}</label>
            <input
                type="range"
                id="month"
                min="0"
                max=months
                step="1"
                prop:value=move || page.month.get()
                aria-valuetext=sentence(page.month)
                on:input=move |event| {
                    if let Ok(month) = event_target_value(&event).parse() {
                        page.month.set(month);
                    }
                }
            />
            <p class="read-out" data-testid="read-out">{sentence(page.read_month)}</p>
        </div>
    }
}
