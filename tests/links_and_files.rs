//! Links and scenario files: their formats, and the messages about invalid ones.

use districtwide::scenario::{Link, Preset, Scenario, StoredRuns, Value, parameter};
use serde_json::json;

fn problem_of_link(link: &str) -> String {
    Scenario::from_link(link).expect_err("a broken link").to_string()
}

fn problem_of_file(text: &str) -> String {
    Scenario::from_json(text).expect_err("a broken file").to_string()
}

#[test]
fn a_link_holds_only_what_differs_from_the_preset_or_the_defaults() {
    assert_eq!(Scenario::default().to_link(), "v2");
    assert_eq!(Scenario::from(Preset::Chicago).to_link(), "v2&preset=chicago");
    let slower = Scenario::from(Preset::Chicago)
        .with(parameter("fast_slow").expect("a parameter"), Value::Number(0.4))
        .expect("a valid scenario");
    assert_eq!(slower.to_link(), "v2&preset=chicago&fast_slow=0.4");
}

#[test]
fn a_link_is_also_parsed_from_a_whole_address() {
    let link = "https://example.org/any/path/?embed=chart#v2&preset=chicago&start_mix=0.5%2C0.5%2C0&public_launch=yes";
    let scenario = Scenario::from_link(link).expect("a link");
    assert_eq!(scenario.preset, Some(Preset::Chicago));
    assert_eq!(scenario.district.start_mix, [0.5, 0.5, 0.0]);
    assert!(scenario.launch.public_launch);
}

#[test]
fn every_preset_and_the_defaults_are_valid_and_survive_link_and_file() {
    for preset in Preset::ALL.into_iter().map(Some).chain([None]) {
        let scenario = Scenario::from(preset);
        assert_eq!(Scenario::new(scenario.settings()), Ok(scenario));
        assert_eq!(Scenario::from_link(&scenario.to_link()), Ok(scenario));
        assert_eq!(Scenario::from_json(&scenario.to_json()), Ok(scenario));
    }
}

#[test]
fn a_problem_names_the_field_the_value_and_the_allowed_range() {
    assert_eq!(
        problem_of_link("v2&n_schools=-3"),
        "Schools (n_schools): '-3' is not allowed; it must be a whole number from 2 to \
         5000 (schools)."
    );
    assert_eq!(
        problem_of_link("v2&fast_slow=1.5"),
        "Fast and furious or slow and steady (fast_slow): 1.5 is not allowed; it must be a number from \
         -1 to 1 (position)."
    );
    assert_eq!(
        problem_of_link("v2&intakes_per_year=3"),
        "Intakes per year (intakes_per_year): 3 is not allowed; it must be one of 1, 2, 12 (per year)."
    );
    assert_eq!(
        problem_of_link("v2&spending_cap=5"),
        "Spending cap (spending_cap): 5 is not allowed; it must be a number from 10 to 1000000 (thousand \
         dollars per year in all), or 0 for none."
    );
    assert_eq!(
        problem_of_link("v2&public_launch=perhaps"),
        "Kind of launch (public_launch): 'perhaps' is not allowed; it must be yes or no."
    );
    assert_eq!(
        problem_of_link("v2&n_schools=10&start_schools=21"),
        "Already under way (start_schools): 21 is more than the 10 schools of the district; it \
         must be a whole number from 0 to 10 (schools)."
    );
}

#[test]
fn a_spending_cap_and_its_absence_survive_link_and_file() {
    let cap = |link| Scenario::from_link(link).expect("a link").district.spending_cap;
    assert_eq!(
        [cap("v2"), cap("v2&spending_cap=0"), cap("v2&spending_cap=1500")],
        [0.0, 0.0, 1500.0]
    );
    assert_eq!(cap("v1&preset=chicago&spending_cap=20000"), 20_000.0);
    let link = "v2&start_age=18&spending_cap=1500";
    let scenario = Scenario::from_link(link).expect("a link");
    assert_eq!(scenario.to_link(), link);
    assert_eq!(Scenario::from_json(&scenario.to_json()), Ok(scenario));
    assert_eq!(Scenario::from_json(r#"{ "spending_cap": 0 }"#), Ok(Scenario::default()));
    for cap in ["5", "-1", "9.99", "1000001"] {
        assert!(problem_of_link(&format!("v2&spending_cap={cap}")).ends_with("or 0 for none."));
    }
}

#[test]
fn shares_with_hundreds_of_digits_are_truncated_in_messages() {
    for shares in ["1e308,1e308,1e308", "5e-324,5e-324,5e-324"] {
        let text = problem_of_link(&format!("v2&start_mix={shares}"));
        assert!(text.contains("add up to") && text.chars().count() < 500, "{text}");
    }
}

#[test]
fn a_link_with_many_problems_names_them_all() {
    let problems = Scenario::from_link("v2&nope=1&n_schools=x&tilt=2&tilt=0.4&preset=paris")
        .expect_err("a broken link");
    let text = problems.to_string();
    for part in [
        "nope",
        "(n_schools): 'x'",
        "Strength of decisions (tilt): this setting appears twice",
        "'paris'",
    ] {
        assert!(text.contains(part), "{part} is missing in: {text}");
    }
}

#[test]
fn hostile_links_are_rejected_with_a_sentence() {
    let long = format!("v2&n_schools={}", "9".repeat(100_000));
    let many = format!("v2{}", "&tilt=0.1".repeat(10_000));
    for link in [
        "",
        "#",
        "v3&n_schools=80",
        "v2&n_schools=NaN",
        "v2&coaching_budget=NaN",
        "v2&coaching_budget=inf",
        "v2&coaching_budget=1e999",
        "v2&start_mix=1,0",
        "v2&start_mix=1,0,0,0",
        "v2&start_mix=-1,1,1",
        "v2&%00=%ff",
        "v2&=",
        "v2&<script>alert(1)</script>=1",
        "v2&preset=chicago&preset=chicago",
        "v2&seed=-1",
        "v2&n_schools=80.5",
        "v2&💥=💥",
        &long,
        &many,
    ] {
        let text = problem_of_link(link);
        assert!(text.len() < 2_000 && !text.contains(&"9".repeat(100)), "{link:.60}: {text:.200}");
    }
}

#[test]
fn what_is_more_than_a_browser_can_hold_has_a_sentence_with_what_it_can() {
    let why = problem_of_link("v2&months=300&replicates=5000");
    assert!(why.contains("it must be at most 3333 futures"), "{why}");
    let why = problem_of_link("v2&n_schools=5000&replicates=5000&months=120");
    assert!(why.contains("it must be at most 3333 futures"), "{why}");
    for link in ["v2&months=192&replicates=5000", "v2&months=300&n_schools=5000&replicates=1300"] {
        assert!(Scenario::from_link(link).is_ok(), "{link}");
    }
    assert!(Scenario::from_json_beyond_ranges("{\"months\": 300, \"replicates\": 5000}").is_ok());
}

#[test]
fn what_version_1_made_beyond_the_limit_opens_with_as_many_futures_as_it_allows() {
    let futures = |scenario: &Scenario| scenario.simulation.replicates;
    for (settings, most) in
        [("months=300", 3333), ("n_schools=5000&months=120", 3333), ("months=96", 5000)]
    {
        let link = format!("v1&{settings}&replicates=5000");
        assert_eq!(futures(&Scenario::from_link(&link).unwrap()), most, "{link}");
        let with_run = Link::read(&format!("v1&run=A&{settings}&replicates=5000")).unwrap();
        assert_eq!((futures(&with_run.runs[0].1), with_run.lost.len()), (most, 0), "{settings}");
        let stored = json!({ "version": 1, "baseline": 0,
            "runs": [{ "name": "A", "colour": 0, "link": link }] });
        let stored = StoredRuns::from_text(&stored.to_string()).unwrap();
        assert_eq!(futures(&stored.runs[0].scenario), most, "{settings}");
    }
    let file = r#"{"version": 1, "months": 300, "replicates": 5000}"#;
    assert_eq!(futures(&Scenario::from_json(file).unwrap()), 3333);
    // What nobody could ever set is still a mistake.
    assert!(problem_of_link("v1&replicates=5001").contains("5001 is not allowed"));
}

#[test]
fn a_file_may_omit_default_values() {
    assert_eq!(Scenario::from_json("{}"), Ok(Scenario::default()));
    let text = r#"{
        "preset": "chicago",
        "decisions": {"fast_slow": 0.4},
        "mitigations": {"narrative": 1},
        "stage_load": [0.5, 1, 2],
        "public_launch": true,
        "n_schools": 516.0
    }"#;
    let scenario = Scenario::from_json(text).expect("a file");
    assert_eq!(scenario.decisions.fast_slow, 0.4);
    assert_eq!(scenario.decisions.central_decentral, 0.8);
    assert_eq!(scenario.mitigations.narrative, 1.0);
    assert_eq!(scenario.coaching.stage_load, [0.5, 1.0, 2.0]);
    assert!(scenario.launch.public_launch);
}

#[test]
fn hostile_files_are_rejected_with_a_sentence() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (text, part) in [
        ("", "The file is empty."),
        ("\u{89}PNG\r\n", "not a JSON file"),
        ("[]", "must be a JSON object"),
        ("{\"n_schools\": \"many\"}", "Schools (n_schools): \"many\" is not allowed"),
        (
            "{\"n_schools\": -3}",
            "Schools (n_schools): -3 is not allowed; it must be a whole number from 2",
        ),
        ("{\"n_schools\": null}", "Schools (n_schools): null is not allowed"),
        ("{\"fast_slow\": 0.4}", "(fast_slow): this setting belongs in the object \"decisions\""),
        ("{\"decisions\": {\"tilt\": 0.4}}", "(tilt): this setting belongs at the top level"),
        ("{\"tillt\": 0.4}", "tillt: there is no setting with this name"),
        ("{\"public_launch\": \"yes\"}", "must be true or false, without quotes"),
        ("{\"decisions\": 4}", "decisions: this must be a JSON object"),
        ("{\"preset\": 4}", "District (preset): '4' is not one of"),
        ("{\"start_mix\": [1, 1, 1]}", "add up to 3"),
        ("{\"tilt\": 1e400}", "not a JSON file"),
        (&deep, "not a JSON file"),
    ] {
        let found = problem_of_file(text);
        assert!(found.contains(part), "{text:.60}: {found:.200}");
    }
}

#[test]
fn a_file_may_exceed_the_ranges_only_on_request() {
    let text = "{\"coaching_budget\": 1e9, \"credibility_years\": 1e12}";
    assert!(
        problem_of_file(text)
            .contains("Coaching budget (coaching_budget): 1000000000 is not allowed")
    );
    assert!(Scenario::from_json_beyond_ranges(text).is_ok());
    // So are intakes that are not whole months apart, and coaches that are built up in less than a month.
    for text in ["{\"intakes_per_year\": 5}", "{\"coach_build_years\": 0.01}"] {
        assert!(Scenario::from_json_beyond_ranges(text).is_err(), "{text}");
    }
    assert!(Scenario::from_json_beyond_ranges("{\"intakes_per_year\": 4}").is_ok());
    // A value that would divide by zero is rejected nevertheless.
    assert!(Scenario::from_json_beyond_ranges("{\"coach_build_years\": 0}").is_err());
    assert!(Scenario::from_json_beyond_ranges("{\"local_weight\": 2}").is_err());
}
