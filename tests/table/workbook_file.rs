//! Workbooks for the tests: an archive of a few XML files, as Excel writes them.

use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// An archive with these files.
pub fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(content.as_bytes()).expect("its content");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A sheet of a workbook: its name, attributes beside it, and the XML of the worksheet between its tags.
pub struct TestSheet<'a> {
    pub name: &'a str,
    pub attributes: &'a str,
    pub xml: String,
}

/// Says which file of the archive is the workbook.
const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
     <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
     officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook with these sheets. Style 1 is a date.
pub fn workbook(sheets: &[TestSheet]) -> Vec<u8> {
    const NAMESPACES: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let each = |text: &dyn Fn(usize, &TestSheet) -> String| -> String {
        sheets.iter().enumerate().map(|(i, sheet)| text(i + 1, sheet)).collect()
    };
    let list = each(&|i, sheet| {
        format!(
            "<sheet name=\"{}\" sheetId=\"{i}\" {} r:id=\"rId{i}\"/>",
            sheet.name, sheet.attributes
        )
    });
    let targets = each(&|i, _| {
        format!(
            "<Relationship Id=\"rId{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"
        )
    });
    let book = format!("<workbook {NAMESPACES}><sheets>{list}</sheets></workbook>");
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{targets}\
         </Relationships>"
    );
    let styles = format!(
        "<styleSheet {NAMESPACES}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>\
         </styleSheet>"
    );
    let paths: Vec<String> =
        (1..=sheets.len()).map(|i| format!("xl/worksheets/sheet{i}.xml")).collect();
    let contents: Vec<String> = sheets
        .iter()
        .map(|sheet| format!("<worksheet {NAMESPACES}>{}</worksheet>", sheet.xml))
        .collect();
    let mut files = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
        ("xl/styles.xml", styles.as_str()),
    ];
    files.extend(paths.iter().map(String::as_str).zip(contents.iter().map(String::as_str)));
    archive(&files)
}

/// A sheet with these rows of cells, each a text or, if it begins with "<", its XML.
pub fn rows(rows: &[&[&str]]) -> String {
    let mut xml = String::from("<sheetData>");
    for (number, cells) in (1..).zip(rows) {
        xml += &format!("<row r=\"{number}\">");
        for (column, cell) in ('A'..).zip(*cells) {
            let at = format!("r=\"{column}{number}\"");
            xml += &match cell.strip_prefix("<c") {
                Some(rest) => format!("<c {at}{rest}"),
                None => format!("<c {at} t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            };
        }
        xml += "</row>";
    }
    xml + "</sheetData>"
}
