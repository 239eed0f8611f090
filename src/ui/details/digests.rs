//! What follows a complete ensemble: its digest, what the last change did, what has changed since a shared
//! link was made, and the digests of pinned runs.

use crate::ensemble::Ensemble;
use crate::language::phrase;
use crate::scenario::{Link, Scenario};
use crate::summary::Summary;
use crate::summary::compare::{Course, Digest, describe_change as change_between};
use crate::ui::browser::navigation::is_loaded_again;
use crate::ui::browser::reactive::effect;
use crate::ui::embed::is_embedded;
use crate::ui::page::Page;
use crate::ui::results::Results;
use crate::ui::runner::{Purpose, Runner};
use crate::ui::yield_to_browser;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Time between two layouts that the main thread prepares, milliseconds.
const PREPARE_MS: u32 = 50;

/// Follows the complete ensembles for as long as the page lives, and loads the pinned runs.
pub fn follow(page: Page) {
    let results = page.results();
    if !is_embedded() {
        results.pins.follow_other_tabs(page);
    }
    let is_first = StoredValue::new(true);
    effect(move || {
        let link = page.link.get().and_then(|link| Link::read_tidied(&link));
        let is_first = is_first.try_update_value(|first| std::mem::replace(first, false));
        open(page, results, link, is_first.unwrap_or_default());
    });
    effect(move || results.change.set(change(page, results).unwrap_or_default()));
    effect(move || {
        let Some(complete) = results.complete.get() else { return };
        spawn_local(prepare_first_band(page));
        spawn_local(async move {
            let Some(digest) = digest(&complete.scenario, &complete.ensemble).await else { return };
            results.pins.record(&digest);
            results.notice_difference(page, &digest);
            keep_before(page, results, &digest.scenario);
            // Also of a scenario that has been moved on from: the next change is described from it.
            results.digest.set(Some(digest));
        });
    });
}

/// Takes what a link holds besides the scenario. Its runs are pinned; one without runs leaves those that are,
/// except when the page opens. Runs have no place in an embed, and nothing is stored for it.
fn open(page: Page, results: Results, link: Option<Link>, is_first: bool) {
    let link = link.filter(|_| !is_embedded());
    if let Some(link) = &link {
        if !link.lost.is_empty() {
            page.notice.set(Some(link.lost.join(" ")));
        }
        results.compare_with_now(page, link.into());
        if !is_first {
            results.go_to(page, link.shown.scenario);
        }
    }
    if is_first || link.as_ref().is_some_and(|link| !link.runs.is_empty()) {
        results.pins.load(page, link.as_ref(), is_first && is_loaded_again());
    }
}

/// The digest of an ensemble, made in steps between which the page answers; none without runs.
pub async fn digest(scenario: &Scenario, ensemble: &Ensemble) -> Option<Arc<Digest>> {
    let mut digest = Digest::without_courses(scenario, ensemble)?;
    yield_to_browser().await;
    for course in Course::all(ensemble) {
        digest.courses.push(course);
        yield_to_browser().await;
    }
    Some(Arc::new(digest))
}

/// Has the main thread prepare for the next move, one layout at a time, so that it never blocks the page.
async fn prepare_first_band(page: Page) {
    while page.runner.with_value(Runner::prepare_first_band) {
        TimeoutFuture::new(PREPARE_MS).await;
    }
}

/// Keeps what the change to this scenario is described from: the last complete ensemble or, where a person was
/// quicker than the first one, what the page opened on, which is simulated for this.
fn keep_before(page: Page, results: Results, now: &Scenario) {
    let opened = page.first.get_value();
    match results.digest.get_untracked() {
        Some(before) if before.scenario != *now => results.before.set(Some(before)),
        None if opened != *now => {
            page.simulate_in_background(opened, Purpose::Before, move |ensemble| {
                spawn_local(async move {
                    if page.before.with_untracked(Option::is_none) {
                        page.before.set(Summary::of(&opened, &ensemble));
                    }
                    let before = digest(&opened, &ensemble).await;
                    if results.before.with_untracked(Option::is_none) {
                        results.before.set(before);
                    }
                });
            });
        }
        _ => {}
    }
}

/// What the last change did to what the page shows; empty before there is one, and while it is not known.
fn change(page: Page, results: Results) -> Option<String> {
    let (before, after) = (results.before.get()?, results.digest.get()?);
    if page.scenario.with(|scenario| after.scenario != *scenario) {
        return Some(phrase("What this change does follows in a moment.").to_owned());
    }
    change_between(&before, &after).map(|change| change.text)
}
