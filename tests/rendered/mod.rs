//! Files of the page that are rendered in every language: `public/<name>` in English, and
//! `public/languages/<tag>.<name>` for each `public/languages/<tag>.json`.

use districtwide::language::{Language, set_language};
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

/// Renders a file in every language, and asserts that the stored files are the same; `make generate`
/// writes them.
pub fn in_every_language(name: &str, render: impl Fn() -> String + Sync) {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    assert_stored(&public.join(name), &render());
    for (tag, texts) in languages(&public.join("languages")) {
        let rendered = in_language(&tag, &texts, &render);
        assert_stored(&public.join("languages").join(format!("{tag}.{name}")), &rendered);
    }
}

/// The languages besides English: tag and texts.
fn languages(folder: &Path) -> Vec<(String, String)> {
    let files = fs::read_dir(folder).expect("a folder of languages");
    let paths = files.map(|file| file.expect("a file").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|kind| kind == "json"));
    let read = |path: PathBuf| {
        let tag = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (tag, fs::read_to_string(path).expect("a readable language"))
    };
    texts.map(read).collect()
}

/// The language is set per thread, so each language is rendered on its own thread.
fn in_language(tag: &str, texts: &str, render: &(impl Fn() -> String + Sync)) -> String {
    let rendered = thread::scope(|scope| {
        let renderer = scope.spawn(|| {
            set_language(Language::from_json(tag, texts).expect("the texts of a language"));
            render()
        });
        renderer.join()
    });
    rendered.expect("a renderer that does not panic")
}

fn assert_stored(path: &Path, found: &str) {
    let name = path.display();
    if env::var_os("WRITE_GENERATED").is_some() {
        fs::write(path, found).unwrap_or_else(|error| panic!("{name}: {error}"));
        return;
    }
    let stored = fs::read_to_string(path).unwrap_or_default();
    for (found, stored) in found.lines().zip(stored.lines()) {
        assert_eq!(found, stored, "{name} has other texts: run `make generate`");
    }
    assert!(found == stored, "{name} has more or fewer lines: run `make generate`");
}
