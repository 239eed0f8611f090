//! Which schools flip between two runs, in the future that the page tells school by school.

use super::{Compared, baseline};
use crate::language::phrase;
use crate::model::chronicle;
use crate::phrase;
use crate::summary::{Side, flips, integer};
use crate::ui::browser::disclosure::has_opened;
use crate::ui::page::use_page;
use leptos::prelude::*;
use std::sync::Arc;

/// Schools that are listed at the most; the sentence counts all of them.
const MOST_LISTED: usize = 40;

/// A section for each run beside the baseline; its schools are looked for when it is opened.
#[component]
pub fn Flipping(compared: Memo<Vec<Compared>>) -> impl IntoView {
    let page = use_page();
    let open = RwSignal::new(false);
    // They stay the same while the months play.
    let futures = Memo::new(move |_| {
        let future =
            |run: Compared| Arc::new(chronicle(&run.digest.scenario, page.results.replicate()));
        if open.get() { compared.get().into_iter().map(future).collect() } else { Vec::new() }
    });
    let sections = move || {
        let (runs, futures, month) = (compared.get(), futures.get(), page.month.get());
        let sides: Vec<Side> = runs
            .iter()
            .zip(&futures)
            .map(|(run, chronicle)| Side { name: &run.name, chronicle })
            .collect();
        let base = baseline(&runs)?;
        let others = (0..sides.len()).filter(|&place| place != base);
        let section = |place: usize| {
            let preset = runs[place].digest.scenario.preset;
            let flips = flips(preset, [sides[base], sides[place]], month)?;
            let others = match flips.schools.len().saturating_sub(MOST_LISTED) {
                0 => String::new(),
                others => phrase!("And {count} more.", count = integer(others as f64)),
            };
            let listed = flips.schools.into_iter().take(MOST_LISTED);
            let schools = listed.map(|flip| view! { <li>{flip.sentence}</li> }).collect_view();
            Some(view! {
                <p>{flips.sentence}</p>
                <ul class="flips">{schools}</ul>
                <p>{others}</p>
            })
        };
        Some(others.map(section).collect_view())
    };
    let toggle = move |event| open.set(has_opened(&event));
    view! {
        <details on:toggle=toggle>
            <summary>{phrase("Which schools flip, and why")}</summary>
            <p class="quiet">
                {phrase(
                    "In the one future that is told school by school above, in the month that the chart looks at.",
                )}
            </p>
            {sections}
        </details>
    }
}
