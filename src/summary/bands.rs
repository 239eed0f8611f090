//! The bands of the adoption chart, and the readout of one month.

use super::{View, integer};
use crate::ensemble::{Ensemble, Quantiles};
use crate::language::{fill, phrase, to_phrase};
use crate::model::Measure;
use crate::scenario::Calendar;
use crate::{phrase, plural};
use std::sync::Arc;

/// Quantiles of the schools that ever started and of those still active, month by month from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Bands {
    /// Schools that ever started.
    pub ever: Vec<Quantiles>,
    /// Schools still active.
    pub active: Vec<Quantiles>,
    /// The bands with unknowns; none while they are counted.
    pub wide: Option<Arc<WideBand>>,
}

/// The bands with unknowns, month by month from 0.
#[derive(Debug, Clone)]
pub struct WideBand {
    /// Schools that ever started.
    pub ever: Vec<Quantiles>,
    /// Schools still active.
    pub active: Vec<Quantiles>,
    /// How to read them: what they allow for, and what they are held to.
    pub how_to_read: String,
    /// Their read-out of a month: a function of the part that makes the bands, so that the main part, which
    /// shows them, does not hold it.
    pub read_out: fn(&ReadOut, &WideBand) -> String,
}

impl Bands {
    /// The bands of an ensemble; `None` without runs.
    pub fn of(ensemble: &Ensemble) -> Option<Self> {
        let band = |measure| ensemble.quantiles_by_month(measure);
        Some(Self { ever: band(Measure::Ever)?, active: band(Measure::Active)?, wide: None })
    }

    /// The quantiles whose medians a view draws, of the schools that ever started and of those still active: with
    /// unknowns where the view draws these and they are there, else by luck.
    pub fn drawn(&self, view: View) -> [&[Quantiles]; 2] {
        match &self.wide {
            Some(wide) if view == View::Bands => [&wide.ever, &wide.active],
            _ => [&self.ever, &self.active],
        }
    }

    /// The last month.
    pub fn months(&self) -> u32 {
        self.ever.len() as u32 - 1
    }

    /// The greatest number of schools that any band reaches.
    pub fn greatest(&self) -> f64 {
        let wide = self.wide.iter().flat_map(|wide| &wide.ever);
        self.ever.iter().chain(wide).map(|quantiles| quantiles.p90).fold(0.0, f64::max)
    }

    /// The greatest median that any view draws.
    pub fn greatest_median(&self) -> f64 {
        let wide = self.wide.iter().flat_map(|wide| &wide.ever);
        self.ever.iter().chain(wide).map(|quantiles| quantiles.p50).fold(0.0, f64::max)
    }

    /// The readout of the bands in a month, or of the last month if the given one is past the end.
    pub fn read_out(&self, calendar: Calendar, month: u32) -> ReadOut {
        let month = month.min(self.months());
        ReadOut {
            month,
            date: calendar.month_name(month),
            ever: self.ever[month as usize],
            active: self.active[month as usize],
        }
    }
}

/// The values of the bands in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadOut {
    /// The month.
    pub month: u32,
    /// Its name.
    pub date: String,
    /// Schools that ever started.
    pub ever: Quantiles,
    /// Schools still active.
    pub active: Quantiles,
}

impl PartialEq for WideBand {
    /// Functions have no identity.
    fn eq(&self, other: &Self) -> bool {
        let numbers =
            |wide: &Self| (wide.ever.clone(), wide.active.clone(), wide.how_to_read.clone());
        numbers(self) == numbers(other)
    }
}

impl WideBand {
    /// The medians with unknowns in a month, and both bands.
    pub fn read_out(by_luck: &ReadOut, wide: &Self) -> String {
        let english = to_phrase(
            "{month}: {ever} ever started (luck: {ever_luck}; with unknowns: {ever_wide}), {active} still active \
             (luck: {luck}; with unknowns: {wide}).",
        );
        wide.fill_in(english, by_luck)
    }

    /// The same of futures that are held to published counts. By luck alone nothing is held to them, and the
    /// constants are as they are set: those ranges need not even hold the medians.
    pub fn read_out_held(by_luck: &ReadOut, wide: &Self) -> String {
        let english = to_phrase(
            "{month}: {ever} ever started ({ever_wide}), {active} still active ({wide}), held to the published \
             counts. By luck alone, not held to them: {ever_luck} and {luck}.",
        );
        wide.fill_in(english, by_luck)
    }

    fn fill_in(&self, english: &'static str, by_luck: &ReadOut) -> String {
        let range =
            |q: &Quantiles| phrase!("{low} to {high}", low = integer(q.p10), high = integer(q.p90));
        let [ever, active] = [&self.ever, &self.active].map(|band| &band[by_luck.month as usize]);
        let schools = plural!(ever.p50.round_ties_even(), "{count} school", "{count} schools");
        fill(
            phrase(english),
            &[
                ("month", &by_luck.date),
                ("ever", &schools),
                ("ever_luck", &range(&by_luck.ever)),
                ("ever_wide", &range(ever)),
                ("active", &integer(active.p50)),
                ("luck", &range(&by_luck.active)),
                ("wide", &range(active)),
            ],
        )
    }
}

impl ReadOut {
    /// The medians and bands by luck alone as one sentence, for screen readers and below the chart.
    pub fn sentence(&self) -> String {
        let formatted = |quantiles: &Quantiles| [quantiles.p10, quantiles.p90].map(integer);
        let [ever_low, ever_high] = formatted(&self.ever);
        let [low, high] = formatted(&self.active);
        let ever = plural!(
            self.ever.p50.round_ties_even(),
            "{count} school ever started (80% of futures: {low} to {high})",
            "{count} schools ever started (80% of futures: {low} to {high})",
            low = ever_low,
            high = ever_high
        );
        let active = plural!(
            self.active.p50.round_ties_even(),
            "{count} still active (80% of futures: {low} to {high})",
            "{count} still active (80% of futures: {low} to {high})",
            low,
            high
        );
        phrase!("{month}: {ever}, {active}.", month = self.date, ever, active)
    }
}
