//! Reads a number as people type it: "0,04", "1 234.5", "−3", "14k", "$60 M", "12 %".
//!
//! # Which mark separates what
//!
//! A mark is read as a decimal mark or as one of thousands wherever only one of the two is possible, whatever the
//! visitor's format. A mark of thousands has one to three digits before it, not beginning with 0, and three behind
//! it, and all such marks of a number are alike; a decimal mark is the last mark, differs from those before it, and
//! is a point or a comma. So "0,04", "12,5", "1.234,5" and "1,234,567" have one reading, "1,23,4" has none.
//!
//! Both readings are possible only for one point or comma between one to three digits and exactly three, as in
//! "1,234". Then the visitor's own format decides, if the mark is one of its two; otherwise the page asks. The other
//! reading is returned too: what a field allows never decides which one was meant, but if it allows only the one
//! that the format did not choose, the page asks as well (`scenario::typed_value`).

use super::number_words::{BadWords, Words};
use super::{Decimal, Language, Symbol};

/// A number that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedNumber {
    /// The number.
    pub number: Decimal,
    /// What the text means to those who use its mark in the other way.
    pub other: Option<Decimal>,
    /// The format does not decide which of the two was meant.
    pub is_undecided: bool,
    /// "$" or "%"; the number is not converted.
    pub symbol: Option<Symbol>,
    /// The text says thousand or million; the number is multiplied by it.
    pub is_scaled: bool,
}

/// Why a text is not read as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is something else, or has something else beside it.
    NotANumber,
    /// A mark is neither a decimal mark nor between groups of three digits.
    Marks,
    /// "m" is a thousand to some, a million to others.
    SmallM,
}

/// Reads a number in the format of a language, or in another one if it can only be that.
///
/// # Errors
/// Why it cannot be read.
pub fn read_number(typed: &str, language: &Language) -> Result<TypedNumber, Unreadable> {
    let typed: String = typed.chars().filter_map(simplify).collect();
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Unreadable::Empty);
    }
    let marks = Marks::of(language);
    let start = typed.find(|c: char| c.is_ascii_digit() || marks.may_be_decimal(c));
    let (before, rest) = typed.split_at(start.ok_or(Unreadable::NotANumber)?);
    let end = rest.find(|c: char| !c.is_ascii_digit() && !marks.contain(c));
    let (digits, behind) = rest.split_at(end.unwrap_or(rest.len()));
    let (power, behind) = split_power(behind);
    let (is_negative, before) = split_sign(before).ok_or(Unreadable::NotANumber)?;
    let words = Words::read(&before, behind).map_err(|bad| match bad {
        BadWords::Unknown => Unreadable::NotANumber,
        BadWords::SmallM => Unreadable::SmallM,
    })?;
    let (number, other, is_undecided) = read_digits(digits.trim_end(), &marks)?;
    let scale = |number: Decimal| number.signed(is_negative).times_ten_to(power + words.power);
    Ok(TypedNumber {
        number: scale(number),
        other: other.map(scale),
        is_undecided,
        symbol: words.symbol,
        is_scaled: words.power != 0,
    })
}

/// Forms of a character that are the same to a person: full-width and Arabic digits, each kind of minus sign and
/// of apostrophe. Marks that only give a direction are left out.
fn simplify(c: char) -> Option<char> {
    let offset = |zero: u32| char::from_u32(c as u32 - zero + u32::from(b'0'));
    match c {
        '\u{200e}' | '\u{200f}' | '\u{61c}' => None,
        '\u{660}'..='\u{669}' => offset(0x660),
        '\u{6f0}'..='\u{6f9}' => offset(0x6f0),
        // Full-width letters and signs are those of ASCII, in the same order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).and_then(simplify),
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' => Some('-'),
        '\u{2019}' | '\u{2bc}' => Some('\''),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

/// What can separate digits, as [`simplify`] leaves it.
struct Marks {
    thousands: char,
    decimals: char,
}

impl Marks {
    fn of(language: &Language) -> Self {
        let mark = |c: char| simplify(c).unwrap_or(c);
        Self { thousands: mark(language.thousands()), decimals: mark(language.decimals()) }
    }

    fn may_be_decimal(&self, c: char) -> bool {
        matches!(c, '.' | ',') || c == self.decimals
    }

    fn contain(&self, c: char) -> bool {
        matches!(c, ' ' | '\'') || c == self.thousands || self.may_be_decimal(c)
    }
}

/// The sign among what is before the digits, and the rest of that; `None` if there are two signs.
fn split_sign(before: &str) -> Option<(bool, String)> {
    let is_sign = |c: char| matches!(c, '-' | '+');
    let rest = before.replace(is_sign, "");
    (before.len() - rest.len() <= 1).then(|| (before.contains('-'), rest))
}

/// The power of ten behind digits, as in "1e-3", and what follows it.
fn split_power(behind: &str) -> (i32, &str) {
    let power = behind.strip_prefix(['e', 'E']).and_then(|power| {
        let unsigned = power.strip_prefix(['-', '+']).unwrap_or(power);
        let end = unsigned.find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
        let (power, rest) = power.split_at(power.len() - unsigned.len() + end);
        // A larger one is no number of the model either way, and cannot overflow here.
        Some((power.parse::<i16>().ok()?.into(), rest))
    });
    power.unwrap_or((0, behind))
}

/// Reads digits with marks between them: the number, what else it can mean, and whether that is undecided.
fn read_digits(text: &str, marks: &Marks) -> Result<(Decimal, Option<Decimal>, bool), Unreadable> {
    let groups: Vec<&str> = text.split(|c| marks.contain(c)).collect();
    let separators: Vec<char> = text.chars().filter(|c| marks.contain(*c)).collect();
    let whole = are_thousands(&groups, &separators).then(|| Decimal::new(groups.concat(), 0));
    let with_decimals = || {
        let (fraction, groups) = groups.split_last()?;
        let (mark, separators) = separators.split_last()?;
        let is_decimal = marks.may_be_decimal(*mark) && !separators.contains(mark);
        let is_number = match groups {
            [digits] => !(digits.is_empty() && fraction.is_empty()),
            _ => are_thousands(groups, separators),
        };
        let digits = || groups.concat() + fraction;
        (is_decimal && is_number).then(|| (Decimal::new(digits(), fraction.len()), *mark))
    };
    match (whole, with_decimals()) {
        (Some(whole), None) => Ok((whole, None, false)),
        (None, Some((number, _))) => Ok((number, None, false)),
        (Some(whole), Some((number, mark))) if mark == marks.decimals => {
            Ok((number, Some(whole), false))
        }
        (Some(whole), Some((number, mark))) => Ok((whole, Some(number), mark != marks.thousands)),
        (None, None) => Err(Unreadable::Marks),
    }
}

/// Whether these are digits with none but marks of thousands between them.
fn are_thousands(groups: &[&str], separators: &[char]) -> bool {
    match groups {
        [] => false,
        [digits] => !digits.is_empty(),
        [first, others @ ..] => {
            (1..=3).contains(&first.len())
                && !first.starts_with('0')
                && others.iter().all(|group| group.len() == 3)
                && separators.iter().all(|separator| *separator == separators[0])
        }
    }
}

#[cfg(test)]
mod tests;
