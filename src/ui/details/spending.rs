//! Spending year by year under the outcomes, while there is a cap to compare it with.

use crate::markup;
use crate::summary::SpendingByYear;
use crate::ui::browser::reactive::text;
use crate::ui::page::use_page;
use leptos::prelude::*;

/// The years with their bars; nothing without a cap.
#[component]
pub fn Spending() -> impl IntoView {
    let digest = use_page().results().digest;
    let years = move || {
        let spending = digest.get().and_then(|digest| SpendingByYear::of(&digest));
        spending.as_ref().map(markup::spending).unwrap_or_default()
    };
    view! { <div class="spending-by-year" inner_html=text(years)></div> }
}
