//! Months of a simulation in words.

use super::Preset;

const NAMES: [&str; 12] =
    ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun"];

/// The month as a person says it: "Jul 2018" where the preset has a calendar, else the time since the
/// start, "2 years 6 months". Month 0 is the start of a school year, a July.
pub fn month_name(preset: Option<Preset>, month: u32) -> String {
    match preset.and_then(Preset::first_july) {
        Some(first_year) => {
            let year = first_year + (month + 6) / 12;
            format!("{} {year}", NAMES[month as usize % 12])
        }
        None => duration(month),
    }
}

/// The month as a deadline: "by Jul 2018" or "within 2 years".
pub fn by_month(preset: Option<Preset>, month: u32) -> String {
    let name = month_name(preset, month);
    match preset.and_then(Preset::first_july) {
        Some(_) => format!("by {name}"),
        None if month == 0 => "at the start".to_owned(),
        None => format!("within {name}"),
    }
}

/// The month as the time of something that happens: "in Jul 2018" or "after 2 years 6 months".
pub fn in_month(preset: Option<Preset>, month: u32) -> String {
    let name = month_name(preset, month);
    match preset.and_then(Preset::first_july) {
        Some(_) => format!("in {name}"),
        None if month == 0 => "at the start".to_owned(),
        None => format!("after {name}"),
    }
}

/// "2 years 6 months"; for 0 "the start".
pub fn duration(months: u32) -> String {
    let count = |number: u32, unit: &str| match number {
        0 => None,
        1 => Some(format!("1 {unit}")),
        _ => Some(format!("{number} {unit}s")),
    };
    let parts: Vec<String> =
        [count(months / 12, "year"), count(months % 12, "month")].into_iter().flatten().collect();
    if parts.is_empty() { "the start".to_owned() } else { parts.join(" ") }
}

/// The end of the given year of the simulation, short, as an axis has it: "2018" or "4".
pub fn year_label(preset: Option<Preset>, year: u32) -> String {
    match preset.and_then(Preset::first_july) {
        Some(first_year) => (first_year + year).to_string(),
        None => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chicago_has_dates_and_counts_from_july_2016() {
        let name = |month| month_name(Some(Preset::Chicago), month);
        assert_eq!(name(0), "Jul 2016");
        assert_eq!(name(5), "Dec 2016");
        assert_eq!(name(6), "Jan 2017");
        assert_eq!(name(24), "Jul 2018");
        assert_eq!(name(30), "Jan 2019");
    }

    #[test]
    fn a_district_without_a_calendar_counts_years_from_its_start() {
        assert_eq!(month_name(None, 0), "the start");
        assert_eq!(month_name(None, 1), "1 month");
        assert_eq!(month_name(None, 12), "1 year");
        assert_eq!(month_name(None, 30), "2 years 6 months");
        assert_eq!(by_month(None, 24), "within 2 years");
        assert_eq!(by_month(Some(Preset::Chicago), 24), "by Jul 2018");
        assert_eq!(in_month(None, 0), "at the start");
        assert_eq!(in_month(None, 30), "after 2 years 6 months");
        assert_eq!(in_month(Some(Preset::Chicago), 24), "in Jul 2018");
        assert_eq!(year_label(None, 4), "4");
        assert_eq!(year_label(Some(Preset::BaltimoreCounty), 4), "2018");
    }
}
