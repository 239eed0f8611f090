//! The table of parameters in `MODEL.md` is generated from the table that the program uses. `make
//! generate` regenerates it.

use districtwide::scenario::{Parameter, Range, decision_ends::DECISIONS, parameters};
use std::fmt::Write;

const BEGIN: &str = "<!-- generated: parameters -->\n";
const END: &str = "<!-- end of generated -->\n";

fn table() -> String {
    let mut text = String::from(
        "| key | label | unit | default | range | evidence | help |\n|---|---|---|---|---|---|---|\n",
    );
    let mut group = None;
    for parameter in parameters() {
        if group != Some(parameter.group) {
            group = Some(parameter.group);
            writeln!(text, "| **{}** |||||||", parameter.group.title()).expect("a String");
        }
        writeln!(text, "{}", row(parameter)).expect("a String");
    }
    text
}

fn row(parameter: &Parameter) -> String {
    let range = match parameter.range {
        Range::Between(low, high) => format!("{low} to {high}"),
        Range::NoneOrBetween(low, high) => format!("0 for none, or {low} to {high}"),
        Range::OneOf(choices) => choices.iter().map(u64::to_string).collect::<Vec<_>>().join(", "),
        Range::YesNo { .. } => "yes, no".to_owned(),
    };
    let evidence = [parameter.evidence().badge(), parameter.evidence().source()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ");
    format!(
        "| `{}` | {} | {} | {} | {range} | {evidence} | {} |",
        parameter.key,
        parameter.label(),
        parameter.unit(),
        parameter.default_value(),
        parameter.help()
    )
}

#[test]
fn the_table_in_model_md_matches_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/MODEL.md");
    let stored = std::fs::read_to_string(path).expect("MODEL.md");
    let (before, rest) = stored.split_once(BEGIN).expect("the mark where the table begins");
    let (_, after) = rest.split_once(END).expect("the mark where the table ends");
    let found = format!("{before}{BEGIN}\n{}\n{END}{after}", table());
    if std::env::var_os("WRITE_GENERATED").is_some() {
        std::fs::write(path, &found).expect("a writable MODEL.md");
        return;
    }
    assert!(found == stored, "MODEL.md has another table than the program: run `make generate`");
}

#[test]
fn every_key_is_unique_and_every_row_is_complete() {
    let mut keys: Vec<&str> = parameters().map(|parameter| parameter.key).collect();
    keys.sort_unstable();
    let all = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), all, "a key occurs twice");
    for parameter in parameters() {
        assert!(!parameter.label().is_empty() && !parameter.help().is_empty(), "{}", parameter.key);
        assert!(!parameter.unit().is_empty() && parameter.step > 0.0, "{}", parameter.key);
        if let Range::Between(low, high) | Range::NoneOrBetween(low, high) = parameter.range {
            let (least, most) = parameter.domain;
            assert!(least <= low && low < high && high <= most, "{}", parameter.key);
        }
    }
}

#[test]
fn every_decision_has_two_ends_and_a_row() {
    let rows: Vec<&str> = DECISIONS.iter().map(|decision| decision.parameter().key).collect();
    let keys: Vec<&str> = parameters().take(7).map(|parameter| parameter.key).collect();
    assert_eq!(rows, keys);
    assert_eq!(DECISIONS.iter().filter(|decision| decision.large).count(), 3);
}
