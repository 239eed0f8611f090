//! Keeps in sight what the chart showed before the last change.

use crate::summary::Summary;
use crate::ui::browser::reactive::effect;
use crate::ui::page::Page;
use leptos::prelude::*;

/// Follows what comes to rest on the page, for as long as it lives.
pub fn follow(page: Page) {
    let results = page.results();
    let settled: StoredValue<Option<Summary>, LocalStorage> = StoredValue::new_local(None);
    effect(move || {
        let now = page.scenario.get();
        let last = settled.try_update_value(|last| last.take_if(|last| last.scenario != now));
        if let Some(last) = last.flatten() {
            // Another district is no change of the one before.
            page.before.set(Some(last).filter(|last| last.scenario.is_of_same_district(&now)));
        }
        let is_stale = results.are_stale(&now);
        page.summary.with(|summary| {
            let summary = summary.as_ref().filter(|summary| summary.scenario == now && !is_stale);
            if let Some(summary) = summary {
                settled.set_value(Some(summary.clone()));
            }
        });
    });
}
