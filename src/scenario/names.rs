//! Names that people give to runs and scenarios, and file names derived from them.

/// Maximum number of characters in a name.
pub const MAX_NAME_LENGTH: usize = 40;

/// A name normalized to one line, without surrounding whitespace, truncated to the maximum length.
pub fn tidy_name(name: &str) -> String {
    let one_line = name.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = one_line.filter(|word| !word.is_empty()).collect();
    let cut: String = words.join(" ").chars().take(MAX_NAME_LENGTH).collect();
    cut.trim_end().to_owned()
}

/// The stem of a file name: letters, digits and hyphens of the name in lower case; `otherwise` if none
/// are left. No operating system interprets it as a path, a hidden file or a command.
pub fn file_stem(name: &str, otherwise: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '_');
    // Non-ASCII letters keep their case: the table for them weighs more than a chart.
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    match &words[..] {
        [] => otherwise.to_owned(),
        // Names reserved by Windows, where "con.json" is reserved too.
        [one] if ["con", "prn", "aux", "nul"].contains(&one.as_str()) => format!("{one}-scenario"),
        words => words.join("-"),
    }
}

/// The name or, if it is taken, the name with the first number that makes it unique: "Slow 2".
pub fn free_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| {
        let ending = format!(" {number}");
        let max_length = MAX_NAME_LENGTH - ending.len();
        name.chars().take(max_length).chain(ending.chars()).collect::<String>()
    });
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_at_most_forty_characters() {
        assert_eq!(tidy_name("  Slow\t\r\nand \u{0} steady "), "Slow and steady");
        assert_eq!(tidy_name(&"é ".repeat(100)).chars().count(), MAX_NAME_LENGTH - 1);
        assert_eq!(tidy_name("\u{7}\n"), "");
    }

    #[test]
    fn a_file_name_has_no_special_meaning_to_any_system() {
        let stem = |name| file_stem(name, "chicago");
        assert_eq!(stem("Slow & steady: Año 2"), "slow-steady-año-2");
        assert_eq!(stem("../../etc/passwd"), "etc-passwd");
        assert_eq!(stem(".hidden\\file|x<y>*?\"%00"), "hidden-file-x-y-00");
        assert_eq!(stem("CON"), "con-scenario");
        for nothing in ["", "..", "///", "=+-@"] {
            assert_eq!(stem(nothing), "chicago");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let taken = ["Slow", "Slow 2"];
        assert_eq!(free_name("Slow", |name| taken.contains(&name)), "Slow 3");
        assert_eq!(free_name("Fast", |name| taken.contains(&name)), "Fast");
        let long = "x".repeat(MAX_NAME_LENGTH);
        let other = free_name(&long, |name| name == long);
        assert_eq!((other.len(), other.ends_with(" 2")), (MAX_NAME_LENGTH, true));
    }
}
