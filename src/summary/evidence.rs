//! How well the constants of the model are established, in a sentence.

use crate::phrase;
use crate::scenario::{Group, parameters};

/// How many constants of the model have which kind of evidence.
pub fn evidence() -> String {
    let constants =
        || parameters().filter(|p| p.group.is_of_the_model() && p.group != Group::Sensitivity);
    let of = |key| constants().filter(|p| p.evidence().key() == key).count();
    phrase!(
        "Of the {constants} constants of the model {measured} are measured, {borrowed} are borrowed from \
         other settings and {judgments} are judgments. The page says of each which it is, with its source.",
        constants = constants().count(),
        measured = of("measured"),
        borrowed = of("borrowed"),
        judgments = of("judgment"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constant_has_one_kind_of_evidence() {
        let numbers: Vec<usize> =
            evidence().split(' ').filter_map(|word| word.parse().ok()).collect();
        assert_eq!(numbers[0], numbers[1..].iter().sum::<usize>(), "{numbers:?}");
    }
}
