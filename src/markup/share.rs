//! The contents of the dialog for sharing a link.

use crate::language::phrase;
use crate::scenario::{Link, Scenario};
use crate::summary::describe_changes;
use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Width of the quiet zone around a QR code, in modules.
const QUIET_ZONE: i32 = 4;
/// Maximum number of settings of a run that are listed individually.
const MAX_SETTINGS: usize = 6;

/// The QR code of a text as SVG; `None` if the text is too long for one.
pub fn qr_code(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let mut dark = String::new();
    for (x, y) in modules.filter(|&(x, y)| code.get_module(x, y)) {
        dark += &format!("M{} {}h1v1h-1z", QUIET_ZONE + x, QUIET_ZONE + y);
    }
    let size = code.size() + 2 * QUIET_ZONE;
    let svg = html! {
        svg class="qr" viewBox={ "0 0 " (size) " " (size) } role="img"
            aria-label=(phrase("QR code of the link")) {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(dark) fill="#000" {}
        }
    };
    Some(svg.into_string())
}

/// Lists the contents of a link.
pub fn link_contents(link: &Link) -> String {
    html! {
        li { (scenario(&link.shown.scenario)) }
        @for (name, run) in &link.runs {
            li { (phrase("To compare:")) " " strong { (name) } ": " (scenario(run)) }
        }
        li { (phrase("The view of the chart")) }
        @if link.said.is_some() {
            li { (phrase("Results, so that a later version of the model can say what differs")) }
        }
        li { (phrase("Nothing else: no account, nothing about this device")) }
    }
    .into_string()
}

fn scenario(scenario: &Scenario) -> Markup {
    let lines = describe_changes(scenario, MAX_SETTINGS);
    // The first line introduces the others.
    let (first, settings) = lines.split_at(1);
    html! { (first.concat()) " " (settings.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::DisplayState;

    #[test]
    fn the_contents_of_a_link_include_its_runs_and_names_stay_text() {
        let slow = Scenario::from_link("v2&preset=chicago&fast_slow=0.5").unwrap();
        let link = Link {
            runs: vec![("<b>Slow</b>".to_owned(), slow)],
            ..DisplayState::from(slow).into()
        };
        let words = link_contents(&link);
        assert!(words.contains("&lt;b&gt;Slow"), "{words}");
        assert!(
            words.contains(
                "Chicago: Fast and furious or slow and steady: 0.5 toward Slow and steady"
            ),
            "{words}"
        );
        assert!(!words.contains("How the chart"), "{words}");
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(qr_code("v2").is_some());
        assert_eq!(qr_code(&"x".repeat(3000)), None);
    }
}
