//! Names in a script that is written from right to left, inside sentences that are not.

/// The name, isolated from the sentence around it if it has letters that are written from right to left: they
/// would turn their neighbors round.
pub fn isolated(name: &str) -> String {
    // Hebrew, Arabic and the scripts beside them, their presentation forms, and those beyond the basic plane.
    let is_right_to_left = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    match name.chars().any(is_right_to_left) {
        true => format!("\u{2068}{name}\u{2069}"),
        false => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_written_from_right_to_left_are_isolated() {
        assert_eq!(isolated("Slow & steady: año 2"), "Slow & steady: año 2");
        assert_eq!(isolated("תוכנית"), "\u{2068}תוכנית\u{2069}");
        assert_eq!(isolated("Plan خطة"), "\u{2068}Plan خطة\u{2069}");
    }
}
