//! The text of a link, as people and mail programs pass it on: understood wherever only one reading is
//! possible.
//!
//! A link is `v2&name=value&...` after `#`; without its version, or behind `?` instead, it means the same.
//! Line breaks, a full stop after it, `&amp;`, `%26` and capitals are what programs make of it on its way.

use super::link::{LANGUAGE, LINK_KEYS, PRESET, Pair, RUN};
use super::problem::{Problem, truncate};
use super::version::ModelVersion;
use super::{parameter, parameters};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// What a sentence may put after a link.
const AFTER_A_LINK: &[char] =
    &['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '\u{201d}', '\u{2019}', '\u{bb}'];
/// Names in the query of an address that others put there.
const OF_OTHERS: [&str; 6] = ["embed", "host", "theme", "lock", "lang", "ref"];

/// A link as it is written: the version of the model that made it, and its pairs in their order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LinkText {
    pub version: ModelVersion,
    pub pairs: Vec<Pair>,
}

impl LinkText {
    /// Parses a whole address, or what follows `#` or `?` in one.
    ///
    /// # Errors
    /// If it is no link of this page, or of a newer one.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        let text = text.trim().trim_start_matches(['<', '"', '\u{201c}']);
        match text.split_once('#') {
            Some((_, fragment)) if !fragment.trim().is_empty() => parse_fragment(fragment),
            Some((address, _)) => parse_query(address),
            None => match text.split_once('?') {
                Some((address, _)) if !address.contains('=') => parse_query(text),
                _ => parse_fragment(text),
            },
        }
    }
}

/// Whether the query of an address (`?...`) holds settings.
pub fn is_link_in_query(query: &str) -> bool {
    parse_query(query).is_ok()
}

/// The query of an address without the settings of a link, which have become its fragment: `?embed=...`, or
/// nothing.
pub fn query_of_others(query: &str) -> String {
    let query = query.strip_prefix('?').unwrap_or(query);
    let others = query.split('&').filter(|pair| !pair.is_empty() && !is_ours(&name_of(pair)));
    let others: Vec<&str> = others.filter(|pair| version_of(pair).is_none()).collect();
    if others.is_empty() { String::new() } else { format!("?{}", others.join("&")) }
}

fn parse_fragment(fragment: &str) -> Result<LinkText, Problem> {
    let pieces = pieces(fragment);
    let not_a_link = || Problem::NotALink { found: truncate(fragment) };
    let first = pieces.first().ok_or_else(not_a_link)?;
    let (version, pairs) = match version_of(first) {
        Some(version) => (version, &pieces[1..]),
        None if begins_with_version(first) => {
            return Err(Problem::AfterVersion { found: truncate(fragment) });
        }
        None if first.contains('=') => (Ok(ModelVersion::CURRENT), &pieces[..]),
        None => return Err(not_a_link()),
    };
    Ok(LinkText { version: version?, pairs: pairs_of(pairs) })
}

/// The settings in the query of an address. What others put there is left alone, unless it looks like a
/// setting.
fn parse_query(address: &str) -> Result<LinkText, Problem> {
    let (_, query) = address.split_once('?').unwrap_or(("", address));
    let not_a_link = || Problem::NotALink { found: truncate(query) };
    let mut pieces = pieces(query);
    let mut version = Ok(ModelVersion::CURRENT);
    pieces.retain(|piece| match version_of(piece) {
        Some(found) => {
            version = found;
            false
        }
        None => !is_of_others(&name_of(piece)),
    });
    let pairs = pairs_of(&pieces);
    if !pairs.iter().any(|(name, _)| names_a_scenario(name)) {
        return Err(not_a_link());
    }
    Ok(LinkText { version: version?, pairs })
}

/// The pieces between the `&`, as they were before a program encoded them.
fn pieces(text: &str) -> Vec<String> {
    let text = text.trim().replace("&amp;", "&");
    // The whole link as a value of another one: encoded once more than its names.
    let is_encoded = !text.contains(['&', '=']) && text.contains('%');
    let text = if is_encoded { decode(&text) } else { Cow::Borrowed(text.as_str()) };
    let mut pieces = Vec::new();
    for piece in text.split('&') {
        // The name of a run may hold anything.
        if name_of(piece) == RUN {
            pieces.push(piece.to_owned());
        } else {
            let piece = piece.replace("%26", "&").replace("%3D", "=").replace("%3d", "=");
            pieces.extend(piece.split('&').map(str::to_owned));
        }
    }
    if let Some(last) = pieces.last_mut().filter(|last| name_of(last) != RUN) {
        // A browser encodes some of what may follow.
        let decoded = decode(last).trim().trim_end_matches(AFTER_A_LINK).to_owned();
        *last = decoded;
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// Name and value of each piece. Only the name of a run, which a person gave, and a language have capitals.
fn pairs_of(pieces: &[String]) -> Vec<Pair> {
    let joined = pieces.join("&");
    let pairs = form_urlencoded::parse(joined.as_bytes()).into_owned();
    pairs
        .map(|(name, value)| match canonical(&name) {
            name if name == RUN || name == LANGUAGE => (name, value),
            name => (name, value.trim().to_ascii_lowercase()),
        })
        .collect()
}

/// The name of a piece.
fn name_of(piece: &str) -> String {
    canonical(piece.split('=').next().unwrap_or_default())
}

fn canonical(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}

/// The version of the model that a piece such as "v2" names; none if it names none.
fn version_of(piece: &str) -> Option<Result<ModelVersion, Problem>> {
    let number = piece.trim().strip_prefix(['v', 'V'])?;
    if number.is_empty() || !number.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let version = number.parse().ok().and_then(ModelVersion::from_number);
    let is_zero = number.bytes().all(|digit| digit == b'0');
    Some(version.ok_or_else(|| match is_zero {
        true => Problem::NotALink { found: truncate(piece) },
        false => Problem::NewerLink,
    }))
}

/// Whether this is a version with something behind it.
fn begins_with_version(piece: &str) -> bool {
    let number = piece.strip_prefix(['v', 'V']).unwrap_or_default();
    number.starts_with(|digit: char| digit.is_ascii_digit())
}

/// Whether a pair of this name is about a scenario: `view` or `month` alone may be of anybody.
fn names_a_scenario(name: &str) -> bool {
    parameter(name).is_some() || [PRESET, RUN].contains(&name)
}

/// Whether a pair of this name is for this page.
fn is_ours(name: &str) -> bool {
    parameter(name).is_some() || LINK_KEYS.contains(&name)
}

/// Whether a pair of this name in a query is for somebody else: for embeds, or what counts visits.
fn is_of_others(name: &str) -> bool {
    OF_OTHERS.contains(&name)
        || name.starts_with("utm_")
        || name.ends_with("clid")
        || !(is_ours(name) || resembles_ours(name))
}

/// Whether the name could be one of a setting, misspelled: it begins like one, and is about as long.
fn resembles_ours(name: &str) -> bool {
    parameters().any(|parameter| {
        let key = parameter.key;
        let same = key.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
        same >= 4 && key.len().abs_diff(name.len()) <= 2
    })
}

fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    const AS_MADE: &str = "v2&preset=chicago&fast_slow=0.4";

    fn read(text: &str) -> Scenario {
        Scenario::from_link(text).unwrap_or_else(|problems| panic!("{text}: {problems}"))
    }

    #[test]
    fn a_link_is_understood_as_people_and_mail_programs_pass_it_on() {
        let meant = read(AS_MADE);
        for text in [
            "https://example.org/a/#v2&preset=chicago&fast_slow=0.4",
            "v2%26preset%3Dchicago%26fast_slow%3D0.4",
            "#v2%26preset%3dchicago%26fast_slow%3d0.4",
            "v2&preset=chicago%26fast_slow=0.4",
            "v2%26preset=chicago&fast_slow=0.4",
            "v2&amp;preset=chicago&amp;fast_slow=0.4",
            "v2&preset=chicago&fast_slow=0.4.",
            "v2&preset=chicago&fast_slow=0.4).",
            "<https://example.org/#v2&preset=chicago&fast_slow=0.4>",
            "https://example.org/#v2&preset=chicago&fast_slow=0.4%22",
            "v2&preset=chicago\r\n&fast_slow=0.4\n",
            "v2&preset=chi\r\ncago&fast_slow=0.4",
            "V2&PRESET=CHICAGO&FAST_SLOW=0.4",
            "v2&preset=Chicago&Fast_Slow= 0.4 ",
            "preset=chicago&fast_slow=0.4",
            "#preset=chicago&fast_slow=0.4",
            "?preset=chicago&fast_slow=0.4",
            "https://example.org/?preset=chicago&fast_slow=0.4#",
            "https://example.org/?v2&preset=chicago&fast_slow=0.4",
            "https://example.org/?utm_source=board&preset=chicago&fast_slow=0.4&fbclid=x1",
            "https://example.org/?embed=chart&lang=es&preset=chicago&fast_slow=0.4",
        ] {
            assert_eq!(read(text), meant, "{text}");
        }
    }

    #[test]
    fn what_a_link_says_after_its_address_comes_before_its_query() {
        let text = "https://example.org/?preset=small_wealthy#v2&preset=chicago&fast_slow=0.4";
        assert_eq!(read(text), read(AS_MADE));
    }

    #[test]
    fn a_link_that_cannot_be_read_has_the_right_reason() {
        let why = |text: &str| Scenario::from_link(text).unwrap_err().to_string();
        for text in ["v3&preset=chicago", "v99", "?v3&preset=chicago"] {
            assert!(why(text).contains("newer version"), "{text}: {}", why(text));
        }
        for text in ["v1;preset=chicago", "v1junk", "v1.", "v1/preset"] {
            if text == "v1." {
                assert_eq!(read(text), Scenario::default());
            } else {
                assert!(why(text).contains("follow the version"), "{text}: {}", why(text));
            }
        }
        for text in
            ["", "#", "top", "v0", "https://example.org/", "https://example.org/?utm_source=x"]
        {
            assert!(why(text).contains("not a link of this page"), "{text}: {}", why(text));
        }
        assert!(why("https://example.org/?preset=chicago&fast_slo=0.4").contains("fast_slo: "));
    }

    #[test]
    fn the_name_of_a_run_keeps_every_sign() {
        let text = "v2&preset=chicago&run=A+%26+B+%3D+v2&preset=Chicago&run=Slow.";
        let names: Vec<String> = LinkText::parse(text)
            .unwrap()
            .pairs
            .into_iter()
            .filter(|(name, _)| name == RUN)
            .map(|(_, value)| value)
            .collect();
        assert_eq!(names, ["A & B = v2", "Slow."]);
    }

    #[test]
    fn of_a_query_the_settings_are_told_from_what_others_put_there() {
        assert!(is_link_in_query("?preset=chicago") && is_link_in_query("?utm_x=1&fast_slow=0.4"));
        assert!(!is_link_in_query("?embed=chart&lang=es") && !is_link_in_query(""));
        assert!(!is_link_in_query("?view=mobile&month=3"));
        assert_eq!(
            query_of_others("?v2&preset=chicago&embed=chart&fast_slow=1&x=2"),
            "?embed=chart&x=2"
        );
        assert_eq!(query_of_others("?preset=chicago"), "");
    }
}
