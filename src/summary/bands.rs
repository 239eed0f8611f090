//! The bands of the adoption chart, and the readout of one month.

use super::integer;
use crate::ensemble::{Ensemble, Quantiles};
use crate::model::Measure;
use crate::scenario::Preset;
use crate::scenario::calendar::month_name;
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
#[derive(Debug, Clone, PartialEq)]
pub struct WideBand {
    /// Schools that ever started.
    pub ever: Vec<Quantiles>,
    /// Schools still active.
    pub active: Vec<Quantiles>,
    /// How to read them: what they allow for, and what they are held to.
    pub how_to_read: &'static str,
}

impl Bands {
    /// The bands of an ensemble; `None` without runs.
    pub fn of(ensemble: &Ensemble) -> Option<Self> {
        let band = |measure| ensemble.quantiles_by_month(measure);
        Some(Self { ever: band(Measure::Ever)?, active: band(Measure::Active)?, wide: None })
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

    /// The readout of the bands in a month, or of the last month if the given one is past the end.
    pub fn read_out(&self, preset: Option<Preset>, month: u32) -> ReadOut {
        let month = month.min(self.months());
        ReadOut {
            month,
            date: month_name(preset, month),
            ever: self.ever[month as usize],
            active: self.active[month as usize],
            wide: self.wide.as_ref().map(|w| [w.ever[month as usize], w.active[month as usize]]),
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
    /// Both with unknowns.
    pub wide: Option<[Quantiles; 2]>,
}

impl ReadOut {
    /// The readout as one sentence, for screen readers and below the chart.
    pub fn sentence(&self) -> String {
        match &self.wide {
            Some(wide) => self.with_unknowns(wide),
            None => self.by_luck(),
        }
    }

    /// The medians with unknowns, and both bands.
    fn with_unknowns(&self, [ever, active]: &[Quantiles; 2]) -> String {
        let range =
            |q: &Quantiles| phrase!("{low} to {high}", low = integer(q.p10), high = integer(q.p90));
        phrase!(
            "{month}: {ever} ever started (luck: {ever_luck}; with unknowns: {ever_wide}), {active} still active \
             (luck: {luck}; with unknowns: {wide}).",
            month = self.date,
            ever = plural!(ever.p50.round_ties_even(), "{count} school", "{count} schools"),
            ever_luck = range(&self.ever),
            ever_wide = range(ever),
            active = integer(active.p50),
            luck = range(&self.active),
            wide = range(active),
        )
    }

    /// The medians and bands by luck alone.
    pub fn by_luck(&self) -> String {
        let formatted = |quantiles: &Quantiles| [quantiles.p10, quantiles.p90].map(integer);
        let [ever_low, ever_high] = formatted(&self.ever);
        let [low, high] = formatted(&self.active);
        let ever = plural!(
            self.ever.p50.round_ties_even(),
            "{count} school ever started (80\u{a0}% of futures: {low} to {high})",
            "{count} schools ever started (80\u{a0}% of futures: {low} to {high})",
            low = ever_low,
            high = ever_high
        );
        let active = plural!(
            self.active.p50.round_ties_even(),
            "{count} still active (80\u{a0}% of futures: {low} to {high})",
            "{count} still active (80\u{a0}% of futures: {low} to {high})",
            low,
            high
        );
        phrase!("{month}: {ever}, {active}.", month = self.date, ever, active)
    }
}
