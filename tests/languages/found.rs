//! The translatable texts of the program, extracted from the Rust sources, from `index.html`, and from
//! the tables of parameters and measures.

use districtwide::model::Measure;
use districtwide::scenario::{Range, parameters};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The kind of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// A plain text.
    Text,
    /// A text that depends on a count; the English text is the plural.
    Plural,
}

/// All texts, in alphabetical order.
pub fn phrases() -> BTreeMap<String, Phrase> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    for folder in ["src", "tests/trust"] {
        in_folder(&root.join(folder), &mut found);
    }
    in_page(&root.join("index.html"), &mut found);
    in_script(&root.join("public/embed.js"), &mut found);
    in_table(&mut found);
    let meanings = Measure::ALL.iter().map(|measure| measure.meaning().to_owned());
    found.extend(meanings.map(|text| (text, Phrase::Text)));
    found
}

fn in_folder(folder: &Path, found: &mut BTreeMap<String, Phrase>) {
    for file in fs::read_dir(folder).expect("a folder of sources") {
        let path = file.expect("a file").path();
        if path.is_dir() {
            in_folder(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let source = fs::read_to_string(&path).expect("a readable source");
            // Texts in the unit tests of a file are not displayed.
            let program = source.split("#[cfg(test)]").next().unwrap_or_default();
            in_tokens(program.parse().expect("Rust"), found);
        }
    }
}

/// Finds `phrase("…")`, `phrase!("…", …)`, `to_phrase("…")` and `plural!(…, "…", "…")`.
fn in_tokens(tokens: TokenStream, found: &mut BTreeMap<String, Phrase>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (i, token) in tokens.iter().enumerate() {
        if let TokenTree::Ident(name) = token {
            let after = tokens[i + 1..]
                .iter()
                .find(|token| !matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!'));
            if let Some(TokenTree::Group(group)) = after {
                in_call(&name.to_string(), group.stream(), found);
            }
        }
        if let TokenTree::Group(group) = token {
            in_tokens(group.stream(), found);
        }
    }
}

fn in_call(name: &str, arguments: TokenStream, found: &mut BTreeMap<String, Phrase>) {
    let (phrase, position) = match name {
        "phrase" | "to_phrase" => (Phrase::Text, 0),
        "plural" => (Phrase::Plural, 1),
        _ => return,
    };
    let texts: Vec<String> =
        arguments.into_iter().map(text).collect::<Vec<_>>().into_iter().flatten().collect();
    if let Some(english) = texts.into_iter().nth(position) {
        let before = found.insert(english.clone(), phrase);
        assert!(
            before.is_none_or(|before| before == phrase),
            "used with and without a count: {english}"
        );
    }
}

/// The text of a literal.
fn text(token: TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|text| text.value())
}

/// The texts that `index.html` displays before the program has loaded, in elements marked for
/// translation.
fn in_page(page: &Path, found: &mut BTreeMap<String, Phrase>) {
    let page = fs::read_to_string(page).expect("index.html");
    for marked in page.split(" data-phrase").skip(1) {
        let (_, rest) = marked.split_once('>').expect("a tag");
        let (text, _) = rest.split_once('<').expect("its end");
        let words: Vec<&str> = text.split_whitespace().collect();
        found.insert(words.join(" "), Phrase::Text);
    }
}

/// The texts of the embed script: `phrase("…")`, each text in one literal.
fn in_script(script: &Path, found: &mut BTreeMap<String, Phrase>) {
    let script = fs::read_to_string(script).expect("embed.js");
    for call in script.split("phrase(").skip(1) {
        let text = call.trim_start().strip_prefix('"').and_then(|text| text.split_once('"'));
        found.extend(text.map(|(text, _)| (text.to_owned(), Phrase::Text)));
    }
}

/// The texts of each parameter in the table.
fn in_table(found: &mut BTreeMap<String, Phrase>) {
    for parameter in parameters() {
        let mut texts = vec![
            parameter.label(),
            parameter.help(),
            parameter.unit(),
            parameter.evidence().source(),
        ];
        if let Range::YesNo { no, yes } = parameter.range {
            texts.extend([no, yes]);
        }
        let texts = texts.into_iter().filter(|text| !text.is_empty());
        found.extend(texts.map(|text| (text.to_owned(), Phrase::Text)));
    }
}
