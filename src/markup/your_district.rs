//! The fields of the person's own district, at the top of the page: what one knows without looking it up.

use super::form::{facts, help_id, number, problem};
use crate::language::phrase;
use crate::scenario::{MAX_NAME_LENGTH, Parameter, Settings, parameter};
use maud::{Markup, html};

/// The id of the field for the name.
pub const NAME: &str = "district-name";
/// The id of the list of what the fields mean.
pub const MEANINGS: &str = "about-district";
/// The id of the sentence on what else a change has changed.
pub const FOLLOWED: &str = "district-followed";

/// The keys of the fields, in their order.
pub const FIELDS: [&str; 6] =
    ["n_schools", "start_schools", "start_age", "target_schools", "spending_cap", "start_year"];

/// Renders the fields. What they mean is added when it is opened: every visit pays for what is here.
pub fn your_district(settings: &Settings) -> String {
    html! {
        p class="whose" {
            label for=(NAME) { (phrase("Name")) }
            input type="text" id=(NAME) maxlength=(MAX_NAME_LENGTH) autocomplete="off"
                placeholder=(phrase("your district"));
        }
        @for parameter in FIELDS.into_iter().filter_map(parameter) {
            (field(parameter, settings))
        }
        details id=(MEANINGS) {
            summary { "?" span class="visually-hidden" { " " (phrase("What these mean")) } }
        }
        div class="problems" {
            p id=(FOLLOWED) class="quiet" role="status" {}
            @for parameter in FIELDS.into_iter().filter_map(parameter) { (problem(parameter)) }
        }
    }
    .into_string()
}

fn field(parameter: &Parameter, settings: &Settings) -> Markup {
    let shown = parameter.in_fields((parameter.get)(settings));
    html! {
        p data-of=(parameter.key) {
            label for=(parameter.key) { (parameter.label()) }
            (number(parameter, Some(parameter.key), &shown))
        }
    }
}

/// What the fields mean, with the range, badge and source of each.
pub fn meanings() -> String {
    html! {
        dl {
            @for parameter in FIELDS.into_iter().filter_map(parameter) {
                dt { (parameter.label()) }
                dd id=(help_id(parameter)) { (parameter.help()) " " (facts(parameter)) }
            }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Preset;

    #[test]
    fn each_field_has_its_label_its_number_its_meaning_and_a_place_for_what_is_wrong() {
        let html = your_district(&Preset::Chicago.settings());
        let meanings = meanings();
        for parameter in FIELDS.map(|key| parameter(key).unwrap()) {
            let key = parameter.key;
            assert!(html.contains(&format!("<label for=\"{key}\">{}</label>", parameter.label())));
            assert!(html.contains(&format!("id=\"{key}-problem\"")), "{key}");
            assert!(meanings.contains(&format!("id=\"{key}-help\"")), "{key}");
        }
        assert!(html.contains("id=\"n_schools\" name=\"n_schools\" value=\"516\""), "{html}");
        assert!(html.contains("name=\"spending_cap\" value=\"\" placeholder=\"none\""), "{html}");
        assert!(html.contains("name=\"start_year\" value=\"2016\""), "{html}");
    }

    #[test]
    fn money_of_the_whole_district_is_shown_in_dollars() {
        let mut settings = Preset::Chicago.settings();
        settings.district.spending_cap = 1_500.0;
        assert!(your_district(&settings).contains("value=\"$1,500,000\""));
    }
}
