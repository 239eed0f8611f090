//! All 25 tests of the specification, section 12, in its three groups:
//!
//! - what must hold by construction: `identity`, `bookkeeping`;
//! - what is compared with published numbers, to some of which the model was fitted: `fitted`,
//!   `cohorts`;
//! - the directions that were assumed: `directions`, `spread`, `non_dominance`.
//!
//! A test is a function that returns claims: a sentence, the number that came out, its bounds and its
//! source. The test named beside it fails with every claim that did not pass; the page's section "How
//! far to trust this" (`public/trust.html`) is made of the same claims. `make generate` writes it anew.

#[macro_use]
mod claims;
mod bookkeeping;
mod cohorts;
mod directions;
mod fitted;
mod futures;
mod identity;
mod non_dominance;
mod outcomes;
mod spread;
#[path = "../still/mod.rs"]
mod still;
mod units;

use districtwide::markup;
use districtwide::summary::Claim;

/// The tests of the specification, in its order.
const NUMBERS: [&str; 31] = [
    "1", "2", "3", "4", "5", "6", "7c", "7f", "7r", "7b", "7a", "7m", "7s", "8", "9", "10", "11",
    "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25",
];

fn place(number: &str) -> Option<usize> {
    NUMBERS.iter().position(|&known| known == number)
}

/// Every claim of every test, in the order of the specification within its group.
fn all_claims() -> Vec<Claim> {
    let mut claims = [
        identity::claims(),
        bookkeeping::claims(),
        fitted::claims(),
        cohorts::claims(),
        directions::claims(),
        spread::claims(),
        non_dominance::claims(),
    ]
    .concat();
    claims.sort_by_key(|claim| (claim.ground, place(claim.number)));
    claims
}

#[test]
fn every_test_of_the_specification_makes_a_claim_and_no_other_does() {
    let claims = all_claims();
    for number in NUMBERS {
        assert!(claims.iter().any(|claim| claim.number == number), "test {number} claims nothing");
    }
    for claim in &claims {
        assert!(place(claim.number).is_some(), "no such test: {}", claim.number);
        assert!(!claim.statement.is_empty() && !claim.source.is_empty(), "{claim}");
    }
}

#[test]
fn the_page_tells_what_was_tested() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/trust.html");
    let found = markup::trust(&all_claims());
    if std::env::var_os("WRITE_GENERATED").is_some() {
        std::fs::write(path, &found).expect("a writable public/trust.html");
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    for (found, kept) in found.lines().zip(kept.lines()) {
        assert_eq!(found, kept, "public/trust.html tells something else: run `make generate`");
    }
    assert!(found == kept, "public/trust.html has other rows: run `make generate`");
}
