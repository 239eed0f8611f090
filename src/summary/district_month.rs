//! A month of one future as a sentence: what the drawing of all schools shows, for users of screen
//! readers.

use super::integer;
use crate::model::{Chronicle, Stage};
use crate::phrase;
use crate::scenario::Preset;
use crate::scenario::calendar::month_name;

/// The displayed name of a future: replicates count from 0, people from 1.
pub fn future_name(replicate: u64) -> String {
    phrase!("future\u{a0}{number}", number = replicate.saturating_add(1))
}

/// The schools of a month (or the last month, if it is past the end) in one sentence: how many are at
/// each stage, in the order in which a school goes through them, and how many of the high-need schools
/// and of the others are active.
pub fn district_month(preset: Option<Preset>, chronicle: &Chronicle, month: u32) -> String {
    let month = month.min(chronicle.months());
    let stages = chronicle.stages(month);
    let count = |stage| format_count(stages.iter().filter(|&&other| other == stage).count());
    phrase!(
        "{month}, {future}: {introductory}\u{a0}introductory, {pilot}\u{a0}pilot, \
         {whole}\u{a0}whole school, {stopped}\u{a0}stopped, {waiting}\u{a0}waiting, \
         {none}\u{a0}not joined; {active_by_need}.",
        month = month_name(preset, month),
        future = future_name(chronicle.replicate()),
        introductory = count(Stage::Introductory),
        pilot = count(Stage::Pilot),
        whole = count(Stage::Whole),
        stopped = count(Stage::Stopped),
        waiting = count(Stage::Waiting),
        none = count(Stage::None),
        active_by_need = active_by_need(chronicle, &stages),
    )
}

/// The active schools of a month by need, as headings of the two groups: high need, the others.
pub fn active_by_group(chronicle: &Chronicle, month: u32) -> [String; 2] {
    let stages = chronicle.stages(month.min(chronicle.months()));
    let [(high, high_schools), (others, other_schools)] =
        [true, false].map(|high_need| active_of(chronicle, &stages, high_need));
    [
        phrase!(
            "High need: {active} of {schools} active",
            active = format_count(high),
            schools = format_count(high_schools)
        ),
        phrase!(
            "Other schools: {active} of {schools} active",
            active = format_count(others),
            schools = format_count(other_schools)
        ),
    ]
}

/// How many high-need schools, or other schools, are active, and how many there are.
fn active_of(chronicle: &Chronicle, stages: &[Stage], high_need: bool) -> (usize, usize) {
    let schools = chronicle.schools().iter().zip(stages);
    let group = schools.filter(|(school, _)| school.high_need == high_need);
    let active = group.clone().filter(|(_, stage)| stage.is_active()).count();
    (active, group.count())
}

/// "of the schools of high need 34 of 258 are active, of the others 60 of 258". There is always a
/// high-need school, because one school has the greatest need.
fn active_by_need(chronicle: &Chronicle, stages: &[Stage]) -> String {
    let (high, schools) = active_of(chronicle, stages, true);
    let (active, schools) = (format_count(high), format_count(schools));
    match active_of(chronicle, stages, false) {
        (_, 0) => {
            phrase!("of the schools of high need {active} of {schools} are active", active, schools)
        }
        (others, of) => phrase!(
            "of the schools of high need {active} of {schools} are active, of the others {others} of {of}",
            active,
            schools,
            others = format_count(others),
            of = format_count(of),
        ),
    }
}

/// A number of schools, with thousands separators.
fn format_count(schools: usize) -> String {
    integer(schools as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronicle;
    use crate::scenario::Scenario;

    #[test]
    fn chicago_starts_with_21_schools_and_half_of_all_are_high_need() {
        let chicago = chronicle(&Preset::Chicago.into(), 36);
        let sentence = district_month(Some(Preset::Chicago), &chicago, 0);
        assert!(sentence.starts_with("Jul 2016, future\u{a0}37: "), "{sentence}");
        assert!(
            sentence.contains(" 0\u{a0}stopped, 0\u{a0}waiting, 495\u{a0}not joined; "),
            "{sentence}"
        );
        assert!(
            sentence.contains(" of 258 are active, of the others ")
                && sentence.ends_with(" of 258."),
            "{sentence}"
        );
    }

    #[test]
    fn a_month_past_the_end_is_the_last() {
        let chronicle = chronicle(&Scenario::default(), 0);
        let last = district_month(None, &chronicle, 96);
        // The check trace of the specification, at month 96.
        let counts = "8 years, future\u{a0}1: 4\u{a0}introductory, 4\u{a0}pilot, 15\u{a0}whole school, \
                      7\u{a0}stopped, 12\u{a0}waiting, 38\u{a0}not joined; ";
        assert!(last.starts_with(counts), "{last}");
        assert_eq!(district_month(None, &chronicle, 999), last);
    }

    #[test]
    fn if_all_schools_have_equal_need_there_are_no_others() {
        let mut settings = Scenario::default().settings();
        settings.district.need_sd = 0.0;
        let chronicle = chronicle(&Scenario::new(settings).unwrap(), 0);
        let sentence = district_month(None, &chronicle, 0);
        assert!(
            sentence.ends_with("of the schools of high need 4 of 80 are active."),
            "{sentence}"
        );
    }
}
