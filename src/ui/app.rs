//! The page as a whole: where its parts stand, and what ties them together.

use super::adoption::Adoption;
use super::embed;
use super::form;
use super::guide;
use super::header::{Header, Notice};
use super::outcomes;
use super::page::{Page, Place};
use super::parts::{Part, mount};
use super::{address, yield_to_browser};
use crate::language::{phrase, to_phrase};
use crate::markup;
use crate::state::address::ReadLink;
use crate::summary::{COMPARE_ONLY, LEFT_OUT, NOT_A_FORECAST};
use leptos::html::{Div, Section};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// What becomes of what a person enters.
const LOCAL: &str = to_phrase("Nothing you enter leaves this device.");

/// Replaces the loading message by the page. The page is laid out outside the document and in steps, so that
/// the browser can do its other work in between, and shown at once, so that nothing jumps.
pub async fn lay_out(place: Element) {
    yield_to_browser().await;
    let link = address::opening().await;
    let Ok(aside) = document().create_element("div") else { return };
    let root = aside.clone();
    // Everything on the page lives as long as the page.
    mount_to(root.unchecked_into(), move || view! { <App place aside link /> }).forget();
}

/// The whole page. `aside` is what it is mounted to, `place` is where its nodes go when they are complete; `link`
/// is what it opens on.
#[component]
fn App(place: Element, aside: Element, link: Result<ReadLink, String>) -> impl IntoView {
    let page = Page::open(link);
    address::follow(page);
    embed::follow(page);
    let levers = NodeRef::new();
    let adoption: NodeRef<Section> = NodeRef::new();
    let needs_outcomes = Memo::new(move |_| page.first_chart.get() && embed::shows("outcomes"));
    // In steps, each in a task of its own.
    spawn_local(ScopedFuture::new_untracked(async move {
        yield_to_browser().await;
        if let Some(place) = adoption.get_untracked() {
            mount(place, || view! { <Adoption /> });
        }
        yield_to_browser().await;
        fill(page, levers);
        yield_to_browser().await;
        show(page, levers, &place, &aside);
    }));
    let yours = page.scenario.with_untracked(|scenario| markup::your_district(scenario));
    view! {
        <Part name=phrase("Guided start") needed=Memo::new(move |_| page.wants_guide.get()) load=|place| Box::pin(guide::load(place)) />
        <Header />
        <Notice />
        <main class="columns">
            <section class="yours" aria-label=phrase("Your district") inner_html=yours></section>
            <div class="inputs">
                <section class="strategy" aria-labelledby="strategy-title">
                    <h2 id="strategy-title">{phrase("Strategy")}</h2>
                    <p class="quiet">{phrase("Bars: surveyed leaders near each end.")}</p>
                    <div id="levers" node_ref=levers></div>
                </section>
                <div class="settings" node_ref=page.at(Place::Settings)></div>
            </div>
            <section class="adoption" aria-labelledby="adoption-title" node_ref=adoption></section>
            <section class="outcomes" aria-labelledby="outcomes-title" tabindex="-1">
                <h2 id="outcomes-title">{phrase("Outcomes")}</h2>
                <Part name=phrase("Outcomes") needed=needs_outcomes load=|place| Box::pin(outcomes::load(place)) />
                <div id="dimensions" node_ref=page.at(Place::Dimensions)></div>
            </section>
            <div id="compare" node_ref=page.at(Place::Compare)></div>
            <div id="take" node_ref=page.at(Place::Export)></div>
        </main>
        <div id="trust" node_ref=page.at(Place::Trust)></div>
        <footer class="honest">
            <p>
                <strong>{phrase(NOT_A_FORECAST)}</strong>
                {[LEFT_OUT, COMPARE_ONLY, LOCAL].map(|sentence| [" ", phrase(sentence)])}
            </p>
        </footer>
    }
}

/// Puts the decisions into their place, as markup: as typed views fields weigh several times as much.
fn fill(page: Page, levers: NodeRef<Div>) {
    if let Some(levers) = levers.get_untracked() {
        levers
            .set_inner_html(&page.scenario.with_untracked(|scenario| markup::decisions(scenario)));
    }
}

/// Shows what was laid out.
fn show(page: Page, levers: NodeRef<Div>, place: &Element, aside: &Element) {
    if let Some(levers) = levers.get_untracked() {
        form::draw_shares(&levers);
    }
    if let Some(fields) = page.form() {
        form::bind(page, fields);
    }
    place.set_inner_html("");
    while let Some(child) = aside.first_child() {
        let _ = place.append_child(&child);
    }
    page.laid_out.set(true);
}
