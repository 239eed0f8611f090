//! Formatting settings for display.

use super::compare::{SettingRow, differing_settings};
use super::{percent, schools};
use crate::language::{dollars, integer, number, phrase};
use crate::phrase;
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Group, Parameter, Preset, Range, Scenario, Settings, Value};

/// The position of a slider as text: "0.4 toward Slow and steady", "30% of full effort".
pub fn format_position(parameter: &Parameter, value: Value) -> String {
    match DECISIONS.iter().find(|decision| decision.key == parameter.key) {
        Some(ends) => ends.in_words(value.number()),
        None => phrase!("{share} of full effort", share = percent(value.number())),
    }
}

/// The value of any parameter as text, with its unit: a slider's position, the text of an answer,
/// "$9,000 per school per year".
pub fn format_value(parameter: &Parameter, value: Value) -> String {
    match (value, parameter.range) {
        (Value::YesNo(answer), Range::YesNo { no, yes }) => {
            phrase(if answer { yes } else { no }).to_owned()
        }
        _ if parameter.is_none(value) => phrase("none").to_owned(),
        (Value::Stages(numbers), _) => {
            let unit = parameter.unit();
            let (numbers, unit) = match price_unit(unit) {
                Some(unit) => (numbers.map(whole_dollars), unit),
                None => (numbers.map(number), unit),
            };
            let [introductory, pilot, whole] = numbers;
            phrase!("{introductory}, {pilot}, {whole} {unit}", introductory, pilot, whole, unit)
        }
        _ if matches!(parameter.group, Group::Decisions | Group::Mitigations) => {
            format_position(parameter, value)
        }
        _ => format_with_unit(value, parameter.unit()),
    }
}

/// A number with its unit. An index and a plain number have no displayed unit.
fn format_with_unit(value: Value, unit: &str) -> String {
    let (number, unit) = match (value, price_unit(unit)) {
        (Value::Number(thousands), Some(unit)) => (whole_dollars(thousands), unit),
        (Value::Number(value), None) => (number(value), unit),
        (value, _) => (value.to_string(), unit),
    };
    match ["", phrase("index"), phrase("number"), phrase("calendar year")].contains(&unit) {
        true => number,
        false => phrase!("{number} {unit}", number, unit),
    }
}

/// What a price in thousands of dollars is for: "per year".
fn price_unit(unit: &str) -> Option<&str> {
    unit.strip_prefix(phrase("thousand dollars")).map(str::trim_start)
}

fn whole_dollars(thousands: f64) -> String {
    phrase!("${amount}", amount = integer(thousands * 1_000.0))
}

/// What the coaching budget is for all schools of the district together, in dollars a year.
pub fn budget_in_all(settings: &Settings) -> String {
    let district = &settings.district;
    phrase!(
        "{amount} a year for all {schools}.",
        amount = dollars(district.coaching_budget * f64::from(district.n_schools)),
        schools = schools(district.n_schools),
    )
}

/// How a scenario differs from the preset that it started from: a sentence, then at most `most` settings
/// and, if there are more, how many.
pub fn describe_changes(scenario: &Scenario, most: usize) -> Vec<String> {
    let base = Scenario::from(scenario.preset);
    let rows = differing_settings(&[&base, scenario]);
    let mut words = vec![match (base.preset.map(Preset::label), rows.is_empty()) {
        (Some(district), true) => phrase!("{district}, unchanged.", district),
        (None, true) => phrase("The default district, unchanged.").to_owned(),
        (Some(district), false) => phrase!("Changed from {district}:", district),
        (None, false) => phrase("Changed from the default district:").to_owned(),
    }];
    let row = |row: &SettingRow| {
        phrase!("{setting}: {value}", setting = row.label, value = row.values[1])
    };
    words.extend(rows.iter().take(most).map(row));
    match rows.len().saturating_sub(most) {
        0 => {}
        more => words.push(phrase!("and {more} more, in the link", more)),
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parameter;

    #[test]
    fn the_coaching_budget_is_also_an_amount_for_all_schools() {
        assert_eq!(budget_in_all(&Preset::Chicago.settings()), "$4.6M a year for all 516 schools.");
    }

    #[test]
    fn changes_from_the_preset_are_listed_with_the_labels_of_the_page() {
        let changed =
            |scenario: &str, most| describe_changes(&Scenario::from_link(scenario).unwrap(), most);
        assert_eq!(changed("v2&preset=chicago", 9), ["Chicago, unchanged."]);
        assert_eq!(changed("v2", 9), ["The default district, unchanged."]);
        let all = changed("v2&preset=chicago&fast_slow=0.4&coaching_budget=12&seed=7", 9);
        assert_eq!(all[0], "Changed from Chicago:");
        assert_eq!(all[1], "Fast and furious or slow and steady: 0.4 toward Slow and steady");
        assert_eq!(all.len(), 4);
        let some = changed("v2&preset=chicago&fast_slow=0.4&coaching_budget=12&seed=7", 1);
        assert_eq!(some[2], "and 2 more, in the link");
    }

    #[test]
    fn a_slider_position_is_formatted_with_its_meaning() {
        let words = |key, number| format_position(parameter(key).unwrap(), Value::Number(number));
        assert_eq!(words("fast_slow", 0.4), "0.4 toward Slow and steady");
        assert_eq!(words("alignment", 0.3), "30% of full effort");
    }

    #[test]
    fn a_value_is_formatted_with_its_unit() {
        let words = |key, value| format_value(parameter(key).unwrap(), value);
        assert_eq!(words("coaching_budget", Value::Number(9.0)), "$9,000 per school per year");
        assert_eq!(words("spending_cap", Value::Number(1_500.0)), "$1,500,000 per year in all");
        assert_eq!(words("spending_cap", Value::Number(0.0)), "none");
        assert_eq!(words("seed", Value::Whole(7)), "7");
        assert_eq!(words("need_mean", Value::Number(0.65)), "0.65");
        assert_eq!(words("public_launch", Value::YesNo(true)), "Public: announce at once");
        let sites = Value::Stages([10.0, 60.0, 250.0]);
        assert_eq!(words("site_cost", sites), "$10,000, $60,000, $250,000 per year");
        assert_eq!(words("stage_load", Value::Stages([0.25, 1.0, 2.0])), "0.25, 1, 2 units");
        assert_eq!(words("fast_slow", Value::Number(-1.0)), "all the way to Fast and furious");
    }
}
