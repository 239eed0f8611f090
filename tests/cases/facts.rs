//! Each case has the counts of its sources, and what is not observed is neither held to nor scored.

use crate::case;
use districtwide::cases::{CASES, Counted, Exactness, Reading, Schools, When, dated};
use districtwide::scenario::{DisplayState, Preset};

/// The counts of a case as displayed: of what its series counts, and of anything else.
fn counts(key: &str, is_of_series: bool) -> Vec<String> {
    let case = case(key);
    let counts = case.counts.iter();
    counts.filter(|count| (count.counted == case.counted) == is_of_series).map(dated).collect()
}

#[test]
fn every_case_has_the_counts_that_its_sources_give() {
    for (key, series) in [
        ("chicago", &["21 (2016)", "at least 100 (2018)", "130 planned (end of 2018)"][..]),
        ("henry_county", &["6 (2015–16)", "15 (2016–17)", "23 (2017–18)", "32 planned (2018–19)"]),
        ("charlotte_mecklenburg", &["15 (2014–15)", "48 (2016–17)", "62 (2017–18)"]),
        ("houston", &["11 (Jan 2014)", "32 (2014–15)", "42 to 45 (2015–16)"]),
        ("loudoun_county", &["15 (2016–17)", "25 (2017–18)"]),
        ("baltimore_county", &["10 (2014–15)"]),
        ("fulton_county", &["32 (2015)"]),
        (
            "new_york",
            &["45 (2014–15)", "130 (not dated)", "146 (not dated)", "215 (2017)", "247 (2018)"],
        ),
        ("illinois", &["1,655 (2011–12)"]),
        (
            "baden_wurttemberg",
            &["41 (2012–13)", "87 (2013–14)", "81 (2014–15)", "62 (2015–16)", "28 (2016–17)"],
        ),
    ] {
        assert_eq!(counts(key, true), series, "{key}");
    }
    assert_eq!(CASES.len(), 10);
}

#[test]
fn counts_of_something_else_stand_beside_the_series() {
    let beside = counts("chicago", false);
    assert_eq!(beside, ["120 (May 2018)", "8 (not dated)", "11 (not dated)", "13 (not dated)"]);
    assert_eq!(counts("baltimore_county", false), ["3 (Apr 2016)"]);
    assert_eq!(counts("illinois", false), ["1,343 (2011–12)", "783 (2011–12)"]);
    let all = CASES.iter().filter(|case| case.counts.iter().any(|c| c.counted != case.counted));
    assert_eq!(all.count(), 3);
}

#[test]
fn every_case_has_the_number_of_schools_that_its_sources_give() {
    for (key, schools) in [
        ("chicago", Schools::Counted(516)),
        ("henry_county", Schools::Counted(50)),
        ("charlotte_mecklenburg", Schools::Counted(168)),
        ("houston", Schools::Counted(44)),
        ("loudoun_county", Schools::About(90)),
        ("baltimore_county", Schools::Counted(173)),
        ("fulton_county", Schools::Counted(101)),
        ("new_york", Schools::Unknown),
        ("illinois", Schools::About(4100)),
        ("baden_wurttemberg", Schools::MoreThan(2000)),
    ] {
        let case = case(key);
        assert_eq!(case.schools, schools, "{key}");
        let known = match schools {
            Schools::Counted(schools) | Schools::About(schools) => Some(schools),
            Schools::MoreThan(_) | Schools::Unknown => None,
        };
        assert_eq!(case.scenario().map(|scenario| scenario.district.n_schools), known, "{key}");
    }
}

#[test]
fn a_case_that_is_a_preset_has_the_counts_of_the_preset() {
    for (key, preset) in
        [("chicago", Preset::Chicago), ("baltimore_county", Preset::BaltimoreCounty)]
    {
        let case = case(key);
        let series: Vec<(u32, u32)> =
            case.series().iter().map(|(month, count)| (*month, count.schools)).collect();
        let observations: Vec<(u32, u32)> =
            preset.observations().iter().map(|seen| (seen.month, seen.schools)).collect();
        assert_eq!(series, observations, "{key}");
        assert!(matches!(case.reading, Reading::Preset(found) if found == preset), "{key}");
        let first = case.first().when.months().map(|month| month / 12);
        assert_eq!(first, preset.settings().calendar().first_july, "{key}");
    }
}

#[test]
fn a_planned_count_is_neither_held_to_nor_scored() {
    for case in &CASES {
        assert!(case.observed().iter().all(|(_, count)| count.is_observed()), "{}", case.key);
        for count in case.counts.iter().filter(|count| count.exactness == Exactness::Planned) {
            assert_eq!(count.held_to(12), None, "{}", case.key);
        }
    }
    let planned = |key| case(key).series().len() - case(key).observed().len();
    assert_eq!(["henry_county", "chicago", "houston"].map(planned), [1, 1, 0]);
}

#[test]
fn every_scenario_starts_with_the_first_count_and_opens_from_its_link() {
    for case in &CASES {
        let Some(scenario) = case.scenario() else { continue };
        // Of Illinois' schools that ever started, those that had stopped are not under way.
        let start = match case.key {
            "illinois" => 1343,
            _ => case.first().schools,
        };
        assert_eq!(scenario.district.start_schools, start, "{}", case.key);
        let link = case.link().expect("a link");
        let shown = DisplayState::read_plain(link.trim_start_matches('#')).expect("a plain link");
        assert_eq!((shown.scenario, shown.view), (scenario, "bands"), "{}", case.key);
    }
}

#[test]
fn every_case_has_a_source_a_reading_and_says_how_sure_it_is() {
    for case in &CASES {
        let sentences = [case.how, case.how_sure, case.read_from];
        assert!(sentences.iter().all(|text| text.ends_with('.')), "{}", case.key);
        assert!(!case.source.is_empty() && !case.source.ends_with('.'), "{}", case.key);
    }
}

#[test]
fn the_middle_counts_of_new_york_have_no_date_and_are_not_given_one() {
    let dates = case("new_york").counts.iter().map(|count| count.when);
    assert_eq!(dates.filter(|when| *when == When::NotDated).count(), 2);
    assert_eq!(case("new_york").counted, Counted::Active);
}
