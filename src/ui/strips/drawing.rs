//! The strips on the page: elements under the levers, which are rendered again only when their numbers change. While
//! a lever moves, only the mark in its own strip does.

use crate::analysis::history_of;
use crate::chart::Strip;
use crate::language::phrase;
use crate::markup::strip::{LABELS, MARKS, TEXTS, described_by, strip};
use crate::scenario::{Scenario, parameter};
use crate::state::strips::{BUDGET, Strips, levers};
use crate::summary::strips::{
    Curve, Future, INTRODUCTION, INTRODUCTION_HELD, Response, counting, counting_again, names, tops,
};
use crate::ui::browser::elements::{all, set_all, set_texts};
use leptos::prelude::document;
use std::sync::Arc;
use web_sys::Element;

/// Says what strips show, at the end of the note above the levers.
const SCOPE: &str = "strips-scope";

/// All strips of the page.
pub struct Drawings {
    /// What holds the levers.
    form: Element,
    shown: Vec<Shown>,
}

/// The strip of a lever.
struct Shown {
    lever: &'static str,
    element: Element,
    /// What was counted for it last.
    counted: Option<Arc<Response>>,
    /// What it shows of that, and which numbers of the headline that passes through; none before it is counted.
    response: Option<Arc<Response>>,
    through: Option<(f64, Future)>,
    /// Whether that is true of what is set.
    is_true: bool,
    /// What has been rendered: the response, whether it is true of what is set, and the ends of its axes.
    rendered: Option<(Arc<Response>, bool, Future)>,
}

impl Drawings {
    /// No strips yet.
    pub fn new(form: Element) -> Self {
        Self { form, shown: Vec::new() }
    }

    /// The levers on the page in the order in which they are to be counted: the one with the focus, then the others in
    /// the order of the page. One in a section that is closed waits until that is opened.
    pub fn levers(&self) -> Vec<&'static str> {
        let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
        let mut levers: Vec<&'static str> = self.shown.iter().map(|shown| shown.lever).collect();
        levers.sort_by_key(|lever| *lever != focused);
        levers
    }

    /// Draws what is known of this scenario, and adds the strips of levers that have come to the page. `now`: what the
    /// headline says of it. Returns whether there are more levers to add one to: each in a task of its own, so that
    /// the page answers in between.
    pub fn draw(&mut self, strips: &Strips, scenario: &Scenario, now: Option<Future>) -> bool {
        let has_added = self.add_missing();
        for shown in &mut self.shown {
            let found = strips.of(shown.lever, scenario);
            shown.is_true = found.is_some();
            if let Some(response) = found {
                shown.know(response, scenario, now);
            }
        }
        // So that one sees which decision matters more. A budget alone would flatten all of them.
        let of_decisions = self.shown.iter().filter(|shown| shown.lever != BUDGET);
        let common = tops(of_decisions.filter_map(|shown| shown.response.as_deref()));
        for shown in &mut self.shown {
            shown.draw(scenario, common, now);
        }
        let scope = match history_of(scenario) {
            Some(_) => phrase(INTRODUCTION_HELD),
            None => phrase(INTRODUCTION),
        };
        set_texts(&self.form, &format!(".{SCOPE}"), [scope]);
        has_added
    }

    /// Adds the next strip that is missing; returns whether there was one.
    fn add_missing(&mut self) -> bool {
        if self.shown.is_empty() {
            self.add_scope();
        }
        let on_page = all(&self.form, ".decision > input").map(|slider| slider.id());
        let on_page: Vec<String> = on_page.chain([BUDGET.to_owned()]).collect();
        for key in on_page {
            let Some(lever) = levers().find(|lever| *lever == key) else { continue };
            let is_there = self.shown.iter().any(|shown| shown.lever == lever);
            let control = self.form.query_selector(&format!("#{lever}")).ok().flatten();
            if let Some(control) = control.filter(|_| !is_there) {
                let added = Shown::add(lever, &control);
                let is_added = added.is_some();
                self.shown.extend(added);
                return is_added;
            }
        }
        false
    }

    fn add_scope(&self) {
        let note = self.form.query_selector(".strategy > .quiet").ok().flatten();
        if let (Some(note), Ok(scope)) = (note, document().create_element("span")) {
            scope.set_class_name(SCOPE);
            let _ = note.append_with_str_1(" ");
            let _ = note.append_child(&scope);
        }
    }
}

impl Shown {
    /// Adds an empty strip after a lever, which it describes.
    fn add(lever: &'static str, control: &Element) -> Option<Self> {
        let element = document().create_element("div").ok()?;
        element.set_class_name("strip");
        element.set_inner_html(&strip(lever, &[], &names(), counting()));
        control.insert_adjacent_element("afterend", &element).ok()?;
        let before = control.get_attribute("aria-describedby").unwrap_or_default();
        let described = format!("{before} {}", described_by(lever));
        let _ = control.set_attribute("aria-describedby", described.trim());
        Some(Self {
            lever,
            element,
            counted: None,
            response: None,
            through: None,
            is_true: false,
            rendered: None,
        })
    }

    /// Takes what is counted, and what the headline says meanwhile.
    fn know(&mut self, counted: &Arc<Response>, scenario: &Scenario, now: Option<Future>) {
        let is_same = self.counted.as_ref().is_some_and(|known| Arc::ptr_eq(known, counted));
        let through = now.map(|now| (value_of(self.lever, scenario), now));
        if is_same && (through.is_none() || through == self.through) {
            return;
        }
        self.response = Some(match now {
            Some(now) => Arc::new(counted.through(scenario, now)),
            None => counted.clone(),
        });
        (self.counted, self.through) = (Some(counted.clone()), through);
    }

    fn draw(&mut self, scenario: &Scenario, common: Future, now: Option<Future>) {
        let (Some(response), is_true) = (&self.response, self.is_true) else { return };
        let tops = if self.lever == BUDGET { tops([&**response]) } else { common };
        let value = value_of(self.lever, scenario);
        let is_same = self.rendered.as_ref().is_some_and(|(rendered, was_true, ends)| {
            Arc::ptr_eq(rendered, response) && *was_true == is_true && *ends == tops
        });
        if is_same && !is_true {
            return;
        }
        let drawings = drawings(response, tops, is_true.then_some(value));
        let labels = if is_true { response.labels_at(value, now) } else { names() };
        if is_same {
            let marks = drawings.iter().flat_map(|drawing| &drawing.mark);
            set_all(&self.element, MARKS, "d", marks.map(String::as_str));
            set_texts(&self.element, LABELS, labels.iter().map(String::as_str));
            return;
        }
        if !is_true && self.rendered.is_some() {
            // Only the texts: where all strips become stale at once, while a slider moves, drawings would take long.
            self.element.set_class_name("strip stale");
            let texts = labels.iter().map(String::as_str).chain([counting_again()]);
            set_texts(&self.element, TEXTS, texts);
            self.rendered = Some((response.clone(), is_true, tops));
            return;
        }
        let sentence = if is_true { response.sentence() } else { counting_again().to_owned() };
        self.element.set_class_name(
            match (is_true, response.claims.is_some() || response.is_flat()) {
                (false, _) => "strip stale",
                (true, false) => "strip",
                (true, true) => "strip settled",
            },
        );
        self.element.set_inner_html(&strip(self.lever, &drawings, &labels, &sentence));
        self.rendered = Some((response.clone(), is_true, tops));
    }
}

/// Where a lever stands.
fn value_of(lever: &str, scenario: &Scenario) -> f64 {
    parameter(lever).map(|row| (row.get)(scenario).number()).unwrap_or_default()
}

/// The drawings of a response, with marks where its lever stands, if that is known.
fn drawings(response: &Response, tops: Future, value: Option<f64>) -> Vec<Strip> {
    let present = value.map(|value| (response.axis.share(value), response.at(value)));
    let curves = response.curves.iter().zip(tops).enumerate();
    let drawing = |(measure, (curve, top)): (usize, (&Curve, f64))| {
        let mark = present.map(|(share, medians)| (share, medians[measure]));
        Strip::new([&curve.p10, &curve.p50, &curve.p90], top, mark)
    };
    curves.map(drawing).collect()
}
