//! Files of the page that are told in every language: `public/<name>` in English, and
//! `public/languages/<tag>.<name>` for each `public/languages/<tag>.json`.

use districtwide::language::{Language, set_language};
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

/// Tells it in every language, and holds that the files say the same; `make generate` writes them.
pub fn in_every_language(name: &str, tell: impl Fn() -> String + Sync) {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    same(&public.join(name), &tell());
    for (tag, texts) in languages(&public.join("languages")) {
        let told = in_language(&tag, &texts, &tell);
        same(&public.join("languages").join(format!("{tag}.{name}")), &told);
    }
}

/// The languages beside English: tag and texts.
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

/// A thread has its language, so each language is told on a thread of its own.
fn in_language(tag: &str, texts: &str, tell: &(impl Fn() -> String + Sync)) -> String {
    let told = thread::scope(|scope| {
        let speaker = scope.spawn(|| {
            set_language(Language::from_json(tag, texts).expect("the texts of a language"));
            tell()
        });
        speaker.join()
    });
    told.expect("a telling that ends")
}

fn same(path: &Path, found: &str) {
    let name = path.display();
    if env::var_os("WRITE_GENERATED").is_some() {
        fs::write(path, found).unwrap_or_else(|error| panic!("{name}: {error}"));
        return;
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    for (found, kept) in found.lines().zip(kept.lines()) {
        assert_eq!(found, kept, "{name} tells something else: run `make generate`");
    }
    assert!(found == kept, "{name} tells more or less: run `make generate`");
}
