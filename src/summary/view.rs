//! The views of the adoption chart, and their texts.

use super::{Summary, integer};
use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::Scenario;

/// A district with fewer schools than this is drawn as whole schools.
const WHOLE_SCHOOLS: u32 = 60;
/// How to read the marks of such a district; what they allow for follows.
pub(in crate::summary) const SCHOOL_MARKS: &str = to_phrase(
    "one mark per school, each year: full if 90% of futures have it, medium if half do, pale if 10% do",
);

/// Whether bands are drawn as whole schools: of few schools, areas would show fractions.
pub fn is_small(scenario: &Scenario) -> bool {
    scenario.district.n_schools < WHOLE_SCHOOLS
}

/// A view of the adoption chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Bands of the schools that ever started and of those still active: by luck, and with unknowns.
    Bands,
    /// The same by luck alone, half of the futures and 80% of them.
    Luck,
    /// The stages, stacked, with the waiting schools on top.
    Stages,
}

impl View {
    /// All views, the default first.
    pub const ALL: [Self; 3] = [Self::Bands, Self::Luck, Self::Stages];

    /// Its key in links and on the page, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bands => "bands",
            Self::Luck => "luck",
            Self::Stages => "stages",
        }
    }

    /// The label of its control.
    pub fn label(self) -> &'static str {
        match self {
            Self::Bands => phrase("ever and active"),
            Self::Luck => phrase("luck only"),
            Self::Stages => phrase("stages"),
        }
    }

    /// The view with this key.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// How to read its drawing of this many futures of a scenario, before there is a band with unknowns.
    pub fn how_to_read(self, scenario: &Scenario, futures: usize) -> String {
        match self {
            Self::Stages => {
                phrase!("means of {futures} futures", futures = integer(futures as f64))
            }
            _ if is_small(scenario) => {
                let shown = match self == Self::Luck || scenario.sensitivity.uncertain_constants {
                    true => scenario.sensitivity.bands_show(),
                    false => to_phrase("by luck; what nobody knows is being counted"),
                };
                format!("{}; {}", phrase(SCHOOL_MARKS), phrase(shown))
            }
            Self::Bands if !scenario.sensitivity.uncertain_constants => phrase(
                "line: median; dark: 80% of futures, by luck; what nobody knows is being counted",
            )
            .to_owned(),
            Self::Bands | Self::Luck => phrase!(
                "line: median; dark: 50% of futures; light: 80%; {shown}",
                shown = phrase(scenario.sensitivity.bands_show()),
            ),
        }
    }
}

impl Summary {
    /// How to read the drawing of a view.
    pub fn how_to_read(&self, view: View) -> String {
        match &self.bands.wide {
            Some(wide) if view == View::Bands => wide.how_to_read.clone(),
            _ => view.how_to_read(&self.scenario, self.futures),
        }
    }

    /// The readout of a view in a month, as one sentence.
    pub fn read_out(&self, view: View, month: u32) -> String {
        let calendar = self.scenario.calendar();
        match view {
            View::Bands | View::Luck => {
                let read_out = self.bands.read_out(calendar, month);
                match &self.bands.wide {
                    Some(wide) if view == View::Bands => (wide.read_out)(&read_out, wide),
                    _ => read_out.sentence(),
                }
            }
            View::Stages => self.stages.sentence(calendar, month),
        }
    }

    /// A text alternative to the picture.
    pub fn in_place_of_picture(&self, view: View) -> String {
        match view {
            View::Bands | View::Luck => {
                phrase!("Adoption chart. {headline}", headline = self.headline)
            }
            View::Stages => phrase!(
                "Adoption chart of stages. {sentence}",
                sentence = self.read_out(view, u32::MAX)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Ensemble;
    use crate::model::simulate;
    use crate::scenario::{Preset, Scenario};

    #[test]
    fn each_view_has_its_own_texts() {
        let scenario = Scenario::from(Preset::Chicago);
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        for replicate in 0..8 {
            ensemble.add(replicate, simulate(&scenario, replicate));
        }
        let summary = Summary::of(&scenario, &ensemble).unwrap();
        let [bands, _, stages] = View::ALL.map(|view| summary.read_out(view, 24));
        assert!(bands.starts_with("Jul 2018: ") && bands.contains("ever started"), "{bands}");
        assert!(stages.starts_with("Jul 2018: on average "), "{stages}");
        assert_eq!(summary.how_to_read(View::Stages), "means of 8 futures");
        let text = summary.in_place_of_picture(View::Stages);
        assert!(text.starts_with("Adoption chart of stages. Jul 2024: on average "));
        assert!(summary.in_place_of_picture(View::Bands).ends_with(&summary.headline));
    }
}
