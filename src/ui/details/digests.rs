//! What follows a complete ensemble: its digest, what the last change did, what has changed since a shared
//! link was made, and the digests of pinned runs.

use crate::ensemble::Ensemble;
use crate::scenario::{Link, Scenario};
use crate::state::sharing::OpenedLink;
use crate::summary::compare::{Course, Digest, describe_change as change_between};
use crate::ui::browser::reactive::effect;
use crate::ui::embed::is_embedded;
use crate::ui::page::Page;
use crate::ui::results::Results;
use crate::ui::yield_to_browser;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Follows the complete ensembles for as long as the page lives, and loads the pinned runs.
pub fn follow(page: Page) {
    let address = window().location().hash().unwrap_or_default();
    // Runs of a link have no place in an embed, and nothing is stored for it.
    let opened = Link::read(&address).ok().filter(|_| !is_embedded());
    if let Some(link) = opened.as_ref().filter(|link| !link.lost.is_empty()) {
        page.notice.set(Some(link.lost.join(" ")));
    }
    let results = page.results();
    results.pins.load(page, opened.as_ref());
    let opened = StoredValue::new(OpenedLink::new(opened));
    effect(move || {
        let Some(complete) = results.complete.get() else { return };
        spawn_local(async move {
            let Some(digest) = digest(&complete.scenario, &complete.ensemble).await else { return };
            results.pins.record(&digest);
            if complete.scenario == page.scenario.get_untracked() {
                describe_change(results, &digest);
                let difference = opened.try_update_value(|opened| opened.difference(&digest));
                if let Some(sentence) = difference.flatten() {
                    page.notice.set(Some(sentence));
                }
            }
            // Also of a scenario that has been moved on from: the next change is described from it.
            results.digest.set(Some(digest));
        });
    });
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

/// Describes what became of the last complete ensemble's numbers.
fn describe_change(results: Results, after: &Digest) {
    let before = results.digest.get_untracked();
    if let Some(change) = before.and_then(|before| change_between(&before, after)) {
        results.change.set(change.text);
    }
}
