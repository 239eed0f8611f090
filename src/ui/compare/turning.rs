//! What could turn a comparison around: a button for each pair of runs, and what has been counted since it was
//! pressed. A run that changes drops it.

use crate::markup;
use crate::scenario::Scenario;
use crate::state::comparison::ComparedRun;
use crate::state::turning::{Step, TurningCounts, askable, scenarios};
use crate::ui::browser::reactive::{effect, text};
use crate::ui::page::{Page, use_page};
use crate::ui::parts::{Loaded, mount};
use crate::ui::runner::Purpose;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_split_helpers::wasm_split;
use web_sys::HtmlElement;

/// Handles to the question and to the runs that it is asked of.
#[derive(Clone, Copy)]
struct Question {
    page: Page,
    counts: RwSignal<TurningCounts>,
    compared: Memo<Vec<ComparedRun>>,
}

/// Puts it below the sentences of the comparison.
#[wasm_split(turning, fallible)]
pub fn load(place: HtmlElement) -> Loaded {
    let page = use_page();
    let compared = Memo::new(move |_| super::compared(page));
    mount(place, move || {
        let counts = RwSignal::new(TurningCounts::default());
        view! { <Turning question=Question { page, counts, compared } /> }
    });
    Ok(())
}

/// The buttons, how far it is counted, and the answer.
#[component]
fn Turning(question: Question) -> impl IntoView {
    let compared = question.compared;
    effect(move || {
        // Whatever is set or pinned, and the worlds that are counted of it.
        question.page.scenario.track();
        compared.track();
        question.drop_unless_compared();
        question.go_on();
    });
    let places = move || compared.with(|runs| (0..askable(runs).len()).collect::<Vec<_>>());
    view! {
        <div class="turning">
            <For each=places key=|place| *place let:place>
                <button type="button" on:click=move |_| question.press(place)>
                    {text(move || question.label(place))}
                </button>
            </For>
            <p class="quiet" role="status">
                {text(move || question.counts.with(TurningCounts::progress))}
            </p>
            <div inner_html=text(move || question.answer())></div>
        </div>
    }
}

impl Question {
    fn label(self, place: usize) -> String {
        self.compared.with(|runs| {
            let pairs = askable(runs);
            let label = |pair: &[&ComparedRun; 2]| {
                self.counts.with(|counts| counts.label(*pair, pairs.len()))
            };
            pairs.get(place).map(label).unwrap_or_default()
        })
    }

    /// Asks, stops or goes on. While what has been set since is simulated, it is asked of that.
    fn press(self, place: usize) {
        let runs =
            self.compared.with_untracked(|runs| askable(runs).get(place).copied().map(scenarios));
        let Some(runs) = runs else { return };
        let set = self.page.scenario.get_untracked();
        let runs = runs.map(|run| if self.is_there(&run) { run } else { set });
        let is_counting = self.counts.with_untracked(|counts| counts.is_counting(&runs));
        // What is under way is of another pair, or is to be stopped.
        let stopped = self.counts.try_update(TurningCounts::stop).flatten();
        self.cancel(stopped);
        if !is_counting {
            self.counts.update(|counts| counts.ask(runs));
            self.go_on();
        }
    }

    /// Whether a run is pinned or set.
    fn is_there(self, run: &Scenario) -> bool {
        let pins = self.page.results().pins;
        self.page.scenario.with_untracked(|set| set == run)
            || pins.runs.with_untracked(|pinned| pinned.holds(run))
    }

    /// Drops the answer once one of its runs is neither pinned nor set, or they are no longer a pair.
    fn drop_unless_compared(self) {
        let Some(runs) = self.counts.with_untracked(TurningCounts::asked) else { return };
        let is_compared = || {
            self.compared.with_untracked(|compared| {
                askable(compared).into_iter().any(|pair| scenarios(pair) == runs)
            })
        };
        let set = self.page.scenario.get_untracked();
        let is_simulated = self.page.results().digest_of(&set).is_some();
        let is_kept = runs.iter().all(|run| self.is_there(run)) && (!is_simulated || is_compared());
        if !is_kept {
            let dropped = self.counts.try_update(TurningCounts::drop_answer).flatten();
            self.cancel(dropped);
        }
    }

    fn cancel(self, step: Option<Step>) {
        for batch in step.iter().flat_map(|step| &step.batches) {
            self.page.cancel_batch(batch, Purpose::Turning);
        }
    }

    /// Simulates what is needed next, unless something is under way.
    fn go_on(self) {
        let next = self.compared.with_untracked(|compared| {
            let next = |pair| self.counts.with_untracked(|counts| counts.next(pair));
            askable(compared).into_iter().find_map(next)
        });
        let Some(step) = next else { return };
        self.counts.update_untracked(|counts| counts.begin(step.clone()));
        let step = Rc::new(step);
        for (place, batch) in step.batches.iter().enumerate() {
            let step = step.clone();
            self.page.simulate_batch(
                batch.clone(),
                Purpose::Turning,
                Box::new(move |ensemble| {
                    let record =
                        |counts: &mut TurningCounts| counts.record(&step, place, &ensemble);
                    // What is displayed changes only with a whole step.
                    if self.counts.try_maybe_update(|counts| {
                        let is_complete = record(counts);
                        (is_complete, is_complete)
                    }) == Some(true)
                    {
                        self.go_on();
                    }
                }),
            );
        }
    }

    fn answer(self) -> String {
        self.compared.with(|compared| {
            let answer = |pair| self.counts.with(|counts| counts.answer(pair));
            let found = askable(compared).into_iter().find_map(answer);
            found.map(|(turnings, how)| markup::turning(&turnings, &how)).unwrap_or_default()
        })
    }
}
