//! What could turn a comparison around, claim by claim.

use crate::summary::compare::turning::Turning;
use maud::html;

/// Renders what becomes of each claim, and how it was counted. Names of runs are untrusted user input.
pub fn turning(turnings: &[Turning], how_counted: &str) -> String {
    html! {
        @for turning in turnings {
            h4 { (turning.claim) }
            dl {
                @for effects in &turning.moves {
                    dt { (effects.moved) }
                    @for sentence in &effects.turned { dd class="turned" { (sentence) } }
                    @if !effects.others.is_empty() { dd { (effects.others) } }
                }
            }
        }
        p class="note" { (how_counted) }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::compare::turning::Effects;

    #[test]
    fn what_turns_a_claim_comes_first_and_a_name_never_becomes_markup() {
        let effects = |turned: &[&str]| Effects {
            moved: "Moved in <b>Now</b> only".to_owned(),
            turned: turned.iter().map(|&sentence| sentence.to_owned()).collect(),
            others: "The other 9 ends leave it as it is.".to_owned(),
        };
        let moves = [effects(&["With a, A is first."]), effects(&[])];
        let html = turning(&[Turning { claim: "A & B".to_owned(), moves }], "At each end");
        assert!(html.starts_with("<h4>A &amp; B</h4>") && !html.contains("<b>"), "{html}");
        let [turned, others] = ["With a", "The other 9"].map(|text| html.find(text).unwrap());
        assert!(turned < others && html.matches("class=\"turned\"").count() == 1);
        assert!(html.ends_with("<p class=\"note\">At each end</p>"));
    }
}
