//! What calamine does not say of a workbook: what it hides, where it has formulas, and whether its references can be.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What is to be said of one sheet.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Scan {
    /// The name of the sheet.
    pub(super) sheet: String,
    /// The columns that it hides, from 0, up to the last one that is read.
    pub(super) hidden_columns: BTreeSet<usize>,
    /// The numbers of the rows that it hides, from 1.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// The columns with formulas, from 0.
    pub(super) formulas: BTreeSet<usize>,
    /// The number of formulas whose result was not saved.
    pub(super) without_result: usize,
    /// A reference in it is none, on which calamine would compute positions that overflow.
    pub(super) is_damaged: bool,
    /// The column of the last cell.
    column: usize,
    /// Whether that has a formula and no result so far.
    is_waiting: bool,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Scans each sheet. What cannot be found says nothing.
pub(super) fn sheets(bytes: &[u8]) -> Vec<Scan> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let sheets = elements(&mut archive, "xl/workbook.xml", "sheet", ["name", "r:id"]);
    let targets =
        elements(&mut archive, "xl/_rels/workbook.xml.rels", "Relationship", ["Id", "Target"]);
    let mut scans = Vec::new();
    for [sheet, id] in sheets {
        let target = targets.iter().find(|[of, _]| *of == id).map(|[_, target]| target);
        let path = target.map(|target| match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        });
        let xml = path.and_then(|path| text(&mut archive, &path)).unwrap_or_default();
        let mut scan = Scan { sheet, ..Scan::default() };
        for_each_element(&xml, |element| scan.add(element));
        scan.end_cell();
        scans.push(scan);
    }
    scans
}

impl Scan {
    fn add(&mut self, element: &BytesStart) {
        let local = element.local_name();
        match local.as_ref() {
            "col" => self.add_columns(element),
            "row" => {
                let row = attribute(element, "r");
                self.is_damaged |= row.as_ref().is_some_and(|row| !is_row(row));
                if is_hidden(element) {
                    self.hidden_rows.extend(row.and_then(|row| row.parse::<u32>().ok()));
                }
                // The first cell of the row may not name its column.
                self.end_cell();
                self.column = usize::MAX;
            }
            "c" => {
                self.end_cell();
                let cell = attribute(element, "r");
                self.is_damaged |= cell.as_ref().is_some_and(|cell| corner(cell).is_none());
                let named = cell.and_then(|cell| corner(&cell)).map(|(column, _)| column - 1);
                self.column = named.unwrap_or(self.column.wrapping_add(1));
            }
            "f" => {
                self.check_area(element);
                self.formulas.insert(self.column);
                self.is_waiting = true;
            }
            "v" | "is" => self.is_waiting = false,
            "dimension" | "mergeCell" => self.check_area(element),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        self.without_result += usize::from(std::mem::take(&mut self.is_waiting));
    }

    fn add_columns(&mut self, element: &BytesStart) {
        let number = |of: &str| attribute(element, of)?.parse::<usize>().ok();
        if let (true, Some(min @ 1..), Some(max)) =
            (is_hidden(element), number("min"), number("max"))
        {
            self.hidden_columns.extend(min - 1..max.min(super::MAX_COLUMNS));
        }
    }

    /// An area such as "A1:B2" ends where it begins, or behind.
    fn check_area(&mut self, element: &BytesStart) {
        let Some(area) = attribute(element, "ref") else { return };
        let (first, last) = area.split_once(':').unwrap_or((&area, &area));
        let is_area = match (corner(first), corner(last)) {
            (Some(first), Some(last)) => first.0 <= last.0 && first.1 <= last.1,
            _ => false,
        };
        self.is_damaged |= !is_area;
    }
}

fn is_hidden(element: &BytesStart) -> bool {
    matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"))
}

/// The column and the row of a cell such as "XFD1048576", from 1.
fn corner(cell: &str) -> Option<(usize, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let is_column =
        (1..=3).contains(&letters.len()) && letters.bytes().all(|c| c.is_ascii_alphabetic());
    let place = |c: u8| usize::from(c.to_ascii_uppercase() - b'A') + 1;
    (is_column && is_row(row)).then(|| {
        (letters.bytes().fold(0, |column, c| 26 * column + place(c)), row.parse().unwrap_or(1))
    })
}

fn is_row(row: &str) -> bool {
    (1..=7).contains(&row.len()) && row.bytes().all(|c| c.is_ascii_digit()) && !row.starts_with('0')
}

fn text(archive: &mut Archive, path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(path).ok()?.read_to_end(&mut bytes).ok()?;
    String::from_utf8(bytes).ok()
}

/// Two attributes of each element of a name.
fn elements(
    archive: &mut Archive,
    path: &str,
    name: &str,
    attributes: [&str; 2],
) -> Vec<[String; 2]> {
    let xml = text(archive, path).unwrap_or_default();
    let mut found = Vec::new();
    for_each_element(&xml, |element| {
        if element.local_name().as_ref() == name {
            found.push(attributes.map(|of| attribute(element, of).unwrap_or_default()));
        }
    });
    found
}

fn for_each_element(xml: &str, mut act: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => act(&element),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    quick_xml::escape::unescape(&attribute.value).ok().map(|value| value.into_owned())
}
