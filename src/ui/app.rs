//! The page as a whole: where its parts stand, and what ties them together.

use super::address;
use super::chart_view::Adoption;
use super::companion;
use super::form;
use super::header::{Header, Notice};
use super::outcomes_view::Outcomes;
use super::page::Page;
use super::runner::Runner;
use crate::markup;
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let (scenario, notice) = address::opening();
    let page = Page::new(scenario, notice);
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
    let fields = NodeRef::new();
    form::tie(page, fields);

    view! {
        <Header />
        <Notice />
        <main class="columns" node_ref=fields>
            <section class="strategy" aria-labelledby="strategy-title">
                <h2 id="strategy-title">"Strategy"</h2>
                <p class="quiet">"Strips: shares of surveyed leaders near either end."</p>
                <div inner_html=markup::decisions(&scenario)></div>
                <div class="settings" inner_html=markup::settings(&scenario)></div>
            </section>
            <Adoption />
            <Outcomes />
        </main>
        <section id="compare"></section>
        <section id="trust"></section>
        <footer class="honest">
            <p>
                <strong>"A thinking tool, not a forecast. "</strong>
                "Bands show chance among simulated futures; how uncertain the constants are they show only \
                if you ask for it. Most \
                constants are judgements; some were fitted to published counts, and the direction in \
                which each decision acts was assumed, not found. In this model stopped schools never \
                return, mid-year starts cost nothing, and trust moves slowly and matters little where \
                coaching is short. Compare settings; do not quote a single number as a prediction. \
                Nothing you enter leaves this device."
            </p>
        </footer>
    }
}
