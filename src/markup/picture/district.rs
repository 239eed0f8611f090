//! The district in one month of one future, as a self-contained picture.

use super::sheet::{INNER_WIDTH, Sheet};
use super::{MAX_SETTINGS, subject};
use crate::chart::{DistrictMap, STAGES};
use crate::language::phrase;
use crate::markup::district::{SIDE, district as drawing, sample_mark, stage_names};
use crate::model::Chronicle;
use crate::phrase;
use crate::scenario::Scenario;
use crate::summary::{active_by_group, describe_changes, district_month};
use maud::html;

/// Renders the schools of a month (or of the last month, if it is past the end), with the name that a
/// person gave the scenario and the link that opens it.
pub fn district(
    scenario: &Scenario,
    chronicle: &Chronicle,
    month: u32,
    name: &str,
    link: &str,
) -> String {
    let month = month.min(chronicle.months());
    let date = scenario.calendar().month_name(month);
    let title =
        phrase!("School by school: {subject}, {date}", subject = subject(name, scenario), date);
    let sentence = district_month(scenario.calendar(), chronicle, month);
    let mut sheet = Sheet::new(&title, &sentence);
    let key = |stage| {
        let (top, mark) = sample_mark(stage);
        let place = format!("translate(0 {})", 4.0 - SIDE - top);
        (html! { g transform=(place) { (mark) } }, phrase(stage_names(stage).1).to_owned())
    };
    sheet.keys(
        STAGES.map(key),
        phrase("One mark per school, in one simulated future; the readiest schools come first."),
    );
    let map = DistrictMap::new(chronicle.schools(), INNER_WIDTH);
    let groups = active_by_group(chronicle, month);
    let svg = drawing(&map, &chronicle.stages(month), &groups, &sentence);
    sheet.draw("map", &svg, map.size.1);
    for line in describe_changes(scenario, MAX_SETTINGS) {
        sheet.note(&line);
    }
    sheet.finish(&[("", link)])
}

#[cfg(test)]
mod tests {
    use super::super::test_support::read;
    use super::*;
    use crate::model::chronicle;
    use crate::scenario::Preset;

    #[test]
    fn it_draws_every_school_and_names_the_month_and_the_future() {
        let scenario = Scenario::from(Preset::Chicago);
        let svg = district(&scenario, &chronicle(&scenario, 2), 24, "", "https://example.org/#v2");
        read(&svg, |svg, words| {
            for part in [
                "School by school: Chicago, Jul 2018",
                "future\u{a0}3",
                "High need: ",
                "Chicago, unchanged.",
                "https://example.org/#v2",
                "not taking part",
            ] {
                assert!(words.contains(part), "{part} is missing in: {words}");
            }
            let paths = svg
                .descendants()
                .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "path")));
            let marks: usize =
                paths.map(|path| path.attribute("d").unwrap().matches('M').count()).sum();
            assert_eq!(marks, 516 + STAGES.len(), "each school once, and the key");
        });
    }

    #[test]
    fn a_month_past_the_end_is_the_last_one() {
        let scenario = Scenario::from(Preset::SmallWealthy);
        let svg = district(&scenario, &chronicle(&scenario, 0), 999, "", "");
        read(&svg, |_, words| assert!(words.contains("8 years"), "{words}"));
    }
}
