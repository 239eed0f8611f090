//! The geometry of the district view: one mark per school, in groups by need.

use super::path::tenths;
use crate::model::{NeedGroup, School, Stage, sort_key};
use std::fmt::Write;

/// Maximum height for the marks, in pixels.
const MAX_HEIGHT: f64 = 190.0;
/// Smallest and greatest distance between neighboring marks, in pixels.
const PITCH_RANGE: [f64; 2] = [4.0, 16.0];
/// Space above each group for its name, in pixels.
const NAME_HEIGHT: f64 = 20.0;

/// The stages in the order in which the view draws and lists them: the order in which a school goes
/// through them.
pub const STAGES: [Stage; 6] =
    [Stage::None, Stage::Waiting, Stage::Introductory, Stage::Pilot, Stage::Whole, Stage::Stopped];

/// The position of every school. A school keeps its position over all months and decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct DistrictMap {
    /// Size of the drawing, in pixels.
    pub size: (f64, f64),
    /// Distance between neighboring marks, in pixels.
    pub pitch: f64,
    /// The baselines of the names of the groups that have schools, from the greatest need.
    pub names: Vec<f64>,
    /// For every school, the top left corner of its cell, in pixels.
    corners: Vec<(f64, f64)>,
    /// The schools in the order of the view.
    order: Vec<usize>,
}

impl DistrictMap {
    /// Lays out the schools in this width, row by row: the groups from the greatest need, and in each group
    /// the readiest first.
    pub fn new(schools: &[School], width: f64) -> Self {
        let width = width.max(PITCH_RANGE[1]);
        let group = |of: NeedGroup| {
            let group: Vec<usize> =
                (0..schools.len()).filter(|&school| schools[school].need_group == of).collect();
            let readiness: Vec<f64> =
                group.iter().map(|&school| schools[school].readiness).collect();
            let order = sort_key::descending(&readiness);
            order.into_iter().map(|place| group[place as usize]).collect::<Vec<usize>>()
        };
        let groups = NeedGroup::ALL.map(group);
        let pitch = pitch(groups.each_ref().map(Vec::len), width);
        let columns = columns(width, pitch);
        let mut corners = vec![(0.0, 0.0); schools.len()];
        let mut top = 0.0;
        let with_schools = groups.iter().filter(|group| !group.is_empty());
        let names = with_schools.map(|group| {
            let name = top + NAME_HEIGHT - 6.0;
            top += NAME_HEIGHT;
            for (place, &school) in group.iter().enumerate() {
                let (row, column) = (place / columns, place % columns);
                corners[school] = (column as f64 * pitch, top + row as f64 * pitch);
            }
            top += group.len().div_ceil(columns) as f64 * pitch;
            name
        });
        let names = names.collect();
        Self { size: (width, top), pitch, names, corners, order: groups.concat() }
    }

    /// The schools in the order of the view, for stepping through them.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The top left corner of a school's cell, in pixels.
    pub fn corner(&self, school: usize) -> Option<(f64, f64)> {
        self.corners.get(school).copied()
    }

    /// The school at a point; `None` outside all cells.
    pub fn school_at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let inside = |low: f64, at: f64| (low..low + self.pitch).contains(&at);
        self.corners.iter().position(|&(left, top)| inside(left, x) && inside(top, y))
    }

    /// The marks of all schools at these stages, one path for each of [`STAGES`]. The marks differ in
    /// shape, so that nobody has to distinguish them by color.
    pub fn marks(&self, stages: &[Stage]) -> [String; STAGES.len()] {
        let mut paths: [String; STAGES.len()] = Default::default();
        for (&stage, &corner) in stages.iter().zip(&self.corners) {
            if let Some(place) = STAGES.iter().position(|&of| of == stage) {
                mark(&mut paths[place], stage, corner, self.pitch);
            }
        }
        paths
    }
}

/// The greatest distance between marks at which all groups fit.
fn pitch(groups: [usize; NeedGroup::ALL.len()], width: f64) -> f64 {
    let height = |pitch: f64| {
        let columns = columns(width, pitch);
        groups.iter().map(|schools| schools.div_ceil(columns) as f64 * pitch).sum::<f64>()
    };
    let mut pitch = PITCH_RANGE[1];
    while pitch > PITCH_RANGE[0] && height(pitch) > MAX_HEIGHT {
        pitch -= 0.5;
    }
    pitch
}

fn columns(width: f64, pitch: f64) -> usize {
    (width / pitch).max(1.0) as usize
}

/// Adds the mark of a school to the path of its stage: a dot if it does not take part, a hollow square if
/// it is waiting, a square that grows with the stage, and a cross if it stopped.
fn mark(path: &mut String, stage: Stage, (left, top): (f64, f64), pitch: f64) {
    let full = pitch - (pitch / 6.0).max(1.0);
    let share = match stage {
        Stage::None => 0.25,
        Stage::Introductory => 0.55,
        Stage::Pilot => 0.78,
        Stage::Waiting => 0.6,
        Stage::Stopped => 0.62,
        Stage::Whole => 1.0,
    };
    let side = full * share;
    let inset = (pitch - side) / 2.0;
    let [x, y, side] = [left + inset, top + inset, side].map(tenths);
    // Writing to a String cannot fail.
    let _ = match stage {
        Stage::Stopped => write!(path, "M{x} {y}l{side} {side}m0 -{side}l-{side} {side}"),
        _ => write!(path, "M{x} {y}h{side}v{side}h-{side}z"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schools(count: usize) -> Vec<School> {
        (0..count)
            .map(|i| School {
                need: 0.5,
                need_group: if i % 2 == 0 { NeedGroup::High } else { NeedGroup::Low },
                readiness: (i * 7 % 10) as f64 / 10.0,
            })
            .collect()
    }

    #[test]
    fn every_school_has_its_own_cell_inside_the_drawing() {
        for (count, width) in
            [(2, 300.0), (80, 328.0), (516, 560.0), (5_000, 560.0), (5_000, 288.0)]
        {
            let map = DistrictMap::new(&schools(count), width);
            for school in 0..count {
                let (x, y) = map.corner(school).unwrap();
                let middle = (x + map.pitch / 2.0, y + map.pitch / 2.0);
                assert_eq!(map.school_at(middle), Some(school));
                assert!(x + map.pitch <= map.size.0 && y + map.pitch <= map.size.1 + 1e-9);
            }
        }
    }

    #[test]
    fn high_need_schools_are_above_the_others_and_the_readiest_come_first() {
        let schools = schools(40);
        let map = DistrictMap::new(&schools, 300.0);
        let order = map.order();
        assert!(order[..20].iter().all(|&school| schools[school].need_group == NeedGroup::High));
        assert!(order[..20].is_sorted_by(|&a, &b| schools[a].readiness >= schools[b].readiness));
        let top = |school: usize| map.corner(school).unwrap().1;
        assert!(top(order[19]) < map.names[1] && map.names[1] < top(order[20]));
    }

    #[test]
    fn only_groups_that_have_schools_have_a_name() {
        let mut schools = schools(3);
        assert_eq!(DistrictMap::new(&schools, 100.0).names.len(), 2);
        schools[0].need_group = NeedGroup::Median;
        assert_eq!(DistrictMap::new(&schools, 100.0).names.len(), 3);
        schools.iter_mut().for_each(|school| school.need_group = NeedGroup::Median);
        let map = DistrictMap::new(&schools, 100.0);
        assert_eq!((map.names.len(), map.order().len()), (1, 3));
    }

    #[test]
    fn five_thousand_schools_fit_under_the_chart() {
        assert!(DistrictMap::new(&schools(5_000), 560.0).size.1 < 260.0);
        assert!(DistrictMap::new(&schools(516), 560.0).pitch >= 10.0);
    }

    #[test]
    fn each_school_is_drawn_once_with_the_mark_of_its_stage() {
        let map = DistrictMap::new(&schools(12), 100.0);
        let stages: Vec<Stage> = (0..12).map(|i| STAGES[i % 6]).collect();
        let marks = map.marks(&stages);
        for (stage, path) in STAGES.iter().zip(&marks) {
            let crosses = if *stage == Stage::Stopped { 2 } else { 0 };
            assert_eq!(path.matches('l').count(), 2 * crosses, "{stage:?}");
            assert_eq!(path.matches('M').count(), 2);
        }
    }

    #[test]
    fn outside_all_cells_there_is_no_school() {
        let map = DistrictMap::new(&schools(3), 100.0);
        assert_eq!(map.school_at((5.0, 2.0)), None);
        assert_eq!(map.school_at((99.0, 99.0)), None);
        assert_eq!(map.corner(3), None);
    }
}
