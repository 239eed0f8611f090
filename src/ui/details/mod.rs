//! What comes right after the first chart on every visit: small things around the chart, and the heads of
//! sections whose own parts come when they are used. All of it is one part of the page ([`super::parts`]),
//! in several places.

mod before;
mod change;
mod changes;
mod digests;
mod dimensions;
mod draws;
mod explain;
mod glance;
mod language_menu;
mod numbers;
mod reset;
mod settings;
mod spending;
mod touch;
mod trust;
mod typed;
mod undo;
mod worlds;
mod your_district;

pub use digests::digest;

use super::compare::Compare;
use super::embed::announce_opened;
use super::export::TakeAlong;
use super::page::{Page, Place, use_page};
use super::parts::{Loaded, Part, mount};
use super::share::Share;
use super::strips;
use super::yield_to_browser;
use crate::language::phrase;
use change::Change;
use changes::Changes;
use dimensions::{Dimensions, Setbacks};
use language_menu::Languages;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use numbers::Numbers;
use spending::Spending;
use trust::Trust;
use undo::Undo;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

/// Mounts the details: `element` gets what the last change did, the places of the page the rest.
#[wasm_split(details, fallible)]
pub fn load(element: HtmlElement) -> Loaded {
    let page = use_page();
    page.results();
    digests::follow(page);
    before::follow(page);
    worlds::follow(page);
    touch::listen();
    mount(element, || view! { <Change /> });
    // Each in a task of its own, so that they do not block the page for long.
    spawn_local(ScopedFuture::new_untracked(async move {
        for place in Place::ALL {
            yield_to_browser().await;
            if let Some(element) = page.at(place).get_untracked() {
                fill(page, place, element.into());
            }
        }
        announce_opened(page);
        add_strips(page);
    }));
    Ok(())
}

/// Has the strips under the levers loaded once there is something to count them for.
fn add_strips(page: Page) {
    let levers = document().get_element_by_id("levers");
    let (Some(levers), Ok(place)) = (levers, document().create_element("div")) else { return };
    let _ = levers.append_child(&place);
    let digest = page.results().digest;
    let needed = Memo::new(move |_| digest.with(Option::is_some));
    mount(place.unchecked_into(), move || {
        view! { <Part name=phrase("Small charts") needed load=|place| Box::pin(strips::load(place)) /> }
    });
}

fn fill(page: Page, place: Place, element: HtmlElement) {
    match place {
        Place::Tools => {
            reset::follow(page);
            mount(element, || view! { <Undo /> <Share /> <Languages /> });
        }
        Place::Settings => {
            draws::listen(page);
            typed::listen(page);
            your_district::follow(page);
            settings::show_settings(page, &element);
            if let Ok(place) = document().create_element("div")
                && let Some(strategy) = element.previous_element_sibling()
            {
                let _ = strategy.append_child(&place);
                mount(place.unchecked_into(), || view! { <Changes /> });
            }
        }
        Place::Target => settings::show_target(page, &element),
        Place::Numbers => mount(element, || view! { <Numbers /> }),
        Place::Dimensions => {
            dimensions::draw_courses(page);
            explain::listen(page);
            mount(element, || view! { <Spending /> <Dimensions /> <Setbacks /> });
        }
        Place::Compare => mount(element, || view! { <Compare /> }),
        Place::Export => mount(element, || view! { <TakeAlong /> }),
        Place::Trust => mount(element, || view! { <Trust /> }),
    }
}
