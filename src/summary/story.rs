//! The story of one school in one future, in sentences.

use crate::language::{current_language, fill, phrase, to_phrase};
use crate::model::{Channel, Chronicle, Entry, Event, Happening, School, Stage, StopReason};
use crate::phrase;
use crate::scenario::Preset;
use crate::scenario::calendar::{by_month, duration, in_month};

/// A school as a person calls it: schools count from 0, people from 1.
pub fn school_name(school: usize) -> String {
    phrase!("School\u{a0}{number}", number = school + 1)
}

/// The story of a school: what it is, what happens there in the order of time, and where it stands in
/// the end. At least two sentences.
///
/// # Panics
/// If there is no school with this number.
pub fn story(preset: Option<Preset>, chronicle: &Chronicle, school: usize) -> Vec<String> {
    let mut story = vec![who(school, &chronicle.schools()[school])];
    let teller = Teller { preset, events: chronicle.events(school) };
    story.extend((0..teller.events.len()).flat_map(|place| teller.tell(place)));
    story.extend(teller.in_the_end(chronicle.stage(school, u32::MAX), chronicle.months()));
    story
}

/// "School 214: high need (0.71, at or above the district's median), readiness 0.41."
fn who(number: usize, school: &School) -> String {
    let english = match school.high_need {
        true => to_phrase(
            "{school}: high need ({need}, at or above the district's median), readiness {readiness}.",
        ),
        false => to_phrase(
            "{school}: lower need ({need}, below the district's median), readiness {readiness}.",
        ),
    };
    let (name, need, readiness) =
        (school_name(number), two_decimals(school.need), two_decimals(school.readiness));
    fill(phrase(english), &[("school", &name), ("need", &need), ("readiness", &readiness)])
}

/// "0.70", in the marks of the language.
fn two_decimals(index: f64) -> String {
    format!("{index:.2}").replace('.', current_language().decimals().encode_utf8(&mut [0; 4]))
}

/// Tells the events of one school.
struct Teller<'a> {
    preset: Option<Preset>,
    events: &'a [Event],
}

impl Teller<'_> {
    /// The sentences of one event.
    fn tell(&self, place: usize) -> Vec<String> {
        let Event { month, what } = self.events[place];
        let date = in_month(self.preset, month);
        match what {
            Happening::Volunteered(channel) => vec![self.volunteered(place, &date, channel)],
            Happening::CooledOff => vec![phrase!(
                "Gave up {date}, having waited {time}.",
                date,
                time = duration(self.waited(month))
            )],
            Happening::Started(stage, entry) => self.start(place, stage, entry),
            Happening::MovedUp(stage) => {
                vec![phrase!("Moved up to {site} {date}.", site = site(stage), date)]
            }
            Happening::PrincipalLeft => vec![phrase!("Its principal left {date}.", date)],
            Happening::PrincipalSettled => vec![phrase!(
                "A new principal had settled in {by_date}.",
                by_date = by_month(self.preset, month)
            )],
            Happening::Stopped(reason) => {
                vec![phrase!("Stopped {date}. {why}", date, why = why(reason))]
            }
        }
    }

    /// What comes after the first event comes again.
    fn volunteered(&self, place: usize, date: &str, channel: Channel) -> String {
        let english = match place {
            0 => to_phrase("Volunteered {date}, {because}."),
            _ => to_phrase("Volunteered again {date}, {because}."),
        };
        fill(phrase(english), &[("date", &date), ("because", &because_of(channel))])
    }

    fn start(&self, place: usize, stage: Stage, entry: Entry) -> Vec<String> {
        let month = self.events[place].month;
        let (site, date) = (site(stage), in_month(self.preset, month));
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
                let wait = match self.waited(month) {
                    0 => phrase("Got a place at once.").to_owned(),
                    months => phrase!("Waited {time} for a place.", time = duration(months)),
                };
                vec![wait, phrase!("Started with {site} {date}.", site, date)]
            }
        }
    }

    /// Months that the school has waited by this month, since it last volunteered before it.
    fn waited(&self, month: u32) -> u32 {
        let volunteered = |event: &&Event| {
            matches!(event.what, Happening::Volunteered(_)) && event.month <= month
        };
        self.events.iter().rev().find(volunteered).map_or(0, |event| month - event.month)
    }

    /// Where the school stands in the last month; nothing more of one that has stopped.
    fn in_the_end(&self, stage: Stage, months: u32) -> Option<String> {
        let by = by_month(self.preset, months);
        let date = capitalized(&in_month(self.preset, months));
        match stage {
            Stage::Stopped => None,
            Stage::None if self.events.is_empty() => Some(phrase!(
                "Took no part {by_date}: it did not volunteer, and the district did not place it.",
                by_date = by
            )),
            Stage::None if self.events.last().is_some_and(|event| event.month == months) => None,
            Stage::None => Some(phrase!("Did not volunteer again {by_date}.", by_date = by)),
            Stage::Waiting => Some(match self.waited(months) {
                0 => phrase!("{date} its wait for a place has just begun.", date),
                waited => phrase!(
                    "{date} it has waited {time} for a place.",
                    date,
                    time = duration(waited)
                ),
            }),
            stage => {
                Some(phrase!("{date} it is still active, with {site}.", date, site = site(stage)))
            }
        }
    }
}

/// Why a school volunteers.
fn because_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Unprompted => phrase("above all of its own accord, with no example to follow"),
        Channel::News => phrase("above all because of news of active schools across the district"),
        Channel::Peers => phrase("above all because of what active schools that it watches told"),
    }
}

/// Why a school stops, as a sentence of its own.
fn why(reason: StopReason) -> &'static str {
    match reason {
        StopReason::ShallowPractice => phrase(
            "What raised its risk most: its practice was shallower than at other active schools.",
        ),
        StopReason::LittleOwnership => {
            phrase("What raised its risk most: it had made the practice its own less than others.")
        }
        StopReason::LittleTrust => {
            phrase("What raised its risk most: there was little trust in the district.")
        }
        StopReason::Autonomy => phrase(
            "What raised its risk most: the district leaves it to its schools whether to go on.",
        ),
        StopReason::Chance => phrase("That was bad luck: its risk was no greater than usual."),
    }
}

/// What a school has at a stage.
fn site(stage: Stage) -> &'static str {
    match stage {
        Stage::Introductory => phrase("an introductory site"),
        Stage::Pilot => phrase("a pilot"),
        Stage::Whole => phrase("the whole school"),
        Stage::None | Stage::Waiting | Stage::Stopped => phrase("no site"),
    }
}

/// A text with its first letter in upper case.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronicle;

    const CHICAGO: Option<Preset> = Some(Preset::Chicago);

    /// The story that Chicago's calendar makes of these events, without who the school is.
    fn told(events: &[(u32, Happening)], preset: Option<Preset>) -> String {
        let events: Vec<Event> =
            events.iter().map(|&(month, what)| Event { month, what }).collect();
        let stage = events.iter().rev().find_map(|event| event.what.stage());
        let teller = Teller { preset, events: &events };
        let mut story: Vec<String> =
            (0..events.len()).flat_map(|place| teller.tell(place)).collect();
        story.extend(teller.in_the_end(stage.unwrap_or(Stage::None), 96));
        story.join(" ")
    }

    #[test]
    fn a_school_is_told_from_its_first_word_to_its_end() {
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
            told(&events, CHICAGO),
            "Volunteered in Mar 2017, above all of its own accord, with no example to follow. \
             Gave up in Jun 2017, having waited 3 months. \
             Volunteered again in Mar 2018, above all because of what active schools that it watches \
             told. Waited 5 months for a place. Started with an introductory site in Aug 2018. \
             Its principal left in Jul 2019. A new principal had settled in by Jan 2020. \
             Moved up to a pilot in Feb 2020. \
             Stopped in Jan 2021. What raised its risk most: its practice was shallower than at other \
             active schools."
        );
    }

    #[test]
    fn a_school_to_which_nothing_happens_has_a_sentence_too() {
        let nothing = "it did not volunteer, and the district did not place it.";
        assert_eq!(told(&[], CHICAGO), format!("Took no part by Jul 2024: {nothing}"));
        assert_eq!(told(&[], None), format!("Took no part within 8 years: {nothing}"));
    }

    #[test]
    fn the_end_says_where_a_school_stands() {
        let waits = |month| [(month, Happening::Volunteered(Channel::News))];
        assert!(
            told(&waits(89), CHICAGO).ends_with("In Jul 2024 it has waited 7 months for a place.")
        );
        assert!(
            told(&waits(96), None).ends_with("After 8 years its wait for a place has just begun.")
        );
        let gave_up = [waits(5)[0], (9, Happening::CooledOff)];
        assert!(told(&gave_up, CHICAGO).ends_with("Did not volunteer again by Jul 2024."));
        let just_now = [waits(5)[0], (96, Happening::CooledOff)];
        assert!(
            told(&just_now, None)
                .ends_with("Gave up after 8 years, having waited 7 years 7 months.")
        );
        let first = [(0, Happening::Started(Stage::Whole, Entry::First))];
        assert_eq!(
            told(&first, CHICAGO),
            "Was under way from the start, with the whole school. \
             In Jul 2024 it is still active, with the whole school."
        );
    }

    #[test]
    fn a_place_may_come_at_once_or_from_the_district() {
        let volunteered = (12, Happening::Volunteered(Channel::Peers));
        let at_once =
            told(&[volunteered, (12, Happening::Started(Stage::Pilot, Entry::FromTheList))], None);
        assert!(at_once.contains(" Got a place at once. Started with a pilot after 1 year."));
        let placed = told(&[(18, Happening::Started(Stage::Pilot, Entry::Assigned))], CHICAGO);
        assert!(
            placed.starts_with(
                "Did not volunteer: the district placed it in Jan 2018, with a pilot."
            )
        );
    }

    #[test]
    fn the_story_begins_with_who_the_school_is() {
        let chronicle = chronicle(&Preset::Chicago.into(), 0);
        for school in 0..chronicle.schools().len() {
            let story = story(CHICAGO, &chronicle, school);
            let need = if chronicle.schools()[school].high_need { "high" } else { "lower" };
            let begins = format!("School\u{a0}{}: {need} need (", school + 1);
            assert!(story.len() >= 2 && story[0].starts_with(&begins), "{story:?}");
            assert!(story.iter().all(|sentence| sentence.ends_with('.')), "{story:?}");
        }
    }
}
