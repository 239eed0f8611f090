//! What the companion adds to the outcomes: their small curves, the four dimensions of scale, and the
//! setbacks by kind.

use super::state::Companion;
use crate::language::phrase;
use crate::markup;
use crate::summary::compare::{Dimension, Setback, dimensions, setbacks};
use crate::ui::elements::all;
use leptos::prelude::*;

/// The places for curves in the page's list of outcomes, in the order of the outcomes.
const PLACES: &str = ".outcomes .course-of";

/// Keeps a small curve under each outcome that has a course.
pub fn draw_courses(companion: Companion) {
    Effect::new(move |_| {
        let Some(digest) = companion.digest.get() else { return };
        let Some(page) = document().body() else { return };
        for (place, course) in all(&page, PLACES).zip(&digest.courses) {
            place.set_inner_html(&markup::small_curve(course));
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
            <summary>{phrase("Four dimensions of scale")}</summary>
            <p class="quiet">{phrase("After Coburn 2003. The model has no beliefs and no pupils.")}</p>
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
pub fn Setbacks(companion: Companion) -> impl IntoView {
    let all = move || {
        let digest = companion.digest.get();
        digest.map(|digest| setbacks(&digest).into_iter().map(setback).collect_view())
    };
    view! {
        <details class="setbacks">
            <summary>{phrase("Setbacks by kind")}</summary>
            <p class="quiet">
                {phrase(
                    "Futures in which a risk came true at least once, and how often it did: 80\u{a0}% of \
                     the futures lie between the two numbers. The small curves show in how many it had \
                     come true by then.",
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
