//! Which files the parts are published in, and the script that loads them.
//!
//! The splitter makes a module for each part, and one for each set of parts that share something: with seven
//! parts there are dozens, most of them tiny. Here they become a file for each part, one that all share, and
//! a few for what only some share.

use crate::merge::merge;
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The parts that nearly every visit loads. An embed may load one of them alone.
const EAGER: [&str; 3] = ["details", "district", "outcomes"];
/// What is shared by parts and smaller than this is not worth a file of its own, bytes.
const SMALL: usize = 5000;
/// The file that every part needs.
const SHARED: &str = "shared";

/// Merges the splitter's modules in `folder` into files, and writes the script that loads them.
///
/// `modules` names the modules that each part needs, as the splitter gives it; `loader` is the script that the
/// splitter wrote, of which the beginning is kept.
pub fn merge_files(
    folder: &Path,
    modules: &BTreeMap<String, Vec<String>>,
    loader: &Path,
) -> Result<()> {
    let mut needed_by: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (part, modules) in modules {
        for module in modules {
            needed_by.entry(module).or_default().insert(part);
        }
    }
    let mut files: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    let mut needs: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (module, parts) in needed_by {
        let path = folder.join(module).with_extension("wasm");
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        fs::remove_file(&path)?;
        let file = file_of(&parts, bytes.len());
        for part in parts {
            needs.entry(part).or_default().insert(file.clone());
        }
        files.entry(file).or_default().push(bytes);
    }
    for (file, modules) in &files {
        fs::write(folder.join(file).with_extension("wasm"), merge(modules)?)?;
    }
    let script = fs::read_to_string(loader)?;
    let runtime = script.split("/* ").next().unwrap_or_default();
    let runtime = runtime.split("export const __wasm_split_load").next().unwrap_or_default();
    for function in ["function wrapAsyncCb(", "function makeLoad("] {
        ensure!(
            runtime.contains(function),
            "the splitter writes its loader without {function}...)"
        );
    }
    fs::write(loader, format!("{runtime}{}", loaders(files.keys(), &needs)))?;
    Ok(())
}

/// The file for what these parts share, or what only one needs.
fn file_of(parts: &BTreeSet<&str>, bytes: usize) -> String {
    let eager: Vec<&str> = EAGER.into_iter().filter(|part| parts.contains(part)).collect();
    match (&eager[..], parts.len()) {
        (_, 1) => parts.iter().copied().collect(),
        ([_, _, ..], _) => SHARED.to_owned(),
        _ if bytes < SMALL => SHARED.to_owned(),
        ([part], _) => (*part).to_owned(),
        _ => parts.iter().copied().collect::<Vec<_>>().join("-"),
    }
}

/// A loader for each file, and one for each part: its own file, and those with what it shares.
fn loaders<'a>(
    files: impl Iterator<Item = &'a String>,
    needs: &BTreeMap<&str, BTreeSet<String>>,
) -> String {
    let mut script = String::new();
    let numbers: BTreeMap<&String, usize> = files.zip(0..).collect();
    for (file, number) in &numbers {
        let _ = writeln!(
            script,
            "const file{number} = makeLoad(() => fetchPart(\"{file}.wasm\"), []);"
        );
    }
    for (part, files) in needs {
        let files: Vec<String> =
            files.iter().map(|file| format!("file{}", numbers[file])).collect();
        let _ = writeln!(
            script,
            "export const __wasm_split_load_{part} = wrapAsyncCb(makeLoad(() => async () => {{}}, [{}]));",
            files.join(", ")
        );
    }
    script
}
