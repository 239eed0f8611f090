//! Wrapping text into lines, which SVG does not do.

/// The width of a letter relative to the font size, in the widest of the common fonts (DejaVu Sans): on
/// average, but for those that are much wider, of which a name may consist.
fn letter_width(letter: char) -> f64 {
    match letter {
        'M' | 'W' | '@' | '%' => 1.0,
        // Chinese, Japanese and Korean signs, and emoji.
        '\u{1100}'..'\u{1200}' | '\u{2e80}'.. => 1.05,
        letter if letter.is_uppercase() => 0.72,
        _ => 0.57,
    }
}

/// The approximate width of a text.
pub fn estimated_width(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * size
}

/// Wraps a text into lines of at most this width. Words are kept whole if they fit into a line.
pub fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let fits = |line: &str| estimated_width(line, size) <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let space = if line.is_empty() { "" } else { " " };
        let longer = format!("{line}{space}{word}");
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            if !line.is_empty() && !fits(&format!("{line}{letter}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_where_they_fit() {
        let ten = |text| wrap(text, 10.0, 58.0);
        assert_eq!(
            ten("a thinking tool, not a forecast"),
            ["a thinking", "tool, not", "a forecast"]
        );
        assert_eq!(ten("  one "), ["one"]);
        assert_eq!(ten(""), [""]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut_and_nothing_is_lost() {
        let link = "https://example.org/#v2&preset=chicago&fast_slow=0.4";
        let cut = wrap(&format!("Link: {link}"), 10.0, 58.0);
        assert_eq!(cut[0], "Link:");
        assert_eq!(cut[1..].concat(), link);
        assert!(cut.iter().all(|line| line.chars().count() <= 10), "{cut:?}");
    }

    #[test]
    fn a_name_of_wide_letters_stays_within_the_line() {
        let lines = |letter: &str| wrap(&letter.repeat(40), 12.0, 240.0).len();
        assert_eq!(["a", "A", "W", "\u{5b66}"].map(lines), [2, 2, 2, 3]);
        assert_eq!(estimated_width(&"W".repeat(40), 12.0), 480.0);
    }
}
