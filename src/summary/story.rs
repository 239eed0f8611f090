//! The story of one school in one future, as sentences.

use crate::language::{current_language, fill, phrase, to_phrase};
use crate::model::{
    Channel, Chronicle, Entry, Event, Happening, NeedGroup, School, Stage, StopReason,
};
use crate::phrase;
use crate::scenario::Calendar;
use crate::scenario::calendar::duration;

/// The displayed name of a school: schools count from 0, people from 1.
pub fn school_name(school: usize) -> String {
    phrase!("School\u{a0}{number}", number = school + 1)
}

/// The story of a school: its traits, what happens there in chronological order, and its stage at the
/// end. At least two sentences.
///
/// # Panics
/// If there is no school with this number.
pub fn story(calendar: Calendar, chronicle: &Chronicle, school: usize) -> Vec<String> {
    let mut story = vec![introduction(school, &chronicle.schools()[school])];
    let writer = StoryWriter { calendar, events: chronicle.events(school) };
    story.extend((0..writer.events.len()).flat_map(|place| writer.event_sentences(place)));
    story.extend(writer.final_sentence(chronicle.stage(school, u32::MAX), chronicle.months()));
    story
}

/// "School 214: high need (0.71, above the district's median), readiness 0.41."
fn introduction(number: usize, school: &School) -> String {
    let english = match school.need_group {
        NeedGroup::High => to_phrase(
            "{school}: high need ({need}, above the district's median), readiness {readiness}.",
        ),
        NeedGroup::Median => to_phrase(
            "{school}: median need ({need}, the district's median), readiness {readiness}.",
        ),
        NeedGroup::Low => to_phrase(
            "{school}: lower need ({need}, below the district's median), readiness {readiness}.",
        ),
    };
    let (name, need, readiness) =
        (school_name(number), two_decimals(school.need), two_decimals(school.readiness));
    fill(phrase(english), &[("school", &name), ("need", &need), ("readiness", &readiness)])
}

/// "0.70", with the decimal mark of the language.
fn two_decimals(index: f64) -> String {
    format!("{index:.2}").replace('.', current_language().decimals().encode_utf8(&mut [0; 4]))
}

/// Writes the sentences about the events of one school.
struct StoryWriter<'a> {
    calendar: Calendar,
    events: &'a [Event],
}

impl StoryWriter<'_> {
    /// The sentences of one event.
    fn event_sentences(&self, place: usize) -> Vec<String> {
        let Event { month, what } = self.events[place];
        let date = self.calendar.in_month(month);
        match what {
            Happening::Volunteered(channel) => vec![self.volunteered(place, &date, channel)],
            Happening::CooledOff => vec![phrase!(
                "Gave up {date}, having waited {time}.",
                date,
                time = duration(self.months_waited(month))
            )],
            Happening::Started(stage, entry) => self.start_sentences(place, stage, entry),
            Happening::MovedUp(stage) => {
                vec![phrase!("Moved up to {site} {date}.", site = site_name(stage), date)]
            }
            Happening::PrincipalLeft => vec![phrase!("Its principal left {date}.", date)],
            Happening::PrincipalSettled => vec![phrase!(
                "A new principal had settled in {by_date}.",
                by_date = self.calendar.by_month(month)
            )],
            Happening::Stopped(reason) => {
                vec![phrase!("Stopped {date}. {why}", date, why = stop_reason(reason))]
            }
        }
    }

    /// A school that volunteers after its first event volunteers again.
    fn volunteered(&self, place: usize, date: &str, channel: Channel) -> String {
        let english = match place {
            0 => to_phrase("Volunteered {date}, {because}."),
            _ => to_phrase("Volunteered again {date}, {because}."),
        };
        fill(phrase(english), &[("date", &date), ("because", &volunteer_reason(channel))])
    }

    fn start_sentences(&self, place: usize, stage: Stage, entry: Entry) -> Vec<String> {
        let month = self.events[place].month;
        let (site, date) = (site_name(stage), self.calendar.in_month(month));
        match entry {
            Entry::First => vec![phrase!("Was under way from the start, with {site}.", site)],
            Entry::Assigned => {
                let english = match place {
                    0 => {
                        to_phrase("Did not volunteer: the district placed it {date}, with {site}.")
                    }
                    _ => to_phrase(
                        "Did not volunteer again: the district placed it {date}, with {site}.",
                    ),
                };
                vec![fill(phrase(english), &[("date", &date), ("site", &site)])]
            }
            Entry::FromTheList => {
                let wait = match self.months_waited(month) {
                    0 => phrase("Got a place at once.").to_owned(),
                    months => phrase!("Waited {time} for a place.", time = duration(months)),
                };
                vec![wait, phrase!("Started with {site} {date}.", site, date)]
            }
        }
    }

    /// Months that the school has waited by this month, since it last volunteered.
    fn months_waited(&self, month: u32) -> u32 {
        let volunteered = |event: &&Event| {
            matches!(event.what, Happening::Volunteered(_)) && event.month <= month
        };
        self.events.iter().rev().find(volunteered).map_or(0, |event| month - event.month)
    }

    /// The stage of the school in the last month; `None` if it has stopped.
    fn final_sentence(&self, stage: Stage, months: u32) -> Option<String> {
        let by = self.calendar.by_month(months);
        let date = capitalized(&self.calendar.in_month(months));
        match stage {
            Stage::Stopped => None,
            Stage::None if self.events.is_empty() => Some(phrase!(
                "Took no part {by_date}: it did not volunteer, and the district did not place it.",
                by_date = by
            )),
            Stage::None if self.events.last().is_some_and(|event| event.month == months) => None,
            Stage::None => Some(phrase!("Did not volunteer again {by_date}.", by_date = by)),
            Stage::Waiting => Some(match self.months_waited(months) {
                0 => phrase!("{date}, it had just begun to wait for a place.", date),
                waited => phrase!(
                    "{date}, it had been waiting {time} for a place.",
                    date,
                    time = duration(waited)
                ),
            }),
            stage => Some(phrase!(
                "{date}, it was still active, with {site}.",
                date,
                site = site_name(stage)
            )),
        }
    }
}

/// Why a school volunteers, as a clause.
fn volunteer_reason(channel: Channel) -> &'static str {
    match channel {
        Channel::Unprompted => phrase("mostly on its own, with no example to follow"),
        Channel::News => phrase("mostly because of news of active schools across the district"),
        Channel::Peers => phrase("mostly because of what it heard from active schools it watches"),
    }
}

/// Why a school stops, as a separate sentence.
fn stop_reason(reason: StopReason) -> &'static str {
    match reason {
        StopReason::ShallowPractice => phrase(
            "What raised its risk most: its practice was shallower than at other active schools.",
        ),
        StopReason::LittleOwnership => {
            phrase("What raised its risk most: it owned the practice less than others.")
        }
        StopReason::LittleTrust => {
            phrase("What raised its risk most: there was little trust in the district.")
        }
        StopReason::Autonomy => phrase(
            "What raised its risk most: the district lets schools decide whether to continue.",
        ),
        StopReason::Chance => phrase("That was bad luck: its risk was no greater than usual."),
    }
}

/// The displayed name of a school's site at a stage.
fn site_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Introductory => phrase("an introductory site"),
        Stage::Pilot => phrase("a pilot"),
        Stage::Whole => phrase("the whole school"),
        Stage::None | Stage::Waiting | Stage::Stopped => phrase("no site"),
    }
}

/// A text with its first letter capitalized.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronicle;
    use crate::scenario::Preset;

    const CHICAGO: Calendar = Calendar { first_july: Some(2016) };
    const UNDATED: Calendar = Calendar { first_july: None };

    /// The story of these events with this calendar, without the introduction of the school.
    fn story_of(events: &[(u32, Happening)], calendar: Calendar) -> String {
        let events: Vec<Event> =
            events.iter().map(|&(month, what)| Event { month, what }).collect();
        let stage = events.iter().rev().find_map(|event| event.what.stage());
        let writer = StoryWriter { calendar, events: &events };
        let mut story: Vec<String> =
            (0..events.len()).flat_map(|place| writer.event_sentences(place)).collect();
        story.extend(writer.final_sentence(stage.unwrap_or(Stage::None), 96));
        story.join(" ")
    }

    #[test]
    fn a_story_runs_from_volunteering_to_stopping() {
        let events = [
            (8, Happening::Volunteered(Channel::Unprompted)),
            (11, Happening::CooledOff),
            (20, Happening::Volunteered(Channel::Peers)),
            (25, Happening::Started(Stage::Introductory, Entry::FromTheList)),
            (36, Happening::PrincipalLeft),
            (42, Happening::PrincipalSettled),
            (43, Happening::MovedUp(Stage::Pilot)),
            (54, Happening::Stopped(StopReason::ShallowPractice)),
        ];
        assert_eq!(
            story_of(&events, CHICAGO),
            "Volunteered in Mar 2017, mostly on its own, with no example to follow. \
             Gave up in Jun 2017, having waited 3 months. \
             Volunteered again in Mar 2018, mostly because of what it heard from active schools it \
             watches. Waited 5 months for a place. Started with an introductory site in Aug 2018. \
             Its principal left in Jul 2019. A new principal had settled in by Jan 2020. \
             Moved up to a pilot in Feb 2020. \
             Stopped in Jan 2021. What raised its risk most: its practice was shallower than at other \
             active schools."
        );
    }

    #[test]
    fn a_school_without_events_has_a_sentence_too() {
        let nothing = "it did not volunteer, and the district did not place it.";
        assert_eq!(story_of(&[], CHICAGO), format!("Took no part by Jul 2024: {nothing}"));
        assert_eq!(story_of(&[], UNDATED), format!("Took no part within 8 years: {nothing}"));
    }

    #[test]
    fn the_final_sentence_gives_the_stage_of_the_school() {
        let waits = |month| [(month, Happening::Volunteered(Channel::News))];
        assert!(
            story_of(&waits(89), CHICAGO)
                .ends_with("In Jul 2024, it had been waiting 7 months for a place.")
        );
        assert!(
            story_of(&waits(96), UNDATED)
                .ends_with("After 8 years, it had just begun to wait for a place.")
        );
        let gave_up = [waits(5)[0], (9, Happening::CooledOff)];
        assert!(story_of(&gave_up, CHICAGO).ends_with("Did not volunteer again by Jul 2024."));
        let just_now = [waits(5)[0], (96, Happening::CooledOff)];
        assert!(
            story_of(&just_now, UNDATED)
                .ends_with("Gave up after 8 years, having waited 7 years 7 months.")
        );
        let first = [(0, Happening::Started(Stage::Whole, Entry::First))];
        assert_eq!(
            story_of(&first, CHICAGO),
            "Was under way from the start, with the whole school. \
             In Jul 2024, it was still active, with the whole school."
        );
    }

    #[test]
    fn a_school_may_be_admitted_at_once_or_placed_by_the_district() {
        let volunteered = (12, Happening::Volunteered(Channel::Peers));
        let at_once = story_of(
            &[volunteered, (12, Happening::Started(Stage::Pilot, Entry::FromTheList))],
            UNDATED,
        );
        assert!(at_once.contains(" Got a place at once. Started with a pilot after 1 year."));
        let placed = story_of(&[(18, Happening::Started(Stage::Pilot, Entry::Assigned))], CHICAGO);
        assert!(
            placed.starts_with(
                "Did not volunteer: the district placed it in Jan 2018, with a pilot."
            )
        );
    }

    #[test]
    fn the_story_begins_with_an_introduction_of_the_school() {
        let chronicle = chronicle(&Preset::Chicago.into(), 0);
        for school in 0..chronicle.schools().len() {
            let story = story(CHICAGO, &chronicle, school);
            let need = match chronicle.schools()[school].need_group {
                NeedGroup::High => "high",
                NeedGroup::Median => "median",
                NeedGroup::Low => "lower",
            };
            let begins = format!("School\u{a0}{}: {need} need (", school + 1);
            assert!(story.len() >= 2 && story[0].starts_with(&begins), "{story:?}");
            assert!(story.iter().all(|sentence| sentence.ends_with('.')), "{story:?}");
        }
    }
}
