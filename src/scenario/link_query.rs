//! Settings in the query of an address (`?...`), next to what others put there: for embeds, or what counts
//! visits. As a person may have passed them on, they are read by [`super::tidy_link`]; here is what the page asks
//! of every address.

use super::link::{LINK_KEYS, PRESET, RUN};
use super::{parameter, parameters};

/// Names in the query of an address that others put there.
const OF_OTHERS: [&str; 6] = ["embed", "host", "theme", "lock", "lang", "ref"];

/// Whether a query may hold settings: whether it names one, or might once it is decoded.
pub fn may_hold_settings(query: &str) -> bool {
    pieces(query).any(|piece| {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        names_a_scenario(&canonical(name))
            || name.contains(|sign: char| !sign.is_ascii_alphanumeric() && !"_-".contains(sign))
            || value.contains("%26")
    })
}

/// A query without its settings, which have become the fragment of the address: `?embed=...`, or nothing.
/// `None` if it has no settings.
pub fn query_of_others(query: &str) -> Option<String> {
    if !pieces(query).any(|piece| names_a_scenario(&name_of(piece))) {
        return None;
    }
    let is_ours = |piece: &str| piece.is_empty() || is_version(piece) || is_ours(&name_of(piece));
    let others: Vec<&str> = pieces(query).filter(|piece| !is_ours(piece)).collect();
    Some(if others.is_empty() { String::new() } else { format!("?{}", others.join("&")) })
}

fn pieces(query: &str) -> impl Iterator<Item = &str> {
    query.strip_prefix('?').unwrap_or(query).split('&')
}

/// The name of a piece.
pub(super) fn name_of(piece: &str) -> String {
    canonical(piece.split('=').next().unwrap_or_default())
}

/// A name as the page writes it.
pub(super) fn canonical(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}

/// Whether a piece is the version of a model, such as "v2".
pub(super) fn is_version(piece: &str) -> bool {
    let number = piece.trim().strip_prefix(['v', 'V']).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a pair of this name is about a scenario: `view` or `month` alone may be of anybody.
pub(super) fn names_a_scenario(name: &str) -> bool {
    parameter(name).is_some() || [PRESET, RUN].contains(&name)
}

/// Whether a pair of this name is for this page.
fn is_ours(name: &str) -> bool {
    parameter(name).is_some() || LINK_KEYS.contains(&name)
}

/// Whether a pair of this name in a query is for somebody else: for embeds, or what counts visits.
pub(super) fn is_of_others(name: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_may_hold_settings_if_it_names_one_or_is_encoded() {
        for query in [
            "?preset=chicago",
            "?utm_x=1&fast_slow=0.4",
            "?PRESET=chicago",
            "?preset%3Dchicago",
            "?x=1%26preset=chicago",
            "?x=1&amp;preset=chicago",
            "?+preset=chicago",
            "?fast_slow.",
        ] {
            assert!(may_hold_settings(query), "{query}");
        }
        for query in ["", "?embed=chart&lang=es", "?view=mobile&month=3", "?utm_x=a%20b&v3"] {
            assert!(!may_hold_settings(query), "{query}");
        }
    }

    #[test]
    fn of_a_query_the_settings_are_told_from_what_others_put_there() {
        let others = |query| query_of_others(query);
        assert_eq!(
            others("?v2&preset=chicago&embed=chart&fast_slow=1&x=2").as_deref(),
            Some("?embed=chart&x=2")
        );
        assert_eq!(others("?preset=chicago").as_deref(), Some(""));
        for query in ["", "?embed=chart&lang=es", "?view=mobile&month=3"] {
            assert_eq!(others(query), None, "{query}");
        }
    }
}
