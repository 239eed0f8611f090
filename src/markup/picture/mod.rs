//! Pictures that stand alone, as SVG: a drawing with its title, its key, the settings behind it, what it
//! is not, and its link.
//!
//! They have no colours of their own. The page's style sheet gives them the same ones as on the page, on
//! paper (`companion::take_along::press`).

mod adoption;
mod compared;
mod district;
mod lines;
mod png;
mod sheet;

pub use adoption::adoption;
pub use compared::{PicturedRun, compared};
pub use district::district;
pub use png::with_resolution;

use crate::plural;
use crate::scenario::{Preset, Scenario};

/// Width in units of the drawing, four of them a millimetre: 180 mm, as wide as a page of text.
pub const WIDTH: f64 = 720.0;
/// Pixels a unit of the PNG: 305 an inch.
pub const PIXELS: u32 = 3;
/// Pixels a metre of the PNG.
pub const PIXELS_A_METRE: u32 = 12_000;

/// Settings that are listed at the most.
const MOST_SETTINGS: usize = 10;

/// What the picture is of: the person's own name before that of the district.
pub(super) fn subject(name: &str, scenario: &Scenario) -> String {
    let schools = || {
        let count = scenario.district.n_schools;
        plural!(count, "a district of {count} school", "a district of {count} schools")
    };
    let district = scenario.preset.map(Preset::label).map_or_else(schools, str::to_owned);
    if name.is_empty() { district } else { format!("{name} ({district})") }
}

#[cfg(test)]
mod examples {
    use crate::ensemble::Ensemble;
    use crate::model::simulate;
    use crate::scenario::Scenario;

    /// A few futures of a scenario.
    pub fn ensemble_of(scenario: &Scenario) -> Ensemble {
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        (0..4).for_each(|replicate| ensemble.add(replicate, simulate(scenario, replicate)));
        ensemble
    }

    /// What stands in the picture to be read, and the picture as it is parsed.
    pub fn read(svg: &str, check: impl FnOnce(&roxmltree::Document, &str)) {
        let parsed = roxmltree::Document::parse(svg).expect("an XML document");
        let texts = parsed
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        let written = |text: roxmltree::Node| -> String {
            text.descendants()
                .filter(|node| node.is_text())
                .filter_map(|node| node.text())
                .collect()
        };
        let lines: Vec<String> = texts.map(written).collect();
        check(&parsed, &lines.join(" "));
    }
}
