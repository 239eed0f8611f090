//! Where pinned runs come from when the page opens: from its link, or else from what the browser keeps.
//! A link takes nothing away: while its runs stand there, those that the browser keeps are not touched.

use crate::language::{phrase, to_phrase};
use crate::phrase;
use crate::scenario::{KeptRun, KeptRuns, Link, tidy_name};
use crate::ui::browser::storage;

/// Where the browser keeps the pinned runs.
const KEY: &str = "districtwide.runs";
/// Where it keeps a text that could not be read, so that nothing is lost.
const UNREAD: &str = "districtwide.runs.unread";
/// What a person reads when a link's runs stand in the place of their own.
const BROUGHT: &str =
    to_phrase("The link brought these runs. Your own are kept, and what you change here is not.");

/// The runs that stand there when the page opens.
pub struct Loaded {
    /// The runs.
    pub runs: KeptRuns,
    /// What is to be said of them; empty if nothing.
    pub notice: String,
    /// Whether they stand in the place of a person's own, which the browser keeps.
    pub in_place_of_own: bool,
}

/// The runs of the link, or else those that the browser has kept.
pub fn load(link: Option<&Link>) -> Loaded {
    let own = load_kept();
    let brought = link.map(of_link).unwrap_or_default();
    if brought.runs.is_empty() || brought == own.runs {
        return own;
    }
    if own.runs.runs.is_empty() {
        save(&brought);
        return Loaded { runs: brought, ..own };
    }
    Loaded { runs: brought, notice: phrase(BROUGHT).to_owned(), in_place_of_own: true }
}

fn of_link(link: &Link) -> KeptRuns {
    let run = |(colour, (name, scenario)): (usize, &(String, _))| KeptRun {
        name: tidy_name(name),
        colour,
        scenario: *scenario,
    };
    KeptRuns { runs: link.runs.iter().enumerate().map(run).collect(), baseline: link.baseline }
}

/// The runs that the browser has kept.
pub fn load_kept() -> Loaded {
    let (runs, notice) = match storage::load(KEY).map(|text| (KeptRuns::from_text(&text), text)) {
        None => (KeptRuns::default(), String::new()),
        Some((Ok(runs), _)) => (runs, String::new()),
        Some((Err((runs, why)), text)) => {
            let is_safe = storage::store(UNREAD, &text);
            let notice = match is_safe {
                true => phrase!("{why} The browser keeps their text.", why),
                false => why,
            };
            (runs, notice)
        }
    };
    Loaded { runs, notice, in_place_of_own: false }
}

/// Lets the browser keep the runs; tells whether it does.
pub fn save(runs: &KeptRuns) -> bool {
    storage::store(KEY, &runs.to_text())
}
