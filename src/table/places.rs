//! Where schools are.

use super::field::Field;
use super::limits::rows_in_words;
use super::reading::Reading;
use super::sheet::Row;
use crate::language::{number, phrase};
use crate::phrase;
use std::collections::BTreeMap;

/// Where a school is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    /// On the globe.
    Degrees {
        /// Degrees north, from -90 to 90.
        latitude: f64,
        /// Degrees east, from -180 to 180.
        longitude: f64,
    },
    /// On a plane, in any unit.
    Plane {
        /// Eastward.
        x: f64,
        /// Northward.
        y: f64,
    },
}

/// A school so many degrees from the middle of the others is in another part of the world.
const FAR: f64 = 5.0;

/// The places of the schools; those that cannot be are said and not taken.
pub(super) fn read(
    reading: &mut Reading,
    numbers: &BTreeMap<Field, Vec<Option<f64>>>,
    rows: &[&Row],
) -> Vec<Option<Place>> {
    let pair = |one: Field, other: Field| Some((numbers.get(&one)?, numbers.get(&other)?));
    if let Some((latitudes, longitudes)) = pair(Field::Latitude, Field::Longitude) {
        let latitudes = in_range(reading, rows, latitudes, Field::Latitude, 90.0);
        let longitudes = in_range(reading, rows, longitudes, Field::Longitude, 180.0);
        let both = latitudes.iter().zip(&longitudes).map(|(latitude, longitude)| {
            Some(Place::Degrees { latitude: (*latitude)?, longitude: (*longitude)? })
        });
        return checked(reading, rows, both.collect());
    }
    match pair(Field::X, Field::Y) {
        Some((xs, ys)) => {
            xs.iter().zip(ys).map(|(x, y)| Some(Place::Plane { x: (*x)?, y: (*y)? })).collect()
        }
        None => vec![None; rows.len()],
    }
}

/// Degrees without those that are on no globe; each is named.
fn in_range(
    reading: &mut Reading,
    rows: &[&Row],
    degrees: &[Option<f64>],
    field: Field,
    most: f64,
) -> Vec<Option<f64>> {
    let is_degree = |degree: &f64| degree.abs() <= most;
    let outside =
        rows.iter().zip(degrees).filter(|(_, degree)| degree.is_some_and(|d| !is_degree(&d)));
    let outside: Vec<(u32, f64)> =
        outside.map(|(row, degree)| (row.number, degree.unwrap_or_default())).collect();
    if let Some((_, first)) = outside.first() {
        let numbers: Vec<u32> = outside.iter().map(|(row, _)| *row).collect();
        reading.notes.push(phrase!(
            "{rows}: {field} is {number}, but must be from {least} to {most}; the cell is treated as blank.",
            rows = rows_in_words(&numbers),
            field = phrase(field.label()),
            number = number(*first),
            least = number(-most),
            most = number(most)
        ));
    }
    degrees.iter().map(|degree| degree.filter(is_degree)).collect()
}

/// Places without 0, 0, which programs write for none, and with a word about those far from the others.
fn checked(
    reading: &mut Reading,
    rows: &[&Row],
    mut places: Vec<Option<Place>>,
) -> Vec<Option<Place>> {
    let nowhere = Some(Place::Degrees { latitude: 0.0, longitude: 0.0 });
    let mut zeros = Vec::new();
    for (row, place) in rows.iter().zip(&mut places) {
        if *place == nowhere {
            zeros.push(row.number);
            *place = None;
        }
    }
    if !zeros.is_empty() {
        reading.notes.push(phrase!(
            "{rows}: latitude and longitude are 0, a point in the Atlantic; the cell is treated as blank.",
            rows = rows_in_words(&zeros)
        ));
    }
    let (middle_north, middle_east) = (median(&places, 0), median(&places, 1));
    let is_far = |place: &Option<Place>| {
        degrees(place).is_some_and(|[north, east]| {
            (north - middle_north).abs() > FAR || (east - middle_east).abs() > FAR
        })
    };
    let far: Vec<u32> = rows
        .iter()
        .zip(&places)
        .filter(|(_, place)| is_far(place))
        .map(|(row, _)| row.number)
        .collect();
    if !far.is_empty() {
        reading.notes.push(phrase!(
            "{rows}: far from the other schools. Check their places, starting with minus signs.",
            rows = rows_in_words(&far)
        ));
    }
    places
}

fn degrees(place: &Option<Place>) -> Option<[f64; 2]> {
    match place {
        Some(Place::Degrees { latitude, longitude }) => Some([*latitude, *longitude]),
        _ => None,
    }
}

fn median(places: &[Option<Place>], part: usize) -> f64 {
    let mut values: Vec<f64> = places.iter().filter_map(degrees).map(|both| both[part]).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
