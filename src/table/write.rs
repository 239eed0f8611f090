//! Schools as CSV, for people's spreadsheets and for this page.

use super::field::Field;
use super::places::Place;
use super::question::{ReadinessScale, UnderWay};
use super::rows::AS_IT_IS;
use super::scale::scale_in_head;
use super::school_table::School;
use std::borrow::Cow;

/// Characters by which a spreadsheet recognizes a formula (OWASP, CSV Injection), as in `ensemble::csv`.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text that a spreadsheet does not compute: with an apostrophe before what would be a formula.
pub fn safe_in_spreadsheet(text: &str) -> Cow<'_, str> {
    // A text that begins with apostrophes before a formula gets one more, so that taking one off restores it.
    match is_formula(text) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

/// The text that [`safe_in_spreadsheet`] made safe.
pub(super) fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(text)
}

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// The schools as CSV with the columns of which at least one school has something.
pub(super) fn to_csv(schools: &[School], scale: Option<ReadinessScale>) -> String {
    let is_given = |field: &Field| {
        *field == Field::Name || schools.iter().any(|of| !written(of, *field).is_empty())
    };
    let fields: Vec<Field> = Field::ALL.into_iter().filter(is_given).collect();
    let head = |field: &Field| match field {
        Field::Name => format!("{}{AS_IT_IS}", field.key()),
        Field::Readiness => format!("{}{}", field.key(), scale.map_or("", scale_in_head)),
        field => field.key().to_owned(),
    };
    // Quotation marks around everything: fields may begin or end with spaces, or be one of a separator's.
    let mut writer =
        csv::WriterBuilder::new().quote_style(csv::QuoteStyle::NonNumeric).from_writer(Vec::new());
    let rows = schools.iter().map(|of| fields.iter().map(|field| written(of, *field)).collect());
    for row in std::iter::once(fields.iter().map(head).collect::<Vec<_>>()).chain(rows) {
        // Writing to memory does not fail.
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// What is written of a school in a column.
fn written(school: &School, field: Field) -> String {
    let number = |number: Option<f64>| number.map(plain).unwrap_or_default();
    let place = match (field, school.place) {
        (Field::Latitude, Some(Place::Degrees { latitude, .. })) => Some(latitude),
        (Field::Longitude, Some(Place::Degrees { longitude, .. })) => Some(longitude),
        (Field::X, Some(Place::Plane { x, .. })) => Some(x),
        (Field::Y, Some(Place::Plane { y, .. })) => Some(y),
        _ => None,
    };
    match field {
        Field::Name => safe_in_spreadsheet(&school.name).into_owned(),
        Field::Need => number(school.need.map(|need| need.given)),
        Field::Readiness => number(school.readiness.map(|readiness| readiness.given)),
        Field::Latitude | Field::Longitude | Field::X | Field::Y => number(place),
        Field::UnderWay => school.under_way.map(UnderWay::key).unwrap_or_default().to_owned(),
        Field::Level => {
            safe_in_spreadsheet(school.level.as_deref().unwrap_or_default()).into_owned()
        }
        Field::Students => school.students.map(|students| students.to_string()).unwrap_or_default(),
    }
}

/// A number in full precision that has one reading: "1.234" may be a thousand, "1.2340" is not.
fn plain(number: f64) -> String {
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == 3 { text + "0" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_a_formula_to_a_spreadsheet_and_each_comes_back() {
        for name in
            ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "''-", "O'Hare", "'Iolani", "Lincoln"]
        {
            let safe = safe_in_spreadsheet(name);
            assert!(!safe.starts_with(FORMULA), "{safe}");
            assert_eq!(without_guard(&safe), name);
        }
        assert_eq!(safe_in_spreadsheet("O'Hare"), "O'Hare");
    }
}
