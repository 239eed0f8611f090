//! The size of an element, followed while it changes.

use super::reactive::effect;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{ResizeObserver, ResizeObserverEntry};

/// Width and height of the element's content in pixels; none before it is on the page.
pub fn size_of(element: NodeRef<Div>) -> ReadSignal<Option<(f64, f64)>> {
    let (size, set_size) = signal(None);
    effect(move || {
        let Some(element) = element.get() else { return };
        let measure = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() else { return };
            let content = entry.content_rect();
            set_size.set(Some((content.width(), content.height())));
        });
        let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, measure));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    });
    size
}
