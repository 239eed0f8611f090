//! What the companion adds to the outcomes: their small curves, and the four dimensions of scale.

use super::state::Companion;
use crate::markup;
use crate::summary::compare::{Dimension, Yardstick, dimensions};
use crate::ui::elements::all;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The places for curves in the page's list of outcomes, in the order of the outcomes.
const PLACES: &str = ".outcomes .course-of";

/// Keeps a small curve under each outcome that has a course.
pub fn draw_courses(companion: Companion) {
    Effect::new(move |_| {
        let Some(digest) = companion.digest.get() else { return };
        let Some(page) = document().body() else { return };
        for (place, yardstick) in all(&page, PLACES).zip(Yardstick::outcomes()) {
            match digest.course(yardstick) {
                Some(course) => place.set_inner_html(&markup::small_curve(course)),
                None => place.unchecked_into::<HtmlElement>().set_hidden(true),
            }
        }
    });
}

/// What the run says of each dimension of scale.
#[component]
pub fn Dimensions(companion: Companion) -> impl IntoView {
    let all = move || {
        let digest = companion.digest.get();
        digest.map(|digest| dimensions(&digest).map(dimension).collect_view())
    };
    view! {
        <details class="dimensions">
            <summary>"Four dimensions of scale"</summary>
            <p class="quiet">"After Coburn 2003. The model has no beliefs and no pupils."</p>
            {all}
        </details>
    }
}

fn dimension(dimension: Dimension) -> impl IntoView {
    let readings = dimension.readings.into_iter().map(|reading| {
        view! {
            <li>
                {reading.label} ": " <strong>{reading.value}</strong> " "
                <span class="quiet">{reading.spread}</span>
            </li>
        }
    });
    view! {
        <h3>{dimension.name}</h3>
        <p class="quiet">{dimension.meaning}</p>
        <ul>{readings.collect_view()}</ul>
    }
}
