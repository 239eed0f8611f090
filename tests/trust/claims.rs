//! From a statement and a number to a claim that is tested and printed with the same bounds, and from
//! functions that make claims to tests.

use crate::units::Unit;
use districtwide::summary::{Claim, Ground, integer};

/// Makes of each function that returns claims a test whose name is a sentence, and `claims()` of all of
/// them together. The futures behind them are simulated once, whoever asks first: the test or the page.
macro_rules! tests {
    ($($sentence:ident: $claims:ident,)+) => {
        mod once {
            $(
                pub fn $sentence() -> &'static [districtwide::summary::Claim] {
                    type Claims = Vec<districtwide::summary::Claim>;
                    static CLAIMS: std::sync::LazyLock<Claims> =
                        std::sync::LazyLock::new(super::$claims);
                    &CLAIMS
                }
            )+
        }

        /// What this file claims.
        pub fn claims() -> Vec<districtwide::summary::Claim> {
            [$(once::$sentence()),+].concat()
        }

        $(
            #[test]
            fn $sentence() {
                crate::claims::hold(once::$sentence());
            }
        )+
    };
}

/// Fails with every claim that did not pass.
pub fn hold(claims: &[Claim]) {
    let failed: Vec<String> =
        claims.iter().filter(|claim| !claim.passed).map(Claim::to_string).collect();
    assert!(!claims.is_empty(), "a test without claims");
    assert!(
        failed.is_empty(),
        "{} of {} failed\n{}",
        failed.len(),
        claims.len(),
        failed.join("\n")
    );
}

/// A claim whose number is still to come.
pub struct Statement {
    ground: Ground,
    number: &'static str,
    statement: String,
    source: &'static str,
}

/// What must hold by construction; `source` is the formula or the definition.
pub fn identity(number: &'static str, statement: &str, source: &'static str) -> Statement {
    Statement { ground: Ground::Identity, number, statement: statement.to_owned(), source }
}

/// What is compared with a published number; `source` is the number and who says it.
pub fn fitted(number: &'static str, statement: &str, source: &'static str) -> Statement {
    Statement { ground: Ground::Fitted, number, statement: statement.to_owned(), source }
}

/// What the model was built to do.
pub fn assumed(number: &'static str, statement: &str) -> Statement {
    let source = "Assumed: the model was built so.";
    Statement { ground: Ground::Assumed, number, statement: statement.to_owned(), source }
}

impl Statement {
    /// Passes if the value lies between the limits or on one of them.
    pub fn between(self, low: f64, high: f64, value: f64, unit: Unit) -> Claim {
        let bounds = format!("{} to {}", unit.limit_number(low), unit.limit(high));
        self.judged(unit.text(value), bounds, low <= value && value <= high)
    }

    /// Passes if the value is at least this.
    pub fn at_least(self, limit: f64, value: f64, unit: Unit) -> Claim {
        self.judged(unit.text(value), format!("at least {}", unit.limit(limit)), value >= limit)
    }

    /// Passes if the value is greater than this.
    pub fn over(self, limit: f64, value: f64, unit: Unit) -> Claim {
        self.judged(unit.text(value), format!("over {}", unit.limit(limit)), value > limit)
    }

    /// Passes if the value is smaller than this.
    pub fn under(self, limit: f64, value: f64, unit: Unit) -> Claim {
        self.judged(unit.text(value), format!("under {}", unit.limit(limit)), value < limit)
    }

    /// Passes if some were looked at and it holds for all of them.
    pub fn for_all(self, looked_at: &[bool], of_what: &str) -> Claim {
        let broken = looked_at.iter().filter(|&&holds| !holds).count();
        let value = format!("{broken} of {} {of_what} break it", integer(looked_at.len() as f64));
        self.judged(value, "none may".to_owned(), broken == 0 && !looked_at.is_empty())
    }

    /// The claim with its result.
    pub fn judged(self, value: String, bounds: String, passed: bool) -> Claim {
        let Self { ground, number, statement, source } = self;
        let source = source.to_owned();
        Claim { number, ground, statement, value, bounds, source, passed }
    }
}

#[test]
fn a_claim_passes_on_its_limit_and_fails_beyond_it_and_without_a_number() {
    let passed = |value: f64| {
        let statement = || fitted("0", "", "");
        [
            statement().between(0.1, 0.3, value, Unit::Share).passed,
            statement().at_least(0.1, value, Unit::Share).passed,
            statement().over(0.1, value, Unit::Share).passed,
            statement().under(0.3, value, Unit::Share).passed,
        ]
    };
    assert_eq!(passed(0.1), [true, true, false, true]);
    assert_eq!(passed(0.3), [true, true, true, false]);
    assert_eq!(passed(0.09), [false, false, false, true]);
    assert_eq!(passed(0.31), [false, true, true, false]);
    assert_eq!(passed(f64::NAN), [false; 4]);
    assert!(!identity("0", "", "").for_all(&[true, false], "runs").passed);
    assert!(!identity("0", "", "").for_all(&[], "runs").passed);
}

#[test]
#[should_panic(expected = "1 of 2 failed\ntest 9: Schools stop\n  came out: 35.0\u{a0}%")]
fn a_failed_claim_fails_its_test_and_is_printed() {
    hold(&[
        fitted("9", "Schools start", "").over(0.3, 0.35, Unit::Share),
        fitted("9", "Schools stop", "").under(0.3, 0.35, Unit::Share),
    ]);
}
