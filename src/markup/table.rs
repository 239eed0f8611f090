//! The values of the chart as a table.

use crate::ensemble::Quantiles;
use crate::language::{phrase, to_phrase};
use crate::scenario::Calendar;
use crate::summary::{Bands, integer};
use maud::{Markup, html};

/// The untranslated name of a quantile, and its getter.
type Column = (&'static str, fn(&Quantiles) -> f64);

/// The columns for each measure.
const COLUMNS: [Column; 5] = [
    (to_phrase("10%"), |q| q.p10),
    (to_phrase("25%"), |q| q.p25),
    (to_phrase("median"), |q| q.p50),
    (to_phrase("75%"), |q| q.p75),
    (to_phrase("90%"), |q| q.p90),
];

/// Renders the bands month by month.
pub fn table(bands: &Bands, calendar: Calendar) -> String {
    html! {
        thead {
            tr {
                td {}
                th scope="colgroup" colspan="5" { (phrase("Ever started")) }
                th scope="colgroup" colspan="5" { (phrase("Still active")) }
            }
            tr {
                th scope="col" { (phrase("Month")) }
                @for (name, _) in COLUMNS.iter().chain(&COLUMNS) { th scope="col" { (phrase(name)) } }
            }
        }
        tbody {
            @for (month, (ever, active)) in (0..).zip(bands.ever.iter().zip(&bands.active)) {
                tr {
                    th scope="row" { (calendar.month_name(month)) }
                    (cells(ever))
                    (cells(active))
                }
            }
        }
    }
    .into_string()
}

/// Values are displayed in whole schools; the `value` attribute has the full number.
fn cells(quantiles: &Quantiles) -> Markup {
    html! {
        @for value in COLUMNS.map(|(_, of)| of(quantiles)) {
            td { data value=(value) { (integer(value)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::Ensemble;
    use crate::model::simulate;
    use crate::scenario::Scenario;

    #[test]
    fn the_table_has_a_row_per_month_with_the_full_numbers_in_attributes() {
        let scenario = Scenario::default();
        let mut ensemble = Ensemble::new(96);
        for replicate in 0..7 {
            ensemble.add(replicate, simulate(&scenario, replicate));
        }
        let bands = Bands::of(&ensemble).unwrap();
        let html = table(&bands, Calendar::default());
        assert_eq!(html.matches("<tr>").count(), 2 + 97);
        let p10 = bands.ever[36].p10;
        assert!(html.contains(&format!("<data value=\"{p10}\">{}</data>", integer(p10))));
    }
}
