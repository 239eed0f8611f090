//! What a file is, and how its letters and columns are stored.

use crate::{names, needs, read, workbook_file};
use districtwide::table::{Answers, MAX_BYTES, SchoolTable, read_cells};

/// The sentence with which a file is refused.
fn refused(bytes: &[u8], name: &str) -> String {
    let sentence = read_cells(bytes, name).expect_err("no table");
    assert!(sentence.contains(name) && sentence.ends_with('.'), "{sentence}");
    assert!(!sentence.contains('{'), "{sentence}");
    sentence
}

#[test]
fn what_is_no_table_is_told_by_its_content_whatever_its_name_says() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let compound =
        |stream: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &utf16(stream)[..]].concat();
    for (bytes, kind) in [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "a picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1".to_vec(), "a picture"),
        (b"BM6\x01\0\0\0\0\0\x006\0".to_vec(), "a picture"),
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), "a PDF"),
        (compound("Workbook"), "older or binary format"),
        (compound("EncryptedPackage"), "protected by a password"),
        (compound("WordDocument"), "a document"),
        (workbook_file::archive(&[("word/document.xml", "<w/>")]), "a document"),
        (workbook_file::archive(&[("xl/workbook.bin", "")]), "older or binary format"),
        (
            workbook_file::archive(&[("mimetype", "")])
                .into_iter()
                .chain(*b"application/vnd.oasis.opendocument.spreadsheet")
                .collect(),
            "an OpenDocument spreadsheet",
        ),
        (workbook_file::archive(&[("Index/Document.iwa", "")]), "Apple Numbers"),
        (workbook_file::archive(&[("schools.csv", "School")]), "an archive"),
        (b"<html><table><tr><td>School".to_vec(), "a web page"),
        (b"<?xml version=\"1.0\"?><Workbook>".to_vec(), "an XML file"),
        (b"{\"preset\": \"chicago\"}".to_vec(), "a JSON file"),
        (b"{\\rtf1 School}".to_vec(), "a document"),
        ((0..=255).cycle().take(2_000).collect(), "neither a text nor a workbook"),
    ] {
        let sentence = refused(&bytes, "schools.csv");
        assert!(sentence.contains(kind), "{kind}: {sentence}");
    }
}

#[test]
fn nothing_and_too_much_have_a_sentence_with_the_numbers() {
    for bytes in [&b""[..], b"\xef\xbb\xbf", b" \r\n \n"] {
        assert!(refused(bytes, "a.csv").contains("is empty"));
    }
    assert!(refused(b",,,\n,,\n", "a.csv").contains("has no rows"));
    assert!(refused(&vec![b'a'; MAX_BYTES + 1], "a.csv").contains("50 MB"));
    let rows = |count: usize| "Lincoln;0.5\n".repeat(count);
    let long = refused(rows(20_001).as_bytes(), "a.csv");
    assert!(long.contains("20,000 rows") && long.contains("5,000 schools"), "{long}");
    let sheets = read_cells(format!("School;Need\n{}", rows(5_001)).as_bytes(), "a.csv").unwrap();
    let many = SchoolTable::read(&sheets[0], &Answers::default()).unwrap_err();
    assert!(many.contains("5,001 schools") && many.contains("at most 5,000"), "{many}");
    assert!(read_cells(b"", "").unwrap_err().starts_with("What you pasted is empty"));
}

#[test]
fn a_table_without_a_school_has_a_sentence() {
    let sheets = read_cells(b"School,Need\n", "a.csv").unwrap();
    let sentence = SchoolTable::read(&sheets[0], &Answers::default()).unwrap_err();
    assert!(sentence.contains("no school in the table"), "{sentence}");
}

#[test]
fn each_way_of_storing_letters_gives_the_same_schools() {
    let text = "Escuela;Necesidad\nPeña Ávila;0,5\nOak;0,75\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe", &little[..]].concat(),
        [b"\xfe\xff", &big[..]].concat(),
        little.clone(),
        latin.into_owned(),
    ] {
        let sheets = read_cells(&bytes, "a.csv").unwrap();
        let table = SchoolTable::read(&sheets[0], &Answers::default()).unwrap();
        assert_eq!(names(&table), ["Peña Ávila", "Oak"]);
        assert_eq!(needs(&table), [Some(0.5), Some(0.75)]);
    }
}

#[test]
fn each_separator_gives_the_same_schools() {
    for text in [
        "School,Need\nLincoln,12\nOak,7.5\n",
        "School;Need\r\nLincoln;12\r\nOak;7,5\r\n",
        "School\tNeed\nLincoln\t12\nOak\t7.5",
        "sep=;\nSchool;Need\nLincoln;12\nOak;7,5\n",
        "\u{feff}sep=,\r\n\"School\",\"Need\"\r\n\"Lincoln\",=\"12\"\r\n\"Oak\",\"7,5\"\r\n",
        "School|Need\nLincoln|12\nOak|7.5\n",
    ] {
        let table = read(text);
        assert_eq!(names(&table), ["Lincoln", "Oak"], "{text}");
        assert_eq!(needs(&table), [Some(12.0), Some(7.5)], "{text}");
        assert_eq!(table.schools[1].row, 3, "{text}");
    }
}

#[test]
fn a_name_is_kept_as_it_is_with_commas_quotes_breaks_and_formulas() {
    let text = "School,Need\n\"Lincoln, \"\"Abe\"\"\",1\n\"Oak\nEast\",2\n=SUM(A1),3\n=\"009\",4\n  'Iolani ,5\n";
    assert_eq!(names(&read(text)), ["Lincoln, \"Abe\"", "Oak\nEast", "=SUM(A1)", "009", "'Iolani"]);
}
