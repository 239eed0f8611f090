//! What the two WebAssembly modules of the page say to each other, and the page to the script that embeds
//! it: events on the element that holds the page.
//!
//! The page itself ([`crate::ui`]) is all that the first chart needs. The companion
//! ([`crate::companion`]) is brought after it. Either works on if the other is missing: who says
//! something does not know whether anybody hears it.

use gloo_events::EventListener;
use js_sys::{Array, Float64Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element};

/// The page says that its first chart is there: `public/starting.js` brings the companion.
pub const FIRST_CHART: &str = "first-chart";
/// The companion says that it listens, and wants to hear where the page is.
pub const LISTENING: &str = "companion-listens";
/// The page says which scenario it shows: a link.
pub const SCENARIO: &str = "scenario-shown";
/// The page says which month it looks at: a number.
pub const MONTH: &str = "month-shown";
/// The page says which view its chart shows: a name.
pub const VIEW: &str = "view-shown";
/// The page gives all futures of a scenario: [`Futures`].
pub const FUTURES: &str = "futures";
/// The companion asks to show a scenario: a link.
pub const SHOW: &str = "show-scenario";
/// The companion asks to tell something at the top of the page: a sentence.
pub const NOTICE: &str = "notice";
/// The companion asks to look at a month: a number.
pub const LOOK_AT: &str = "look-at-month";
/// The companion asks for all futures of a scenario, when there is time: a link.
pub const SIMULATE: &str = "simulate";

/// `public/embed.js` asks to open a link that the page around this one has sent: any text.
pub const OPEN: &str = "open-link";
/// The page says why it does not open a link: a sentence.
pub const REFUSED: &str = "link-refused";
/// The page says, where it is embedded, that all futures of its scenario are there: the link, the
/// headline, and the medians of the last month (schools that ever started, schools still active).
pub const COMPLETE: &str = "futures-complete";

/// The element that holds the page.
pub fn place() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id("app")
}

/// Says something to whoever listens.
pub fn say(kind: &str, what: &JsValue) {
    let details = CustomEventInit::new();
    details.set_detail(what);
    if let (Some(place), Ok(event)) =
        (place(), CustomEvent::new_with_event_init_dict(kind, &details))
    {
        let _ = place.dispatch_event(&event);
    }
}

/// Listens for as long as the page lives.
pub fn hear(kind: &'static str, mut answer: impl FnMut(JsValue) + 'static) {
    let Some(place) = place() else { return };
    EventListener::new(&place, kind, move |event| {
        answer(event.unchecked_ref::<CustomEvent>().detail());
    })
    .forget();
}

/// All futures of a scenario, on their way from one module to the other.
pub struct Futures {
    /// The scenario.
    pub link: String,
    /// The last month.
    pub months: u32,
    /// The values of the runs from replicate 0 on, run after run.
    pub values: Float64Array,
}

impl Futures {
    /// As a message: `[link, months, values]`.
    pub fn to_message(&self) -> JsValue {
        Array::of3(&self.link.as_str().into(), &self.months.into(), &self.values).into()
    }

    /// From a message; none if it is none of ours.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let message: &Array = message.dyn_ref()?;
        Some(Self {
            link: message.get(0).as_string()?,
            months: message.get(1).as_f64()? as u32,
            values: message.get(2).dyn_into().ok()?,
        })
    }
}
