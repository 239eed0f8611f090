//! How the same schools, with the same random draws, fare under two scenarios.

use super::{future_name, integer, school_name};
use crate::language::phrase;
use crate::model::{Chronicle, Entry, Event, Happening, Stage};
use crate::phrase;
use crate::scenario::Calendar;

/// One of two compared scenarios.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Its name in sentences: "Under {run}".
    pub name: &'a str,
    /// Its future.
    pub chronicle: &'a Chronicle,
}

/// A school that is active under one scenario and not under the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// Its number, from 0.
    pub school: usize,
    /// Whether it is the first scenario under which it is active.
    pub active_under_first: bool,
    /// A sentence about what happened to it under both.
    pub sentence: String,
}

/// How the schools of one month differ between two scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flips {
    /// The schools that flip, in the order of their numbers.
    pub schools: Vec<Flip>,
    /// A sentence about how many flip and how many do not.
    pub sentence: String,
}

/// Which schools flip between two scenarios in a month, or in the last month of both if it is past the
/// end. `None` if the two differ in random draws or schools: then no school of one corresponds to a
/// school of the other.
pub fn flips(calendar: Calendar, sides: [Side<'_>; 2], month: u32) -> Option<Flips> {
    let [first, second] = sides.map(|side| side.chronicle);
    if !first.shares_luck_with(second) {
        return None;
    }
    let month = month.min(first.months()).min(second.months());
    let active = [first, second].map(|chronicle| active(chronicle, month));
    let flip = |school: usize| Flip {
        school,
        active_under_first: active[0][school],
        sentence: flip_sentence(calendar, sides, school, month),
    };
    let flips = |school: &usize| active[0][*school] != active[1][*school];
    Some(Flips {
        schools: (0..first.schools().len()).filter(flips).map(flip).collect(),
        sentence: totals(calendar, sides, &active, month),
    })
}

/// A sentence about what happens to a school under a scenario: "Under B, it started in Mar 2018."
///
/// # Panics
/// If there is no school with this number.
pub fn same_school(calendar: Calendar, side: Side<'_>, school: usize) -> String {
    let fate = fate(calendar, side.chronicle, school, side.chronicle.months());
    phrase!("Under {run}, it {fate}.", run = side.name, fate)
}

/// For every school, whether it is active in a month.
fn active(chronicle: &Chronicle, month: u32) -> Vec<bool> {
    chronicle.stages(month).into_iter().map(Stage::is_active).collect()
}

/// "School 12: started in Mar 2018 under A; had not volunteered under B."
fn flip_sentence(calendar: Calendar, sides: [Side<'_>; 2], school: usize, month: u32) -> String {
    let fates = sides.map(|side| fate(calendar, side.chronicle, school, month));
    phrase!(
        "{school}: {first_fate} under {first}; {second_fate} under {second}.",
        school = school_name(school),
        first_fate = fates[0],
        first = sides[0].name,
        second_fate = fates[1],
        second = sides[1].name,
    )
}

/// "Jul 2018, future 37: active only under A: 12, only under B: 5, under both: 61, under neither:
/// 438."
fn totals(
    calendar: Calendar,
    [first, second]: [Side<'_>; 2],
    active: &[Vec<bool>; 2],
    month: u32,
) -> String {
    let count = |under: (bool, bool)| {
        let both = active[0].iter().copied().zip(active[1].iter().copied());
        integer(both.filter(|&actual| actual == under).count() as f64)
    };
    phrase!(
        "{month}, {future}: active only under {first}: {only_first}, only under {second}: \
         {only_second}, under both: {both}, under neither: {neither}.",
        month = calendar.month_name(month),
        future = future_name(first.chronicle.replicate()),
        first = first.name,
        only_first = count((true, false)),
        second = second.name,
        only_second = count((false, true)),
        both = count((true, true)),
        neither = count((false, false)),
    )
}

/// What has happened to a school by a month, as a predicate for "it".
fn fate(calendar: Calendar, chronicle: &Chronicle, school: usize, month: u32) -> String {
    let so_far = chronicle.events(school).iter().filter(|event| event.month <= month);
    let events: Vec<Event> = so_far.copied().collect();
    let date_of = |is: fn(Happening) -> bool| {
        let event = events.iter().rev().find(|event| is(event.what));
        event.map_or_else(String::new, |event| calendar.in_month(event.month))
    };
    let date_of_giving_up = || date_of(|what| what == Happening::CooledOff);
    let date_of_volunteering = || date_of(|what| matches!(what, Happening::Volunteered(_)));
    match chronicle.stage(school, month) {
        Stage::None if events.is_empty() => phrase("had not volunteered").to_owned(),
        Stage::None => phrase!("gave up waiting {date}", date = date_of_giving_up()),
        Stage::Waiting => {
            phrase!("volunteered {date} and was still waiting", date = date_of_volunteering())
        }
        Stage::Stopped => phrase!(
            "{started} and stopped {date}",
            started = start_clause(calendar, &events),
            date = date_of(|what| matches!(what, Happening::Stopped(_)))
        ),
        _ => start_clause(calendar, &events),
    }
}

/// How and when a school started.
fn start_clause(calendar: Calendar, events: &[Event]) -> String {
    let start_clause = events.iter().find_map(|event| match event.what {
        Happening::Started(_, entry) => Some((entry, calendar.in_month(event.month))),
        _ => None,
    });
    match start_clause {
        Some((Entry::Assigned, date)) => phrase!("was placed by the district {date}", date),
        Some((Entry::FromTheList, date)) => phrase!("started {date}", date),
        Some((Entry::First, _)) | None => phrase("was under way from the start").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Measure, chronicle, simulate};
    use crate::scenario::Preset;
    use crate::scenario::{Scenario, Settings};

    const CHICAGO: Calendar = Calendar { first_july: Some(2016) };

    fn chicago(change: impl Fn(&mut Settings)) -> Scenario {
        let mut settings = Preset::Chicago.settings();
        change(&mut settings);
        Scenario::new(settings).unwrap()
    }

    fn sides<'a>(first: &'a Chronicle, second: &'a Chronicle) -> [Side<'a>; 2] {
        [Side { name: "A", chronicle: first }, Side { name: "B", chronicle: second }]
    }

    #[test]
    fn the_numbers_of_flips_match_the_difference_in_active_schools() {
        let (as_is, slow) = (chicago(|_| {}), chicago(|s| s.decisions.fast_slow = 0.9));
        let (a, b) = (chronicle(&as_is, 3), chronicle(&slow, 3));
        let (run_a, run_b) = (simulate(&as_is, 3), simulate(&slow, 3));
        for month in [0, 24, 60, 96] {
            let flips = flips(CHICAGO, sides(&a, &b), month).unwrap();
            let only = |first| {
                flips.schools.iter().filter(|flip| flip.active_under_first == first).count() as f64
            };
            let active = |run: &crate::model::Run| run.at(Measure::Active, month);
            assert_eq!(only(true) - only(false), active(&run_a) - active(&run_b), "month {month}");
            let counts =
                format!(": active only under A: {}, only under B: {},", only(true), only(false));
            assert!(flips.sentence.contains(&counts), "{}", flips.sentence);
        }
        assert!(flips(CHICAGO, sides(&a, &b), 0).unwrap().schools.is_empty());
        assert!(flips(CHICAGO, sides(&a, &b), 60).unwrap().schools.len() > 5);
    }

    #[test]
    fn a_flip_describes_the_school_under_both_scenarios() {
        let as_is = chronicle(&chicago(|_| {}), 3);
        let nobody_comes = chicago(|s| s.launch.intakes_per_year = 1);
        let nobody_comes = chronicle(&nobody_comes, 3);
        let flips = flips(CHICAGO, sides(&as_is, &nobody_comes), 6).unwrap();
        assert!(!flips.schools.is_empty());
        for flip in flips.schools.iter().filter(|flip| flip.active_under_first) {
            let beginning = format!("{}: started in Jan 2017 under A; ", school_name(flip.school));
            assert!(flip.sentence.starts_with(&beginning), "{}", flip.sentence);
            let ending = " and was still waiting under B.";
            assert!(flip.sentence.ends_with(ending), "{}", flip.sentence);
        }
    }

    #[test]
    fn the_same_schools_under_the_same_scenario_do_not_flip() {
        let chicago = chronicle(&chicago(|_| {}), 3);
        let flips = flips(CHICAGO, sides(&chicago, &chicago), 24).unwrap();
        assert!(flips.schools.is_empty());
        let beginning =
            "Jul 2018, future\u{a0}4: active only under A: 0, only under B: 0, under both: ";
        assert!(flips.sentence.starts_with(beginning), "{}", flips.sentence);
    }

    #[test]
    fn different_draws_or_schools_cannot_be_compared() {
        let one = chronicle(&chicago(|_| {}), 3);
        let others = [
            chronicle(&chicago(|_| {}), 4),
            chronicle(&chicago(|s| s.simulation.seed = 2), 3),
            chronicle(&chicago(|s| s.district.n_schools = 500), 3),
        ];
        for other in &others {
            assert_eq!(flips(CHICAGO, sides(&one, other), 24), None);
        }
    }

    #[test]
    fn every_school_has_a_sentence_under_the_other_scenario() {
        let baltimore = chronicle(&Preset::BaltimoreCounty.into(), 0);
        let side = Side { name: "the kept run", chronicle: &baltimore };
        let calendar = Preset::BaltimoreCounty.settings().calendar();
        let mut endings = [0; 4];
        for school in 0..baltimore.schools().len() {
            let sentence = same_school(calendar, side, school);
            assert!(sentence.starts_with("Under the kept run, it "), "{sentence}");
            let parts =
                ["was under way from the start", "was placed by", " started in", " and stopped in"];
            for (ending, part) in endings.iter_mut().zip(parts) {
                *ending += u32::from(sentence.contains(part));
            }
        }
        assert!(endings.iter().all(|&number| number > 0), "{endings:?}");
    }
}
