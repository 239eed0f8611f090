//! The number of a school that is typed to read its story.

use crate::language::{current_language, integer, phrase, read_number};
use crate::phrase;

/// Reads the number of one of so many schools: people count from 1, the model from 0. Nothing typed is no school.
///
/// # Errors
/// A sentence that says what can be typed.
pub fn typed_school(typed: &str, schools: usize) -> Result<Option<usize>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    if schools == 0 {
        return Err(
            phrase("The schools are still being simulated; try again in a moment.").to_owned()
        );
    }
    let read = read_number(typed, current_language()).ok();
    let number = read
        .filter(|read| read.symbol.is_none() && !read.is_undecided)
        .and_then(|read| usize::try_from(read.number.whole()?).ok())
        .filter(|number| (1..=schools).contains(number));
    match number {
        Some(number) => Ok(Some(number - 1)),
        None => Err(phrase!(
            "There is no school with this number; it must be a whole number from 1 to {schools}.",
            schools = integer(schools as f64)
        )),
    }
}

/// The school after the chosen one, or with -1 before it, for the arrow keys; from none the first or the last.
pub fn next_school(chosen: Option<usize>, step: isize, schools: usize) -> Option<usize> {
    let last = schools.checked_sub(1)?;
    Some(match chosen {
        Some(school) => school.saturating_add_signed(step).min(last),
        None if step > 0 => 0,
        None => last,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, one_or_other, set_language};

    #[test]
    fn a_school_is_read_as_people_type_numbers() {
        for typed in ["214", " 214 ", "214.0", "２１４"] {
            assert_eq!(typed_school(typed, 516), Ok(Some(213)), "{typed}");
        }
        assert_eq!(typed_school(" ", 516), Ok(None));
        assert_eq!(typed_school("1,234", 5_000), Ok(Some(1_233)));
        set_language(Language::new("xx\u{0}1.234,5\u{0}".to_owned(), one_or_other));
        assert_eq!(typed_school("1.234", 5_000), Ok(Some(1_233)));
    }

    #[test]
    fn what_is_no_school_gets_a_sentence() {
        for typed in ["0", "517", "-1", "7.5", "1.234", "50 %", "all"] {
            let refused = typed_school(typed, 516).unwrap_err();
            assert!(
                refused.ends_with("it must be a whole number from 1 to 516."),
                "{typed}: {refused}"
            );
        }
        assert!(typed_school("1", 0).unwrap_err().contains("still being simulated"));
    }

    #[test]
    fn arrow_keys_go_from_school_to_school_and_stop_at_the_ends() {
        assert_eq!(next_school(None, 1, 80), Some(0));
        assert_eq!(next_school(None, -1, 80), Some(79));
        assert_eq!(next_school(Some(4), 1, 80), Some(5));
        assert_eq!(next_school(Some(0), -1, 80), Some(0));
        assert_eq!(next_school(Some(79), 1, 80), Some(79));
        assert_eq!(next_school(None, 1, 0), None);
    }
}
