//! Where schools are.

use crate::{assert_note, each, read};
use districtwide::table::{Place, SchoolTable};

fn places(table: &SchoolTable) -> Vec<Option<Place>> {
    each(table, |school| school.place)
}

#[test]
fn degrees_are_read_with_points_and_commas() {
    let expected = Place::Degrees { latitude: 41.881, longitude: -87.623 };
    for text in [
        "School,Lat,Lng\nA,41.881,-87.623\nB,41.9,-87.7\n",
        "School;Lat;Lng\nA;41,881;-87,623\nB;41,9;-87,7\n",
        "School;Lat;Lng\nA;41,881;−87,623\nB;;\n",
    ] {
        let table = read(text);
        assert!(table.questions.is_empty(), "{:?}", table.questions);
        assert_eq!(places(&table)[0], Some(expected), "{text}");
    }
}

#[test]
fn a_latitude_that_is_on_no_globe_is_named_with_its_row_and_not_taken() {
    let table = read("School,Latitude,Longitude\nA,391,-87.6\nB,41.9,-87.7\nC,41.8,-187\n");
    assert_eq!(places(&table).iter().flatten().count(), 1);
    assert_note(&table, &["Row 2", "Latitude is 391", "from -90 to 90"]);
    assert_note(&table, &["Row 4", "Longitude is -187"]);
    assert_note(&table, &["Schools without a place: 2 of 3"]);
}

#[test]
fn a_place_in_the_atlantic_or_far_away_is_named() {
    let table = read("School,Lat,Lon\nA,41.8,-87.6\nB,0,0\nC,41.9,87.7\nD,41.7,-87.7\n");
    assert_eq!(places(&table)[1], None);
    assert_note(&table, &["Row 3", "a point in the Atlantic"]);
    assert!(places(&table)[2].is_some());
    assert_note(&table, &["Row 4", "far from the other schools"]);
}

#[test]
fn a_plane_is_read_too_and_half_a_place_is_said() {
    let table = read("School,X,Y\nA,1,2\nB,3,\n");
    assert_eq!(places(&table), [Some(Place::Plane { x: 1.0, y: 2.0 }), None]);
    let table = read("School,Latitude,Need\nA,41.8,1\nB,41.9,2\n");
    assert_eq!(places(&table), [None, None]);
    assert_note(&table, &["Latitude is in the table and Longitude is not"]);
}
