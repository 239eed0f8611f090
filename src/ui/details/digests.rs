//! What follows a complete ensemble: its digest, what the last change did, what has changed since a shared
//! link was made, and the digests of pinned runs.

use crate::ensemble::Ensemble;
use crate::scenario::{Link, Scenario};
use crate::summary::compare::{Course, Digest, change, said_otherwise};
use crate::ui::embed::is_embedded;
use crate::ui::page::Page;
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
    page.results.runs.load(page, opened.as_ref());
    let opened = StoredValue::new(opened);
    Effect::new(move |_| {
        let Some(complete) = page.results.complete.get() else { return };
        spawn_local(async move {
            let Some(digest) = digest(&complete.scenario, &complete.ensemble).await else { return };
            page.results.runs.record(&digest);
            if complete.scenario == page.scenario.get_untracked() {
                describe_change(page, &digest);
                compare_with_link(page, opened, &digest);
                page.results.digest.set(Some(digest));
            }
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
fn describe_change(page: Page, after: &Digest) {
    let before = page.results.digest.get_untracked();
    if let Some(change) = before.and_then(|before| change(&before, after)) {
        page.results.change.set(change.text);
    }
}

/// Says what came out differently when the link was made that the page opened with; once.
fn compare_with_link(page: Page, opened: StoredValue<Option<Link>>, digest: &Digest) {
    let opened = opened.try_update_value(Option::take).flatten();
    let before =
        opened.filter(|link| link.shown.scenario == digest.scenario).and_then(|link| link.said);
    if let Some(sentence) = before.and_then(|before| said_otherwise(before, digest)) {
        page.notice.set(Some(sentence));
    }
}
