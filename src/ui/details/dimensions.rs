//! What comes after the outcomes: their small curves, the four dimensions of scale, and the setbacks by
//! kind.

use crate::language::phrase;
use crate::markup;
use crate::markup::outcomes::{COURSE_OF, COURSES};
use crate::summary::compare::{Dimension, Setback, dimensions, setbacks};
use crate::ui::browser::elements::all;
use crate::ui::browser::reactive::effect;
use crate::ui::page::{Page, use_page};
use leptos::prelude::*;

/// Keeps a small curve under each outcome that has a course.
pub fn draw_courses(page: Page) {
    effect(move || {
        let Some(digest) = page.results().digest.get() else { return };
        let Some(outcomes) = page.outcomes.get() else { return };
        // The list is a text, for its weight: a place in it names its outcome.
        for place in all(&outcomes, COURSES) {
            let key = place.get_attribute(COURSE_OF).unwrap_or_default();
            if let Some(course) = digest.courses.iter().find(|c| c.metric.row().key == key) {
                place.set_inner_html(&markup::small_curve(course, digest.scenario.calendar()));
            }
        }
    });
}

/// What the run says of each dimension of scale.
#[component]
pub fn Dimensions() -> impl IntoView {
    let digest = use_page().results().digest;
    let all = move || digest.get().map(|digest| dimensions(&digest).map(dimension).collect_view());
    view! {
        <details id="four-dimensions" class="dimensions">
            <summary>{phrase("Four dimensions of scale")}</summary>
            <p class="quiet">{phrase("After Coburn 2003. The model does not include beliefs or \
                                      students.")}</p>
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

/// How often each rollout risk came true.
#[component]
pub fn Setbacks() -> impl IntoView {
    let digest = use_page().results().digest;
    let all = move || {
        digest.get().map(|digest| setbacks(&digest).into_iter().map(setback).collect_view())
    };
    view! {
        <details id="setbacks" class="setbacks">
            <summary>{phrase("Setbacks by kind")}</summary>
            <p class="quiet">
                {phrase(
                    "Futures in which each setback happened at least once, and how often: 80% of \
                     futures lie between the two numbers. The small curves show in how many it had \
                     happened by then.",
                )}
            </p>
            <ul>{all}</ul>
        </details>
    }
}

fn setback(setback: Setback) -> impl IntoView {
    let (curve, when) = setback
        .course
        .map(|(share, when)| {
            let drawing = markup::small_share(&share);
            (view! { <div class="course-of" inner_html=drawing></div> }, format!("; {when}"))
        })
        .unzip();
    view! {
        <li>
            {setback.name} ": " <strong>{setback.value}</strong> " "
            <span class="quiet">{setback.spread} {when}</span>
            {curve}
            <p class="quiet">{setback.cause}</p>
        </li>
    }
}
