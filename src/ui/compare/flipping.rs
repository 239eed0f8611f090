//! Which schools turn out differently under two runs, in the future that the page shows school by school.

use crate::language::phrase;
use crate::model::{Chronicle, chronicle};
use crate::state::comparison::{ComparedRun, FlipSection, flip_sections};
use crate::ui::browser::disclosure::has_opened;
use crate::ui::page::use_page;
use leptos::prelude::*;
use std::sync::Arc;

/// A section for each run beside the baseline; its schools are looked for when it is opened.
#[component]
pub fn Flipping(compared: Memo<Vec<ComparedRun>>) -> impl IntoView {
    let page = use_page();
    let results = page.results();
    let open = RwSignal::new(false);
    // They stay the same while the months play.
    let futures = Memo::new(move |_| {
        let future =
            |run: ComparedRun| Arc::new(chronicle(&run.digest.scenario, results.replicate()));
        if open.get() { compared.get().into_iter().map(future).collect() } else { Vec::new() }
    });
    let sections = move || {
        let (month, futures): (u32, Vec<Arc<Chronicle>>) = (page.month.get(), futures.get());
        let sections = compared.with(|runs| flip_sections(runs, &futures, month));
        sections.into_iter().map(section).collect_view()
    };
    view! {
        <details id="flipping" on:toggle=move |event| open.set(has_opened(&event))>
            <summary>{phrase("Which schools differ, and why")}</summary>
            <p class="quiet">
                {phrase(
                    "In the future shown school by school above, in the month selected in the chart.",
                )}
            </p>
            {sections}
        </details>
    }
}

fn section(flips: FlipSection) -> impl IntoView {
    let schools = flips.schools.into_iter().map(|school| view! { <li>{school}</li> });
    view! {
        <p>{flips.sentence}</p>
        <ul class="flips">{schools.collect_view()}</ul>
        <p>{flips.more}</p>
    }
}
