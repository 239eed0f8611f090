//! Scenario files that a person opens: one is shown, several are pinned beside each other. Whatever is in
//! them, what was there stays.
//!
//! What is read of a file, and why one is refused, is in [`crate::scenario::open_file`] and beside it.

use super::pins::PinnedRuns;
use crate::language::isolated;
use crate::scenario::{Scenario, ScenarioFile, left_out_message};
use crate::summary::compare::Digest;
use crate::{phrase, plural};
use std::sync::Arc;

/// What a person reads after a single file has been opened; its scenario is to be shown instead of
/// `shown`.
pub fn opened_sentence(file: &ScenarioFile, shown: &Scenario) -> String {
    let name = isolated(&file.name);
    match file.scenario != *shown {
        true => phrase!(
            "The page shows \u{201c}{name}\u{201d}. The browser\u{2019}s back button returns to what \
             it showed before.",
            name
        ),
        false => phrase!("The page already shows \u{201c}{name}\u{201d}.", name),
    }
}

/// Several files that are opened one after the other, to be pinned as far as there is room.
#[derive(Debug, Clone, Default)]
pub struct SeveralFiles {
    problems: Vec<String>,
    pinned: u32,
    left_out: Vec<String>,
}

/// What a person reads after several files have been opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeveralOpened {
    /// How many are pinned; empty if none is.
    pub done: String,
    /// What is wrong with the others, a sentence each.
    pub problems: Vec<String>,
}

impl SeveralFiles {
    /// Whether the next file is worth reading; if there is no room for it, it is left out.
    pub fn has_room_for(&mut self, file_name: &str, pins: &PinnedRuns) -> bool {
        let has_room = pins.has_room();
        if !has_room {
            self.left_out.push(file_name.to_owned());
        }
        has_room
    }

    /// Pins the scenario of a file that has been read, or notes why it could not be. `shown`: what came out
    /// of the scenario that the page shows, which may be the same; otherwise the file's still has to be
    /// simulated. Returns whether it is pinned: then the runs are to be stored again.
    pub fn add(
        &mut self,
        file_name: &str,
        read: Result<ScenarioFile, String>,
        shown: Option<Arc<Digest>>,
        pins: &mut PinnedRuns,
    ) -> bool {
        let file = match read {
            Ok(file) => file,
            Err(problem) => {
                self.problems.push(problem);
                return false;
            }
        };
        let digest = shown.filter(|digest| digest.scenario == file.scenario);
        // Somebody may have pinned another run while the file was read.
        let is_pinned = pins.pin_file(&file, digest);
        if is_pinned {
            self.pinned += 1;
        } else {
            self.left_out.push(file_name.to_owned());
        }
        is_pinned
    }

    /// What a person reads.
    pub fn finish(self) -> SeveralOpened {
        let mut problems = self.problems;
        problems.extend(left_out_message(&self.left_out));
        let done = match self.pinned {
            0 => String::new(),
            pinned => plural!(
                pinned,
                "{count} scenario is pinned under \u{201c}Compare\u{201d}.",
                "{count} scenarios are pinned under \u{201c}Compare\u{201d}."
            ),
        };
        SeveralOpened { done, problems }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{MAX_PINNED_RUNS, Preset};
    use crate::summary::compare::test_ensembles::digest_of;

    fn file(name: &str) -> ScenarioFile {
        ScenarioFile { name: name.to_owned(), ..Scenario::from(Preset::Chicago).into() }
    }

    /// Opens files that are read without problems, as far as there is room.
    fn open(names: &[&str], pins: &mut PinnedRuns) -> SeveralOpened {
        let mut files = SeveralFiles::default();
        for name in names {
            if files.has_room_for(name, pins) {
                files.add(name, Ok(file(name)), None, pins);
            }
        }
        files.finish()
    }

    #[test]
    fn a_single_file_says_whether_it_shows_anything_new() {
        let other = opened_sentence(&file("Slow"), &Scenario::default());
        assert!(other.starts_with("The page shows “Slow”. The browser’s back button"), "{other}");
        let same = opened_sentence(&file("Slow"), &Preset::Chicago.into());
        assert_eq!(same, "The page already shows “Slow”.");
    }

    #[test]
    fn several_files_are_pinned_under_their_names() {
        let mut pins = PinnedRuns::default();
        let opened = open(&["A", "B"], &mut pins);
        assert_eq!(opened.done, "2 scenarios are pinned under “Compare”.");
        assert!(opened.problems.is_empty());
        assert_eq!(pins.runs()[1].kept.name, "B");
    }

    #[test]
    fn files_without_room_are_named_and_the_others_pinned() {
        let mut pins = PinnedRuns::default();
        pins.pin(Scenario::default(), None);
        let opened = open(&["1", "2", "3", "4.json", "5.json"], &mut pins);
        let SeveralOpened { done, problems } = opened;
        assert_eq!(done, "3 scenarios are pinned under “Compare”.");
        assert_eq!(problems.len(), 1);
        assert!(problems[0].ends_with("can be pinned: “4.json”, “5.json”."), "{problems:?}");
        assert_eq!(pins.runs().len(), MAX_PINNED_RUNS);
    }

    #[test]
    fn a_file_that_cannot_be_read_takes_no_other_with_it() {
        let mut pins = PinnedRuns::default();
        let mut files = SeveralFiles::default();
        assert!(!files.add("a", Err("“a”: damaged".to_owned()), None, &mut pins));
        assert!(files.add("b", Ok(file("b")), None, &mut pins));
        let opened = files.finish();
        assert_eq!(opened.problems, ["“a”: damaged"]);
        assert_eq!(opened.done, "1 scenario is pinned under “Compare”.");
        assert_eq!(pins.runs().len(), 1);
    }

    #[test]
    fn a_scenario_that_the_page_shows_is_not_simulated_again() {
        let mut pins = PinnedRuns::default();
        let mut files = SeveralFiles::default();
        let shown = Some(Arc::new(digest_of(&Preset::Chicago.into(), 0..1)));
        assert!(files.add("a", Ok(file("a")), shown.clone(), &mut pins));
        assert_eq!(pins.runs()[0].digest, shown);
        let other = ScenarioFile { scenario: Scenario::default(), ..file("b") };
        assert!(files.add("b", Ok(other), shown, &mut pins));
        assert_eq!(pins.missing_results(), [Scenario::default()]);
    }

    #[test]
    fn a_file_whose_room_was_taken_while_it_was_read_is_left_out() {
        let mut pins = PinnedRuns::default();
        let mut files = SeveralFiles::default();
        assert!(files.has_room_for("late.json", &pins));
        (0..MAX_PINNED_RUNS).for_each(|_| assert!(pins.pin(Scenario::default(), None)));
        assert!(!files.add("late.json", Ok(file("late")), None, &mut pins));
        let SeveralOpened { done, problems } = files.finish();
        assert_eq!(done, "");
        assert!(problems[0].contains("“late.json”"), "{problems:?}");
    }
}
