//! Export: what a person saves, and what is opened again. Everything is made on the device.
//!
//! The section with its buttons comes with the details; what a button does is loaded when it is first pressed
//! ([`actions`], [`brief`]).

mod actions;
mod brief;
mod dropping;
mod embed_form;
mod opening;
mod pictures;
mod results;
mod standalone_svg;

use super::browser::download::download;
use super::browser::elements::all;
use super::browser::files::address;
use super::compare::compared;
use super::page::{Page, use_page};
use super::parts::could_not_load;
use crate::language::phrase;
use crate::markup;
use crate::markup::export::{ACTION_ATTRIBUTE, Action, Drawing};
use crate::phrase;
use crate::scenario::{Scenario, tidy_name};
use crate::state::pinned_results::PinnedResults;
use crate::state::pins::PinnedRuns;
use crate::state::saved_files::FileNames;
use crate::ui::browser::reactive::{effect, text};
use crate::ui::runner::Purpose;
use embed_form::Embed;
use leptos::html::{Div, Input};
use leptos::prelude::*;
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;
use web_sys::{Blob, Element, Event, FileList, HtmlInputElement};

/// What the parts of the section share.
#[derive(Clone, Copy)]
pub struct Section {
    /// The state of the page.
    page: Page,
    /// What went wrong, a sentence each.
    problems: RwSignal<Vec<String>>,
    /// What was done, or is under way.
    done: RwSignal<String>,
    /// What was asked for, and waits for results.
    waiting: RwSignal<Option<Action>>,
    /// The choice of files; nothing of it is seen.
    choice: NodeRef<Input>,
    /// The section, to be scrolled to.
    place: NodeRef<leptos::html::Section>,
    /// Whether the form for embeds is open.
    embed_is_open: RwSignal<bool>,
    /// The results of the pinned runs, while somebody waits for them.
    pinned_results: RwSignal<PinnedResults>,
}

/// Whether an action can be performed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readiness {
    Ready,
    /// As soon as all futures of what the page shows are simulated.
    Waits,
    /// Not now; why.
    Impossible(&'static str),
}

/// The section's state, in any of its components and parts.
fn use_section() -> Section {
    expect_context()
}

impl Section {
    fn new(page: Page) -> Self {
        Self {
            page,
            problems: RwSignal::new(Vec::new()),
            done: RwSignal::new(String::new()),
            waiting: RwSignal::new(None),
            choice: NodeRef::new(),
            place: NodeRef::new(),
            embed_is_open: RwSignal::new(false),
            pinned_results: RwSignal::new(PinnedResults::default()),
        }
    }

    /// The name that a person gave the scenario; empty without one.
    fn name(self) -> String {
        self.page.name.get_untracked().unwrap_or_default()
    }

    /// The names of files that are made of this scenario.
    fn file_names(self, scenario: &Scenario) -> FileNames {
        FileNames::new(&self.name(), scenario)
    }

    /// Hands a file to the browser, or says that this did not work.
    fn save(self, name: &str, file: Result<Blob, JsValue>) {
        let saved = file.and_then(|file| download(name, &file));
        self.report(match saved {
            Ok(()) => Vec::new(),
            Err(_) => vec![phrase!("The browser blocked saving {name}.", name)],
        });
    }

    /// Shows what went wrong, instead of what was shown before.
    fn report(self, problems: Vec<String>) {
        self.done.set(String::new());
        self.problems.set(problems);
    }

    /// Whether an action can be performed now.
    fn readiness(self, action: Action) -> Readiness {
        let with_results = || {
            self.page.scenario.with(|scenario| match self.page.results().are_stale(scenario) {
                true => Readiness::Waits,
                false => Readiness::Ready,
            })
        };
        match action {
            Action::SaveScenario | Action::OpenFiles | Action::SaveDictionary => Readiness::Ready,
            Action::SavePinned if self.page.results().pins.runs.with(PinnedRuns::is_empty) => {
                Readiness::Impossible(phrase("No run is pinned yet."))
            }
            Action::SavePinned => Readiness::Ready,
            Action::SaveSvg(Drawing::Comparison) | Action::SavePng(Drawing::Comparison)
                if compared(self.page).len() < 2 =>
            {
                Readiness::Impossible(phrase("There is nothing to compare yet: pin a run first."))
            }
            Action::PrintBrief | Action::SaveResults | Action::SaveSvg(_) | Action::SavePng(_) => {
                with_results()
            }
        }
    }

    /// What a button is asked for: at once, or as soon as the results are there. A button that cannot do
    /// anything now says why: one that a browser disables would swallow the click that ends a person's typing.
    fn ask_for(self, action: Action) {
        if action == Action::SavePinned
            && self.pinned_results.with_untracked(PinnedResults::is_under_way)
        {
            return self.stop_pinned();
        }
        match untrack(|| self.readiness(action)) {
            Readiness::Ready => self.perform(action),
            Readiness::Waits => {
                self.report(Vec::new());
                self.done.set(
                    phrase("It will be ready as soon as all futures are simulated.").to_owned(),
                );
                self.waiting.set(Some(action));
            }
            Readiness::Impossible(why) => {
                self.report(Vec::new());
                self.done.set(why.to_owned());
            }
        }
    }

    /// Gives the file of the pinned runs up, and what is simulated only for it.
    fn stop_pinned(self) {
        let missing = self.pinned_results.try_update(PinnedResults::stop).unwrap_or_default();
        for scenario in &missing {
            self.page.cancel_in_background(scenario, Purpose::PinnedFile);
        }
        self.report(Vec::new());
        self.done.set(phrase("Stopped.").to_owned());
    }

    /// Performs the action that waits for results as soon as they are there.
    fn follow_waiting(self) {
        effect(move || {
            let ready =
                self.waiting.get().filter(|action| self.readiness(*action) == Readiness::Ready);
            if let Some(action) = ready {
                self.waiting.set(None);
                self.report(Vec::new());
                self.perform(action);
            }
        });
    }

    /// Performs the action of a button.
    fn perform(self, action: Action) {
        match action {
            // At once: a browser opens the dialog only while it handles the press.
            Action::OpenFiles => {
                if let Some(choice) = self.choice.get_untracked() {
                    choice.click();
                }
            }
            Action::PrintBrief => self.load(brief::print(self)),
            action => self.load(actions::perform(self, action)),
        }
    }

    /// Opens files. They are taken out of the list at once, which the choice of files empties.
    fn open(self, files: &FileList) {
        let files = (0..files.length()).filter_map(|i| files.get(i)).collect();
        self.load(actions::open_files(self, files));
    }

    /// Waits for the part behind an action, or shows that it could not be loaded; another press tries again.
    fn load(self, action: impl Future<Output = Result<(), SplitLoaderError>> + 'static) {
        self.problems.set(Vec::new());
        spawn_local(async move {
            if action.await.is_err() {
                self.report(vec![could_not_load(phrase("Export"))]);
            }
        });
    }
}

/// The whole section.
#[component]
pub fn TakeAlong() -> impl IntoView {
    let section = Section::new(use_page());
    provide_context(section);
    dropping::listen(section);
    let buttons = NodeRef::new();
    follow(section, buttons);
    section.follow_waiting();
    let click = move |event: web_sys::MouseEvent| {
        let button = target(&event).and_then(|target| target.closest("button").ok()?);
        let key = button.and_then(|button| button.get_attribute(ACTION_ATTRIBUTE));
        if let Some(action) = key.and_then(|key| Action::from_key(&key)) {
            section.ask_for(action);
        }
    };
    let rename = move |event: Event| {
        if let Some(input) = target(&event).and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
            section.page.results().rename(section.page, tidy_name(&input.value()));
        }
    };
    let chosen = move |_| {
        let Some(choice) = section.choice.get_untracked() else { return };
        if let Some(files) = choice.files() {
            section.open(&files);
        }
        // So that the same file can be chosen again.
        choice.set_value("");
    };
    view! {
        <section aria-labelledby="take-title" node_ref=section.place>
            <h2 id="take-title">{phrase("Export")}</h2>
            <p class="quiet">{phrase("Everything is made on this device; nothing is sent anywhere.")}</p>
            <div
                role="alert"
                inner_html=text(move || section.problems.with(|p| markup::export::problems(p)))
            ></div>
            <p role="status">{text(move || section.done.get())}</p>
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
                    inner_html=markup::export(address("scenario.schema.json").as_deref())
                    on:click=click
                    on:change=rename
                ></div>
            </div>
            <Embed />
        </section>
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Keeps the field of the name up to date, and marks each button that cannot do anything now, with the reason.
fn follow(section: Section, buttons: NodeRef<Div>) {
    effect(move || {
        let name = section.page.name.get().unwrap_or_default();
        let field = buttons.get().and_then(|buttons| all(&buttons, "input").next());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(&name);
        }
    });
    effect(move || {
        let Some(buttons) = buttons.get() else { return };
        for button in all(&buttons, "button") {
            let key = button.get_attribute(ACTION_ATTRIBUTE);
            let action = key.and_then(|key| Action::from_key(&key));
            let why = match action.map(|action| section.readiness(action)) {
                Some(Readiness::Ready) | None => "",
                Some(Readiness::Waits) => phrase("Available once all futures are simulated."),
                Some(Readiness::Impossible(why)) => why,
            };
            let _ = button
                .set_attribute("aria-disabled", if why.is_empty() { "false" } else { "true" });
            let _ = button.set_attribute("title", why);
        }
    });
}
