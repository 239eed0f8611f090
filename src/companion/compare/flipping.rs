//! Which schools flip between two runs, in the future that the page tells school by school.

use super::{Compared, baseline};
use crate::companion::state::Companion;
use crate::model::chronicle;
use crate::summary::{Side, flips};
use leptos::prelude::*;

/// Schools that are listed at the most; the sentence counts all of them.
const MOST_LISTED: usize = 40;

/// A section for each run beside the baseline; its schools are looked for when it is opened.
#[component]
pub fn Flipping(companion: Companion, compared: Memo<Vec<Compared>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let told = move || {
        let month = companion.month.get();
        let replicate = companion.replicate();
        let runs = compared.get();
        let base = baseline(&runs).filter(|_| open.get())?;
        let future = |run: &Compared| chronicle(&run.digest.scenario, replicate);
        let first = future(&runs[base]);
        let others = runs.iter().enumerate().filter(|(place, _)| *place != base);
        let section = |(_, run): (usize, &Compared)| {
            let second = future(run);
            let sides = [
                Side { name: &runs[base].name, chronicle: &first },
                Side { name: &run.name, chronicle: &second },
            ];
            let flips = flips(run.digest.scenario.preset, sides, month)?;
            let listed = flips.schools.into_iter().take(MOST_LISTED);
            let schools = listed.map(|flip| view! { <li>{flip.sentence}</li> }).collect_view();
            Some(view! {
                <p>{flips.sentence}</p>
                <ul class="flips">{schools}</ul>
            })
        };
        Some(others.map(section).collect_view())
    };
    let toggle = move |event| open.set(crate::companion::details::has_opened(&event));
    view! {
        <details on:toggle=toggle>
            <summary>"Which schools flip, and why"</summary>
            <p class="quiet">
                "In the one future that is told school by school above, in the month that the chart looks at."
            </p>
            {told}
        </details>
    }
}
