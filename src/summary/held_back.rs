//! Whether the cap on spending holds a future back, or coaching does.

use crate::language::{integer, phrase, to_phrase};
use crate::model::{Chronicle, HeldBack};
use crate::{phrase, plural};

/// What the cap on spending holds back in one future, counted as it is simulated: the months in which money ran out
/// before coaching, and the schools concerned. `None` without a cap.
pub fn held_back_by_cap(chronicle: &Chronicle) -> Option<String> {
    let HeldBack { months, starts, rises } = chronicle.held_back()?;
    if months == 0 {
        let nothing = to_phrase(
            "The spending cap changes nothing in this future: money never ran out before coaching.",
        );
        return Some(phrase(nothing).to_owned());
    }
    let mut sentences = vec![phrase!(
        "The spending cap holds this future back: in {months} of {all} months, money ran out before coaching.",
        months,
        all = integer(f64::from(chronicle.months())),
    )];
    if starts > 0 {
        sentences.push(plural!(
            starts,
            "At some point, {count} school could not start although there was coaching for it.",
            "At some point, {count} schools could not start although there was coaching for them."
        ));
    }
    if rises > 0 {
        sentences.push(plural!(
            rises,
            "At some point, {count} school could not move up although there was coaching for it.",
            "At some point, {count} schools could not move up although there was coaching for them."
        ));
    }
    Some(sentences.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chronicle;
    use crate::scenario::Scenario;
    use crate::summary::compare::test_ensembles::{use_spanish, with};

    /// The sentence about the first future of the default district with this cap.
    fn sentence(cap: f64) -> Option<String> {
        let scenario = with(&Scenario::default(), |s| s.district.spending_cap = cap);
        held_back_by_cap(&chronicle(&scenario, 0))
    }

    #[test]
    fn without_a_cap_there_is_nothing_to_say() {
        assert_eq!(sentence(0.0), None);
    }

    #[test]
    fn a_cap_out_of_reach_changes_nothing_and_a_low_one_holds_schools_back() {
        assert_eq!(
            sentence(1e6).unwrap(),
            "The spending cap changes nothing in this future: money never ran out before coaching."
        );
        assert_eq!(
            sentence(1_500.0).unwrap(),
            "The spending cap holds this future back: in 65 of 96 months, money ran out before coaching. At some \
             point, 26 schools could not start although there was coaching for them. At some point, 14 schools could \
             not move up although there was coaching for them."
        );
    }

    #[test]
    fn in_spanish_it_agrees_with_what_it_counts() {
        use_spanish();
        assert_eq!(
            sentence(1e6).unwrap(),
            "El límite de gasto no cambia nada en este futuro: el dinero nunca se acabó antes que la asesoría."
        );
        assert_eq!(
            sentence(1_500.0).unwrap(),
            "El límite de gasto frena este futuro: en 65 de 96 meses, el dinero se acabó antes que la asesoría. En \
             algún momento, 26 escuelas no pudieron empezar aunque había asesoría para ellas. En algún momento, 14 \
             escuelas no pudieron avanzar de etapa aunque había asesoría para ellas."
        );
    }
}
