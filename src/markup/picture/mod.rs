//! Self-contained pictures as SVG: a drawing with its title, its legend, its settings, a disclaimer, and
//! its link.
//!
//! They contain no colors. The page's style sheet gives them the same colors as on the page, in its light
//! theme (`ui::export::standalone_svg`).

mod adoption;
mod comparison;
mod district;
mod lines;
mod png;
mod sheet;

pub use adoption::adoption;
pub use comparison::{PicturedRun, comparison};
pub use district::district;
pub use png::with_resolution;

use crate::plural;
use crate::scenario::{Preset, Scenario};

/// Width in units of the drawing, four per millimeter: 180 mm, as wide as a page of text.
pub const WIDTH: f64 = 720.0;
/// Pixels per unit in the PNG: 305 per inch.
pub const PIXELS_PER_UNIT: u32 = 3;
/// Pixels per meter in the PNG.
pub const PIXELS_PER_METER: u32 = 12_000;

/// Maximum number of settings that are listed.
const MAX_SETTINGS: usize = 10;

/// The subject of the picture: the name that a person gave the scenario, followed by the district.
pub(super) fn subject(name: &str, scenario: &Scenario) -> String {
    let schools = || {
        let count = scenario.district.n_schools;
        plural!(count, "a district of {count} school", "a district of {count} schools")
    };
    let district = scenario.preset.map(Preset::label).map_or_else(schools, str::to_owned);
    if name.is_empty() { district } else { format!("{name} ({district})") }
}

#[cfg(test)]
mod test_support {
    use crate::ensemble::Ensemble;
    use crate::model::simulate;
    use crate::scenario::Scenario;

    /// A few futures of a scenario.
    pub fn ensemble_of(scenario: &Scenario) -> Ensemble {
        let mut ensemble = Ensemble::new(scenario.simulation.months);
        (0..30).for_each(|replicate| ensemble.add(replicate, simulate(scenario, replicate)));
        ensemble
    }

    /// Passes the parsed picture and all its text to `check`.
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
