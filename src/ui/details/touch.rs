//! A finger that scrolls the page over a slider moves nothing: the browser moves the slider when the finger
//! comes down, and reports afterwards that it has taken the gesture for scrolling.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, set_timeout};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What is under the finger, and its value when the finger came down.
type Held = Rc<RefCell<Option<(HtmlInputElement, String)>>>;

/// Takes back what a gesture did that the browser has cancelled, for as long as the page lives.
pub fn listen() {
    let Some(root) = document().document_element() else { return };
    let held = Held::default();
    let on = |kind: &'static str, handle: fn(&Held, &Event)| {
        let held = held.clone();
        let capture = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&root, kind, capture, move |event| handle(&held, event))
            .forget();
    };
    on("pointerdown", |held, event| {
        let slider = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let slider = slider.filter(|slider| slider.type_() == "range");
        held.replace(slider.map(|slider| {
            let value = slider.value();
            (slider, value)
        }));
    });
    on("pointercancel", |held, _| {
        let Some((slider, value)) = held.take() else { return };
        put_back(&slider, &value);
        // Some browsers move the slider once more with the gesture's last event.
        set_timeout(move || put_back(&slider, &value), Duration::ZERO);
    });
}

/// Gives the slider its value back, as if a person had moved it there.
fn put_back(slider: &HtmlInputElement, value: &str) {
    if slider.value() == value {
        return;
    }
    slider.set_value(value);
    for kind in ["input", "change"] {
        if let Ok(event) = Event::new(kind) {
            let _ = slider.dispatch_event(&event);
        }
    }
}
