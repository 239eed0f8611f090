//! The guided start as a panel over the page. Its buttons stay while it is open, so that none of them takes the
//! focus with it.

use super::browser::elements::{all, app_element, set_texts};
use super::browser::focus::{HEADLINE, focus, focus_on};
use super::browser::reactive::effect;
use super::page::{Page, use_page};
use super::parts::Loaded;
use crate::language::phrase;
use crate::markup;
use crate::markup::guide::QUESTION;
use crate::scenario::Scenario;
use crate::state::guide::{Move, QUESTIONS, Question, STEP_MS, introduction};
use gloo_events::EventListener;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The decision whose slider was moved last.
const ASKED: &str = "data-asked";

/// The panel and what it has to remember.
struct Guide {
    page: Page,
    place: HtmlElement,
    /// What the page showed when the guide was opened.
    before: Option<Scenario>,
    /// What had the focus then.
    opener: Option<Element>,
    /// The slider that moves.
    going: Option<Move>,
}

/// Mounts the panel, which opens and closes when the page wants it.
#[wasm_split(guide, fallible)]
pub fn load(place: HtmlElement) -> Loaded {
    let page = use_page();
    place.set_inner_html(&markup::guide(QUESTIONS.iter().map(|question| phrase(question.text))));
    let clicked = place.clone();
    let guide = Guide { page, place, before: None, opener: None, going: None };
    let guide = Rc::new(RefCell::new(guide));
    let shown = guide.clone();
    effect(move || match page.wants_guide.get() {
        true => shown.borrow_mut().open(),
        false => shown.borrow_mut().close(),
    });
    EventListener::new(&clicked, "click", move |event| press(&guide, event)).forget();
    EventListener::new(&window(), "keydown", move |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            page.wants_guide.set(false);
        }
    })
    .forget();
    Ok(())
}

/// Does what a button of the panel says.
fn press(guide: &Rc<RefCell<Guide>>, event: &Event) {
    let button = event_target::<Element>(event);
    let place = button.get_attribute(QUESTION).and_then(|place| place.parse::<usize>().ok());
    if let Some(question) = place.and_then(|place| QUESTIONS.get(place)) {
        guide.borrow_mut().ask(question);
        go_on(guide.clone());
    } else if button.class_name() == "put-back" {
        guide.borrow_mut().put_back();
    } else if button.class_name() == "close" {
        guide.borrow().page.wants_guide.set(false);
    }
}

/// Moves the slider by a step, and by the next one after a while.
fn go_on(guide: Rc<RefCell<Guide>>) {
    if guide.borrow_mut().step() {
        set_timeout(move || go_on(guide), Duration::from_millis(STEP_MS));
    }
}

/// Whether the person wants nothing on the screen to move by itself.
fn wants_no_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.is_ok_and(|query| query.is_some_and(|query| query.matches()))
}

impl Guide {
    fn say(&self, text: &str) {
        set_texts(&self.place, "[role=status]", [text]);
    }

    fn show(&self, is_shown: bool) {
        if let Some(panel) = self.place.first_element_child() {
            let _ = panel.toggle_attribute_with_force("hidden", !is_shown);
        }
        // For what makes room for it. `:has()` would have the browser ask at every change of the page.
        if let Some(root) = document().document_element() {
            let _ = root.toggle_attribute_with_force("data-guided", is_shown);
        }
    }

    /// Marks the decision that a question moves, and no other.
    fn mark(&self, question: Option<&Question>) {
        let Some(app) = app_element() else { return };
        all(&app, "[data-asked]").for_each(|decision| {
            let _ = decision.remove_attribute(ASKED);
        });
        let slider = question.and_then(|question| document().get_element_by_id(question.decision));
        if let Some(decision) = slider.and_then(|slider| slider.parent_element()) {
            let _ = decision.set_attribute(ASKED, "");
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            decision.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// Opens it. Whoever asked for it goes on in it; a first visit begins where it is.
    fn open(&mut self) {
        self.before = Some(self.page.scenario.get_untracked());
        self.opener = document().active_element().filter(|element| element.tag_name() != "BODY");
        self.show(true);
        self.say(introduction());
        if self.opener.is_some() {
            focus(".guide button");
        }
    }

    /// Closes it; what has moved stays where it is.
    fn close(&mut self) {
        self.going = None;
        let focused = document().active_element();
        let has_focus = self.place.contains(focused.as_deref());
        self.show(false);
        self.mark(None);
        if has_focus {
            focus(HEADLINE);
            // It may be gone, as it is once something has changed; then this does nothing.
            self.opener.take().iter().for_each(focus_on);
        }
    }

    fn ask(&mut self, question: &'static Question) {
        let going = self.page.scenario.with_untracked(|shown| Move::new(question, shown));
        self.say(&going.text());
        self.mark(Some(question));
        self.going = Some(going);
    }

    /// Moves the slider by a step; returns whether there may be another one.
    fn step(&mut self) -> bool {
        let shown = self.page.scenario.get_untracked();
        let next = self.going.as_mut().and_then(|going| going.next(&shown, wants_no_motion()));
        if let Some(next) = next {
            self.page.show(next);
        }
        next.is_some()
    }

    fn put_back(&mut self) {
        self.going = None;
        self.mark(None);
        self.say(introduction());
        if let Some(before) = self.before {
            self.page.show(before);
        }
    }
}
