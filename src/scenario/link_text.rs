//! The text of a link, as people and mail programs pass it on: understood wherever only one reading is
//! possible.
//!
//! A link is `v2&name=value&...` after `#`; without its version, or behind `?` instead, it means the same.
//! Line breaks, a full stop after it, `&amp;`, `%26` and capitals are what programs make of it on its way.
//!
//! In the page all of this is in the part `links`, except for links that the page has written or tidied.

use super::link::{LANGUAGE, Pair, RUN, VIEW, VIEW_NAMES};
use super::link_query::{canonical, is_of_others, is_version, name_of, names_a_scenario};
use super::{DisplayState, ModelVersion, Problem, Problems, text_problem};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// What a sentence may put after a link.
const AFTER_A_LINK: &[char] =
    &['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '\u{201d}', '\u{2019}', '\u{bb}'];

/// A link as it is written: the version of the model that made it, and its pairs in their order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LinkText {
    pub version: ModelVersion,
    pub pairs: Vec<Pair>,
}

impl LinkText {
    /// Parses a link that is as a version of this page writes it, also if values are refused; `None` of any
    /// other.
    pub fn of_plain(link: &str) -> Option<Self> {
        let (first, pairs) = link.split_once('&').unwrap_or((link, ""));
        let pairs = form_urlencoded::parse(pairs.as_bytes()).into_owned().collect();
        Some(Self { version: version_of(first)?.ok()?, pairs })
    }

    /// A link without a version is written by hand and not by a page: it is of the current version and shows
    /// what that shows by itself.
    fn by_hand(mut pairs: Vec<Pair>) -> Self {
        let has_view =
            pairs.iter().take_while(|(name, _)| name != RUN).any(|(name, _)| name == VIEW);
        if !has_view {
            pairs.insert(0, (VIEW.to_owned(), VIEW_NAMES[0].to_owned()));
        }
        Self { version: ModelVersion::CURRENT, pairs }
    }

    /// The link as the page writes it.
    fn to_plain(&self) -> String {
        let mut text = format!("v{}", self.version.number());
        for (name, value) in &self.pairs {
            let [name, value] = [name, value]
                .map(|part| form_urlencoded::byte_serialize(part.as_bytes()).collect::<String>());
            text += &format!("&{name}={}", value.replace("%2C", ","));
        }
        text
    }

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

/// Whether the query of an address (`?...`) holds settings, of whatever version.
pub fn is_link_in_query(query: &str) -> bool {
    settings_in_query(query.strip_prefix('?').unwrap_or(query)).is_some()
}

/// A link as people and programs have passed it on: what the page displays when it is opened, and the same link
/// as the page writes it.
///
/// # Errors
/// See [`DisplayState::read`].
pub fn tidy_link(text: &str) -> Result<(DisplayState, String), Problems> {
    let link = LinkText::parse(text)?;
    Ok((DisplayState::of(&link)?, link.to_plain()))
}

fn parse_fragment(fragment: &str) -> Result<LinkText, Problem> {
    let pieces = pieces(fragment);
    let not_a_link = || text_problem::not_a_link(fragment);
    let first = pieces.first().ok_or_else(not_a_link)?;
    let (version, pairs) = match version_of(first) {
        Some(version) => (version, &pieces[1..]),
        None if begins_with_version(first) => {
            return Err(text_problem::after_version(fragment));
        }
        None if first.contains('=') => return Ok(LinkText::by_hand(pairs_of(&pieces))),
        None => return Err(not_a_link()),
    };
    Ok(LinkText { version: version?, pairs: pairs_of(pairs) })
}

fn parse_query(address: &str) -> Result<LinkText, Problem> {
    let (_, query) = address.split_once('?').unwrap_or(("", address));
    let (version, pairs) =
        settings_in_query(query).ok_or_else(|| text_problem::not_a_link(query))?;
    Ok(match version {
        Some(version) => LinkText { version: version?, pairs },
        None => LinkText::by_hand(pairs),
    })
}

/// A version, or why it is none, and the pairs behind it.
type VersionAndPairs = (Option<Result<ModelVersion, Problem>>, Vec<Pair>);

/// The version, if there is one, and the settings in a query, without its `?`; `None` without settings. What
/// others put there is left alone, unless it looks like a setting.
fn settings_in_query(query: &str) -> Option<VersionAndPairs> {
    let mut pieces = pieces(query);
    let mut version = None;
    pieces.retain(|piece| match version_of(piece) {
        Some(found) => {
            version = Some(found);
            false
        }
        None => !is_of_others(&name_of(piece)),
    });
    let pairs = pairs_of(&pieces);
    pairs.iter().any(|(name, _)| names_a_scenario(name)).then_some((version, pairs))
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

/// The version of the model that a piece such as "v2" names; none if it names none.
fn version_of(piece: &str) -> Option<Result<ModelVersion, Problem>> {
    if !is_version(piece) {
        return None;
    }
    let number = piece.trim().trim_start_matches(['v', 'V']);
    let version = number.parse().ok().and_then(ModelVersion::from_number);
    let is_zero = number.bytes().all(|digit| digit == b'0');
    Some(version.ok_or_else(|| match is_zero {
        true => text_problem::not_a_link(piece),
        false => text_problem::newer_link(),
    }))
}

/// Whether this is a version with something behind it.
fn begins_with_version(piece: &str) -> bool {
    let number = piece.strip_prefix(['v', 'V']).unwrap_or_default();
    number.starts_with(|digit: char| digit.is_ascii_digit())
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
    fn what_is_tidied_is_written_as_the_page_writes_it_and_read_the_same() {
        let text = "<https://example.org/#V1&amp;PRESET=chicago&run=A+%26+B+%3D+v2&Fast_Slow=0.4.>";
        let (shown, tidied) = tidy_link(text).unwrap();
        assert_eq!(tidied, "v1&preset=chicago&run=A+%26+B+%3D+v2&fast_slow=0.4");
        assert_eq!(LinkText::of_plain(&tidied), LinkText::parse(text).ok());
        assert_eq!(DisplayState::read_kept(&tidied), Some(shown));
    }

    #[test]
    fn what_the_page_has_kept_is_of_any_version_but_not_untidy() {
        assert!(DisplayState::read_kept("v1&preset=chicago").is_some());
        for damaged in ["", "v", "v0", "v3", "preset=chicago", "#v2", "v2&preset=Chicago"] {
            assert_eq!(DisplayState::read_kept(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn settings_are_in_a_query_that_names_one() {
        for query in ["?preset=chicago", "?utm_x=1&fast_slow=0.4", "?v3&tilt=1", "?x=1%26tilt=1"] {
            assert!(is_link_in_query(query), "{query}");
        }
        for query in ["", "?embed=chart&lang=es", "?view=mobile&month=3", "?x=a%20b%26c"] {
            assert!(!is_link_in_query(query), "{query}");
        }
    }
}
