//! Take it along: what a person saves, and what is opened again. Everything is made on the device.

mod dropping;
mod embed;
mod opening;
mod pictures;
mod press;
mod printing;
mod results;

use super::compare::compared;
use super::download::{download, file};
use super::state::Companion;
use crate::language::phrase;
use crate::markup;
use crate::markup::take_along::{DEED, Deed, Drawing};
use crate::phrase;
use crate::scenario::{Preset, Scenario, ScenarioFile, file_stem, tidy_name};
use crate::ui::elements::all;
use embed::Embed;
use leptos::html::{Div, Input};
use leptos::prelude::*;
use pictures::{Format, save_picture};
use printing::print_brief;
use results::{PinnedResults, save_dictionary, save_results};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, Event, HtmlInputElement};

/// What the parts of the section share.
#[derive(Clone, Copy)]
pub struct Section {
    /// What the companion knows.
    companion: Companion,
    /// The name that a person gave the scenario; empty without one.
    name: RwSignal<String>,
    /// What went wrong, a sentence each.
    problems: RwSignal<Vec<String>>,
    /// What was done, or is under way.
    done: RwSignal<String>,
    /// The choice of files; nothing of it is seen.
    choice: NodeRef<Input>,
    /// The results of the pinned runs, while somebody waits for them.
    pinned: PinnedResults,
}

impl Section {
    fn new(companion: Companion) -> Self {
        Self {
            companion,
            name: RwSignal::new(String::new()),
            problems: RwSignal::new(Vec::new()),
            done: RwSignal::new(String::new()),
            choice: NodeRef::new(),
            pinned: PinnedResults::new(),
        }
    }

    /// How the names of files begin that are made of this scenario.
    fn stem(self, scenario: &Scenario) -> String {
        let district = scenario.preset.map_or("districtwide", Preset::key);
        self.name.with_untracked(|name| file_stem(name, district))
    }

    /// Hands a file to the browser, or says that this did not work.
    fn save(self, name: &str, file: Result<Blob, JsValue>) {
        let saved = file.and_then(|file| download(name, &file));
        self.tell(match saved {
            Ok(()) => Vec::new(),
            Err(_) => vec![phrase!("The browser did not let the page save {name}.", name)],
        });
    }

    /// Says what went wrong, in the place of what was said before.
    fn tell(self, problems: Vec<String>) {
        self.done.set(String::new());
        self.problems.set(problems);
    }

    /// Whether there is nothing yet that this could be done with.
    fn misses(self, deed: Deed) -> bool {
        match deed {
            Deed::SaveScenario | Deed::OpenFiles | Deed::SaveDictionary => false,
            Deed::SavePinned => {
                self.companion.runs.pinned.with(Vec::is_empty) || self.pinned.is_under_way()
            }
            Deed::SaveSvg(Drawing::Comparison) | Deed::SavePng(Drawing::Comparison) => {
                compared(self.companion).len() < 2
            }
            Deed::PrintBrief | Deed::SaveResults | Deed::SaveSvg(_) | Deed::SavePng(_) => {
                self.companion.is_stale()
            }
        }
    }

    /// Does what a button says.
    fn act(self, deed: Deed) {
        match deed {
            Deed::SaveScenario => self.save_scenario(),
            Deed::OpenFiles => {
                if let Some(choice) = self.choice.get_untracked() {
                    choice.click();
                }
            }
            Deed::PrintBrief => print_brief(self),
            Deed::SaveResults => save_results(self),
            Deed::SavePinned => self.pinned.collect(self),
            Deed::SaveDictionary => save_dictionary(self),
            Deed::SaveSvg(drawing) => save_picture(self, drawing, Format::Svg),
            Deed::SavePng(drawing) => save_picture(self, drawing, Format::Png),
        }
    }

    fn save_scenario(self) {
        let scenario = self.companion.scenario.get_untracked();
        let text = ScenarioFile { name: self.name.get_untracked(), scenario }.to_json();
        let name = format!("{}.json", self.stem(&scenario));
        self.save(&name, file("application/json", &text));
    }
}

/// The address of the page with this link. A page that is a file on somebody's disk has none for others,
/// and keeps its place to itself.
pub fn address_of(link: &str) -> String {
    let location = window().location();
    let is_on_the_web = location.protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    let address = location.href().ok().filter(|_| is_on_the_web).unwrap_or_default();
    let page = address.split(['#', '?']).next().unwrap_or_default();
    format!("{page}#{link}")
}

/// The whole section.
#[component]
pub fn TakeAlong(companion: Companion) -> impl IntoView {
    let section = Section::new(companion);
    section.pinned.listen(section);
    dropping::listen(section);
    let buttons = NodeRef::new();
    follow(section, buttons);
    let click = move |event: web_sys::MouseEvent| {
        let button = target(&event).and_then(|target| target.closest("button").ok()?);
        let deed = button.and_then(|button| Deed::from_key(&button.get_attribute(DEED)?));
        if let Some(deed) = deed {
            section.act(deed);
        }
    };
    let rename = move |event: Event| {
        if let Some(input) = target(&event).and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
            section.name.set(tidy_name(&input.value()));
        }
    };
    let chosen = move |_| {
        let Some(choice) = section.choice.get_untracked() else { return };
        if let Some(files) = choice.files() {
            opening::open(section, &files);
        }
        // So that the same file can be chosen again.
        choice.set_value("");
    };
    view! {
        <section aria-labelledby="take-title">
            <h2 id="take-title">{phrase("Take it along")}</h2>
            <p class="quiet">{phrase("All of it is made on this device, and nothing is sent anywhere.")}</p>
            <div
                role="alert"
                inner_html=move || section.problems.with(|p| markup::take_along::problems(p))
            ></div>
            <p role="status">{move || section.done.get()}</p>
            // Beside the buttons: a click on it would come to them.
            <input
                type="file"
                hidden
                multiple
                accept=".json,application/json"
                node_ref=section.choice
                on:change=chosen
            />
            <div class="parts">
                <div
                    class="files"
                    node_ref=buttons
                    inner_html=markup::take_along()
                    on:click=click
                    on:change=rename
                ></div>
            </div>
            <Embed companion />
        </section>
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Keeps the field of the name up to date, and says of each button whether it can do anything now.
fn follow(section: Section, buttons: NodeRef<Div>) {
    Effect::new(move |_| {
        let name = section.name.get();
        let field = buttons.get().and_then(|buttons| all(&buttons, "input").next());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(&name);
        }
    });
    Effect::new(move |_| {
        let Some(buttons) = buttons.get() else { return };
        for button in all(&buttons, "button") {
            let deed = button.get_attribute(DEED).and_then(|key| Deed::from_key(&key));
            let _ = button.toggle_attribute_with_force(
                "disabled",
                deed.is_none_or(|deed| section.misses(deed)),
            );
        }
    });
}
