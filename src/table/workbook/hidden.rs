//! Which columns and rows a workbook hides; calamine reads them without saying so.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What is hidden in one sheet.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Hidden {
    /// The name of the sheet.
    pub(super) sheet: String,
    /// Its columns, from 0, up to the last one that is read.
    pub(super) columns: BTreeSet<usize>,
    /// The numbers of its rows, from 1.
    pub(super) rows: BTreeSet<u32>,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What is hidden in each sheet. What cannot be read hides nothing: it is only named.
pub(super) fn in_workbook(bytes: &[u8]) -> Vec<Hidden> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let sheets = elements(&mut archive, "xl/workbook.xml", "sheet", ["name", "r:id"]);
    let targets =
        elements(&mut archive, "xl/_rels/workbook.xml.rels", "Relationship", ["Id", "Target"]);
    let mut hidden = Vec::new();
    for [sheet, id] in sheets {
        let target = targets.iter().find(|[of, _]| *of == id).map(|[_, target]| target);
        let path = target.map(|target| match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        });
        let xml = path.and_then(|path| text(&mut archive, &path)).unwrap_or_default();
        hidden.push(in_sheet(sheet, &xml));
    }
    hidden
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

fn in_sheet(sheet: String, xml: &str) -> Hidden {
    let mut hidden = Hidden { sheet, ..Hidden::default() };
    for_each_element(xml, |element| {
        let local = element.local_name();
        let name = local.as_ref();
        let is_hidden = || matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
        if name == "col" && is_hidden() {
            let number = |of: &str| attribute(element, of)?.parse::<usize>().ok();
            if let (Some(min @ 1..), Some(max)) = (number("min"), number("max")) {
                hidden.columns.extend(min - 1..max.min(super::MAX_COLUMNS));
            }
        } else if name == "row" && is_hidden() {
            hidden.rows.extend(attribute(element, "r").and_then(|row| row.parse::<u32>().ok()));
        }
    });
    hidden
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
