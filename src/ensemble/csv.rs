//! Results as tidy CSV, one row per month, measure and statistic, and a dictionary of its columns.
//!
//! Comma, decimal point and line feed, regardless of the reader's language: RFC 4180, except that lines
//! end without a carriage return, which no reader needs.

use super::{Ensemble, Statistics};
use crate::language::{phrase, to_phrase};
use crate::model::Measure;
use std::fmt::Write;

/// The columns: name, unit, meaning.
const COLUMNS: [(&str, &str, &str); 5] = [
    ("run", "", to_phrase("The name of a pinned run; only in the file of all pinned runs.")),
    ("month", "months", to_phrase("Months since the start, from 0.")),
    ("measure", "", to_phrase("What is told: a measure of this list.")),
    ("statistic", "", to_phrase("What is told of it over all futures: a statistic of this list.")),
    ("value", "that of the measure", to_phrase("The number, in full precision.")),
];

/// The header of a file with several runs; their rows come from [`run_to_csv`].
pub const HEADER_OF_RUNS: &str = "run,month,measure,statistic,value\n";

/// The whole ensemble as CSV with the header `month,measure,statistic,value`, numbers in full precision
/// (they parse back to the same bits). Only the header if there are no runs.
pub fn to_csv(ensemble: &Ensemble) -> String {
    let mut csv = String::from("month,measure,statistic,value\n");
    push_rows(&mut csv, "", ensemble);
    csv
}

/// The same rows without a header, each prefixed with the name of the run.
pub fn run_to_csv(name: &str, ensemble: &Ensemble) -> String {
    let mut csv = String::new();
    push_rows(&mut csv, &format!("{},", quoted(name)), ensemble);
    csv
}

fn push_rows(csv: &mut String, run: &str, ensemble: &Ensemble) {
    for month in 0..=ensemble.months() {
        for &measure in Measure::ALL {
            let Some(statistics) = ensemble.statistics(measure, month) else { continue };
            for (statistic, value) in statistics.named() {
                // Writing to a String cannot fail.
                let _ = writeln!(csv, "{run}{month},{},{statistic},{value}", measure.key());
            }
        }
    }
}

/// The meaning of every column, measure and statistic of these files, as CSV with the header
/// `kind,name,unit,meaning`. The meanings are for people, in the current language; everything else is
/// written as in the other files.
pub fn dictionary() -> String {
    let columns = COLUMNS.map(|(name, unit, meaning)| ["column", name, unit, meaning]);
    let measures = Measure::ALL.iter().map(|m| ["measure", m.key(), m.unit(), m.meaning()]);
    let statistics = Statistics::MEANINGS.map(|(name, meaning)| ["statistic", name, "", meaning]);
    let mut csv = String::from("kind,name,unit,meaning\n");
    for [kind, name, unit, meaning] in columns.into_iter().chain(measures).chain(statistics) {
        csv += &[kind, name, unit, phrase(meaning)].map(quoted).join(",");
        csv.push('\n');
    }
    csv
}

/// A text as a CSV field: in quotes, so that no comma, semicolon or line break in it ends the field.
///
/// A spreadsheet recognizes a formula by its first character, so such a text gets an apostrophe in front
/// (OWASP, CSV Injection). Numbers are written separately and never come here.
fn quoted(text: &str) -> String {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let prefix = if is_formula { "'" } else { "" };
    format!("\"{prefix}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::simulate;
    use crate::scenario::Scenario;

    fn ensemble() -> Ensemble {
        let mut settings = Scenario::default().settings();
        settings.simulation.months = 3;
        let scenario = Scenario::new(settings).unwrap();
        let mut ensemble = Ensemble::new(3);
        (0..4).for_each(|replicate| ensemble.add(replicate, simulate(&scenario, replicate)));
        ensemble
    }

    fn read(csv: &str) -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let record = |record: Result<csv::StringRecord, _>| -> Vec<String> {
            record.expect("a row as long as the header").iter().map(str::to_owned).collect()
        };
        reader.records().map(record).collect()
    }

    #[test]
    fn rows_of_a_named_run_are_those_of_its_own_file_after_the_name() {
        let ensemble = ensemble();
        let alone = read(&to_csv(&ensemble));
        let named = read(&format!("{HEADER_OF_RUNS}{}", run_to_csv("Slow, \"steady\"", &ensemble)));
        assert_eq!(alone.len(), 4 * Measure::ALL.len() * Statistics::MEANINGS.len());
        assert_eq!(named.len(), alone.len());
        for (named, alone) in named.iter().zip(&alone) {
            assert_eq!(named[0], "Slow, \"steady\"");
            assert_eq!(named[1..], *alone);
        }
    }

    #[test]
    fn no_name_is_a_formula_to_a_spreadsheet() {
        for name in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"] {
            let file = format!("run,kind\n{},x\n", quoted(name));
            assert_eq!(read(&file), [[format!("'{name}"), "x".to_owned()]], "{name:?}");
        }
        // Spreadsheets in many countries use semicolons between fields, but not inside quotes.
        assert_eq!(quoted("a;=1+1"), "\"a;=1+1\"");
        assert_eq!(quoted("Run A"), "\"Run A\"");
    }

    #[test]
    fn numbers_stay_numbers_and_read_back_to_the_same_bits() {
        let ensemble = ensemble();
        let rows = read(&to_csv(&ensemble));
        assert!(rows.iter().any(|row| row[3].starts_with('-')), "an equity gap below nothing");
        for row in rows {
            let measure = Measure::ALL.iter().find(|measure| measure.key() == row[1]).unwrap();
            let statistics = ensemble.statistics(*measure, row[0].parse().unwrap()).unwrap();
            let (_, value) =
                statistics.named().into_iter().find(|(name, _)| *name == row[2]).unwrap();
            assert_eq!(row[3].parse::<f64>().unwrap().to_bits(), value.to_bits());
        }
    }

    #[test]
    fn the_dictionary_explains_every_name_in_the_results() {
        let rows = read(&dictionary());
        let names = |kind: &str| -> Vec<String> {
            rows.iter().filter(|row| row[0] == kind).map(|row| row[1].clone()).collect()
        };
        assert_eq!(names("column").join(","), HEADER_OF_RUNS.trim());
        assert_eq!(names("measure"), Measure::ALL.iter().map(|m| m.key()).collect::<Vec<_>>());
        let statistics = ensemble().statistics(Measure::Ever, 0).unwrap().named();
        assert_eq!(names("statistic"), statistics.map(|(name, _)| name));
        assert!(rows.iter().all(|row| row[3].ends_with('.')), "{rows:?}");
        let measures = rows.iter().filter(|row| row[0] == "measure");
        assert!(measures.into_iter().all(|row| !row[2].is_empty()), "{rows:?}");
    }
}
