//! The page as a whole: where its parts stand, and what ties them together.

use super::address;
use super::breathe;
use super::chart_view::Adoption;
use super::companion;
use super::elements::all;
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
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What becomes of what a person enters.
const LOCAL: &str = to_phrase("Nothing you enter leaves this device.");

/// Puts the page in the place of the loading message. It is made aside and in steps, so that the browser
/// can do in between what else there is to do, and shown in one, so that nothing jumps.
pub async fn lay_out(place: Element) {
    breathe().await;
    let Ok(aside) = document().create_element("div") else { return };
    let (link, notice) = address::opening();
    let scenario = link.scenario;
    let laid_out = ArcRwSignal::new(false);
    let page = {
        let laid_out = laid_out.clone();
        move || Page::new(&link, notice, laid_out.into())
    };
    mount_to(aside.clone().unchecked_into(), || view! { <App page=page() /> }).forget();
    for (part, text) in
        [("#levers", markup::decisions as fn(&Settings) -> String), (".settings", markup::settings)]
    {
        breathe().await;
        all(&aside, part).for_each(|part| part.set_inner_html(&text(&scenario)));
    }
    form::draw_shares(&aside);
    breathe().await;
    place.set_inner_html("");
    while let Some(child) = aside.first_child() {
        let _ = place.append_child(&child);
    }
    laid_out.set(true);
}

/// The whole page.
#[component]
fn App(page: Page) -> impl IntoView {
    provide_context(page);
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
    let fields = NodeRef::new();
    form::tie(page, fields);

    view! {
        <Header />
        <Notice />
        <main class="columns" node_ref=fields>
            <section class="strategy" aria-labelledby="strategy-title">
                <h2 id="strategy-title">{phrase("Strategy")}</h2>
                <p class="quiet">{phrase("Strips: shares of surveyed leaders near either end.")}</p>
                <div id="levers"></div>
                <div class="settings"></div>
            </section>
            <Adoption />
            <Outcomes />
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
