//! Short names for what the main part and its script share.
//!
//! `wasm-bindgen` ends these names in hashes, which no compression makes smaller. Once both sides exist,
//! nobody else needs the names.

use std::collections::{BTreeMap, BTreeSet};
use walrus::{ExportItem, ImportKind, Module};

/// Renames the functions that the module imports from its script and exports to it, and returns the script
/// with the new names. Memory, table and globals keep theirs: the other parts import them by name.
pub fn shorten(script: &str, module: &mut Module) -> String {
    let mut names = (0..).map(short_name);
    let mut imports = BTreeMap::new();
    let imported = module.imports.iter_mut().filter(|import| {
        matches!(import.kind, ImportKind::Function(_)) && import.module.ends_with("_bg.js")
    });
    for import in imported {
        let name = imports
            .entry(import.name.clone())
            .or_insert_with(|| names.next().expect("names never end"));
        import.name.clone_from(name);
    }
    let in_script: BTreeSet<&str> = words(script).collect();
    let mut exports = BTreeMap::new();
    let exported =
        module.exports.iter_mut().filter(|export| matches!(export.item, ExportItem::Function(_)));
    for export in exported {
        // What the script does not call is for somebody else.
        if in_script.contains(&*called(&export.name)) {
            let name = names.next().expect("names never end");
            exports.insert(called(&export.name), called(&name));
            export.name = name;
        }
    }
    words(script)
        .map(|word| imports.get(word).or(exports.get(word)).map_or(word, String::as_str))
        .collect()
}

/// How the script calls an export.
fn called(export: &str) -> String {
    format!("wasm.{export}")
}

/// The script in pieces: names, with the objects before them (`wasm.memory`), and what lies between.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let is_name = |character: char| character.is_alphanumeric() || "_$.".contains(character);
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|character| is_name(character) != is_name(first)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// a, b … z, aa, ab …
fn short_name(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (number % 26) as u8);
        number /= 26;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}
