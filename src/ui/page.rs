//! The state of the page: the scenario, what is known of it, and the month looked at.

use super::browser::reactive::effect;
use super::embed::is_embedded;
use super::results::Results;
use super::runner::{OnComplete, Purpose, Runner};
use crate::ensemble::{Batch, Ensemble};
use crate::scenario::{DEFAULT_MONTH, DisplayState, Parameter, Preset, Problems, Scenario, Value};
use crate::state::address::ReadLink;
use crate::summary::{END, Summary, View};
use leptos::html::{Div, Dl};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Element;

/// Handles to the state; every component gets them from the context.
#[derive(Clone, Copy)]
pub struct Page {
    /// The scenario that the person has set.
    pub scenario: RwSignal<Scenario>,
    /// The named district that it starts from.
    pub preset: Memo<Option<Preset>>,
    /// The same as long as it is that district whose counts were published.
    pub counted: Memo<Option<Preset>>,
    /// What its futures show so far; of the former scenario until there is a first band.
    pub summary: RwSignal<Option<Summary>>,
    /// Whether all futures of the scenario are in the summary.
    pub complete: RwSignal<bool>,
    /// What the chart showed before the last change; none before there is one.
    pub before: RwSignal<Option<Summary>>,
    /// What the chart shows of it.
    pub view: RwSignal<View>,
    /// The month that is looked at.
    pub month: RwSignal<u32>,
    /// The month that is read out: the one that is looked at or, while a pointer is over the chart, the one under
    /// it.
    pub read_month: RwSignal<u32>,
    /// The month at whose end the outcomes are read, or `summary::END`.
    pub outcomes_at: RwSignal<u32>,
    /// A sentence on a link that could not be opened.
    pub notice: RwSignal<Option<String>>,
    /// The scenario that the page opened on.
    pub first: StoredValue<Scenario>,
    /// The scenario that was opened as a whole, to which a reset goes back.
    pub origin: RwSignal<Scenario>,
    /// The name of what is shown, if it has one.
    pub name: RwSignal<Option<String>>,
    /// The link that was opened last, at the start or since, as the page writes it, for what it holds besides the
    /// scenario; empty without one, `None` if it could not be read.
    pub link: RwSignal<Option<String>>,
    /// The link that was opened last, with what it showed.
    pub read: StoredValue<ReadLink>,
    /// A link on its way to be shown, unless something else is done before it is read.
    pub reading: RwSignal<Option<String>>,
    /// Whether the page has replaced the loading message.
    pub laid_out: RwSignal<bool>,
    /// Whether its first chart is there: what is not needed for it comes after.
    pub first_chart: Memo<bool>,
    /// Whether the guided start is to be seen.
    pub wants_guide: RwSignal<bool>,
    /// The places that the details fill.
    places: [NodeRef<Div>; Place::COUNT],
    /// The list of the outcomes that do not stand large beside the chart.
    pub outcomes: NodeRef<Dl>,
    /// What simulates.
    pub runner: StoredValue<Runner, LocalStorage>,
    /// What came out; none before the first part that needs it.
    results: StoredValue<Option<Results>, LocalStorage>,
}

/// A place on the page that is filled after the first chart (`super::details`).
#[derive(Clone, Copy)]
pub enum Place {
    /// Undo, sharing and the language, at the top.
    Tools,
    /// All settings but the decisions.
    Settings,
    /// The settings next to the chart.
    Target,
    /// The chart's numbers as a table.
    Numbers,
    /// What stands below the outcomes.
    Dimensions,
    /// Pinning and comparing runs.
    Compare,
    /// Files, pictures and the brief.
    Export,
    /// What the model's tests claim.
    Trust,
}

impl Place {
    /// All of them, in the order in which they are filled.
    pub const ALL: [Self; 8] = [
        Self::Tools,
        Self::Settings,
        Self::Target,
        Self::Numbers,
        Self::Dimensions,
        Self::Compare,
        Self::Export,
        Self::Trust,
    ];
    const COUNT: usize = Self::ALL.len();
}

/// The state of the page, in any of its components.
pub fn use_page() -> Page {
    expect_context()
}

impl Page {
    /// The state of a page that opens on this link, or says why it cannot be read; every component gets it from
    /// the context.
    pub fn open(link: Result<ReadLink, String>) -> Self {
        let notice = link.as_ref().err().cloned();
        let read = link.unwrap_or_else(|_| ReadLink::none(""));
        let tidied = notice.is_none().then(|| read.tidied.clone());
        let link = read.shown.clone();
        let opened = RwSignal::new(link.scenario);
        let (summary, complete) = (RwSignal::new(None), RwSignal::new(false));
        let laid_out = RwSignal::new(false);
        let runner = Runner::new(move |shown, is_complete| {
            summary.set(Some(shown));
            complete.set(is_complete);
        });
        let page = Self {
            scenario: opened,
            preset: Memo::new(move |_| opened.with(|scenario| scenario.preset)),
            counted: Memo::new(move |_| opened.with(|scenario| scenario.counted_district())),
            summary,
            complete,
            before: RwSignal::new(None),
            view: RwSignal::new(if is_embedded() { View::Luck } else { View::Bands }),
            month: RwSignal::new(DEFAULT_MONTH.min(link.scenario.simulation.months)),
            read_month: RwSignal::new(0),
            outcomes_at: RwSignal::new(END),
            notice: RwSignal::new(notice),
            first: StoredValue::new(link.scenario),
            origin: RwSignal::new(link.scenario),
            name: RwSignal::new(None),
            link: RwSignal::new(tidied),
            read: StoredValue::new(read),
            reading: RwSignal::new(None),
            laid_out,
            first_chart: Memo::new(move |_| laid_out.get() && summary.with(Option::is_some)),
            wants_guide: RwSignal::new(false),
            places: std::array::from_fn(|_| NodeRef::new()),
            outcomes: NodeRef::new(),
            runner: StoredValue::new_local(runner),
            results: StoredValue::new_local(None),
        };
        page.look(&link);
        page.simulate();
        provide_context(page);
        page
    }

    /// Simulates what the page shows, whenever that changes.
    fn simulate(self) {
        effect(move || {
            self.complete.set(false);
            let scenario = self.scenario.get();
            self.runner.with_value(|runner| runner.run(scenario));
        });
    }

    /// Whether all is there that the chart will show of a summary.
    pub fn is_settled(self, summary: &Summary) -> bool {
        // Nothing follows where no unknowns are counted.
        let is_last = is_embedded() || summary.scenario.sensitivity.uncertain_constants;
        summary.bands.wide.is_some() || is_last && self.complete.get_untracked()
    }

    /// A place that the details fill.
    pub fn at(self, place: Place) -> NodeRef<Div> {
        self.places[place as usize]
    }

    /// The columns, which hold every field; none before they are laid out.
    pub fn form(self) -> Option<Element> {
        self.at(Place::Settings).get_untracked()?.closest("main").ok()?
    }

    /// What came out, for the parts that come after the first chart. Each of them asks for it first when it is
    /// loaded, in the scope of its place, which lasts.
    pub fn results(self) -> Results {
        self.results.get_value().unwrap_or_else(|| {
            let results = Results::follow(self);
            self.results.set_value(Some(results));
            results
        })
    }

    /// The scenario that is shown with all its futures, once they are complete.
    pub fn completed(self) -> Option<(Scenario, Arc<Ensemble>)> {
        self.runner.with_value(Runner::complete)
    }

    /// Shows what a link says.
    pub fn follow(&self, link: ReadLink) {
        self.show(link.shown.scenario);
        self.look(&link.shown);
        self.link.set(Some(link.tidied.clone()));
        self.read.set_value(link);
    }

    /// Looks at it as a link says.
    fn look(&self, link: &DisplayState) {
        if let Some(month) = link.month {
            self.look_at_month(month);
        }
        self.look_at(link.view);
    }

    /// Simulates another scenario too, as far as the one that is shown leaves time for it.
    pub fn simulate_in_background(
        self,
        scenario: Scenario,
        purpose: Purpose,
        on_complete: impl FnOnce(Arc<Ensemble>) + 'static,
    ) {
        self.simulate_batch(Batch::all(scenario), purpose, Box::new(on_complete));
    }

    /// Simulates some futures of another scenario too, as far as the one that is shown leaves time for it.
    pub fn simulate_batch(self, batch: Batch, purpose: Purpose, on_complete: OnComplete) {
        self.runner.with_value(|runner| runner.run_in_background(batch, purpose, on_complete));
    }

    /// A scenario need not be simulated in the background any longer for this purpose.
    pub fn cancel_in_background(self, scenario: &Scenario, purpose: Purpose) {
        self.cancel_batch(&Batch::all(*scenario), purpose);
    }

    /// Some futures need not be simulated in the background any longer for this purpose.
    pub fn cancel_batch(self, batch: &Batch, purpose: Purpose) {
        self.runner.with_value(|runner| runner.cancel_in_background(batch, purpose));
    }

    /// How many futures of a scenario in the background there are; none if it is not simulated there.
    pub fn progress_in_background(self, scenario: &Scenario) -> Option<usize> {
        self.runner.with_value(|runner| runner.progress_in_background(scenario))
    }

    /// Changes one parameter, or says why not; then nothing changes.
    pub fn change(&self, parameter: &Parameter, value: Value) -> Result<(), Problems> {
        let scenario = self.scenario.get_untracked().with(parameter, value)?;
        self.show(scenario);
        Ok(())
    }

    /// Shows another scenario; a notice about an earlier one goes, and a link that is still being read is not
    /// shown. What stays as it was is left alone: whatever follows it would be rendered again with every move of
    /// a slider.
    pub fn show(&self, scenario: Scenario) {
        self.reading.set(None);
        if self.notice.with_untracked(Option::is_some) {
            self.notice.set(None);
        }
        if scenario != self.scenario.get_untracked() {
            self.scenario.set(scenario);
        }
        if scenario.simulation.months < self.month.get_untracked() {
            self.month.set(scenario.simulation.months);
        }
    }

    /// Shows a scenario that a person opens as a whole, with its name if it has one.
    pub fn open_whole(&self, scenario: Scenario, name: Option<String>) {
        self.name.set(name);
        self.show(scenario);
        self.origin.set(scenario);
    }

    /// Looks at this month, the last one at the most.
    pub fn look_at_month(&self, month: u32) {
        self.month.set(month.min(self.scenario.with_untracked(|s| s.simulation.months)));
    }

    /// Shows the view of this name. A page inside another one counts no unknowns.
    pub fn look_at(&self, name: &str) {
        match View::from_name(name) {
            Some(View::Bands) if is_embedded() => self.view.set(View::Luck),
            Some(view) => self.view.set(view),
            None => {}
        }
    }

    /// A text of the summary; empty while there is none.
    pub fn of_summary(&self, text: impl Fn(&Summary) -> String) -> String {
        self.summary.with(|summary| summary.as_ref().map(text).unwrap_or_default())
    }
}
