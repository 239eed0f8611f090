//! Tables: any bytes are either a table, whose questions can be answered, or refused with a sentence; and what the
//! page writes of a table it reads again.

use super::workbook_file::{TestSheet, rows, workbook};
use arbitrary::{Arbitrary, Result, Unstructured};
use districtwide::table::{
    Answers, Dash, DecimalMark, Place, Question, ReadinessScale, School, SchoolTable, Sheet,
    UnderWay, Unsigned, read_cells, read_text, read_workbook,
};

/// More rounds of questions than any table has.
const MAX_ROUNDS: usize = 40;

/// Reads any bytes as a file, and the same bytes as a table that people could have.
pub fn table(bytes: &[u8]) {
    match read_cells(bytes, "schools.csv") {
        Ok(sheets) => {
            assert!(!sheets.is_empty(), "no sheet and no reason");
            sheets.iter().for_each(|sheet| drop(assert_is_read_to_the_end(sheet)));
        }
        Err(sentence) => assert_is_sentence(&sentence),
    }
    assert_is_workbook_read_to_the_end(&String::from_utf8_lossy(bytes));
    let likely = LikelyTable::arbitrary(&mut Unstructured::new(bytes)).expect("a table");
    let text = likely.text(false);
    let schools = assert_is_text_read_to_the_end(&text);
    // A semicolon says something about decimal marks that a workbook does not.
    if likely.separator != ';' {
        assert_eq!(assert_is_workbook_read_to_the_end(&likely.xml()), schools, "{text}");
    }
    if likely.is_full() {
        assert_eq!(assert_is_text_read_to_the_end(&likely.text(true)), schools, "{text}");
    }
}

/// The schools of a workbook with this XML in its sheet; `None` if it is refused.
fn assert_is_workbook_read_to_the_end(xml: &str) -> Option<Vec<School>> {
    let sheet = TestSheet { name: "Schools", attributes: "", xml: xml.to_owned() };
    match read_workbook(&workbook(&[sheet]), "schools.xlsx") {
        Ok(sheets) => assert_is_read_to_the_end(&sheets[0]),
        Err(sentence) => {
            assert_is_sentence(&sentence);
            None
        }
    }
}

fn assert_is_text_read_to_the_end(text: &str) -> Option<Vec<School>> {
    let sheet = read_text(text.as_bytes(), "schools.csv").ok()?;
    assert_is_read_to_the_end(&sheet)
}

/// Answers questions until there are none, and checks every table on the way.
fn assert_is_read_to_the_end(sheet: &Sheet) -> Option<Vec<School>> {
    let mut answers = Answers::default();
    for _ in 0..MAX_ROUNDS {
        let table = match SchoolTable::read(sheet, &answers) {
            Ok(table) => table,
            Err(sentence) => {
                assert_is_sentence(&sentence);
                return None;
            }
        };
        assert_is_sound(&table);
        if table.questions.is_empty() {
            assert_is_read_again(&table);
            return Some(table.schools);
        }
        let before = answers.clone();
        table.questions.iter().for_each(|question| answer(question, &mut answers));
        assert_ne!(before, answers, "a question that has been answered: {:?}", table.questions);
    }
    panic!("questions without end: {answers:?}");
}

fn answer(question: &Question, answers: &mut Answers) {
    match question {
        Question::Sheet(_) => panic!("a sheet was chosen"),
        Question::Heads { row, .. } => answers.heads = Some(Some(*row)),
        Question::Column { field, candidates } => {
            answers.columns.insert(*field, candidates.first().copied());
        }
        Question::DecimalMark { column, .. } => {
            answers.decimal_marks.insert(*column, DecimalMark::Comma);
        }
        Question::Dash { .. } => answers.dash = Some(Dash::None),
        Question::PercentSigns { column, .. } => {
            answers.unsigned.insert(*column, Unsigned::Share);
        }
        Question::ReadinessScale { .. } => {
            answers.readiness_scale = Some(ReadinessScale::OneToFive);
        }
        Question::Stage { word } => {
            answers.stages.insert(word.clone(), Some(UnderWay::Pilot));
        }
        Question::IsSchool { row, .. } => {
            answers.is_school.insert(*row, true);
        }
    }
}

fn assert_is_sound(table: &SchoolTable) {
    for school in &table.schools {
        assert!(!school.name.trim().is_empty(), "{school:?}");
        for scaled in [school.need, school.readiness].into_iter().flatten() {
            assert!((0.0..=1.0).contains(&scaled.scaled) && scaled.given.is_finite(), "{school:?}");
        }
        if let Some(Place::Degrees { latitude, longitude }) = school.place {
            assert!(latitude.abs() <= 90.0 && longitude.abs() <= 180.0, "{school:?}");
        }
    }
    let rows: Vec<u32> = table.schools.iter().map(|school| school.row).collect();
    assert!(rows.is_sorted(), "{rows:?}");
    table.notes.iter().for_each(|note| assert_is_sentence(note));
    for question in &table.questions {
        assert_is_sentence(&question.sentence(&table.heads));
    }
}

fn assert_is_sentence(sentence: &str) {
    let is_sentence = sentence.ends_with(['.', '?']) && sentence.len() > 10;
    assert!(is_sentence && sentence.chars().count() < 2_500, "{sentence}");
}

/// What the page writes is read again as the same schools, on other rows, without a question.
fn assert_is_read_again(table: &SchoolTable) {
    let csv = table.to_csv();
    let sheet = read_text(csv.as_bytes(), "schools.csv").expect("a table");
    let again = SchoolTable::read(&sheet, &Answers::default()).expect("a table");
    assert_eq!(again.questions, [], "{csv}");
    let without_row = |school: &School| School { row: 0, ..school.clone() };
    let [before, after] =
        [table, &again].map(|of| of.schools.iter().map(without_row).collect::<Vec<_>>());
    assert_eq!(after, before, "{csv}");
}

/// A table of columns as people have them, with cells that are often odd.
struct LikelyTable {
    separator: char,
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    order: Vec<usize>,
}

const HEADS: [&str; 16] = [
    "School",
    "FRL %",
    "Readiness (1-5)",
    "Readiness",
    "Latitude",
    "Longitude",
    "X",
    "Y",
    "Status",
    "Level",
    "Students",
    "Poverty",
    "Phone",
    "Escuela",
    "2016-17",
    "",
];

const CELLS: [&str; 40] = [
    "Lincoln",
    "Oak",
    "Peña",
    "9",
    "Total",
    "-",
    "–",
    ".",
    "N/A",
    "*",
    "",
    "",
    "62%",
    "0.62",
    "0,62",
    "1,234",
    "1.234",
    "41.881",
    "-87.623",
    "41,88",
    "391",
    "pilot",
    "yes",
    "Whole school",
    "not yet",
    "Oct-09",
    "1905-07-06",
    ">95%",
    "about 20",
    "3",
    "4",
    "5",
    "=1+1",
    "'=x",
    "@a",
    "\"q\"",
    "12*",
    "1e400",
    "Source: b",
    "0",
];

impl<'a> Arbitrary<'a> for LikelyTable {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let separator = *u.choose(&[',', ';', '\t', '|'])?;
        let mut heads: Vec<&str> = Vec::new();
        for _ in 0..u.int_in_range(1..=6)? {
            let head = *u.choose(&HEADS)?;
            if !heads.contains(&head) {
                heads.push(head);
            }
        }
        let mut rows = Vec::new();
        for _ in 0..u.int_in_range(1..=8)? {
            let cells = heads.iter().map(|_| arbitrary_cell(u));
            rows.push(cells.collect::<Result<Vec<String>>>()?);
        }
        let mut order: Vec<usize> = (0..heads.len()).collect();
        for place in (1..order.len()).rev() {
            order.swap(place, u.int_in_range(0..=place)?);
        }
        Ok(Self { separator, heads, rows, order })
    }
}

fn arbitrary_cell(u: &mut Unstructured) -> Result<String> {
    Ok(match u.int_in_range(0..=9)? {
        0 => u.arbitrary::<&str>()?.chars().filter(|c| !c.is_control()).take(12).collect(),
        1 => u.arbitrary::<f64>()?.to_string(),
        2 => u.arbitrary::<i16>()?.to_string(),
        _ => (*u.choose(&CELLS)?).to_owned(),
    })
}

impl LikelyTable {
    /// The table as text, with its columns in their order or another.
    fn text(&self, is_turned: bool) -> String {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |cells: Vec<&str>| {
            let at =
                |place: usize| quoted(cells[if is_turned { self.order[place] } else { place }]);
            let cells: Vec<String> = (0..cells.len()).map(at).collect();
            cells.join(&self.separator.to_string()) + "\n"
        };
        let rows = self.rows.iter().map(|row| line(row.iter().map(String::as_str).collect()));
        line(self.heads.clone()) + &rows.collect::<String>()
    }

    /// The same cells as the sheet of a workbook.
    fn xml(&self) -> String {
        let escaped = |cell: &str| cell.replace('&', "&amp;").replace('<', "&lt;");
        let heads = self.heads.iter().map(|head| escaped(head)).collect();
        let below = self.rows.iter().map(|row| row.iter().map(|cell| escaped(cell)).collect());
        let all: Vec<Vec<String>> = std::iter::once(heads).chain(below).collect();
        let all: Vec<Vec<&str>> =
            all.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        rows(&all.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    /// Whether every column says what it is, so that their order says nothing, and no answer depends on it.
    fn is_full(&self) -> bool {
        let odd = ["", "2016-17", "Phone"];
        let is_once = |heads: [&str; 2]| !heads.iter().all(|head| self.heads.contains(head));
        self.heads.contains(&"School")
            && !self.heads.iter().any(|head| odd.contains(head))
            && is_once(["School", "Escuela"])
            && is_once(["FRL %", "Poverty"])
            && is_once(["Readiness", "Readiness (1-5)"])
    }
}
