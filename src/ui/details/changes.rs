//! The settings that differ from what was opened, each to be taken back alone.

use crate::language::phrase;
use crate::scenario::{Parameter, parameter, parameters};
use crate::summary::format_value;
use crate::ui::browser::reactive::text;
use crate::ui::page::{Page, use_page};
use crate::{phrase, plural};
use leptos::prelude::*;

/// The keys of the parameters that differ, in the order of the form; none right after another district was
/// chosen by undo.
fn changed(page: Page) -> Vec<&'static str> {
    let (scenario, origin) = (page.scenario.get(), page.origin.get());
    if scenario.preset != origin.preset {
        return Vec::new();
    }
    let differs = |row: &&Parameter| (row.get)(&scenario) != (row.get)(&origin);
    parameters().filter(differs).map(|row| row.key).collect()
}

/// The list; nothing while nothing has changed.
#[component]
pub fn Changes() -> impl IntoView {
    let page = use_page();
    let changes = Memo::new(move |_| changed(page));
    let title = move || {
        plural!(changes.with(Vec::len), "{count} changed setting", "{count} changed settings")
    };
    view! {
        <details class="changes" hidden=move || changes.with(Vec::is_empty)>
            <summary>{text(title)}</summary>
            <ul>
                <For each=move || changes.get() key=|key| *key let:key>
                    <Change key />
                </For>
            </ul>
        </details>
    }
}

#[component]
fn Change(key: &'static str) -> impl IntoView {
    let page = use_page();
    let row = parameter(key).expect("a row of the table");
    let sentence = move || {
        let (scenario, origin) = (page.scenario.get(), page.origin.get());
        phrase!(
            "{setting}: {now}; before: {before}",
            setting = row.label(),
            now = format_value(row, (row.get)(&scenario)),
            before = format_value(row, (row.get)(&origin))
        )
    };
    let take_back = move |_| {
        let before = page.origin.with_untracked(|origin| (row.get)(origin));
        if let Err(problems) = page.change(row, before) {
            page.notice.set(Some(problems.to_string()));
        }
    };
    view! {
        <li>
            {text(sentence)} " "
            <button
                type="button"
                class="link"
                aria-label=phrase!("Take back: {setting}", setting = row.label())
                on:click=take_back
            >
                {phrase("Take back")}
            </button>
        </li>
    }
}
