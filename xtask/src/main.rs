//! The step of the build that Cargo does not do: splits the linked module of the page into its parts, and
//! binds the first of them, the main part, to JavaScript (`wasm-bindgen`).
//!
//! ```text
//! linked module ──▶ split ──▶ main part ──▶ bind ──▶ page.js, page_bg.wasm
//!                      └────▶ the other parts ──▶ merge ──▶ a file each, and split.js, which loads them
//! ```
//!
//! The module must be linked with `--emit-relocs`: the splitter learns from relocations which function and
//! which constant belongs to which part.

mod files;
mod merge;
mod shorten;

use anyhow::{Context, Result, anyhow};
use shorten::shorten;
use std::env::args_os;
use std::fs;
use std::path::{Path, PathBuf};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

/// The name of what is bound: `page.js` and `page_bg.wasm`.
const NAME: &str = "page";
/// The script that loads parts.
const LOADER: &str = "split.js";

fn main() -> Result<()> {
    let paths: Vec<PathBuf> = args_os().skip(1).map(PathBuf::from).collect();
    let [linked, folder] = &paths[..] else {
        return Err(anyhow!("usage: xtask LINKED_MODULE FOLDER"));
    };
    let main_part = folder.join("main.wasm");
    split(linked, folder, &main_part)?;
    bind(&main_part, folder)?;
    fs::remove_file(&main_part)?;
    Ok(())
}

fn split(linked: &Path, folder: &Path, main_part: &Path) -> Result<()> {
    let module = fs::read(linked).with_context(|| format!("reading {}", linked.display()))?;
    let link_name = format!("./{LOADER}");
    let main_module = format!("./{NAME}.js");
    let mut options = wasm_split_cli_support::Options::new(&module);
    options.output_dir = folder;
    options.main_out_path = main_part;
    options.link_name = &link_name;
    options.main_module = &main_module;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("splitting: {error:?}"))?;
    files::merge_files(folder, &parts.prefetch_map.into_iter().collect(), &folder.join(LOADER))
}

fn bind(main_part: &Path, folder: &Path) -> Result<()> {
    let mut output = Bindgen::new()
        .input_path(main_part)
        .out_name(NAME)
        // The other parts use the main part's memory and table.
        .keep_lld_exports(true)
        .web(true)?
        .typescript(false)
        // Who starts the page knows where its module is: the file has another name when it is published.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("binding to JavaScript")?;
    drop_streams(output.wasm_mut());
    let script = shorten(&without_streams(output.js()), output.wasm_mut());
    output.emit(folder)?;
    fs::write(folder.join(format!("{NAME}.js")), script)?;
    Ok(())
}

/// Drops the classes through which server functions stream: Leptos links them into every program, and the
/// page, which has no server, never makes one. JavaScript could call them, so nothing else drops their code.
fn drop_streams(module: &mut Module) {
    let is_stream = |name: &str| name.trim_start_matches("__wbg_").starts_with("intounderlying");
    let streams = module.exports.iter().filter(|export| is_stream(&export.name));
    for export in streams.map(|export| export.id()).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);
}

/// The same for the script: their classes, and what frees them.
fn without_streams(script: &str) -> String {
    let mut end = None;
    let mut kept = String::new();
    for line in script.lines() {
        if line.starts_with("export class IntoUnderlying") {
            end = Some("if (Symbol.dispose) IntoUnderlying");
        } else if line.starts_with("const IntoUnderlying") {
            end = Some(": new FinalizationRegistry");
        }
        match end {
            Some(last) if line.starts_with(last) => end = None,
            Some(_) => {}
            None => {
                kept.push_str(line);
                kept.push('\n');
            }
        }
    }
    kept
}
