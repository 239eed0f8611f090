//! What a file is, by its content: names lie, and a picture that is called .csv is a picture.

use crate::language::{fill, isolated, phrase, to_phrase};

/// How a file has to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text with one row a line: CSV, or cells as they are pasted.
    Text,
    /// A workbook of Excel (.xlsx), which takes a part of its own.
    Workbook,
}

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 50_000_000;

/// What this file is; an empty name stands for what was pasted.
///
/// # Errors
/// A sentence about what it is and what to do, if it is no table that can be read.
pub fn kind(bytes: &[u8], file_name: &str) -> Result<Kind, String> {
    let refuse = |sentence: &'static str| Err(about(sentence, file_name));
    if bytes.len() > MAX_BYTES {
        return refuse(TOO_LARGE);
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if start.is_empty() || bytes.iter().all(|byte| *byte == 0) {
        return refuse(EMPTY);
    }
    if bytes.starts_with(b"PK") {
        return in_archive(bytes).map_err(|sentence| about(sentence, file_name));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return refuse(in_compound_file(bytes));
    }
    if is_unmarked_picture(bytes) {
        return refuse(PICTURE);
    }
    if let Some((_, sentence)) = BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return refuse(sentence);
    }
    if let Some(sentence) = marked_up(start) {
        return refuse(sentence);
    }
    Ok(Kind::Text)
}

/// A sentence with the name of the file.
pub(super) fn about(sentence: &'static str, file_name: &str) -> String {
    let file = match file_name.trim() {
        "" => phrase("What you pasted").to_owned(),
        name => format!("'{}'", isolated(&shortened(name))),
    };
    fill(phrase(sentence), &[("file", &file)])
}

/// The first 40 characters of a text, with an ellipsis if there are more.
pub(super) fn shortened(text: &str) -> String {
    const MAX_CHARACTERS: usize = 40;
    match text.char_indices().nth(MAX_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A file that begins so is no table.
const BEGINNINGS: [(&[u8], &str); 11] = [
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"RIFF", PICTURE),
    (b"%PDF", PDF),
    (b"{\\rtf", DOCUMENT),
    (b"\x1f\x8b", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"Rar!", ARCHIVE),
];

/// Pictures that do not begin with a mark of their own: those of telephones (HEIC), and bitmaps.
fn is_unmarked_picture(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(b"ftyp")
        || (bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]))
}

/// What a ZIP archive holds; the names in it are never compressed.
fn in_archive(bytes: &[u8]) -> Result<Kind, &'static str> {
    let has = |name: &str| memchr_like(bytes, name.as_bytes());
    match () {
        () if has("xl/workbook.xml") => Ok(Kind::Workbook),
        () if has("xl/workbook.bin") => Err(OLDER_WORKBOOK),
        () if has("opendocument.spreadsheet") => Err(OPEN_DOCUMENT),
        () if has("Index/Document.iwa") || has("Index/Tables/") => Err(NUMBERS),
        () if has("word/document") || has("ppt/") || has("opendocument.text") => Err(DOCUMENT),
        () if has("xl/") || has("[Content_Types].xml") => Err(DAMAGED),
        () => Err(ARCHIVE),
    }
}

/// What a compound file holds, the container of older Office files and of protected newer ones: the names of
/// its streams are in UTF-16.
fn in_compound_file(bytes: &[u8]) -> &'static str {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr_like(bytes, &name)
    };
    match () {
        () if has("EncryptedPackage") => PROTECTED,
        () if has("WordDocument") || has("PowerPoint") => DOCUMENT,
        () => OLDER_WORKBOOK,
    }
}

/// Whether the bytes contain these; `memchr` would be another crate for files that are refused.
fn memchr_like(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some(first) = wanted.first() else { return true };
    let starts = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    starts.map(|(start, _)| &bytes[start..]).any(|rest| rest.starts_with(wanted))
}

/// Why a text in a language for machines is no table, if it is one.
fn marked_up(start: &[u8]) -> Option<&'static str> {
    let start = start[..start.len().min(2_000)].to_ascii_lowercase();
    let begins = |tag: &str| start.starts_with(tag.as_bytes());
    match () {
        () if begins("<svg") => Some(PICTURE),
        () if begins("<!doctype") || begins("<html") || begins("<table") => Some(WEB_PAGE),
        () if begins("<?xml") && memchr_like(&start, b"<svg") => Some(PICTURE),
        () if begins("<?xml") || begins("<workbook") => Some(XML),
        () if begins("{\"") || begins("{\n") || begins("{\r\n") || begins("[{") => Some(JSON),
        () => None,
    }
}

const EMPTY: &str = to_phrase(
    "{file} is empty. Check in the program where the table was made that it was saved, and choose it again.",
);
const TOO_LARGE: &str = to_phrase(
    "{file} is larger than 50 MB, the most that this page reads. Save only the table of schools as CSV, and \
     choose that file.",
);
const PICTURE: &str = to_phrase(
    "{file} is a picture, which this page cannot read. Copy the table from the program where it was made, or save \
     it there as CSV or .xlsx.",
);
const PDF: &str = to_phrase(
    "{file} is a PDF, whose tables cannot be read reliably. Ask for the spreadsheet that it was made from, and \
     save that as CSV or .xlsx.",
);
const DOCUMENT: &str = to_phrase(
    "{file} is a document, not a spreadsheet. Copy the table in it and paste it here, or save it from a \
     spreadsheet as CSV or .xlsx.",
);
const ARCHIVE: &str =
    to_phrase("{file} is an archive of files. Unpack it, and choose the table that is in it.");
const OLDER_WORKBOOK: &str = to_phrase(
    "{file} is a workbook in an older or binary format of Excel (.xls or .xlsb). Open it in a spreadsheet, save it \
     as .xlsx or CSV, and choose that file.",
);
const OPEN_DOCUMENT: &str = to_phrase(
    "{file} is an OpenDocument spreadsheet (.ods). Open it in a spreadsheet, save it as .xlsx or CSV, and choose \
     that file.",
);
const NUMBERS: &str = to_phrase(
    "{file} is a spreadsheet of Apple Numbers. Export it from Numbers as CSV or Excel, and choose that file.",
);
const PROTECTED: &str = to_phrase(
    "{file} is protected by a password. Open it in Excel, remove the password or save the sheet as CSV, and choose \
     that file.",
);
pub(super) const DAMAGED: &str = to_phrase(
    "{file} is a workbook, but part of it is missing or damaged. Open it in Excel, save it again as .xlsx or CSV, \
     and choose that file.",
);
pub(super) const UNPACKS_TOO_LARGE: &str = to_phrase(
    "{file} is a workbook that unpacks to more than this page can hold. Save only the table of schools as CSV, and \
     choose that file.",
);
const WEB_PAGE: &str = to_phrase(
    "{file} is a web page, whatever its name says; some systems export their tables so. Open it in a spreadsheet, \
     save it as .xlsx or CSV, and choose that file.",
);
const XML: &str = to_phrase(
    "{file} is an XML file. Open it in a spreadsheet, save it as .xlsx or CSV, and choose that file.",
);
const JSON: &str = to_phrase(
    "{file} is a JSON file, not a table. A scenario saved by this page is opened under \"Export\".",
);
pub(super) const NOT_TEXT: &str = to_phrase(
    "{file} is neither a text nor a workbook. Save the table as CSV or .xlsx, and choose that file.",
);
pub(super) const NO_ROWS: &str = to_phrase(
    "{file} has no rows. Check in the program where the table was made that it is on the sheet that was saved.",
);
