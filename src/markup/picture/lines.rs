//! Wrapping text into lines, which SVG does not do.

/// Width of a letter relative to the font size, in the widest of the common fonts (DejaVu Sans) on
/// average.
const LETTER_WIDTH: f64 = 0.57;

/// The approximate width of a text.
pub fn estimated_width(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * LETTER_WIDTH
}

/// Wraps a text into lines of at most this width. Words are kept whole if they fit into a line.
pub fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let max_letters = ((width / (size * LETTER_WIDTH)) as usize).max(1);
    let mut lines = vec![String::new()];
    let mut space_left = max_letters;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        for (part, letters) in letters.chunks(max_letters).enumerate() {
            let space = usize::from(part == 0 && space_left < max_letters);
            if letters.len() + space > space_left {
                lines.push(String::new());
                space_left = max_letters;
            } else if space == 1 {
                push(&mut lines, " ");
                space_left -= 1;
            }
            push(&mut lines, &letters.iter().collect::<String>());
            space_left -= letters.len();
        }
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        *line += text;
    }
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
}
