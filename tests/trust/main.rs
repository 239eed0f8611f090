//! All 25 tests of the specification, section 12, in its three groups:
//!
//! - what must hold by construction: `identity`, `bookkeeping`;
//! - what is compared with published numbers, with the model fitted to some of them: `fitted`, `cohorts`;
//! - the directions that were assumed: `directions`, `spread`, `non_dominance`.
//!
//! A test is a function that returns findings: a sentence, the resulting number, its bounds and its
//! source. The `#[test]` named next to it fails with every claim that did not pass; the page's section
//! "How far to trust this" (`public/trust.html`, and `public/languages/<tag>.trust.html`) is rendered
//! from the same findings, in each language. `make generate` regenerates it.

#[macro_use]
mod claims;
mod bookkeeping;
mod cohorts;
mod directions;
mod finding;
mod fitted;
mod futures;
mod identity;
mod non_dominance;
mod outcomes;
#[path = "../rendered/mod.rs"]
mod rendered;
mod spread;
#[path = "../still/mod.rs"]
mod still;
mod units;

use districtwide::markup;
use districtwide::summary::Claim;
use finding::Finding;

/// The numbers of the tests, in the order of the specification.
const NUMBERS: [&str; 31] = [
    "1", "2", "3", "4", "5", "6", "7c", "7f", "7r", "7b", "7a", "7m", "7s", "8", "9", "10", "11",
    "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25",
];

fn place(number: &str) -> Option<usize> {
    NUMBERS.iter().position(|&known| known == number)
}

/// All findings of all tests, grouped, and within a group in the order of the specification.
fn all_findings() -> Vec<Finding> {
    let mut findings = [
        identity::findings(),
        bookkeeping::findings(),
        fitted::findings(),
        cohorts::findings(),
        directions::findings(),
        spread::findings(),
        non_dominance::findings(),
    ]
    .concat();
    findings.sort_by_key(|finding| (finding.ground, place(finding.number)));
    findings
}

/// The claims in the current language.
fn claims_of(findings: &[Finding]) -> Vec<Claim> {
    findings.iter().map(Finding::claim).collect()
}

#[test]
fn every_test_of_the_specification_and_no_other_makes_a_claim() {
    let claims = claims_of(&all_findings());
    for number in NUMBERS {
        assert!(claims.iter().any(|claim| claim.number == number), "test {number} claims nothing");
    }
    for claim in &claims {
        assert!(place(claim.number).is_some(), "no such test: {}", claim.number);
        assert!(!claim.statement.is_empty() && !claim.source.is_empty(), "{claim}");
    }
}

#[test]
fn the_published_files_have_these_claims() {
    let findings = all_findings();
    rendered::in_every_language("trust.html", || markup::trust(&claims_of(&findings)));
}
