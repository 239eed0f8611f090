//! The claims and results of the model's tests: the page's section "How far to trust this".

use crate::language::{integer, phrase};
use crate::summary::{Claim, Ground, evidence};
use crate::{phrase, plural};
use maud::{Markup, PreEscaped, html};

/// Renders the contents of the section: a group of claims for each ground, without a heading for the
/// whole. Each row starts a new line, so that a changed result changes only one line of the file.
pub fn trust(claims: &[Claim]) -> String {
    html! {
        p { (evidence()) }
        p class="verdict" { (verdict(claims)) }
        @for ground in Ground::ALL {
            (PreEscaped("\n"))
            h3 { (ground.title()) }
            p { (ground.shows()) }
            div class="scroll" tabindex="0" role="region" aria-label=(ground.title()) {
                (table(claims.iter().filter(|claim| claim.ground == ground)))
            }
        }
        (PreEscaped("\n"))
    }
    .into_string()
}

/// How many of the claims passed.
fn verdict(claims: &[Claim]) -> String {
    let all = integer(claims.len() as f64);
    match claims.iter().filter(|claim| !claim.passed).count() {
        0 => phrase!("All {all} claims of the tests passed.", all),
        failed => plural!(
            failed,
            "1 of the {all} claims of the tests failed.",
            "{count} of the {all} claims of the tests failed.",
            all
        ),
    }
}

fn table<'a>(claims: impl Iterator<Item = &'a Claim>) -> Markup {
    html! {
        table class="claims" {
            thead {
                tr {
                    th scope="col" { (phrase("Test")) }
                    th scope="col" { (phrase("Claim")) }
                    th scope="col" { (phrase("Result")) }
                    th scope="col" { (phrase("Bounds")) }
                    th scope="col" { (phrase("Passed")) }
                    th scope="col" { (phrase("Source")) }
                }
            }
            tbody { @for claim in claims { (PreEscaped("\n")) (row(claim)) } }
        }
    }
}

fn row(claim: &Claim) -> Markup {
    html! {
        tr class=[(!claim.passed).then_some("failed")] {
            td { (claim.number) }
            th scope="row" { (claim.statement) }
            td { (claim.value) }
            td { (claim.bounds) }
            td { (claim.verdict()) }
            td { (claim.source) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(number: &'static str, ground: Ground, passed: bool) -> Claim {
        Claim {
            number,
            ground,
            statement: "Depth & trust <rise>".to_owned(),
            value: "1.2 points".to_owned(),
            bounds: "under 2 points".to_owned(),
            source: "a \"source\"".to_owned(),
            passed,
        }
    }

    #[test]
    fn a_text_never_becomes_markup() {
        let html = trust(&[claim("1", Ground::Identity, true)]);
        assert!(
            html.contains("Depth &amp; trust &lt;rise&gt;") && html.contains("&quot;source&quot;")
        );
    }

    #[test]
    fn a_failed_claim_is_reported_as_text_in_its_row_and_at_the_top() {
        let claims = [claim("8", Ground::Fitted, true), claim("9", Ground::Fitted, false)];
        let html = trust(&claims);
        assert!(html.contains("1 of the 2 claims of the tests failed."));
        let row = |number| {
            let cell = format!("<td>{number}</td>");
            html.lines().find(|line| line.contains(&cell)).expect("a row").to_owned()
        };
        assert!(row("8").contains("<tr><td>8") && row("8").contains("<td>yes</td>"));
        assert!(row("9").contains("class=\"failed\"") && row("9").contains("failed"));
    }

    #[test]
    fn each_ground_has_its_heading_and_its_own_claims_only() {
        let claims = [claim("1", Ground::Identity, true), claim("7c", Ground::Assumed, true)];
        let html = trust(&claims);
        assert!(html.contains("All 2 claims of the tests passed."));
        let parts: Vec<&str> = html.split("<h3>").skip(1).collect();
        assert_eq!(parts.len(), 3);
        for (part, (ground, rows)) in parts.iter().zip(Ground::ALL.into_iter().zip([1, 0, 1])) {
            assert!(part.starts_with(ground.title()) && part.contains(ground.shows()));
            assert_eq!(part.matches("<th scope=\"row\">").count(), rows, "{}", ground.title());
        }
    }
}
