//! Who writes the chronicle of a future while it runs.

use super::Future;
use super::chronicle::{Channel, Entry, Event, Happening, StopReason};
use super::clock::NEVER;
use super::coaching::Support;
use super::sites::sum;
use super::stage::Stage;
use super::stopping::Practice;
use super::witness::Witness;

/// Notes what happens at every school, and what brought it about.
pub struct Chronicler {
    /// Of every school: its stage when it was last seen.
    stages: Vec<Stage>,
    /// Of every school: word heard since its volunteer clock began, in the order of [`Channel::ALL`].
    heard: Vec<[f64; 3]>,
    /// Of every school: what has added to its hazard of stopping since it joined, in the order of
    /// [`StopReason::TERMS`].
    added: Vec<[f64; 4]>,
    /// Of every school: the months in which it started and stopped, or [`NEVER`].
    active: Vec<[u32; 2]>,
    /// What happened so far: the number of the school, and the event.
    noted: Vec<(u32, Event)>,
}

impl Chronicler {
    /// A chronicler of so many schools, none of which it has seen yet.
    pub fn new(schools: usize) -> Self {
        Self {
            stages: vec![Stage::None; schools],
            heard: vec![[0.0; 3]; schools],
            added: vec![[0.0; 4]; schools],
            active: vec![[NEVER; 2]; schools],
            noted: Vec::new(),
        }
    }

    /// All events of a future that has run, with the number of their school, in the order of schools
    /// and, of each, of time.
    pub fn events(mut self, future: &Future<'_>) -> Vec<(u32, Event)> {
        for school in 0..self.stages.len() as u32 {
            self.note_principals(future, school);
        }
        self.noted.sort_by_key(|(school, event)| (*school, event.month, event.what.step()));
        self.noted
    }

    /// What has happened to a school that stood at one stage and now stands at another.
    fn happening(&self, school: usize, before: Stage, now: Stage) -> Happening {
        match (before, now) {
            (_, Stage::Waiting) => Happening::Volunteered(self.channel(school)),
            (_, Stage::None) => Happening::CooledOff,
            (_, Stage::Stopped) => Happening::Stopped(self.stop_reason(school)),
            (Stage::None, stage) => Happening::Started(stage, Entry::Assigned),
            (Stage::Waiting, stage) => Happening::Started(stage, Entry::FromTheList),
            (_, stage) => Happening::MovedUp(stage),
        }
    }

    fn channel(&self, school: usize) -> Channel {
        Channel::ALL[greatest(&self.heard[school])]
    }

    fn stop_reason(&self, school: usize) -> StopReason {
        let term = greatest(&self.added[school]);
        if self.added[school][term] > 0.0 { StopReason::TERMS[term] } else { StopReason::Chance }
    }

    /// Principals matter to the model only while a school is active; so only those months are told.
    fn note_principals(&mut self, future: &Future<'_>, school: u32) {
        let [started, stopped] = self.active[school as usize];
        if started == NEVER {
            return;
        }
        let tells = |month| started <= month && month <= stopped;
        let mut departures = future.departures(school).map(|month| month + 1).peekable();
        while let Some(left) = departures.next() {
            if tells(left) {
                self.note(school, left, Happening::PrincipalLeft);
            }
            let settled = left.saturating_add(future.scenario.risks.setback_months);
            let stays = departures.peek().is_none_or(|&next| settled < next);
            let in_time = settled > left && settled <= future.scenario.simulation.months;
            if stays && in_time && tells(settled) {
                self.note(school, settled, Happening::PrincipalSettled);
            }
        }
    }

    fn note(&mut self, school: u32, month: u32, what: Happening) {
        match what {
            Happening::Started(..) => self.active[school as usize][0] = month,
            Happening::Stopped(_) => self.active[school as usize][1] = month,
            // Its volunteer clock starts anew.
            Happening::CooledOff => self.heard[school as usize] = [0.0; 3],
            _ => {}
        }
        self.noted.push((school, Event { month, what }));
    }
}

impl Witness for Chronicler {
    fn hears(&mut self, future: &Future<'_>, support: &Support) {
        for (school, heard) in self.heard.iter_mut().enumerate() {
            if self.stages[school] == Stage::None {
                add(heard, future.word_by_channel(school, support));
            }
        }
    }

    fn weighs(&mut self, future: &Future<'_>) {
        let active = future.active() as f64;
        let mean = |sums: [f64; 3]| sums.iter().sum::<f64>() / active;
        let average = Practice {
            depth: mean(future.sites.each_ref().map(|sites| sum(&sites.depth))),
            ownership: mean(future.sites.each_ref().map(|sites| sum(&sites.ownership))),
        };
        for site in future.sites.iter().flat_map(|sites| sites.iter()) {
            let practice = Practice { depth: *site.depth, ownership: *site.ownership };
            let added = &mut self.added[*site.school as usize];
            add(added, future.stop_rate_added(practice, average));
        }
    }

    fn sees(&mut self, future: &Future<'_>, month: u32) {
        for (school, &now) in (0..).zip(&future.stages) {
            let before = std::mem::replace(&mut self.stages[school as usize], now);
            if before == now {
                continue;
            }
            let what = match month {
                0 => Happening::Started(now, Entry::First),
                _ => self.happening(school as usize, before, now),
            };
            self.note(school, month, what);
        }
    }
}

/// The place of the greatest number, of equal ones the first.
fn greatest(numbers: &[f64]) -> usize {
    let greater = |best, place| if numbers[place] > numbers[best] { place } else { best };
    (0..numbers.len()).fold(0, greater)
}

fn add<const N: usize>(sums: &mut [f64; N], numbers: [f64; N]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Chronicle, Layout, Measure, Terrain, chronicle, run, simulate};
    use crate::scenario::{Preset, Scenario, Settings};

    fn chicago_with(change: fn(&mut Settings)) -> Scenario {
        let mut settings = Preset::Chicago.settings();
        change(&mut settings);
        Scenario::beyond_ranges(settings).unwrap()
    }

    fn all_events(chronicle: &Chronicle) -> impl Iterator<Item = Event> {
        (0..chronicle.schools().len()).flat_map(|school| chronicle.events(school).to_vec())
    }

    /// What `pick` finds among the events of Chicago with a change.
    fn found<T>(change: fn(&mut Settings), pick: fn(Happening) -> Option<T>) -> Vec<T> {
        let chronicle = chronicle(&chicago_with(change), 0);
        all_events(&chronicle).filter_map(|event| pick(event.what)).collect()
    }

    fn channels(change: fn(&mut Settings)) -> Vec<Channel> {
        found(change, |what| match what {
            Happening::Volunteered(channel) => Some(channel),
            _ => None,
        })
    }

    fn stop_reasons(change: fn(&mut Settings)) -> Vec<StopReason> {
        found(change, |what| match what {
            Happening::Stopped(reason) => Some(reason),
            _ => None,
        })
    }

    /// Whether there are some, and all are this one.
    fn all_are<T: PartialEq>(found: Vec<T>, one: T) -> bool {
        !found.is_empty() && found.iter().all(|found| *found == one)
    }

    #[test]
    fn a_run_that_is_watched_has_the_same_bits() {
        let scenario = Scenario::from(Preset::Chicago);
        let layout = Layout::new(Terrain::of(&scenario), 4);
        let mut chronicler = Chronicler::new(scenario.district.n_schools as usize);
        let run = run(&mut Future::start(&scenario, &layout), &mut chronicler);
        assert_eq!(run, simulate(&scenario, 4));
    }

    #[test]
    fn the_word_of_all_channels_together_is_what_tips_a_school() {
        let scenario = chicago_with(|s| s.spread.cool_rate = 0.0);
        let layout = Layout::new(Terrain::of(&scenario), 0);
        let mut chronicler = Chronicler::new(layout.terrain.n_schools);
        let mut future = Future::start(&scenario, &layout);
        run(&mut future, &mut chronicler);
        let volunteered = |school| {
            let of_it = |&&(other, _): &&(u32, Event)| other as usize == school;
            let is = |what| matches!(what, Happening::Volunteered(_));
            chronicler.noted.iter().filter(of_it).any(|(_, event)| is(event.what))
        };
        let mut volunteers = 0;
        for school in 0..516 {
            let word: f64 = chronicler.heard[school].iter().sum();
            let hazard = 2.0 * layout.readiness[school] * word * crate::model::DT;
            // A school that started unasked heard no more, and would not have volunteered either.
            assert_eq!(hazard >= layout.patience[school], volunteered(school), "school {school}");
            volunteers += u32::from(volunteered(school));
        }
        assert!((100..400).contains(&volunteers), "{volunteers}");
    }

    #[test]
    fn where_only_one_channel_speaks_it_is_the_one_that_tips_every_volunteer() {
        let unprompted = channels(|s| s.spread.peer_rate = 0.0);
        assert!(all_are(unprompted, Channel::Unprompted));
        let news = channels(|s| (s.spread.volunteer_rate, s.spread.local_weight) = (0.0, 0.0));
        assert!(all_are(news, Channel::News));
        let peers = channels(|s| (s.spread.volunteer_rate, s.spread.local_weight) = (0.0, 1.0));
        assert!(all_are(peers, Channel::Peers));
    }

    #[test]
    fn in_a_district_as_it_is_every_channel_tips_some_volunteers() {
        let found = channels(|_| {});
        assert!(Channel::ALL.iter().all(|channel| found.contains(channel)), "{found:?}");
    }

    #[test]
    fn the_term_that_adds_most_to_the_risk_of_stopping_is_the_reason() {
        let found = stop_reasons(|s| s.decisions.central_decentral = 0.0);
        assert!(found.contains(&StopReason::ShallowPractice), "{found:?}");
        assert!(!found.contains(&StopReason::Autonomy), "{found:?}");
        // Schools that are all alike differ from no average.
        let alike = |s: &mut Settings| {
            (s.practice.entry_depth, s.practice.stage_cap) = (0.0, [0.0; 3]);
            (s.decisions.central_decentral, s.learning.credibility_years) = (0.0, 1e12);
            (s.learning.credibility_start, s.risks.risk_rate) = (0.6, 0.0);
        };
        assert!(all_are(stop_reasons(alike), StopReason::Chance));
        let distrust = stop_reasons(|s| {
            (s.practice.entry_depth, s.practice.stage_cap) = (0.0, [0.0; 3]);
            (s.decisions.central_decentral, s.learning.credibility_years) = (0.0, 1e12);
            s.learning.credibility_start = 0.1;
        });
        assert!(all_are(distrust, StopReason::LittleTrust));
    }

    #[test]
    fn as_many_schools_start_in_a_month_as_the_run_says_and_the_first_ones_at_month_0() {
        let scenario = Scenario::from(Preset::BaltimoreCounty);
        let (chronicle, run) = (chronicle(&scenario, 5), simulate(&scenario, 5));
        let mut entries = Vec::new();
        for month in 0..=run.months() {
            let start = |event: Event| match event.what {
                Happening::Started(_, entry) if event.month == month => Some(entry),
                _ => None,
            };
            let started: Vec<Entry> = all_events(&chronicle).filter_map(start).collect();
            match month {
                0 => assert_eq!(started, [Entry::First; 10]),
                _ => assert_eq!(started.len() as f64, run.at(Measure::Starts, month)),
            }
            entries.extend(started);
        }
        assert!(entries.contains(&Entry::Assigned) && entries.contains(&Entry::FromTheList));
    }

    /// What may come after what: a school is where each event finds it.
    fn may_happen(stage: Stage, what: Happening) -> bool {
        match what {
            Happening::Volunteered(_) | Happening::Started(_, Entry::First | Entry::Assigned) => {
                stage == Stage::None
            }
            Happening::CooledOff | Happening::Started(_, Entry::FromTheList) => {
                stage == Stage::Waiting
            }
            Happening::MovedUp(next) => next.level() == stage.level().map(|level| level + 1),
            Happening::PrincipalLeft | Happening::PrincipalSettled | Happening::Stopped(_) => {
                stage.is_active()
            }
        }
    }

    #[test]
    fn every_event_finds_its_school_where_it_can_happen() {
        for preset in Preset::ALL {
            let chronicle = chronicle(&preset.into(), 2);
            let mut principals = 0;
            for school in 0..chronicle.schools().len() {
                let mut stage = Stage::None;
                for event in chronicle.events(school) {
                    assert!(may_happen(stage, event.what), "{event:?} at {stage:?}");
                    stage = event.what.stage().unwrap_or(stage);
                    principals += usize::from(event.what.stage().is_none());
                }
                assert!(chronicle.events(school).is_sorted_by_key(|event| event.month));
                assert_eq!(chronicle.stage(school, u32::MAX), stage);
            }
            assert!(principals > 0, "{preset:?}");
        }
    }

    #[test]
    fn a_principal_is_new_for_as_long_as_the_setback_lasts() {
        let scenario = Scenario::from(Preset::Chicago);
        let chronicle = chronicle(&scenario, 1);
        let mut settled = 0;
        for school in 0..chronicle.schools().len() {
            let of_principals = |event: &&Event| event.what.stage().is_none();
            let events: Vec<_> = chronicle.events(school).iter().filter(of_principals).collect();
            for pair in events.windows(2).filter(|pair| pair[1].what == Happening::PrincipalSettled)
            {
                assert_eq!(pair[0].what, Happening::PrincipalLeft);
                assert_eq!(pair[1].month - pair[0].month, scenario.risks.setback_months);
                settled += 1;
            }
        }
        assert!(settled > 20, "{settled}");
    }
}
