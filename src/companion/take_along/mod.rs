//! Take it along: what a person saves, and what is opened again. Everything is made on the device.

mod results;

use super::state::Companion;
use leptos::prelude::*;
use results::Results;

/// The whole section.
#[component]
pub fn TakeAlong(companion: Companion) -> impl IntoView {
    view! {
        <section aria-labelledby="take-title">
            <h2 id="take-title">"Take it along"</h2>
            <p class="quiet">"All of it is made on this device, and nothing is sent anywhere."</p>
            <div class="parts">
                <Results companion />
            </div>
        </section>
    }
}
