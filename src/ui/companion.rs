//! The page's side of its companion: what it tells it, and what it does for it.

use super::between::{self, FIRST_CHART, FUTURES, Futures, hear, say};
use super::page::Page;
use super::runner::Runner;
use crate::scenario::Scenario;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Time for which a complete ensemble must have stood before the companion gets it, milliseconds: not
/// while a slider is dragged.
const SETTLED: u32 = 400;

/// Gives futures that the companion asked for.
pub fn give(futures: Futures) {
    say(FUTURES, &futures.to_message());
}

/// Tells the companion where the page is, and does what it asks, for as long as the page lives.
pub fn follow(page: Page, runner: StoredValue<Runner, LocalStorage>) {
    let listens = RwSignal::new(false);
    hear(between::LISTENING, move |_| {
        listens.set(true);
        runner.with_value(Runner::opened);
    });
    let first_chart = Memo::new(move |_| page.laid_out.get() && page.summary.with(Option::is_some));
    Effect::new(move |_| {
        if first_chart.get() {
            say(FIRST_CHART, &JsValue::UNDEFINED);
        }
    });
    tell(page, runner, listens);
    hear(between::SHOW, move |link| with_scenario(&link, |scenario| page.show(scenario)));
    hear(between::NOTICE, move |sentence| page.notice.set(sentence.as_string()));
    hear(between::LOOK_AT, move |month| {
        if let Some(month) = month.as_f64() {
            page.look_at_month(month as u32);
        }
    });
    hear(between::SIMULATE, move |link| {
        with_scenario(&link, |scenario| runner.with_value(|runner| runner.run_behind(scenario)));
    });
}

/// Tells it of scenario, month and futures once it listens, and whenever they change.
fn tell(page: Page, runner: StoredValue<Runner, LocalStorage>, listens: RwSignal<bool>) {
    Effect::new(move |_| {
        let link = page.scenario.with(Scenario::to_link);
        if listens.get() {
            say(between::SCENARIO, &link.into());
        }
    });
    Effect::new(move |_| {
        let month = page.month.get();
        if listens.get() {
            say(between::MONTH, &month.into());
        }
    });
    Effect::new(move |_| {
        let view = page.view.get();
        if listens.get() {
            say(between::VIEW, &view.name().into());
        }
    });
    let settling: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let give_all = move || {
            if let Some(futures) = runner.with_value(Runner::futures) {
                give(futures);
            }
        };
        let wait = page.complete.get() && listens.get();
        settling.set_value(wait.then(|| Timeout::new(SETTLED, give_all)));
    });
}

/// The companion sends only links of scenarios, so they always read.
fn with_scenario(link: &JsValue, act: impl FnOnce(Scenario)) {
    if let Some(Ok(scenario)) = link.as_string().map(|link| Scenario::from_link(&link)) {
        act(scenario);
    }
}
