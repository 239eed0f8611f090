//! A decimal number as it was typed, with all its digits: nothing is rounded before it is known what is asked for.

use lexical_parse_float::FromLexical;

/// Digits, and the power of ten that they are multiplied by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    is_negative: bool,
    /// ASCII digits, at least one.
    digits: String,
    exponent: i32,
}

impl Decimal {
    /// A number from digits, of which the last ones are behind the decimal mark.
    pub(super) fn new(digits: String, decimals: usize) -> Self {
        Self { is_negative: false, digits, exponent: -(decimals as i32) }
    }

    /// With this sign.
    pub(super) fn signed(self, is_negative: bool) -> Self {
        Self { is_negative, ..self }
    }

    /// Multiplied by this power of ten, exactly.
    pub fn times_ten_to(self, power: i32) -> Self {
        Self { exponent: self.exponent.saturating_add(power), ..self }
    }

    /// The nearest number that the model can compute with; `None` if it is so large or so small that none is near.
    pub fn number(&self) -> Option<f64> {
        if self.is_zero() {
            return Some(0.0);
        }
        let sign = if self.is_negative { "-" } else { "" };
        let text = format!("{sign}{}e{}", self.digits, self.exponent);
        let number = f64::from_lexical(text.as_bytes()).ok();
        number.filter(|number| number.is_finite() && *number != 0.0)
    }

    /// The number if it is a whole one that is not negative; `None` otherwise, and if it is larger than any count.
    pub fn whole(&self) -> Option<u64> {
        let before_mark = i64::from(self.exponent) + self.digits.len() as i64;
        let mut whole: u64 = 0;
        for (place, digit) in (0..).zip(self.digits.bytes()) {
            if place < before_mark {
                whole = whole.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
            } else if digit != b'0' {
                return None;
            }
        }
        if whole == 0 {
            return Some(0);
        }
        for _ in self.digits.len() as i64..before_mark {
            whole = whole.checked_mul(10)?;
        }
        (!self.is_negative).then_some(whole)
    }

    fn is_zero(&self) -> bool {
        self.digits.bytes().all(|digit| digit == b'0')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(digits: &str, decimals: usize) -> Decimal {
        Decimal::new(digits.to_owned(), decimals)
    }

    #[test]
    fn a_power_of_ten_is_exact() {
        assert_eq!(decimal("7", 2).times_ten_to(6).number(), Some(70_000.0));
        assert_eq!(decimal("12", 0).times_ten_to(-2).number(), Some(0.12));
        assert_eq!(decimal("14000", 0).times_ten_to(-3).signed(true).number(), Some(-14.0));
    }

    #[test]
    fn a_whole_number_has_no_digits_behind_the_decimal_mark_but_zeros() {
        assert_eq!(decimal("7500", 2).whole(), Some(75));
        assert_eq!(decimal("75", 1).whole(), None);
        assert_eq!(decimal("75", 1).times_ten_to(3).whole(), Some(7_500));
        assert_eq!(decimal("007", 0).whole(), Some(7));
        assert_eq!(decimal("000", 2).signed(true).whole(), Some(0));
        assert_eq!(decimal("5", 0).signed(true).whole(), None);
        // Between two numbers that differ by 1 there is no other one for the model.
        assert_eq!(decimal("90071992547409905", 1).whole(), None);
        assert_eq!(decimal("9007199254740991", 0).whole(), Some(9_007_199_254_740_991));
    }

    #[test]
    fn what_is_too_large_or_too_small_for_the_model_is_no_number() {
        for power in [400, -400, i32::MAX, i32::MIN] {
            let extreme = decimal("15", 1).times_ten_to(power);
            assert_eq!((extreme.number(), extreme.whole()), (None, None), "{power}");
        }
        assert_eq!(decimal("0", 0).signed(true).number().map(f64::to_bits), Some(0));
    }
}
