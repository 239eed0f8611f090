//! What a column can be, and the words by which its head says so, in English and Spanish.

use crate::language::to_phrase;

/// What is read of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its name.
    Name,
    /// How much its students need, in any unit.
    Need,
    /// How ready it is: a rating from 1 to 5, or any number.
    Readiness,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// Eastward, in any unit.
    X,
    /// Northward, in the same unit.
    Y,
    /// Whether it teaches in the new way already, and how far.
    UnderWay,
    /// Its grades, such as "Elementary"; kept, not used.
    Level,
    /// Its number of students; kept, not used.
    Students,
}
use Field::*;

impl Field {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 10] =
        [Name, Need, Readiness, Latitude, Longitude, X, Y, UnderWay, Level, Students];

    /// What the page calls it, for [`crate::language::phrase`].
    pub fn label(self) -> &'static str {
        match self {
            Name => to_phrase("Name of the school"),
            Need => to_phrase("Student need"),
            Readiness => to_phrase("Readiness"),
            Latitude => to_phrase("Latitude"),
            Longitude => to_phrase("Longitude"),
            X => to_phrase("Place from west to east"),
            Y => to_phrase("Place from south to north"),
            UnderWay => to_phrase("Under way"),
            Level => to_phrase("School level"),
            Students => to_phrase("Students"),
        }
    }

    /// Its head in files that the page writes.
    pub(super) fn key(self) -> &'static str {
        match self {
            Name => "name",
            Need => "need",
            Readiness => "readiness",
            Latitude => "latitude",
            Longitude => "longitude",
            X => "x",
            Y => "y",
            UnderWay => "under way",
            Level => "level",
            Students => "students",
        }
    }

    /// Whether its values are numbers.
    pub(super) fn is_number(self) -> bool {
        !matches!(self, Name | UnderWay | Level)
    }

    /// Heads, without accents and filling words; see [`words`].
    fn heads(self) -> &'static str {
        match self {
            Name => {
                "name|school name|name school|school|schools|campus|campus name|building|building name|site name|\
                 school site|institution|institution name|facility name|organization name|nombre|escuela|escuelas|\
                 nombre escuela|escuela nombre|plantel|nombre plantel|colegio|nombre colegio|centro|centro escolar|\
                 centro educativo|nombre centro|institucion|institucion educativa|liceo"
            }
            Need => {
                "need|student need|needs|need index|frl|frpl|frpm|frm|free reduced|free reduced lunch|\
                 free reduced price|free reduced price lunch|free reduced price meals|free reduced meals|free lunch|\
                 reduced lunch|lunch|low income|lowincome|low income students|low ses|economically disadvantaged|\
                 econ disadvantaged|econ disadv|disadvantaged|poverty|poverty level|directly certified|\
                 direct certification|identified student|isp|opportunity index|hardship|hardship index|necesidad|\
                 necesidades|bajos ingresos|bajo ingreso|pobreza|almuerzo gratuito|almuerzo gratis|\
                 almuerzo reducido|almuerzo gratuito reducido|vulnerabilidad|indice vulnerabilidad|marginacion|\
                 desventaja economica|desfavorecidos|economicamente desfavorecidos"
            }
            Readiness => {
                "readiness|ready|readiness rating|readiness score|readiness index|rating|school readiness|\
                 preparacion|grado preparacion|nivel preparacion|disposicion|calificacion|valoracion"
            }
            Latitude => "latitude|lat|latitud|school latitude|gps lat|gps latitude",
            Longitude => {
                "longitude|lon|long|lng|longitud|school longitude|gps lon|gps long|gps longitude"
            }
            X => "x|x coordinate|x coord|coordinate x|coord x|easting|coordenada x|este",
            Y => "y|y coordinate|y coord|coordinate y|coord y|northing|coordenada y|norte",
            UnderWay => {
                "under way|underway|status|stage|current stage|phase|implementation|implementation status|\
                 implementation stage|implementation phase|participation|pathway|marcha|estado|estatus|etapa|\
                 fase|situacion|avance|participacion|implementacion"
            }
            Level => {
                "level|school level|grade level|grade levels|grades|grade span|grades served|school type|nivel|\
                 nivel educativo|nivel escolar|grados|tipo escuela"
            }
            Students => {
                "students|student count|total students|enrollment|enrolment|total enrollment|student enrollment|\
                 membership|alumnos|estudiantes|total alumnos|total estudiantes|matricula|alumnado|inscripcion"
            }
        }
    }

    /// How well a head names this field: 0 if not at all, 100 if it says just that.
    pub(super) fn fit(self, head: &str) -> u32 {
        let head = words(head);
        if head.is_empty() || (self == Name && is_identifier(&head)) {
            return 0;
        }
        let plain = without_measures(&head);
        let mut best = 0;
        for known in self.heads().split('|') {
            // Of a whole sentence as a head, the longest known part counts.
            let is_part = || known.len() > 1 && format!(" {head} ").contains(&format!(" {known} "));
            let fit = match known {
                _ if head == known => 100,
                _ if plain == known => 95,
                // "Lincoln School" is no head.
                _ if self == Name && known != "name" && known != "nombre" => 0,
                _ if is_part() => 50 + known.len().min(30) as u32,
                _ => 0,
            };
            best = best.max(fit);
        }
        // Of a number and a percentage of the same students, the percentage says how much they need.
        match self {
            Need if best > 0 && is_count(&head) => best - 30,
            _ => best,
        }
    }
}

/// Whether the head of a name says that it is a number or a code of the school instead.
fn is_identifier(head: &str) -> bool {
    let codes = ["id", "number", "code", "no", "type", "year", "codigo", "clave", "numero", "tipo"];
    head.split(' ').any(|word| codes.contains(&word))
}

/// Whether a head says that its column counts, instead of being a share.
fn is_count(head: &str) -> bool {
    head.split(' ').any(|word| matches!(word, "number" | "count" | "total" | "numero" | "n"))
}

/// A head without the words that only say in which unit it is.
fn without_measures(head: &str) -> String {
    let measures = [
        "percent",
        "percentage",
        "pct",
        "rate",
        "share",
        "proportion",
        "number",
        "count",
        "total",
        "porcentaje",
        "porciento",
        "tasa",
        "proporcion",
        "numero",
        "students",
        "estudiantes",
        "alumnos",
        "school",
    ];
    let kept: Vec<&str> = head.split(' ').filter(|word| !measures.contains(word)).collect();
    kept.join(" ")
}

/// A text in small letters without accents, signs, brackets with what is in them, and filling words.
pub(super) fn words(text: &str) -> String {
    const FILLING: [&str; 15] = [
        "of", "the", "or", "and", "in", "for", "eligible", "de", "del", "la", "el", "los", "las",
        "en", "con",
    ];
    let mut plain = String::new();
    let mut depth = 0_u32;
    for c in text.chars().flat_map(char::to_lowercase).map(without_accent) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '%' => plain.push_str(" percent "),
            '#' => plain.push_str(" number "),
            c if c.is_alphanumeric() => plain.push(c),
            // The two halves of an accent, and apostrophes.
            '\u{301}' | '\u{303}' | '\'' | '’' => {}
            _ => plain.push(' '),
        }
    }
    let all: Vec<&str> = plain.split_whitespace().collect();
    let kept: Vec<&str> = all.iter().copied().filter(|word| !FILLING.contains(word)).collect();
    if kept.is_empty() { all.join(" ") } else { kept.join(" ") }
}

fn without_accent(c: char) -> char {
    match c {
        'á' | 'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'ì' | 'î' => 'i',
        'ó' | 'ò' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields that a head fits best.
    fn best(head: &str) -> Option<Field> {
        let fits = Field::ALL.into_iter().map(|field| (field.fit(head), field));
        fits.reduce(|best, other| if other.0 > best.0 { other } else { best })
            .filter(|(fit, _)| *fit > 0)
            .map(|(_, field)| field)
    }

    #[test]
    fn heads_are_known_in_english_and_spanish_with_units_and_accents() {
        for (head, field) in [
            ("School Name", Name),
            ("Name of school", Name),
            ("SCHOOL", Name),
            ("Nombre de la escuela", Name),
            ("% FRL", Need),
            ("Free or Reduced-Price Lunch (%)", Need),
            ("Pct. Economically Disadvantaged", Need),
            ("% low-income students", Need),
            ("Students eligible for free or reduced meals", Need),
            ("Índice de necesidad", Need),
            ("Porcentaje de alumnos de bajos ingresos", Need),
            ("Readiness (1-5)", Readiness),
            ("Rating", Readiness),
            ("Preparación", Readiness),
            ("Lat.", Latitude),
            ("LNG", Longitude),
            ("X", X),
            ("Coordenada Y", Y),
            ("Current status", UnderWay),
            ("En marcha", UnderWay),
            ("School level", Level),
            ("Grades served", Level),
            ("Enrollment 2023", Students),
            ("Matrícula", Students),
            ("# of students", Students),
        ] {
            assert_eq!(best(head), Some(field), "{head}");
        }
    }

    #[test]
    fn known_heads_are_without_the_words_that_are_left_out() {
        for known in Field::ALL.into_iter().flat_map(|field| field.heads().split('|')) {
            assert_eq!(words(known), known);
        }
    }

    #[test]
    fn other_heads_and_names_of_schools_are_not() {
        for head in
            ["School ID", "School No.", "Lincoln School", "Phone", "Principal", "2016-17", "", "%"]
        {
            assert_eq!(best(head), None, "{head}");
        }
    }

    #[test]
    fn of_a_number_and_a_percentage_the_percentage_is_the_need() {
        assert!(Need.fit("FRL %") > Need.fit("FRL #"));
    }
}
