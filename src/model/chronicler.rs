//! Records the chronicle of a future while it runs.

use super::Future;
use super::chronicle::{Channel, Entry, Event, Happening, StopReason};
use super::clock::NEVER;
use super::coaching::Support;
use super::held_back::Refusals;
use super::observer::Observer;
use super::sites::sum;
use super::stage::Stage;
use super::stopping::Practice;

/// Records what happens at every school, and why.
pub struct Chronicler {
    /// For every school, its stage when it was last observed.
    stages: Vec<Stage>,
    /// For every school, the word of mouth heard since its volunteer clock started, in the order of
    /// [`Channel::ALL`].
    word_heard: Vec<[f64; 3]>,
    /// For every school, what has been added to its hazard of stopping since it joined, in the order of
    /// [`StopReason::TERMS`].
    hazard_added: Vec<[f64; 4]>,
    /// For every school, the months in which it started and stopped, or [`NEVER`].
    active_months: Vec<[u32; 2]>,
    /// What a cap on spending has held back.
    pub refusals: Refusals,
    /// The events so far, each with the number of its school.
    recorded: Vec<(u32, Event)>,
}

impl Chronicler {
    /// A chronicler for this number of schools, before the first observation.
    pub fn new(schools: usize) -> Self {
        Self {
            stages: vec![Stage::None; schools],
            word_heard: vec![[0.0; 3]; schools],
            hazard_added: vec![[0.0; 4]; schools],
            active_months: vec![[NEVER; 2]; schools],
            refusals: Refusals::new(schools),
            recorded: Vec::new(),
        }
    }

    /// All events of a completed future with the numbers of their schools, ordered by school and then by
    /// time.
    pub fn events(mut self, future: &Future<'_>) -> Vec<(u32, Event)> {
        for school in 0..self.stages.len() as u32 {
            self.record_principals(future, school);
        }
        self.recorded.sort_by_key(|(school, event)| (*school, event.month, event.what.step()));
        self.recorded
    }

    /// The event that moved a school from one stage to another.
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
        Channel::ALL[greatest(&self.word_heard[school])]
    }

    fn stop_reason(&self, school: usize) -> StopReason {
        let term = greatest(&self.hazard_added[school]);
        if self.hazard_added[school][term] > 0.0 {
            StopReason::TERMS[term]
        } else {
            StopReason::Chance
        }
    }

    /// Principals affect the model only while a school is active, so only those months are recorded.
    fn record_principals(&mut self, future: &Future<'_>, school: u32) {
        let [started, stopped] = self.active_months[school as usize];
        if started == NEVER {
            return;
        }
        let in_active_months = |month| started <= month && month <= stopped;
        let mut departures = future.departures(school).map(|month| month + 1).peekable();
        while let Some(left) = departures.next() {
            if in_active_months(left) {
                self.record(school, left, Happening::PrincipalLeft);
            }
            let settled = left.saturating_add(future.scenario.risks.setback_months);
            let stays = departures.peek().is_none_or(|&next| settled < next);
            let in_time = settled > left && settled <= future.scenario.simulation.months;
            if stays && in_time && in_active_months(settled) {
                self.record(school, settled, Happening::PrincipalSettled);
            }
        }
    }

    fn record(&mut self, school: u32, month: u32, what: Happening) {
        match what {
            Happening::Started(..) => self.active_months[school as usize][0] = month,
            Happening::Stopped(_) => self.active_months[school as usize][1] = month,
            // Its volunteer clock starts again.
            Happening::CooledOff => self.word_heard[school as usize] = [0.0; 3],
            _ => {}
        }
        self.recorded.push((school, Event { month, what }));
    }
}

impl Observer for Chronicler {
    fn before_volunteering(&mut self, future: &Future<'_>, support: &Support) {
        for (school, word_heard) in self.word_heard.iter_mut().enumerate() {
            if self.stages[school] == Stage::None {
                add(word_heard, future.word_by_channel(school, support));
            }
        }
    }

    fn after_intake(&mut self, future: &Future<'_>, refused: &[u32]) {
        self.refusals.add(refused, &future.stages);
    }

    fn before_stops(&mut self, future: &Future<'_>) {
        let active = future.active() as f64;
        let mean = |sums: [f64; 3]| sums.iter().sum::<f64>() / active;
        let average = Practice {
            depth: mean(future.sites.each_ref().map(|sites| sum(&sites.depth))),
            ownership: mean(future.sites.each_ref().map(|sites| sum(&sites.ownership))),
        };
        for site in future.sites.iter().flat_map(|sites| sites.iter()) {
            let practice = Practice { depth: *site.depth, ownership: *site.ownership };
            let hazard_added = &mut self.hazard_added[*site.school as usize];
            add(hazard_added, future.stop_rate_added(practice, average));
        }
    }

    fn after_moves(&mut self, future: &Future<'_>, month: u32) {
        for (school, &now) in (0..).zip(&future.stages) {
            let before = std::mem::replace(&mut self.stages[school as usize], now);
            if before == now {
                continue;
            }
            let what = match month {
                0 => Happening::Started(now, Entry::First),
                _ => self.happening(school as usize, before, now),
            };
            self.record(school, month, what);
        }
    }
}

/// The index of the greatest number; of equal ones, the first.
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

    /// What `pick` selects from the events of Chicago with a change.
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

    /// Whether the list is not empty and all items equal `one`.
    fn all_are<T: PartialEq>(found: Vec<T>, one: T) -> bool {
        !found.is_empty() && found.iter().all(|found| *found == one)
    }

    #[test]
    fn an_observed_run_has_the_same_bits() {
        let scenario = Scenario::from(Preset::Chicago);
        let layout = Layout::new(Terrain::of(&scenario), 4);
        let mut chronicler = Chronicler::new(scenario.district.n_schools as usize);
        let run = run(&mut Future::start(&scenario, &layout), &mut chronicler);
        assert_eq!(run, simulate(&scenario, 4));
    }

    #[test]
    fn the_word_of_all_channels_together_makes_a_school_volunteer() {
        let scenario = chicago_with(|s| s.spread.cool_rate = 0.0);
        let layout = Layout::new(Terrain::of(&scenario), 0);
        let mut chronicler = Chronicler::new(layout.terrain.n_schools);
        let mut future = Future::start(&scenario, &layout);
        run(&mut future, &mut chronicler);
        let volunteered = |school| {
            let of_it = |&&(other, _): &&(u32, Event)| other as usize == school;
            let is = |what| matches!(what, Happening::Volunteered(_));
            chronicler.recorded.iter().filter(of_it).any(|(_, event)| is(event.what))
        };
        let mut volunteers = 0;
        for school in 0..516 {
            let word: f64 = chronicler.word_heard[school].iter().sum();
            let hazard = 2.0 * layout.readiness[school] * word * crate::model::DT;
            // A school that was assigned stopped listening when it started, and would not have
            // volunteered either.
            assert_eq!(hazard >= layout.patience[school], volunteered(school), "school {school}");
            volunteers += u32::from(volunteered(school));
        }
        assert!((100..400).contains(&volunteers), "{volunteers}");
    }

    #[test]
    fn when_only_one_channel_is_active_it_is_the_cause_of_every_volunteer() {
        let unprompted = channels(|s| s.spread.peer_rate = 0.0);
        assert!(all_are(unprompted, Channel::Unprompted));
        let news = channels(|s| (s.spread.volunteer_rate, s.spread.local_weight) = (0.0, 0.0));
        assert!(all_are(news, Channel::News));
        let peers = channels(|s| (s.spread.volunteer_rate, s.spread.local_weight) = (0.0, 1.0));
        assert!(all_are(peers, Channel::Peers));
    }

    #[test]
    fn with_default_settings_every_channel_is_the_cause_of_some_volunteers() {
        let found = channels(|_| {});
        assert!(Channel::ALL.iter().all(|channel| found.contains(channel)), "{found:?}");
    }

    #[test]
    fn the_term_that_adds_most_to_the_risk_of_stopping_is_the_reason() {
        let found = stop_reasons(|s| s.decisions.central_decentral = 0.0);
        assert!(found.contains(&StopReason::ShallowPractice), "{found:?}");
        assert!(!found.contains(&StopReason::Autonomy), "{found:?}");
        // When all schools are alike, none differs from the average.
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
    fn starts_per_month_match_the_run_and_the_first_schools_start_at_month_0() {
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

    /// Whether this event is possible at a school at this stage.
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
    fn every_event_is_possible_at_the_stage_of_its_school() {
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
