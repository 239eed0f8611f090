//! Where pinned runs come from when the page opens: from its link, or else from what the browser keeps.
//! A link takes nothing away: the runs that stood there before are set aside.

use crate::companion::storage::{forget, keep, kept};
use crate::scenario::{KeptRun, KeptRuns, Link, tidy_name};

/// Where the browser keeps the pinned runs.
const KEY: &str = "districtwide.runs";
/// Where it keeps a text that could not be read, so that nothing is lost.
const UNREAD: &str = "districtwide.runs.unread";
/// Where it keeps the runs that stood there before a link brought its own.
const ASIDE: &str = "districtwide.runs.aside";

/// Runs, and a sentence if something is to be said of them.
pub type Loaded = (KeptRuns, String);

/// The runs of the link, or else those that the browser has kept.
pub fn load(link: Option<&Link>) -> Loaded {
    let Some(brought) = link.map(of_link).filter(|brought| !brought.runs.is_empty()) else {
        return load_kept();
    };
    let (before, notice) = load_kept();
    if before.runs.is_empty() || before == brought {
        save(&brought);
        return (brought, notice);
    }
    // What was set aside first is the person's own.
    let is_safe = kept(ASIDE).is_some() || keep(ASIDE, &before.to_text());
    if is_safe {
        save(&brought);
    }
    (
        brought,
        format!(
            "The link brought these runs; the ones that you had pinned are set aside. {notice}"
        ),
    )
}

fn of_link(link: &Link) -> KeptRuns {
    let run = |(colour, (name, scenario)): (usize, &(String, _))| KeptRun {
        name: tidy_name(name),
        colour,
        scenario: *scenario,
    };
    KeptRuns { runs: link.runs.iter().enumerate().map(run).collect(), baseline: link.baseline }
}

fn load_kept() -> Loaded {
    let Some(text) = kept(KEY) else { return Loaded::default() };
    match KeptRuns::from_text(&text) {
        Ok(runs) => (runs, String::new()),
        Err((runs, why)) => {
            let safe = keep(UNREAD, &text);
            let aside = if safe { " The browser keeps their text." } else { "" };
            (runs, format!("{why}{aside}"))
        }
    }
}

/// Lets the browser keep the runs; tells whether it does.
pub fn save(runs: &KeptRuns) -> bool {
    keep(KEY, &runs.to_text())
}

/// Whether a link has set runs aside.
pub fn has_aside() -> bool {
    kept(ASIDE).is_some()
}

/// The runs that were set aside, in the place of those of the link.
pub fn bring_back() -> Loaded {
    if let Some(text) = kept(ASIDE)
        && keep(KEY, &text)
    {
        forget(ASIDE);
    }
    load_kept()
}
