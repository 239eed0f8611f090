//! Sections that explain something. They are empty at first: `ui::explain` fills them when one is opened.

use maud::{Markup, html};

/// The section of the card with this key.
pub fn explain(card: &str, title: Markup) -> Markup {
    html! { details class="explain" { summary { (title) } div data-card=(card) {} } }
}
