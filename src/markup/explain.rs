//! Sections with explanations. They are empty at first: `ui::details::explain` fetches the content when one is
//! opened.

use maud::{Markup, html};

/// Renders the section for the card with this key.
pub fn explain(card: &str, title: Markup) -> Markup {
    html! { details class="explain" id={ "explain-" (card) } { summary { (title) } div data-card=(card) {} } }
}
