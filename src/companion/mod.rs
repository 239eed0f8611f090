//! The page's companion: what is brought after the first chart, as a WebAssembly module of its own. It
//! hears from the page which scenario is shown, and gets its futures ([`crate::ui::between`]).

mod compare;
mod details;
mod district;
mod download;
mod explain;
mod guide;
mod language;
mod later;
mod numbers;
mod outcomes;
mod share;
mod state;
mod storage;
mod story;
mod take_along;
mod trust;
mod undo;

use crate::language::phrase;
use crate::ui;
use crate::ui::between::{self, LISTENING, say};
use crate::ui::breathe;
use crate::ui::embed::is_embedded;
use compare::Compare;
use district::District;
use guide::{Guide, Panel};
use language::Languages;
use leptos::prelude::*;
use numbers::Numbers;
use outcomes::{Dimensions, Setbacks};
use share::Share;
use state::Companion;
use std::panic;
use take_along::TakeAlong;
use trust::Trust;
use undo::Undo;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// Puts the companion's parts into their places, and listens to the page.
pub fn start() {
    panic::set_hook(Box::new(ui::stop));
    ui::language::take_over();
    spawn_local(async {
        breathe().await;
        if is_embedded() {
            // All that another page can get of it, and so what owns the state there.
            mount("district", || {
                let companion = Companion::new();
                companion.follow();
                view! { <District companion /> }
            });
            say(LISTENING, &JsValue::UNDEFINED);
        } else {
            mount_all().await;
        }
    });
}

/// The parts, one by one: the page answers in between.
async fn mount_all() {
    // The page may have stopped meanwhile: a message is in its place.
    if between::place().is_none() {
        return;
    }
    // The first mount, before any state: it starts what follows changes.
    mount("trust", || view! { <Trust /> });
    let companion = Companion::new();
    breathe().await;
    companion.follow();
    breathe().await;
    let guide = Guide::new(companion);
    mount("change", move || view! { <Change companion guide /> });
    breathe().await;
    mount_first(move || view! { <Panel guide /> });
    breathe().await;
    mount(
        "tools",
        move || view! { <Undo companion /> <Share companion /> <Languages companion /> },
    );
    breathe().await;
    mount("district", move || view! { <District companion /> });
    breathe().await;
    mount("numbers", move || view! { <Numbers companion /> });
    breathe().await;
    mount("compare", move || view! { <Compare companion /> });
    breathe().await;
    mount("languages", move || view! { <Languages companion /> });
    mount("take", move || view! { <TakeAlong companion /> });
    breathe().await;
    mount("dimensions", move || view! { <Dimensions companion /> <Setbacks companion /> });
    explain::listen();
    outcomes::draw_courses(companion);
    breathe().await;
    say(LISTENING, &JsValue::UNDEFINED);
    companion.runs.simulate();
}

/// What the last change did.
#[component]
fn Change(companion: Companion, guide: Guide) -> impl IntoView {
    view! {
        {move || companion.change.get()}
        <span hidden=move || companion.change.with(|change| !change.is_empty())>
            {phrase("Move a decision: this line says what it did.")} " "
            <button type="button" class="link" on:click=move |_| guide.begin()>
                {phrase("Guided start")}
            </button>
        </span>
    }
}

/// Puts a part before all others, where the keyboard comes to it first.
fn mount_first<View: IntoView + 'static>(part: impl FnOnce() -> View + 'static) {
    let Some(page) = between::place() else { return };
    let Ok(place) = document().create_element("div") else { return };
    if page.insert_before(&place, page.first_child().as_ref()).is_ok() {
        leptos::mount::mount_to(place.unchecked_into(), part).forget();
    }
}

/// Puts a part into the element with this id.
fn mount<View: IntoView + 'static>(id: &str, part: impl FnOnce() -> View + 'static) {
    let place = document().get_element_by_id(id).and_then(|place| place.dyn_into().ok());
    if let Some(place) = place {
        leptos::mount::mount_to(place, part).forget();
    }
}
