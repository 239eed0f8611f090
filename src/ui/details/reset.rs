//! The button beside the menu of districts: the way back to what was opened, and then to the named district.

use crate::language::{isolated, phrase};
use crate::scenario::Scenario;
use crate::state::reset::Reset;
use crate::ui::browser::reactive::effect;
use crate::ui::page::Page;
use crate::{phrase, plural};
use gloo_events::EventListener;
use leptos::prelude::*;

/// Makes the button work for as long as the page lives.
pub fn follow(page: Page) {
    let Some(button) = document().get_element_by_id("reset") else { return };
    EventListener::new(&button, "click", move |_| go_back(page)).forget();
    effect(move || {
        let reset = reset(page);
        let label = label(page, reset);
        button.set_text_content(Some(&label));
        let _ = button.set_attribute("title", &label);
        let _ = button.set_attribute("aria-disabled", &(reset == Reset::Nothing).to_string());
    });
}

fn reset(page: Page) -> Reset {
    page.scenario.with(|scenario| Reset::of(scenario, &page.origin.get()))
}

fn go_back(page: Page) {
    match untrack(move || reset(page)) {
        Reset::Nothing => {}
        Reset::ToOrigin(_) => page.show(page.origin.get_untracked()),
        Reset::ToPreset(_) => page.open_whole(Scenario::from(page.preset.get_untracked()), None),
    }
}

fn label(page: Page, reset: Reset) -> String {
    match (reset, page.name.get()) {
        (Reset::Nothing, _) => phrase("Reset").to_owned(),
        (Reset::ToOrigin(count), Some(name)) => plural!(
            count,
            "Reset {count} change to \u{201c}{name}\u{201d}",
            "Reset {count} changes to \u{201c}{name}\u{201d}",
            name = isolated(&name)
        ),
        (Reset::ToOrigin(count), None) => {
            plural!(count, "Reset {count} change", "Reset {count} changes")
        }
        (Reset::ToPreset(_), _) => match page.preset.get() {
            Some(preset) => phrase!("Back to {preset}", preset = preset.label()),
            None => phrase("Back to the default district").to_owned(),
        },
    }
}
