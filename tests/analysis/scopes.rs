//! No claim without its scope: wherever a text says in how many of 100 futures something holds, the same sentence
//! says what becomes of it with the unknowns of the model drawn. Here are the search for such sentences, and all
//! texts of the program; `said` searches what the page makes of them.

use districtwide::language::{Language, phrase, set_language};
use std::fs;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Texts that count futures and compare nothing.
const NO_COMPARISON: [&str; 7] = [
    // The place of one future among all.
    "One future of {futures}: luckier than {others} of 100.",
    // What a quantile is.
    "The 10 % quantile: 10 of 100 futures lie below. Quantiles are those of type 7, the default of R and NumPy.",
    // Progress.
    "{done} of {all} futures so far",
    // How many there are.
    "means of {futures} futures",
    // What a test of the model looked at, and where it failed.
    "By definition; every month of 5 futures of the default district and of each preset.",
    "{broken} of {all} futures fail",
    // What the marks mean.
    "How sure: sturdy means that one side has more in at least 80 of 100 futures; leaning, at least twice as often as the other, and in at least 40; open, neither; turns around, sturdy by luck alone, and the other way round with unknowns.",
];

/// The claims with scopes; a translation of the first two states both.
const IF_NOT_KNOWN: &str = "{claim} in {first} of 100 futures if the model’s numbers are right ({second}: {rest}, no difference: {equal}), and in {with} ({second}: {rest_with}, no difference: {equal_with}) if they are not known: {verdict}.";
const WITH_UNKNOWNS: &str = "{claim} in {first} of 100 futures with unknowns drawn ({second}: {rest}, no difference: {equal}): {verdict}.";
const NOT_KNOWN: &str = "With “{question}” at {end}, {claim} in {first} of 100 futures if the model’s numbers are not known ({second}: {rest}, no difference: {equal}): {verdict}.";

/// How the current language says that unknowns are drawn: "if they are not known", "futures with unknowns drawn",
/// "futures if the model’s numbers are not known".
fn scopes() -> [String; 3] {
    let between = |text: &str, start: &str, end: &str| {
        let (_, rest) = text.split_once(start).expect("the start of a scope");
        rest.split_once(end).expect("its end").0.trim().to_owned()
    };
    [
        between(phrase(IF_NOT_KNOWN), "{equal_with})", ":"),
        between(phrase(WITH_UNKNOWNS), "100", "("),
        between(phrase(NOT_KNOWN), "100", "("),
    ]
}

/// Sets the language of this thread.
pub fn speak(tag: &str) {
    if tag != "en" {
        let file = fs::read_to_string(format!("{ROOT}/public/languages/{tag}.json"));
        set_language(Language::from_json(tag, &file.expect("a file")).expect("a language"));
    }
}

/// The sentences of a text or of markup: no sentence goes on behind a tag, and what stands in attributes counts.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['<', '>', '"', '\n'])
        .flat_map(|part| part.split_inclusive(". "))
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

/// Whether a sentence counts futures: "97 of 100", "97 de cada 100", "half of 500 simulated futures". A place for a
/// number counts as one.
pub fn counts_futures(sentence: &str) -> bool {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let core = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric() && !"{}".contains(c)).to_owned()
    };
    let is_number = |word: &str| {
        let core = core(word);
        core.starts_with('{') || core.chars().next().is_some_and(|c| c.is_ascii_digit())
    };
    let is_of = |word: &str| ["of", "de", "entre"].contains(&word);
    (1..words.len()).filter(|&i| is_number(words[i])).any(|i| {
        let before = words[..i].iter().rposition(|word| *word != "cada" && *word != "every");
        let Some(of) = before.filter(|&of| is_of(words[of])) else { return false };
        let of_futures = words[i + 1..].iter().take(2).any(|word| core(word).starts_with("futur"));
        let of_hundred = core(words[i]) == "100" && of > 0 && is_number(words[of - 1]);
        of_futures || of_hundred
    })
}

/// What follows in a sentence that begins with a filled template; `None` if it does not.
fn after_filled<'a>(template: &str, sentence: &'a str) -> Option<&'a str> {
    let mut pieces = template.split('{').enumerate().map(|(i, piece)| match i {
        0 => piece,
        _ => piece.split_once('}').map_or("", |(_, after)| after),
    });
    let mut rest = sentence.strip_prefix(pieces.next()?)?;
    for piece in pieces {
        (_, rest) = rest.split_once(piece)?;
    }
    Some(rest)
}

/// The sentences of a text in the current language that count futures without a scope.
pub fn unscoped(text: &str) -> Vec<String> {
    let scopes = scopes();
    let allowed: Vec<&str> =
        NO_COMPARISON.iter().flat_map(|text| sentences(phrase(text))).collect();
    sentences(text)
        .filter(|sentence| counts_futures(sentence))
        .filter(|sentence| scopes.iter().all(|scope| !sentence.contains(scope.as_str())))
        .filter(|sentence| {
            // In the description of a picture, a text without a full stop runs into the next one.
            let mut rests = allowed.iter().filter_map(|allowed| after_filled(allowed, sentence));
            rests.all(counts_futures)
        })
        .map(str::to_owned)
        .collect()
}

/// The values of a file of texts.
fn texts_of(file: &str) -> Vec<String> {
    let json = fs::read_to_string(format!("{ROOT}/{file}")).expect("a file of texts");
    let all: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&json).expect("texts");
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    all.values()
        .flat_map(|value| match value.as_object() {
            Some(by_count) => by_count.values().filter_map(text).collect::<Vec<_>>(),
            None => text(value).into_iter().collect(),
        })
        .collect()
}

#[test]
fn no_text_of_the_program_could_make_a_claim_without_its_scope() {
    for (tag, file) in [("en", "docs/phrases.json"), ("es", "public/languages/es.json")] {
        speak(tag);
        let texts = texts_of(file);
        for allowed in NO_COMPARISON.map(phrase) {
            assert!(texts.iter().any(|text| text == allowed), "no longer a text: {allowed}");
        }
        let unscoped: Vec<String> = texts.iter().flat_map(|text| unscoped(text)).collect();
        assert!(unscoped.is_empty(), "{file}: {unscoped:#?}");
    }
}

#[test]
fn no_page_and_no_document_makes_a_claim_without_its_scope() {
    for (tag, files) in [
        (
            "en",
            &[
                "index.html",
                "public/trust.html",
                "public/explained.html",
                "public/cases.html",
                "README.md",
                "MODEL.md",
                "docs/tasks.md",
            ][..],
        ),
        (
            "es",
            &[
                "public/languages/es.trust.html",
                "public/languages/es.explained.html",
                "public/languages/es.cases.html",
            ],
        ),
    ] {
        speak(tag);
        for file in files {
            let text = fs::read_to_string(format!("{ROOT}/{file}")).expect("a file");
            assert_eq!(unscoped(&text), [""; 0], "{file}");
        }
    }
}

#[test]
fn a_claim_without_its_scope_is_found() {
    let if_not_known = "futures if the model’s numbers are not known";
    assert_eq!(scopes(), ["if they are not known", "futures with unknowns drawn", if_not_known]);
    let bare = "Slow leaves more in 97 of 100 futures, fast in 2.";
    for text in
        [bare, "<p>In fewer than 1 of 100 futures.</p>", "Half of 500 simulated futures last."]
    {
        assert_eq!(unscoped(text).len(), 1, "{text}");
    }
    // A scope in another sentence is none.
    assert_eq!(unscoped(&format!("{bare} It leans that way if they are not known.")), [bare]);
    for text in [
        "Slow does in 97 of 100 futures if the numbers are right, and in 46 if they are not known.",
        "640 of 4,000 futures so far",
        "One future of 500: luckier than 43 of 100.",
        "80% of futures: 12 to 20",
        "more than 100 leaders of 60 systems",
    ] {
        assert_eq!(unscoped(text), [""; 0], "{text}");
    }
    speak("es");
    assert!(scopes().iter().all(|scope| scope.split(' ').count() > 2), "{:?}", scopes());
    for text in ["Lenta deja más en 97 de 100 futuros.", "Lenta deja más en 97 de cada 100."] {
        assert_eq!(unscoped(text).len(), 1, "{text}");
    }
    assert_eq!(unscoped("Se pasó de 21 escuelas a más de 100 en 2018."), [""; 0]);
}
