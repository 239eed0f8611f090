//! A month of one future as a sentence: what the drawing of all schools shows, for users of screen
//! readers.

use super::integer;
use crate::language::{fill, phrase, to_phrase};
use crate::model::{Chronicle, NeedGroup, Stage};
use crate::phrase;
use crate::scenario::Calendar;

/// The displayed name of a future: replicates count from 0, people from 1.
pub fn future_name(replicate: u64) -> String {
    phrase!("future\u{a0}{number}", number = replicate.saturating_add(1))
}

/// The schools of a month (or the last month, if it is past the end) in one sentence: how many are at
/// each stage, in the order in which a school goes through them, and how many are active by need.
pub fn district_month(calendar: Calendar, chronicle: &Chronicle, month: u32) -> String {
    let month = month.min(chronicle.months());
    let stages = chronicle.stages(month);
    let count = |stage| format_count(stages.iter().filter(|&&other| other == stage).count());
    phrase!(
        "{month}, {future}: {introductory}\u{a0}introductory, {pilot}\u{a0}pilot, \
         {whole}\u{a0}whole school, {stopped}\u{a0}stopped, {waiting}\u{a0}waiting, \
         {none}\u{a0}not joined; {active_by_need}.",
        month = calendar.month_name(month),
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

/// The active schools of a month by need, as headings of the groups that have schools, from the greatest need.
pub fn active_by_group(chronicle: &Chronicle, month: u32) -> Vec<String> {
    let stages = chronicle.stages(month.min(chronicle.months()));
    let groups = groups(chronicle, &stages);
    let is_only = groups.len() == 1;
    let heading = |Group { need, active, schools }: Group| {
        let english = match need {
            NeedGroup::High => to_phrase("High need: {active} of {schools} active"),
            NeedGroup::Median if is_only => {
                to_phrase("All schools have the same need: {active} of {schools} active")
            }
            NeedGroup::Median => to_phrase("Median need: {active} of {schools} active"),
            NeedGroup::Low => to_phrase("Lower need: {active} of {schools} active"),
        };
        fill_counts(english, active, schools)
    };
    groups.into_iter().map(heading).collect()
}

/// The schools of one group of need.
struct Group {
    need: NeedGroup,
    active: usize,
    schools: usize,
}

/// The groups that have schools, from the greatest need.
fn groups(chronicle: &Chronicle, stages: &[Stage]) -> Vec<Group> {
    let group = |need| {
        let schools = chronicle.schools().iter().zip(stages);
        let schools = schools.filter(|(school, _)| school.need_group == need);
        let active = schools.clone().filter(|(_, stage)| stage.is_active()).count();
        Group { need, active, schools: schools.count() }
    };
    NeedGroup::ALL.into_iter().map(group).filter(|group| group.schools > 0).collect()
}

/// "of the schools of high need 34 of 258 are active, of those of lower need 60 of 258".
fn active_by_need(chronicle: &Chronicle, stages: &[Stage]) -> String {
    let groups = groups(chronicle, stages);
    let is_only = groups.len() == 1;
    let part = |Group { need, active, schools }: Group| {
        let english = match need {
            NeedGroup::High => to_phrase("{active} of {schools} high-need schools are active"),
            NeedGroup::Median if is_only => {
                to_phrase("all schools have the same need, and {active} of {schools} are active")
            }
            NeedGroup::Median => to_phrase("{active} of {schools} median-need schools"),
            NeedGroup::Low => to_phrase("{active} of {schools} lower-need schools"),
        };
        fill_counts(english, active, schools)
    };
    groups.into_iter().map(part).collect::<Vec<_>>().join(phrase(", "))
}

fn fill_counts(english: &'static str, active: usize, schools: usize) -> String {
    let (active, schools) = (format_count(active), format_count(schools));
    fill(phrase(english), &[("active", &active), ("schools", &schools)])
}

/// A number of schools, with thousands separators.
fn format_count(schools: usize) -> String {
    integer(schools as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronicle;
    use crate::scenario::Preset;
    use crate::scenario::Scenario;

    #[test]
    fn chicago_starts_with_21_schools_and_half_of_all_are_high_need() {
        let chicago = chronicle(&Preset::Chicago.into(), 36);
        let sentence = district_month(Preset::Chicago.settings().calendar(), &chicago, 0);
        assert!(sentence.starts_with("Jul 2016, future\u{a0}37: "), "{sentence}");
        assert!(
            sentence.contains(" 0\u{a0}stopped, 0\u{a0}waiting, 495\u{a0}not joined; "),
            "{sentence}"
        );
        assert!(
            sentence.contains(" of 258 high-need schools are active, ")
                && sentence.ends_with(" of 258 lower-need schools."),
            "{sentence}"
        );
    }

    #[test]
    fn a_month_past_the_end_is_the_last() {
        let chronicle = chronicle(&Scenario::default(), 0);
        let last = district_month(Calendar::default(), &chronicle, 96);
        // The check trace of the specification, at month 96.
        let counts = "8 years, future\u{a0}1: 4\u{a0}introductory, 4\u{a0}pilot, 15\u{a0}whole school, \
                      7\u{a0}stopped, 12\u{a0}waiting, 38\u{a0}not joined; ";
        assert!(last.starts_with(counts), "{last}");
        assert_eq!(district_month(Calendar::default(), &chronicle, 999), last);
    }

    #[test]
    fn schools_of_equal_need_are_one_group() {
        let mut settings = Scenario::default().settings();
        settings.district.need_sd = 0.0;
        let chronicle = chronicle(&Scenario::new(settings).unwrap(), 0);
        let sentence = district_month(Calendar::default(), &chronicle, 0);
        assert!(
            sentence.ends_with("all schools have the same need, and 4 of 80 are active."),
            "{sentence}"
        );
        let heading = "All schools have the same need: 4 of 80 active";
        assert_eq!(active_by_group(&chronicle, 0), [heading]);
    }

    #[test]
    fn the_middle_school_of_an_odd_number_is_a_group_of_its_own() {
        let mut settings = Scenario::default().settings();
        settings.district.n_schools = 9;
        let chronicle = chronicle(&Scenario::new(settings).unwrap(), 0);
        let headings = active_by_group(&chronicle, 0);
        let of = |heading: &str| heading.split(" of ").nth(1).unwrap().to_owned();
        let counts: Vec<String> = headings.iter().map(|heading| of(heading)).collect();
        assert_eq!(counts, ["4 active", "1 active", "4 active"]);
        assert!(headings[1].starts_with("Median need: "), "{headings:?}");
    }
}
