//! Text in lines: SVG breaks none by itself.

/// Width of a letter over the size of its type, in the widest of the usual fonts (DejaVu Sans) on average.
const LETTER: f64 = 0.57;

/// About how wide a text is.
pub fn width_of(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * LETTER
}

/// The text in lines of at most this width. Words stay whole where they fit into a line of their own.
pub fn lines(text: &str, size: f64, width: f64) -> Vec<String> {
    let most = ((width / (size * LETTER)) as usize).max(1);
    let mut lines = vec![String::new()];
    let mut room = most;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        for (part, letters) in letters.chunks(most).enumerate() {
            let space = usize::from(part == 0 && room < most);
            if letters.len() + space > room {
                lines.push(String::new());
                room = most;
            } else if space == 1 {
                push(&mut lines, " ");
                room -= 1;
            }
            push(&mut lines, &letters.iter().collect::<String>());
            room -= letters.len();
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
    fn words_stay_whole_where_they_fit() {
        let ten = |text| lines(text, 10.0, 58.0);
        assert_eq!(
            ten("a thinking tool, not a forecast"),
            ["a thinking", "tool, not", "a forecast"]
        );
        assert_eq!(ten("  one "), ["one"]);
        assert_eq!(ten(""), [""]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut_and_nothing_is_lost() {
        let link = "https://example.org/#v1&preset=chicago&fast_slow=0.4";
        let cut = lines(&format!("Link: {link}"), 10.0, 58.0);
        assert_eq!(cut[0], "Link:");
        assert_eq!(cut[1..].concat(), link);
        assert!(cut.iter().all(|line| line.chars().count() <= 10), "{cut:?}");
    }
}
