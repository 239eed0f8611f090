//! Everything that can be exported, as groups of buttons.

use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::MAX_NAME_LENGTH;
use maud::{Markup, html};

/// A drawing of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// The adoption chart, in the view that the page shows.
    Chart,
    /// The district in the selected month.
    District,
    /// The comparison of runs.
    Comparison,
}

impl Drawing {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Chart, Self::District, Self::Comparison];

    /// Its untranslated name, which is also the key of its buttons.
    fn name(self) -> &'static str {
        match self {
            Self::Chart => to_phrase("Schools over time"),
            Self::District => to_phrase("School by school"),
            Self::Comparison => to_phrase("Comparison"),
        }
    }
}

/// What a button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Saves the scenario as a file.
    SaveScenario,
    /// Asks for scenario files to open.
    OpenFiles,
    /// Prints the brief.
    PrintBrief,
    /// Saves the results of the displayed run.
    SaveResults,
    /// Saves the results of all pinned runs.
    SavePinned,
    /// Saves the dictionary of the columns of the results.
    SaveDictionary,
    /// Saves a drawing as SVG.
    SaveSvg(Drawing),
    /// Saves a drawing as PNG.
    SavePng(Drawing),
}

impl Action {
    /// The action of a button with this value of [`ACTION_ATTRIBUTE`].
    pub fn from_key(key: &str) -> Option<Self> {
        let pictures = Drawing::ALL.iter().flat_map(|&d| [Self::SaveSvg(d), Self::SavePng(d)]);
        let others = [
            Self::SaveScenario,
            Self::OpenFiles,
            Self::PrintBrief,
            Self::SaveResults,
            Self::SavePinned,
            Self::SaveDictionary,
        ];
        others.into_iter().chain(pictures).find(|action| action.key() == key)
    }

    fn key(self) -> String {
        match self {
            Self::SaveScenario => "scenario".to_owned(),
            Self::OpenFiles => "open".to_owned(),
            Self::PrintBrief => "brief".to_owned(),
            Self::SaveResults => "results".to_owned(),
            Self::SavePinned => "pinned".to_owned(),
            Self::SaveDictionary => "dictionary".to_owned(),
            Self::SaveSvg(drawing) => format!("svg {}", drawing.name()),
            Self::SavePng(drawing) => format!("png {}", drawing.name()),
        }
    }
}

/// The attribute of a button with the key of its action.
pub const ACTION_ATTRIBUTE: &str = "data-deed";
/// The id of the field for the name of the exports.
const NAME: &str = "scenario-name";

fn button(action: Action, label: &str) -> Markup {
    html! { button type="button" data-deed=(action.key()) { (label) } }
}

/// Renders all groups, with the address of the schema of scenario files if the page has it. `ui::export` marks the buttons that cannot do anything now.
pub fn export(schema: Option<&str>) -> String {
    html! {
        p class="name" {
            label for=(NAME) { (phrase("Name for your exports")) }
            input type="text" id=(NAME) maxlength=(MAX_NAME_LENGTH) autocomplete="off";
            span class="quiet" { (phrase("Optional.")) }
        }
        div {
            h3 { (phrase("Scenario file")) }
            p class="quiet" {
                (phrase("Every setting as JSON. Open one file to continue with it, or several to \
                    compare them; you can also drop them anywhere on this page."))
            }
            p class="buttons" {
                (button(Action::SaveScenario, phrase("Save the scenario")))
                (button(Action::OpenFiles, phrase("Open scenario files")))
            }
            @if let Some(schema) = schema {
                p class="quiet" {
                    a href=(schema) {
                        (phrase("What a scenario file may contain (JSON Schema, for programs)"))
                    }
                }
            }
        }
        div {
            h3 { (phrase("Results")) }
            p class="quiet" {
                (phrase("One row per month, measure and statistic, in full precision: for R, pandas or \
                    a spreadsheet."))
            }
            p class="buttons" {
                (button(Action::SaveResults, phrase("All results as CSV")))
                (button(Action::SavePinned, phrase("Pinned runs as CSV")))
                (button(Action::SaveDictionary, phrase("What the columns mean")))
            }
        }
        div {
            h3 { (phrase("Brief")) }
            p class="quiet" {
                (phrase("One or two pages that stand alone: question, decisions, chart, outcomes, \
                    pinned runs, limits of the model, and the link. Print it or save it as PDF."))
            }
            p class="buttons" { (button(Action::PrintBrief, phrase("Print the brief"))) }
        }
        div {
            h3 { (phrase("Pictures")) }
            p class="quiet" {
                (phrase("With title, settings and link, 7 inches (180\u{a0}mm) wide: SVG for editing, PNG at 305 \
                    dots per inch."))
            }
            ul {
                @for drawing in Drawing::ALL {
                    li {
                        @let name = phrase(drawing.name());
                        span { (name) }
                        @for (action, kind) in
                            [(Action::SaveSvg(drawing), "SVG"), (Action::SavePng(drawing), "PNG")] {
                            button type="button" data-deed=(action.key())
                                aria-label=(phrase!("{drawing} as {kind}", drawing = name, kind)) { (kind) }
                        }
                    }
                }
            }
        }
    }
    .into_string()
}

/// Renders what went wrong, one sentence each.
pub fn problems(sentences: &[String]) -> String {
    html! { @for sentence in sentences { p { (sentence) } } }.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_has_its_own_action() {
        let html = export(Some("scenario.schema.json"));
        let keys: Vec<&str> = html
            .split("data-deed=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .collect();
        assert_eq!(keys.len(), html.matches("<button").count());
        let actions: Vec<Option<Action>> = keys.iter().map(|key| Action::from_key(key)).collect();
        assert!(actions.iter().all(Option::is_some), "{keys:?}");
        assert!((1..actions.len()).all(|i| !actions[..i].contains(&actions[i])), "{keys:?}");
        assert_eq!(actions.len(), 12);
        assert_eq!(Action::from_key("nothing"), None);
    }

    #[test]
    fn the_contents_of_a_file_never_become_markup() {
        let html = problems(&["“<img src=x>.json”: no".to_owned()]);
        assert_eq!(html, "<p>“&lt;img src=x&gt;.json”: no</p>");
    }
}
