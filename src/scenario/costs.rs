//! What running the sites costs, in money and in teachers' time.

use super::parameter::*;

parameters! {
    /// What running the sites costs, in money and in teachers' time.
    pub struct Costs at costs, group Costs;

    /// Yearly cost of an introductory, pilot and whole-school site.
    site_cost: [f64; 3] = [10.0, 60.0, 250.0], {
        label: "Cost of running one site",
        unit: "thousand dollars per year",
        range: Range::Between(0.0, 800.0),
        domain: NOT_NEGATIVE,
        step: 5.0,
        evidence: Evidence::Borrowed("start-up costs of $338,000 to $780,000 a school (LEAP)"),
    }

    /// Extra hours per teacher in an introductory, pilot and whole-school site; added up over
    /// schools.
    teacher_hours: [f64; 3] = [20.0, 60.0, 120.0], {
        label: "Extra teacher time",
        unit: "hours per teacher per year",
        range: Range::Between(0.0, 300.0),
        domain: NOT_NEGATIVE,
        step: 5.0,
        evidence: Evidence::Judgment(""),
    }
}
