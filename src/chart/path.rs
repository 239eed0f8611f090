//! SVG paths through points. Coordinates are rounded to a tenth of a pixel.

/// A line through the points; empty without points.
pub fn line(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        let command = if path.is_empty() { 'M' } else { 'L' };
        path.push(command);
        push_tenths(&mut path, x);
        path.push(' ');
        push_tenths(&mut path, y);
    }
    path
}

/// A rectangle from its left upper corner, added to a path.
pub fn push_rectangle(path: &mut String, (x, y): (f64, f64), (width, height): (f64, f64)) {
    for (command, pixels) in
        ['M', ' ', 'h', 'v', 'h'].into_iter().zip([x, y, width, height, -width])
    {
        path.push(command);
        push_tenths(path, pixels);
    }
    path.push('z');
}

/// A number with one decimal.
pub fn tenths(pixels: f64) -> String {
    let mut text = String::new();
    push_tenths(&mut text, pixels);
    text
}

/// Writes a number with one decimal: many times faster than the standard formatting of floating-point
/// numbers, and a chart has two thousand of them.
fn push_tenths(path: &mut String, pixels: f64) {
    let tenths = (pixels * 10.0).round() as i32;
    if tenths < 0 {
        path.push('-');
    }
    let tenths = tenths.unsigned_abs();
    let mut digits = itoa::Buffer::new();
    path.push_str(digits.format(tenths / 10));
    path.push('.');
    path.push_str(digits.format(tenths % 10));
}

/// The closed area between an upper and a lower line over the same xs; empty without points.
pub fn area(upper: impl IntoIterator<Item = (f64, f64)>, lower: &[(f64, f64)]) -> String {
    let mut path = line(upper.into_iter().chain(lower.iter().rev().copied()));
    if !path.is_empty() {
        path.push('Z');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_moves_to_its_first_point_and_draws_to_the_others() {
        assert_eq!(line([(0.0, 1.0), (2.25, -3.04)]), "M0.0 1.0L2.3 -3.0");
        assert_eq!(line([(-0.04, 1234.56)]), "M0.0 1234.6");
        assert_eq!(line([]), "");
    }

    #[test]
    fn a_rectangle_closes() {
        let mut path = line([(0.0, 1.0)]);
        push_rectangle(&mut path, (1.0, 2.0), (4.0, 3.5));
        assert_eq!(path, "M0.0 1.0M1.0 2.0h4.0v3.5h-4.0z");
    }

    #[test]
    fn an_area_returns_along_its_lower_line_and_closes() {
        let path = area([(0.0, 0.0), (1.0, 0.0)], &[(0.0, 5.0), (1.0, 6.0)]);
        assert_eq!(path, "M0.0 0.0L1.0 0.0L1.0 6.0L0.0 5.0Z");
        assert_eq!(area([], &[]), "");
    }
}
