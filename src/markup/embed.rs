//! The form that builds an embed: parts of the page in another page (`docs/embed.md`).
//! `public/embed-form.js` generates the snippet, and is fetched when the form is opened;
//! `public/embed.js` parses the same keywords.

use crate::language::{phrase, to_phrase};
use maud::{Markup, html};

/// Parts of the page by their keywords in the address, with whether an embed has them by default.
const PARTS: [(&str, &str, bool); 5] = [
    ("headline", to_phrase("Headline"), true),
    ("chart", to_phrase("Chart"), true),
    ("levers", to_phrase("Decisions"), true),
    ("district", to_phrase("District, school by school"), false),
    ("outcomes", to_phrase("Outcomes"), false),
];

/// Themes by their keywords in the address, the default first.
const THEMES: [(&str, &str); 3] = [
    ("auto", to_phrase("Same as the device")),
    ("light", to_phrase("Light")),
    ("dark", to_phrase("Dark")),
];

/// Renders the form with all messages that may be needed; whatever is not to be displayed yet is hidden. It
/// is displayed in its own section.
pub fn embed_form() -> String {
    html! {
        p class="note" data-say="coming" {
            (phrase("The form is loading. If nothing appears, close this section and open it again."))
        }
        p class="note" data-say="no-address" hidden {
            (phrase("This page is a file on a disk, so it has no address that another page could embed. Open \
             Districtwide on a website to build a snippet."))
        }
        div data-say="form" hidden {
            p class="quiet" {
                (phrase("Put what you see into a course or a page of your own. It still runs on the \
                 viewer's device."))
            }
            (fields())
            label for="embed-snippet" { (phrase("Snippet to paste into the HTML of the other page")) }
            textarea id="embed-snippet" readonly rows="5" spellcheck="false" {}
            p class="buttons" {
                button type="button" { (phrase("Copy the snippet")) }
                a href="?embed=" target="_blank" rel="noopener" { (phrase("Preview the embed")) }
                span role="status" {
                    span data-say="copied" hidden { (phrase("Copied.")) }
                    span data-say="not-copied" hidden {
                        (phrase("The browser blocked copying; the text is selected, so copy it from the field."))
                    }
                }
            }
        }
    }
    .into_string()
}

fn fields() -> Markup {
    html! {
        div class="fields" {
            fieldset {
                legend { (phrase("Parts")) }
                @for (key, label, is_default) in PARTS { (tick("checkbox", "embed", key, is_default, phrase(label))) }
            }
            fieldset {
                legend { (phrase("Colors")) }
                @for (key, label) in THEMES { (tick("radio", "theme", key, key == THEMES[0].0, phrase(label))) }
            }
            div {
                (tick("checkbox", "lock", "all", false, phrase("Lock the decisions: people see them \
                                                                but cannot move them")))
                label for="embed-host" { (phrase("Address of the other page, if it should receive what people set")) }
                input type="text" inputmode="url" autocomplete="off" spellcheck="false" id="embed-host"
                    name="host" placeholder="https://lms.example" aria-describedby="embed-host-help";
                p class="help" id="embed-host-help" {
                    (phrase("With it, the embed is as tall as its content and reports changes to that \
                     site only. Without it, the height is fixed and nothing is reported."))
                }
                div class="problem" role="alert" {
                    p data-say="no-parts" hidden {
                        (phrase("Nothing is chosen, so the embed shows headline, chart and decisions."))
                    }
                    p data-say="no-host" hidden {
                        (phrase("This is not a website address, so the snippet is made without it. \
                         Write it like https://lms.example."))
                    }
                }
            }
        }
    }
}

fn tick(kind: &str, name: &str, value: &str, checked: bool, label: &str) -> Markup {
    html! {
        label class="tick" { input type=(kind) name=(name) value=(value) checked[checked]; (label) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_know_the_keywords_of_the_form() {
        let embed = include_str!("../../public/embed.js");
        let form = include_str!("../../public/embed-form.js");
        let list = |line: &str, keys: Vec<&str>| {
            let keys: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
            assert!(embed.contains(&format!("{line} = [{}];", keys.join(", "))), "{line}");
        };
        list("const PARTS", PARTS.iter().map(|(key, ..)| *key).collect());
        let defaults = PARTS.iter().filter(|(.., is_default)| *is_default);
        list("const USUAL_PARTS", defaults.map(|(key, ..)| *key).collect());
        list("const THEMES", THEMES.iter().map(|(key, _)| *key).collect());
        for (key, ..) in PARTS {
            assert!(form.contains(&format!("  {key}: ")), "the height of {key}");
        }
        for message in embed_form().split("data-say=\"").skip(1) {
            let key = message.split('"').next().unwrap_or_default();
            assert!(form.contains(&format!("\"{key}\"")), "{key}");
        }
    }
}
