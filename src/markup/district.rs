//! The district view as SVG: one mark per school.

use crate::chart::{DistrictMap, STAGES};
use crate::language::{phrase, to_phrase};
use crate::model::{NeedGroup, School, Stage};
use maud::{Markup, html};

/// Selects the paths of the marks, in the order of [`STAGES`].
pub const MARKS: &str = ".schools path";
/// Selects the names of the groups.
pub const NAMES: &str = ".group";

/// The class of a stage's marks, and its untranslated name.
pub fn stage_names(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::None => ("none", to_phrase("not taking part")),
        Stage::Waiting => ("waiting", to_phrase("waiting")),
        Stage::Introductory => ("introductory", to_phrase("introductory")),
        Stage::Pilot => ("pilot", to_phrase("pilot")),
        Stage::Whole => ("whole", to_phrase("whole school")),
        Stage::Stopped => ("stopped", to_phrase("stopped")),
    }
}

/// Renders the drawing with its marks and the names of its groups, as an image with this text
/// alternative.
pub fn district(map: &DistrictMap, stages: &[Stage], groups: &[String], text: &str) -> String {
    let (width, height) = map.size;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height)
            viewBox={ "0 0 " (width) " " (height) } role="img" aria-label=(text) {
            @for (name, y) in groups.iter().zip(&map.names) {
                text class="group" y=(y) { (name) }
            }
            g class="schools" {
                @for (stage, path) in STAGES.into_iter().zip(map.marks(stages)) {
                    path class=(stage_names(stage).0) d=(path) {}
                }
            }
            rect class="chosen-school" width=(map.pitch) height=(map.pitch) x="-99" y="-99" {}
        }
    }
    .into_string()
}

/// The legend of the marks: each as a drawing of one school, with the name of its stage.
pub fn key() -> String {
    html! {
        @for stage in STAGES {
            @let (top, mark) = sample_mark(stage);
            li {
                svg width=(SIDE) height=(SIDE) viewBox={ "0 " (top) " " (SIDE) " " (SIDE) } aria-hidden="true" {
                    (mark)
                }
                (phrase(stage_names(stage).1))
            }
        }
    }
    .into_string()
}

/// Width and height of the mark of [`sample_mark`], in pixels.
pub(super) const SIDE: f64 = 16.0;

/// The mark of one school at this stage, and the pixel at which it begins below the names of the groups.
pub(super) fn sample_mark(stage: Stage) -> (f64, Markup) {
    let school = School { need: 0.0, need_group: NeedGroup::Low, readiness: 0.0 };
    let map = DistrictMap::new(&[school], SIDE);
    let path = map.marks(&[stage]).concat();
    let mark = html! { g class="schools" { path class=(stage_names(stage).0) d=(path) {} } };
    (map.corner(0).unwrap_or_default().1, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_in_the_order_of_the_stages_below_the_names_of_the_groups() {
        let schools = [NeedGroup::High, NeedGroup::Low].map(|need_group| School {
            need: 0.5,
            need_group,
            readiness: 0.5,
        });
        let map = DistrictMap::new(&schools, 200.0);
        let groups = ["High need".to_owned(), "Others <b>".to_owned()];
        let svg = district(&map, &[Stage::Whole, Stage::Stopped], &groups, "Two \"schools\"");
        assert!(svg.contains("Others &lt;b&gt;") && svg.contains("Two &quot;schools&quot;"));
        let places = STAGES.map(|stage| svg.find(&format!("class=\"{}\"", stage_names(stage).0)));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{svg}");
    }

    #[test]
    fn the_key_shows_every_stage_with_its_mark() {
        let key = key();
        assert_eq!(key.matches("<li>").count(), STAGES.len());
        assert!(key.contains("whole school") && !key.contains("d=\"\""), "{key}");
    }
}
