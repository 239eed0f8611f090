//! Texts with placeholders in braces.

use std::fmt::{Display, Write};

/// The text with each `{name}` replaced by its value. A placeholder without a value stays as it is.
pub fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, placeholder)) = rest.split_once('{') {
        filled.push_str(before);
        let found = placeholder.split_once('}').and_then(|(name, after)| {
            let value = values.iter().find(|(of, _)| *of == name);
            value.map(|(_, value)| (value, after))
        });
        match found {
            Some((value, after)) => {
                // Writing to a String cannot fail.
                let _ = write!(filled, "{value}");
                rest = after;
            }
            None => {
                filled.push('{');
                rest = placeholder;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_any_order_and_at_every_occurrence() {
        let filled = fill("{b}, {a} and {b}", &[("a", &1), ("b", &"two")]);
        assert_eq!(filled, "two, 1 and two");
    }

    #[test]
    fn placeholders_without_a_value_and_lone_braces_stay() {
        assert_eq!(fill("{x} {", &[("a", &1)]), "{x} {");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill("{a}{b}", &[("a", &"{b}"), ("b", &"x")]), "{b}x");
    }
}
