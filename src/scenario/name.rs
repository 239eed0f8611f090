//! Names that people give to runs and scenarios, and file names made of them.

/// Characters of a name at the most.
pub const LONGEST_NAME: usize = 40;

/// A name on one line, without what surrounds it, as long as a name may be.
pub fn tidy_name(name: &str) -> String {
    let one_line = name.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = one_line.filter(|word| !word.is_empty()).collect();
    let cut: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    cut.trim_end().to_owned()
}

/// The beginning of a file name: letters, digits and hyphens of the name in small letters; the other one
/// if none are left. No system reads a path, a hidden file or a command in it.
pub fn file_stem(name: &str, otherwise: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '_');
    // Letters beyond z keep their size: the table for them weighs more than a chart.
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    match &words[..] {
        [] => otherwise.to_owned(),
        // Names that Windows keeps for itself, and "con.json" is one of them.
        [one] if ["con", "prn", "aux", "nul"].contains(&one.as_str()) => format!("{one}-scenario"),
        words => words.join("-"),
    }
}

/// The name, or if it is taken the name with the first number that is not: "Slow 2".
pub fn free_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| {
        let ending = format!(" {number}");
        let room = LONGEST_NAME - ending.len();
        name.chars().take(room).chain(ending.chars()).collect::<String>()
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
        assert_eq!(tidy_name(&"é ".repeat(100)).chars().count(), LONGEST_NAME - 1);
        assert_eq!(tidy_name("\u{7}\n"), "");
    }

    #[test]
    fn a_file_name_holds_nothing_that_a_system_takes_for_something_else() {
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
        let long = "x".repeat(LONGEST_NAME);
        let other = free_name(&long, |name| name == long);
        assert_eq!((other.len(), other.ends_with(" 2")), (LONGEST_NAME, true));
    }
}
