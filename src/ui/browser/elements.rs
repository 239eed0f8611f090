//! Elements inside markup that is on the page already.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The element of `index.html` that holds the page.
pub fn app_element() -> Option<Element> {
    document().get_element_by_id("app")
}

/// The elements that a selector finds, in the order of the page.
pub fn all(inside: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = inside.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |i| found.as_ref()?.get(i)).map(JsCast::unchecked_into)
}

/// Sets an attribute of each of these elements to its value.
pub fn set_all<'a>(
    inside: &Element,
    selector: &str,
    attribute: &str,
    values: impl IntoIterator<Item = &'a str>,
) {
    for (element, value) in all(inside, selector).zip(values) {
        let _ = element.set_attribute(attribute, value);
    }
}

/// Sets the text of each of these elements, where it differs.
pub fn set_texts<'a>(inside: &Element, selector: &str, texts: impl IntoIterator<Item = &'a str>) {
    for (element, text) in all(inside, selector).zip(texts) {
        if element.text_content().as_deref() != Some(text) {
            element.set_text_content(Some(text));
        }
    }
}
