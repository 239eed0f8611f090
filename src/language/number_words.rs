//! What people type around the digits of a number: "$", "%", "k", "millones de dólares".

/// What the number is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// Dollars.
    Dollars,
    /// Hundredths.
    Percent,
}

enum Word {
    Means(Symbol),
    /// The number is multiplied by ten to this power.
    Times(i32),
}
use Word::{Means, Times};

/// In any case of letters, without spaces; of two that begin alike the longer one first. A "billion" is not among
/// them: in Spanish it is a thousand times as much.
const WORDS: [(&str, Word); 22] = [
    ("thousand", Times(3)),
    ("milmillones", Times(9)),
    ("millones", Times(6)),
    ("millions", Times(6)),
    ("million", Times(6)),
    ("millón", Times(6)),
    ("millon", Times(6)),
    ("mil", Times(3)),
    ("k", Times(3)),
    (CAPITAL_M, Times(6)),
    ("US$", Means(Symbol::Dollars)),
    ("USD", Means(Symbol::Dollars)),
    ("$", Means(Symbol::Dollars)),
    ("dollars", Means(Symbol::Dollars)),
    ("dollar", Means(Symbol::Dollars)),
    ("dedólares", Means(Symbol::Dollars)),
    ("dólares", Means(Symbol::Dollars)),
    ("dedolares", Means(Symbol::Dollars)),
    ("dolares", Means(Symbol::Dollars)),
    ("percent", Means(Symbol::Percent)),
    ("porciento", Means(Symbol::Percent)),
    ("%", Means(Symbol::Percent)),
];

/// The only word whose case matters.
const CAPITAL_M: &str = "M";

/// Why words could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadWords {
    /// Not words that belong to a number.
    Unknown,
    /// "m": a thousand to some, a million to others.
    SmallM,
}

/// What the words around a number mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Words {
    /// "$" or "%".
    pub(super) symbol: Option<Symbol>,
    /// The number is multiplied by ten to this power.
    pub(super) power: i32,
}

impl Words {
    /// Reads what is before and behind the digits.
    pub(super) fn read(before: &str, behind: &str) -> Result<Self, BadWords> {
        let mut words = Self::default();
        words.add(before)?;
        if words.power != 0 {
            return Err(BadWords::Unknown);
        }
        words.add(behind)?;
        // "12k%" may mean anything.
        if words.symbol == Some(Symbol::Percent) && words.power != 0 {
            return Err(BadWords::Unknown);
        }
        Ok(words)
    }

    fn add(&mut self, text: &str) -> Result<(), BadWords> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let mut words = WORDS.iter();
            let (word, behind, means) = words
                .find_map(|(word, means)| Some((*word, after(rest, word)?, means)))
                .ok_or(BadWords::Unknown)?;
            if word == CAPITAL_M && !rest.starts_with(CAPITAL_M) {
                return Err(BadWords::SmallM);
            }
            // A second word of the same kind, as in "12 %%" and "3 k M", is none that people write.
            let is_first = match *means {
                Means(symbol) => self.symbol.replace(symbol).is_none(),
                Times(power) => std::mem::replace(&mut self.power, power) == 0,
            };
            if !is_first {
                return Err(BadWords::Unknown);
            }
            rest = behind;
        }
        Ok(())
    }
}

/// What follows a word that the text begins with, in whichever case.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let beginning = text.get(..word.len())?;
    beginning.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(before: &str, behind: &str) -> Result<(Option<Symbol>, i32), BadWords> {
        Words::read(before, behind).map(|words| (words.symbol, words.power))
    }

    #[test]
    fn units_are_read_in_english_and_spanish_before_and_behind_the_number() {
        for (before, behind, symbol, power) in [
            ("", "", None, 0),
            ("", "K", None, 3),
            ("", " mil", None, 3),
            ("", "MIL MILLONES", None, 9),
            ("US$ ", "M", Some(Symbol::Dollars), 6),
            ("$", "million", Some(Symbol::Dollars), 6),
            ("", "millones de dólares", Some(Symbol::Dollars), 6),
            ("", "k$", Some(Symbol::Dollars), 3),
            ("%", "", Some(Symbol::Percent), 0),
            ("", "\u{a0}%", Some(Symbol::Percent), 0),
            ("", "por ciento", Some(Symbol::Percent), 0),
        ] {
            assert_eq!(read(before, behind), Ok((symbol, power)), "{before}…{behind}");
        }
    }

    #[test]
    fn what_is_no_unit_or_may_mean_two_things_is_not_read() {
        for (before, behind) in [
            ("k", ""),
            ("~", ""),
            ("", "schools"),
            ("", "billion"),
            ("", "kM"),
            ("", "k%"),
            ("$", "%"),
            ("", "%%"),
            ("", "dó"),
            ("€", ""),
        ] {
            assert_eq!(read(before, behind), Err(BadWords::Unknown), "{before}…{behind}");
        }
        assert_eq!(read("$", "m"), Err(BadWords::SmallM));
    }
}
