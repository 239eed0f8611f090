//! The bands of the adoption chart: their paths, the line of what was before, and the names where lines end.

use super::adoption::{End, Frame};
use super::axes::Axes;
use super::columns;
use super::path::{area, line, tenths};
use crate::ensemble::Quantiles;
use crate::phrase;
use crate::summary::{EVER_LAYERS, LAYERS, Summary, View, integer};

/// From a line's end up to the baseline of the name above it, pixels.
const ABOVE: f64 = 7.0;
/// From a line's end down to the baseline of the name below it, pixels.
const BELOW: f64 = 17.0;
/// From the line of the goal up to the baseline of its name, pixels.
pub const GOAL_ABOVE: f64 = 5.0;
/// Height of a line of text, pixels.
const LINE: f64 = 15.0;

/// The paths of the schools that ever started, then of those still active: outer band, inner band, median.
pub(super) fn band_paths(summary: &Summary, view: View, axes: &Axes) -> [String; 6] {
    let bands = &summary.bands;
    let both = view == View::Bands && !summary.scenario.sensitivity.uncertain_constants;
    let luck = [&*bands.ever, &bands.active];
    let [[a, b, c], [d, e, f]] = [0, 1].map(|i| match (both, &bands.wide) {
        (true, Some(_)) => one_band((bands.drawn(view)[i], luck[i]), axes),
        (true, None) => one_band((&[], luck[i]), axes),
        (false, _) => one_band((luck[i], &[]), axes),
    });
    [a, b, c, d, e, f]
}

/// The outer band holds 80% of the futures of the first, and its median is drawn. The inner one holds 80% of those
/// of the second or, without one, half of the first; without a first, the second has the median.
fn one_band((outer, inner): (&[Quantiles], &[Quantiles]), axes: &Axes) -> [String; 3] {
    let points = |band: &[Quantiles], of: fn(&Quantiles) -> f64| axes.points(band.iter().map(of));
    let wide = |band| area(points(band, |q| q.p90), &points(band, |q| q.p10));
    [
        wide(outer),
        match inner.is_empty() {
            true => area(points(outer, |q| q.p75), &points(outer, |q| q.p25)),
            false => wide(inner),
        },
        line(points(if outer.is_empty() { inner } else { outer }, |q| q.p50)),
    ]
}

/// The medians before a change that are like those that are drawn now: with unknowns or by luck. None where they
/// are not counted yet.
fn medians_before<'a>(
    before: &'a Summary,
    now: &Summary,
    view: View,
) -> Option<[&'a [Quantiles]; 2]> {
    let has_unknowns = view == View::Bands && now.bands.wide.is_some();
    let view = if has_unknowns { View::Bands } else { View::Luck };
    (!has_unknowns || before.bands.wide.is_some()).then(|| before.bands.drawn(view))
}

/// The path of the schools that had ever started before a change: of their median, or of their mean over stages.
pub(super) fn before_path(before: &Summary, now: &Summary, view: View, frame: &Frame) -> String {
    let axes = &frame.axes;
    let months = axes.months as usize + 1;
    if view == View::Stages {
        let ever = |layers: &[f64; LAYERS.len()]| layers[..EVER_LAYERS].iter().sum();
        return line(axes.points(before.stages.means.iter().take(months).map(ever)));
    }
    let Some([ever, _]) = medians_before(before, now, view) else { return String::new() };
    let ever = &ever[..months.min(ever.len())];
    match frame.is_small {
        true => columns::medians(ever, axes),
        false => line(axes.points(ever.iter().map(|quantiles| quantiles.p50))),
    }
}

/// The names of both lines with their last medians, and those before a change; none in the view of stages, whose
/// layers have names.
pub(super) fn ends(before: Option<&Summary>, now: &Summary, frame: &Frame) -> Vec<End> {
    let Frame { view, axes, .. } = frame;
    if *view == View::Stages {
        return Vec::new();
    }
    let last = |band: &[Quantiles]| band.last().copied();
    let [ever, active] = now.bands.drawn(*view).map(last);
    let (Some(ever), Some(active)) = (ever, active) else { return Vec::new() };
    let [ever_before, active_before] = before
        .and_then(|before| medians_before(before, now, *view))
        .map_or([None, None], |bands| bands.map(|band| Some(band.get(axes.months as usize)?.p50)));
    let texts = [
        phrase!("{schools} ever started", schools = with_before(ever.p50, ever_before)),
        phrase!("{schools} still active", schools = with_before(active.p50, active_before)),
    ];
    let [ever_y, active_y] = baselines(frame, ever, active);
    let [first, second] = texts;
    vec![End { y: tenths(ever_y), text: first }, End { y: tenths(active_y), text: second }]
}

/// "140", or "140 (was 104)" after a change that shows.
fn with_before(now: f64, before: Option<f64>) -> String {
    let now = integer(now);
    match before.map(integer) {
        Some(before) if before != now => phrase!("{now} (was {before})", now, before),
        _ => now,
    }
}

/// The first name stands above its line and the second below; over marks both stand above them.
fn baselines(frame: &Frame, ever: Quantiles, active: Quantiles) -> [f64; 2] {
    let (_, _, top, bottom) = frame.axes.plot;
    let y = |schools: f64| frame.axes.y.to_pixel(schools);
    let [first, second] = match frame.is_small {
        true => [y(ever.p90) - ABOVE - LINE, y(ever.p90) - ABOVE],
        false => [y(ever.p50) - ABOVE, y(active.p50) + BELOW],
    };
    // Never on the axis, on the goal's name, or on each other.
    let second = clear_of_goal(second.min(bottom - 4.0), frame);
    let first = clear_of_goal(first.min(second - LINE), frame);
    // Nor above the plot.
    let down = (top + LINE - first).max(0.0);
    [first + down, second + down]
}

/// The nearest baseline upward that is not that of the goal's name.
fn clear_of_goal(y: f64, frame: &Frame) -> f64 {
    match frame.goal.map(|goal| goal - GOAL_ABOVE).filter(|goal| (goal - y).abs() < LINE) {
        Some(goal) => goal - LINE,
        None => y,
    }
}

#[cfg(test)]
mod tests {
    use super::super::adoption::{AdoptionChart, Kept};
    use crate::scenario::{Preset, Scenario};
    use crate::summary::compare::test_ensembles::{ensemble_of, with};
    use crate::summary::{Summary, View, integer};

    const SIZE: (f64, f64) = (600.0, 360.0);

    fn summary(scenario: &Scenario) -> Summary {
        Summary::of(scenario, &ensemble_of(scenario, 0..20)).unwrap()
    }

    fn chicago_and_faster() -> [Summary; 2] {
        let chicago = Scenario::from(Preset::Chicago);
        [chicago, with(&chicago, |settings| settings.decisions.fast_slow = -1.0)]
            .map(|s| summary(&s))
    }

    #[test]
    fn each_line_ends_with_its_name_and_its_last_median() {
        let [chicago, _] = chicago_and_faster();
        let ends = AdoptionChart::new(&chicago, View::Bands, SIZE).ends;
        let (ever, active) = chicago.in_the_end();
        assert_eq!(ends[0].text, format!("{} ever started", integer(ever)));
        assert_eq!(ends[1].text, format!("{} still active", integer(active)));
        let y = |i: usize| ends[i].y.parse::<f64>().unwrap();
        assert!(y(1) - y(0) >= 15.0);
    }

    #[test]
    fn after_a_change_the_line_before_stays_and_the_ends_say_what_it_was() {
        let [chicago, faster] = chicago_and_faster();
        let kept = Kept { before: Some(&chicago), drawn: None };
        let chart = AdoptionChart::keeping(kept, &faster, View::Luck, SIZE);
        let alone = AdoptionChart::new(&chicago, View::Luck, SIZE);
        assert_eq!(chart.before.matches('L').count(), 96);
        let was = format!("(was {})", integer(chicago.in_the_end().0));
        assert!(chart.ends[0].text.contains(&was), "{}", chart.ends[0].text);
        assert_eq!(alone.before, "");
        let same = AdoptionChart::keeping(kept, &chicago, View::Luck, SIZE);
        assert_eq!(same.before, same.paths[2], "the same run is drawn over itself");
        assert!(!same.ends[0].text.contains("was"));
    }

    #[test]
    fn another_district_is_not_what_was_before() {
        let [chicago, _] = chicago_and_faster();
        let other = summary(&Preset::TypicalSurveyed.into());
        let kept = Kept { before: Some(&chicago), drawn: None };
        let chart = AdoptionChart::keeping(kept, &other, View::Luck, SIZE);
        assert_eq!(chart.before, "");
    }

    #[test]
    fn medians_by_luck_are_never_drawn_before_medians_with_unknowns() {
        let [chicago, mut faster] = chicago_and_faster();
        faster.bands.wide = Some(std::sync::Arc::new(crate::summary::WideBand {
            ever: faster.bands.ever.clone(),
            active: faster.bands.active.clone(),
            how_to_read: String::new(),
            read_out: crate::summary::WideBand::read_out,
        }));
        let kept = Kept { before: Some(&chicago), drawn: None };
        assert_eq!(AdoptionChart::keeping(kept, &faster, View::Bands, SIZE).before, "");
        assert_ne!(AdoptionChart::keeping(kept, &faster, View::Luck, SIZE).before, "");
    }

    #[test]
    fn an_axis_that_is_kept_only_grows() {
        let [chicago, faster] = chicago_and_faster();
        let tall = AdoptionChart::new(&faster, View::Luck, SIZE);
        let low = AdoptionChart::new(&chicago, View::Luck, SIZE);
        assert!(tall.frame.axes.max > low.frame.axes.max);
        let keeping = |drawn, summary| {
            AdoptionChart::keeping(
                Kept { before: None, drawn: Some(drawn) },
                summary,
                View::Luck,
                SIZE,
            )
        };
        assert_eq!(keeping(&tall, &chicago).frame.axes, tall.frame.axes);
        assert_eq!(keeping(&low, &faster).frame.axes, tall.frame.axes);
        let small = summary(&Preset::SmallWealthy.into());
        assert_eq!(keeping(&tall, &small), AdoptionChart::new(&small, View::Luck, SIZE));
    }
}
