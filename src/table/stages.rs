//! How far schools are, from the words of the table.

use super::field::words;
use super::numbers::ask_for_dash;
use super::question::{Dash, Question, UnderWay};
use super::reading::Reading;
use super::sheet::{Cell, Row};
use super::values::is_missing;
use crate::language::to_phrase;
use UnderWay::{Introductory, NotYet, Pilot, WholeSchool};
use std::collections::BTreeSet;

/// More different words are no stages, and nobody answers so many questions.
const MOST_WORDS: usize = 12;

impl UnderWay {
    /// What the page calls it, for [`crate::language::phrase`].
    pub fn label(self) -> &'static str {
        match self {
            NotYet => to_phrase("not yet under way"),
            Introductory => to_phrase("introductory"),
            Pilot => to_phrase("pilot"),
            WholeSchool => to_phrase("whole school"),
        }
    }

    /// Its word in files that the page writes.
    pub(super) fn key(self) -> &'static str {
        match self {
            NotYet => "not yet",
            Introductory => "introductory",
            Pilot => "pilot",
            WholeSchool => "whole school",
        }
    }
}

/// How far each school is; asks what unknown words mean.
pub(super) fn read(reading: &mut Reading, rows: &[&Row], column: usize) -> Vec<Option<UnderWay>> {
    let mut unknown = BTreeSet::new();
    let mut has_dash = false;
    let mut stage = |row: &&Row| {
        let text = match row.cell(column) {
            Cell::Empty | Cell::Error(_) => return None,
            cell => cell.shown(),
        };
        if text == "-" {
            has_dash = true;
            return (reading.answers.dash == Some(Dash::None)).then_some(NotYet);
        }
        let word = text.to_lowercase();
        match reading.answers.stages.get(&word) {
            Some(answer) => return *answer,
            None if is_missing(&text) => return None,
            None => {}
        }
        let known = known(&words(&text));
        if known.is_none() {
            unknown.insert(word);
        }
        known
    };
    let stages: Vec<Option<UnderWay>> = rows.iter().map(&mut stage).collect();
    if has_dash {
        ask_for_dash(reading, column);
    }
    if unknown.len() > MOST_WORDS {
        reading.notes.push(crate::phrase!(
            "Most of what is in {column} does not say how far a school is; it is not used.",
            column = reading.named(column)
        ));
    } else {
        reading.questions.extend(unknown.into_iter().map(|word| Question::Stage { word }));
    }
    stages
}

fn known(words: &str) -> Option<UnderWay> {
    const KNOWN: [(UnderWay, &str); 4] = [
        (
            NotYet,
            "not yet|no|none|not started|not participating|not under way|not underway|never|aun no|todavia no|\
             ninguna|ninguno|no iniciada|no iniciado|no ha empezado|sin empezar|no participa",
        ),
        (
            Introductory,
            "introductory|intro|introduction|introductory stage|inicial|etapa inicial|introductoria|introductorio|\
             introduccion",
        ),
        (Pilot, "pilot|pilots|piloting|pilot stage|pilot school|piloto|pilotos|piloto"),
        (
            WholeSchool,
            "whole school|wholeschool|whole|whole school stage|schoolwide|school wide|full school|toda escuela|\
             escuela completa|escuela entera",
        ),
    ];
    let of = KNOWN.iter().find(|(_, known)| known.split('|').any(|known| known == words));
    of.map(|(stage, _)| *stage)
}
