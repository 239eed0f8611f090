//! Settings as a person reads them.

use super::percent;
use crate::scenario::decision_ends::DECISIONS;
use crate::scenario::{Parameter, Value};

/// The position of a slider in words: "0.4 towards Slow and steady", "30 % of full effort".
pub fn position_in_words(parameter: &Parameter, value: Value) -> String {
    match DECISIONS.iter().find(|decision| decision.key == parameter.key) {
        Some(ends) => ends.in_words(value.number()),
        None => format!("{} of full effort", percent(value.number())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parameter;

    #[test]
    fn a_slider_says_what_its_position_means() {
        let words = |key, number| position_in_words(parameter(key).unwrap(), Value::Number(number));
        assert_eq!(words("fast_slow", 0.4), "0.4 towards Slow and steady");
        assert_eq!(words("alignment", 0.3), "30\u{a0}% of full effort");
    }
}
