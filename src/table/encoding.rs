//! Bytes of a text as characters.

use crate::language::{phrase, to_phrase};
use std::borrow::Cow;

/// How letters are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16Little,
    Utf16Big,
    Windows,
    Mac,
}
use Encoding::{Mac, Utf8, Utf16Big, Utf16Little, Windows};

/// What Windows (code page 1252) has at 0x80 to 0x9F; the rest of it is Latin-1.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// What a Mac had from 0x80 on.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰\
    ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The text, and sentences about letters that may be wrong; `None` if it is no text.
pub(super) fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, Vec<String>)> {
    let (encoding, mark) = marked(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let text = decode_as(encoding, &bytes[mark..]);
    if !is_text(&text) {
        return None;
    }
    let note = match encoding {
        Windows => Some(phrase(READ_AS_WINDOWS)),
        Mac => Some(phrase(READ_AS_MAC)),
        _ => text.contains(char::REPLACEMENT_CHARACTER).then(|| phrase(LOST)),
    };
    Some((text, note.map(str::to_owned).into_iter().collect()))
}

/// The encoding that the first bytes name, and how many they are.
fn marked(bytes: &[u8]) -> Option<(Encoding, usize)> {
    let marks: [(&[u8], Encoding); 3] =
        [(b"\xef\xbb\xbf", Utf8), (b"\xff\xfe", Utf16Little), (b"\xfe\xff", Utf16Big)];
    let mark = marks.into_iter().find(|(mark, _)| bytes.starts_with(mark));
    mark.map(|(mark, encoding)| (encoding, mark.len()))
}

/// Two tables and the standard library: `encoding_rs` would take 137 kB to download, for its Chinese.
fn decode_as(encoding: Encoding, bytes: &[u8]) -> Cow<'_, str> {
    let pairs = |join: fn([u8; 2]) -> u16| {
        let units = bytes.chunks(2).map(|pair| join([pair[0], *pair.get(1).unwrap_or(&0)]));
        String::from_utf16_lossy(&units.collect::<Vec<u16>>())
    };
    let by_table = |table: &str| {
        let table: Vec<char> = table.chars().collect();
        let letter = |byte: &u8| match usize::from(*byte).checked_sub(0x80) {
            Some(place) => table.get(place).copied().unwrap_or(char::from(*byte)),
            None => char::from(*byte),
        };
        bytes.iter().map(letter).collect::<String>()
    };
    match encoding {
        Utf8 => String::from_utf8_lossy(bytes),
        Utf16Little => pairs(u16::from_le_bytes).into(),
        Utf16Big => pairs(u16::from_be_bytes).into(),
        Windows => by_table(WINDOWS).into(),
        Mac => by_table(MAC).into(),
    }
}

const READ_AS_WINDOWS: &str = to_phrase(
    "The file does not say how its letters are stored; they are read as Windows stores them in Western Europe and \
     the Americas. Check names with accents.",
);
const READ_AS_MAC: &str = to_phrase(
    "The file does not say how its letters are stored; they are read as older programs on a Mac store them. Check \
     names with accents.",
);
const LOST: &str = to_phrase(
    "Some letters were lost before the file came here: they are shown as �. Save it again as \"CSV UTF-8\" if you \
     can.",
);

/// The encoding of bytes that do not begin with a mark of it.
fn guess(bytes: &[u8]) -> Encoding {
    let zeros =
        |start: usize| bytes.iter().skip(start).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len() / 2;
    match () {
        // Most characters of a table are those of ASCII, whose other byte is zero.
        () if half > 0 && zeros(1) * 3 > half * 2 => Utf16Little,
        () if half > 0 && zeros(0) * 3 > half * 2 => Utf16Big,
        () if std::str::from_utf8(bytes).is_ok() => Utf8,
        () if is_from_old_mac(bytes) => Mac,
        () => Windows,
    }
}

/// Whether letters with accents are where a Mac stored them before UTF-8: between small letters there stand its
/// á, é, ñ, ó or ú, which are dashes and signs to Windows, and none of the letters that Windows would have.
fn is_from_old_mac(bytes: &[u8]) -> bool {
    let is_inside_word = |three: &[u8]| {
        let [before, letter, after] = three else { return false };
        let is_accented = matches!(letter, 0x87 | 0x8e | 0x96 | 0x97 | 0x9c);
        before.is_ascii_alphabetic() && is_accented && after.is_ascii_lowercase()
    };
    bytes.iter().all(|byte| *byte < 0xc0) && bytes.windows(3).any(is_inside_word)
}

/// Whether hardly any character is one that no table has.
fn is_text(text: &str) -> bool {
    let is_odd = |c: &char| c.is_control() && !c.is_whitespace() && *c != '\u{1a}';
    let odd = text.chars().filter(is_odd).count();
    odd * 50 <= text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        decode(bytes).map(|(text, _)| text.into_owned())
    }

    #[test]
    fn every_way_in_which_spreadsheets_store_letters_is_read() {
        let name = "Peña;0,5";
        let little: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            name.as_bytes(),
            &[b"\xef\xbb\xbf", name.as_bytes()].concat(),
            &[b"\xff\xfe", little.as_slice()].concat(),
            &[b"\xfe\xff", big.as_slice()].concat(),
            &little,
            &big,
            b"Pe\xf1a;0,5",
            b"Pe\x96a;0,5",
        ] {
            assert_eq!(text(bytes).as_deref(), Some(name), "{bytes:?}");
        }
    }

    #[test]
    fn both_tables_are_those_of_the_standard() {
        let bytes: Vec<u8> = (0..=255).collect();
        for (ours, theirs) in [(Windows, encoding_rs::WINDOWS_1252), (Mac, encoding_rs::MACINTOSH)]
        {
            let (expected, _) = theirs.decode_without_bom_handling(&bytes);
            assert_eq!(decode_as(ours, &bytes), expected);
        }
    }

    #[test]
    fn an_apostrophe_and_a_dash_of_windows_are_no_letters_of_a_mac() {
        assert_eq!(text(b"O\x92Hare K\x968").as_deref(), Some("O’Hare K–8"));
    }

    #[test]
    fn what_may_be_wrong_is_said_and_what_is_no_text_is_refused() {
        let notes = |bytes: &[u8]| decode(bytes).map(|(_, notes)| notes.len());
        assert_eq!(notes("Peña".as_bytes()), Some(0));
        assert_eq!(notes(b"Pe\xf1a"), Some(1));
        assert_eq!(notes("Pe\u{fffd}a".as_bytes()), Some(1));
        assert_eq!(notes(&[1, 2, 3, 4, 5, 200, 7, 8]), None);
    }
}
