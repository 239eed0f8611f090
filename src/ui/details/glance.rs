//! What stays in sight while the page scrolls: the chart, smaller, and what the last change did. It is stuck behind
//! the chart, which uncovers it as it scrolls away.

use crate::markup::chart::PATHS;
use crate::ui::browser::elements::{all, set_texts};
use crate::ui::browser::reactive::effect;
use crate::ui::page::Page;
use js_sys::Array;
use leptos::prelude::Get;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    MutationObserver, MutationObserverInit,
};

const GLANCE: &str = "<div class=\"glance\" aria-hidden=\"true\"><div></div><p></p></div>";

/// Adds it to the columns.
pub fn add(page: Page) {
    let Some(columns) = page.form() else { return };
    let _ = columns.insert_adjacent_html("beforeend", GLANCE);
    let select = |selector| columns.query_selector(selector).ok().flatten();
    if let (Some(chart), Some(drawing), Some(copy)) =
        (select(".chart"), select(".drawing"), select(".glance > div"))
    {
        follow(&chart, Copying { drawing, copy });
    }
    effect(move || set_texts(&columns, ".glance p", [page.results().change.get().as_str()]));
}

/// The drawing, and the place of its copy. An SVG `<use>` would be a line, but the browser lays all of it out again
/// for every path that changes, in sight or not.
struct Copying {
    drawing: Element,
    copy: Element,
}

impl Copying {
    /// Copies all of it.
    fn copy(&self) {
        self.copy.set_inner_html(&self.drawing.inner_html());
    }

    /// Copies the paths of the schools, which are all that changes in a drawing that stays.
    fn copy_paths(&self) {
        for (from, to) in all(&self.drawing, PATHS).zip(all(&self.copy, PATHS)) {
            let _ = to.set_attribute("d", &from.get_attribute("d").unwrap_or_default());
        }
    }
}

/// Copies what is drawn, for as long as the page lives; while the chart hides the copy, not before it is uncovered.
fn follow(chart: &Element, copying: Copying) {
    let (copying, is_covered) = (Rc::new(copying), Rc::new(Cell::new(true)));
    let whole = MutationObserverInit::new();
    whole.set_child_list(true);
    let paths = MutationObserverInit::new();
    paths.set_subtree(true);
    paths.set_attribute_filter(&Array::of1(&"d".into()));
    for (changes, copy) in [(whole, Copying::copy as fn(&Copying)), (paths, Copying::copy_paths)] {
        let (drawn, is_covered) = (copying.clone(), is_covered.clone());
        let on_change = Closure::<dyn Fn()>::new(move || {
            if !is_covered.get() {
                copy(&drawn);
            }
        });
        if let Ok(observer) = MutationObserver::new(on_change.into_js_value().unchecked_ref()) {
            let _ = observer.observe_with_options(&copying.drawing, &changes);
        }
    }
    let on_scroll = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() else { return };
        is_covered.set(entry.intersection_ratio() >= 1.0);
        match is_covered.get() {
            // Nobody sees it, and it would be laid out all the same.
            true => copying.copy.set_inner_html(""),
            false => copying.copy(),
        }
    });
    let at = IntersectionObserverInit::new();
    at.set_threshold(&1.0.into());
    let function = on_scroll.into_js_value();
    if let Ok(observer) = IntersectionObserver::new_with_options(function.unchecked_ref(), &at) {
        observer.observe(chart);
    }
}
