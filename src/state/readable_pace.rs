//! How often numbers change while futures come in.

/// Time for which a number stands still while futures come in, milliseconds.
const READABLE_MS: f64 = 150.0;

/// Lets numbers change at once when the futures are complete, before that at a pace that can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadablePace {
    changed_at_ms: f64,
}

impl Default for ReadablePace {
    fn default() -> Self {
        Self { changed_at_ms: f64::NEG_INFINITY }
    }
}

impl ReadablePace {
    /// Whether the numbers are to change now; they are taken to have changed then.
    pub fn is_due(&mut self, is_complete: bool, now_ms: f64) -> bool {
        let is_due = is_complete || now_ms - self.changed_at_ms >= READABLE_MS;
        if is_due {
            self.changed_at_ms = now_ms;
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_still_for_a_while_but_the_final_ones_come_at_once() {
        let mut pace = ReadablePace::default();
        let due = [0.0, 100.0, 149.0, 150.0, 299.0].map(|now_ms| pace.is_due(false, now_ms));
        assert_eq!(due, [true, false, false, true, false]);
        assert!(pace.is_due(true, 299.0));
        assert!(!pace.is_due(false, 448.0) && pace.is_due(false, 449.0));
    }
}
