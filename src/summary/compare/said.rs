//! What a link says came out when it was made, and what has become of it.

use super::{Digest, Yardstick};
use crate::language::{fill, phrase, to_phrase};
use crate::phrase;
use crate::scenario::RecordedMedians;
use crate::summary::one_decimal;

/// What a link says, in this order.
const TOLD: [Yardstick; 3] = [Yardstick::TimeToTarget, Yardstick::Ever, Yardstick::Active];

/// What a link made now says of this run.
pub fn said(digest: &Digest) -> Option<RecordedMedians> {
    let medians: Option<Vec<f64>> =
        TOLD.iter().map(|yardstick| Some(digest.quantiles(*yardstick)?.p50)).collect();
    medians?.try_into().ok().map(RecordedMedians)
}

/// What is different now from what a link says, in a sentence; none if all of it is the same.
pub fn said_otherwise(before: RecordedMedians, digest: &Digest) -> Option<String> {
    let (RecordedMedians(before), RecordedMedians(now)) = (before, said(digest)?);
    let each =
        TOLD.iter().zip(before.into_iter().zip(now)).filter(|(_, (before, now))| before != now);
    let told = each.map(|(yardstick, (before, now))| {
        let (english, told): (_, fn(f64) -> String) = match yardstick {
            Yardstick::TimeToTarget => {
                (to_phrase("half of the futures reached the target {before}, now {now}"), after)
            }
            Yardstick::Ever => (to_phrase("{before} schools ever started, now {now}"), one_decimal),
            _ => (to_phrase("{before} were active at the end, now {now}"), one_decimal),
        };
        fill(phrase(english), &[("before", &told(before)), ("now", &told(now))])
    });
    let told = told.reduce(|told, more| phrase!("{told}; {more}", told, more))?;
    Some(phrase!(
        "The model has changed since this link was made, or somebody has edited the link. What differs: \
         {differences}.",
        differences = told
    ))
}

/// "after 25 months"; "never".
fn after(month: f64) -> String {
    if month.is_finite() {
        phrase!("after {months} months", months = one_decimal(month))
    } else {
        phrase("never").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{DisplayState, Link, Preset};
    use crate::summary::compare::examples::digest_of;

    #[test]
    fn a_link_made_now_says_nothing_else_even_after_a_round_through_its_text() {
        let digest = digest_of(&Preset::Chicago.into(), 0..20);
        let link = Link { said: said(&digest), ..DisplayState::from(digest.scenario).into() };
        let read = Link::read(&link.to_text()).unwrap();
        assert_eq!(read, link);
        assert_eq!(said_otherwise(read.said.unwrap(), &digest), None);
    }

    #[test]
    fn what_has_changed_is_told_with_both_numbers_and_nothing_else() {
        let digest = digest_of(&Preset::Chicago.into(), 0..20);
        let RecordedMedians([_, ever, active]) = said(&digest).unwrap();
        let sentence =
            said_otherwise(RecordedMedians([f64::INFINITY, ever, active - 1.0]), &digest).unwrap();
        assert!(sentence.contains("reached the target never, now after"), "{sentence}");
        let both = format!(
            "{} were active at the end, now {}",
            one_decimal(active - 1.0),
            one_decimal(active)
        );
        assert!(sentence.contains(&both), "{sentence}");
        assert!(!sentence.contains("ever started"), "{sentence}");
    }
}
