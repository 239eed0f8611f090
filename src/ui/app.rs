//! The page as a whole: where its parts stand, and what ties them together.

use super::address;
use super::breathe;
use super::chart_view::Adoption;
use super::companion;
use super::embed;
use super::form;
use super::header::{Header, Notice};
use super::outcomes_view::Outcomes;
use super::page::Page;
use super::runner::Runner;
use crate::language::{phrase, to_phrase};
use crate::markup;
use crate::scenario::Settings;
use crate::summary::{COMPARE_ONLY, LEFT_OUT, NOT_A_FORECAST};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::mem::ManuallyDrop;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What becomes of what a person enters.
const LOCAL: &str = to_phrase("Nothing you enter leaves this device.");

/// Puts the page in the place of the loading message. It is made aside and in steps, so that the browser
/// can do in between what else there is to do, and shown in one, so that nothing jumps.
pub async fn lay_out(place: Element) {
    breathe().await;
    let Ok(aside) = document().create_element("div") else { return };
    // Everything on the page lives as long as the page.
    let owner = ManuallyDrop::new(Owner::new());
    let page = owner.with(Page::open);
    breathe().await;
    owner.with(|| mount_to(aside.clone().unchecked_into(), Shell).forget());
    breathe().await;
    owner.with(|| simulate(page));
    let part = |selector| aside.query_selector(selector).ok().flatten();
    if let Some(adoption) = part(".adoption") {
        breathe().await;
        owner.with(|| mount_to(adoption.unchecked_into(), Adoption).forget());
    }
    if let Some(outcomes) = part(".outcomes") {
        breathe().await;
        owner.with(|| mount_to(outcomes.unchecked_into(), Outcomes).forget());
    }
    let texts = [
        ("#levers", markup::decisions as fn(&Settings) -> String),
        (".settings", markup::settings),
    ];
    for (selector, text) in texts {
        breathe().await;
        if let Some(part) = part(selector) {
            part.set_inner_html(&page.scenario.with_untracked(|scenario| text(scenario)));
        }
    }
    form::draw_shares(&aside);
    if let Some(fields) = part("main") {
        owner.with(|| form::tie(page, fields));
    }
    breathe().await;
    place.set_inner_html("");
    while let Some(child) = aside.first_child() {
        let _ = place.append_child(&child);
    }
    page.laid_out.set(true);
}

/// Simulates what the page shows, and ties the page to its address, its companion and the page around it.
fn simulate(page: Page) {
    let show = move |summary, complete| {
        page.summary.set(Some(summary));
        page.complete.set(complete);
    };
    let runner = StoredValue::new_local(Runner::new(show, companion::give));
    Effect::new(move |_| {
        page.complete.set(false);
        let scenario = page.scenario.get();
        runner.with_value(|runner| runner.run(scenario));
    });
    address::follow(page);
    companion::follow(page, runner);
    embed::follow(page);
}

/// The page without what comes into its places step by step.
#[component]
fn Shell() -> impl IntoView {
    view! {
        <Header />
        <Notice />
        <main class="columns">
            <section class="strategy" aria-labelledby="strategy-title">
                <h2 id="strategy-title">{phrase("Strategy")}</h2>
                <p class="quiet">{phrase("Strips: shares of surveyed leaders near either end.")}</p>
                <div id="levers"></div>
                <div class="settings"></div>
            </section>
            <section class="adoption" aria-labelledby="adoption-title"></section>
            <section class="outcomes" aria-labelledby="outcomes-title"></section>
        </main>
        <section id="compare"></section>
        <section id="take"></section>
        <section id="trust"></section>
        <footer class="honest">
            <div id="languages"></div>
            <p>
                <strong>{phrase(NOT_A_FORECAST)}</strong>
                {[LEFT_OUT, COMPARE_ONLY, LOCAL].map(|sentence| [" ", phrase(sentence)])}
            </p>
        </footer>
    }
}
