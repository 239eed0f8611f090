//! Printing the brief, as a part of the page that is loaded when it is first asked for. The brief stands on
//! the page only while the browser prints it.

use super::Section;
use crate::language::phrase;
use crate::markup::{Brief, brief};
use crate::state::comparison::baseline_first;
use crate::summary::outcomes;
use crate::ui::browser::elements::app_element;
use crate::ui::compare::compared;
use crate::ui::share::{address_of, link_of};
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What the page is marked with while the brief is all of it that is printed.
const MARK: &str = "data-brief";

/// Prints the brief of what the page shows; nothing before there are futures.
#[wasm_split(brief, fallible)]
pub fn print(section: Section) -> Result<(), SplitLoaderError> {
    print_brief(section);
    Ok(())
}

fn print_brief(section: Section) {
    let (Some(text), Some(page)) = (brief_text(section), app_element()) else { return };
    let Ok(sheet) = document().create_element("article") else { return };
    sheet.set_class_name("brief");
    sheet.set_inner_html(&text);
    let _ = page.append_child(&sheet);
    let _ = page.set_attribute(MARK, "");
    let clear = move || {
        sheet.remove();
        let _ = page.remove_attribute(MARK);
    };
    let at_the_end = clear.clone();
    EventListener::once(&window(), "afterprint", move |_| at_the_end()).forget();
    if window().print().is_err() {
        clear();
        section.report(vec![phrase("The browser blocked printing.").to_owned()]);
    }
}

fn brief_text(section: Section) -> Option<String> {
    let complete = section.page.results().complete.get_untracked()?;
    let summary = complete.summary(section.page)?;
    let by_luck = || outcomes(&complete.scenario, &complete.ensemble);
    let outcomes = summary.outcomes.clone().or_else(by_luck)?;
    let runs = untrack(|| compared(section.page));
    let name = section.name();
    let link = untrack(|| address_of(&link_of(section.page, true).to_text()));
    Some(brief(&Brief {
        name: &name,
        summary: &summary,
        outcomes: &outcomes,
        runs: &baseline_first(&runs),
        link: &link,
    }))
}
