//! From a statement and a number to a claim that is tested and printed with the same bounds, and from
//! functions that make claims to tests.

use crate::finding::{Finding, Rendered};
use crate::units::Unit;
use districtwide::language::{integer, to_phrase};
use districtwide::phrase;
use districtwide::summary::Ground;

/// Generates from each function that returns findings a test whose name is a sentence, and `findings()`
/// with all findings together. The underlying futures are simulated once, by whichever of the test or the
/// page needs them first.
macro_rules! tests {
    ($($sentence:ident: $findings:ident,)+) => {
        mod once {
            $(
                pub fn $sentence() -> &'static [crate::finding::Finding] {
                    type Findings = Vec<crate::finding::Finding>;
                    static FINDINGS: std::sync::LazyLock<Findings> =
                        std::sync::LazyLock::new(super::$findings);
                    &FINDINGS
                }
            )+
        }

        /// The findings of this file.
        pub fn findings() -> Vec<crate::finding::Finding> {
            [$(once::$sentence()),+].concat()
        }

        $(
            #[test]
            fn $sentence() {
                crate::claims::assert_passed(once::$sentence());
            }
        )+
    };
}

/// Fails with every claim that did not pass.
pub fn assert_passed(findings: &[Finding]) {
    let failed = findings.iter().filter(|finding| !finding.passed);
    let failed: Vec<String> = failed.map(|finding| finding.claim().to_string()).collect();
    assert!(!findings.is_empty(), "a test without claims");
    assert!(
        failed.is_empty(),
        "{} of {} failed\n{}",
        failed.len(),
        findings.len(),
        failed.join("\n")
    );
}

/// A claim without its result.
pub struct Statement {
    ground: Ground,
    number: &'static str,
    statement: Rendered,
    source: Rendered,
}

impl Statement {
    fn new(
        ground: Ground,
        number: &'static str,
        statement: impl Into<Rendered>,
        source: &'static str,
    ) -> Self {
        Self { ground, number, statement: statement.into(), source: source.into() }
    }
}

/// A claim that must hold by construction; `source` is the formula or the definition.
pub fn identity(
    number: &'static str,
    statement: impl Into<Rendered>,
    source: &'static str,
) -> Statement {
    Statement::new(Ground::Identity, number, statement, source)
}

/// A claim that is compared with a published number; `source` is the number and its source.
pub fn fitted(
    number: &'static str,
    statement: impl Into<Rendered>,
    source: &'static str,
) -> Statement {
    Statement::new(Ground::Fitted, number, statement, source)
}

/// A claim that the model was built to satisfy.
pub fn assumed(number: &'static str, statement: impl Into<Rendered>) -> Statement {
    let source = to_phrase("Assumed: the model was built this way.");
    Statement::new(Ground::Assumed, number, statement, source)
}

/// The cases of a claim that holds for all of something.
#[derive(Clone, Copy)]
pub enum All {
    Months,
    Futures,
    Results,
    Numbers,
}

impl All {
    /// The text about how many of them break the claim.
    fn broken(self, broken: usize, all: usize) -> String {
        let [broken, all] = [broken, all].map(|count| integer(count as f64));
        match self {
            Self::Months => phrase!("{broken} of {all} months fail", broken, all),
            Self::Futures => phrase!("{broken} of {all} futures fail", broken, all),
            Self::Results => phrase!("{broken} of {all} results fail", broken, all),
            Self::Numbers => phrase!("{broken} of {all} numbers fail", broken, all),
        }
    }
}

impl Statement {
    /// Passes if the value is between the limits or equal to one of them.
    pub fn between(self, low: f64, high: f64, value: f64, unit: Unit) -> Finding {
        let bounds = Rendered::by(move || {
            phrase!("{low} to {high}", low = unit.limit_number(low), high = unit.limit(high))
        });
        self.judged(unit.rendered(value), bounds, low <= value && value <= high)
    }

    /// Passes if the value is at least this.
    pub fn at_least(self, limit: f64, value: f64, unit: Unit) -> Finding {
        let bounds = Rendered::by(move || phrase!("at least {limit}", limit = unit.limit(limit)));
        self.judged(unit.rendered(value), bounds, value >= limit)
    }

    /// Passes if the value is greater than this.
    pub fn over(self, limit: f64, value: f64, unit: Unit) -> Finding {
        let bounds = Rendered::by(move || phrase!("over {limit}", limit = unit.limit(limit)));
        self.judged(unit.rendered(value), bounds, value > limit)
    }

    /// Passes if the value is smaller than this.
    pub fn under(self, limit: f64, value: f64, unit: Unit) -> Finding {
        let bounds = Rendered::by(move || phrase!("under {limit}", limit = unit.limit(limit)));
        self.judged(unit.rendered(value), bounds, value < limit)
    }

    /// Passes if there are cases and the claim holds for all of them.
    pub fn for_all(self, cases: &[bool], of: All) -> Finding {
        let (broken, all) = (cases.iter().filter(|&&holds| !holds).count(), cases.len());
        let value = Rendered::by(move || of.broken(broken, all));
        self.judged(value, to_phrase("none may fail"), broken == 0 && all > 0)
    }

    /// The claim with its result.
    pub fn judged(
        self,
        value: impl Into<Rendered>,
        bounds: impl Into<Rendered>,
        passed: bool,
    ) -> Finding {
        let Self { ground, number, statement, source } = self;
        Finding {
            ground,
            number,
            statement,
            value: value.into(),
            bounds: bounds.into(),
            source,
            passed,
        }
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
    assert!(!identity("0", "", "").for_all(&[true, false], All::Futures).passed);
    assert!(!identity("0", "", "").for_all(&[], All::Futures).passed);
}

#[test]
#[should_panic(expected = "1 of 2 failed\ntest 9: Schools stop\n  came out: 35.0%")]
fn a_failed_claim_fails_its_test_and_is_printed() {
    assert_passed(&[
        fitted("9", "Schools start", "").over(0.3, 0.35, Unit::Share),
        fitted("9", "Schools stop", "").under(0.3, 0.35, Unit::Share),
    ]);
}
