//! How the launch is made, and when schools may join.

use super::parameter::*;

parameters! {
    /// How the launch is made, and when schools may join.
    pub struct Launch at launch, group Launch;

    /// Public: announce the initiative at once. Soft: show results first, then announce.
    public_launch: bool = false, {
        label: "Kind of launch",
        unit: "yes or no",
        range: Range::YesNo {
            no: "Soft: show results first",
            yes: "Public: announce at once",
        },
        domain: SHARE,
        step: 1.0,
        evidence: Evidence::Choice,
    }

    /// How many times a year schools may join. Mid-year starts cost nothing extra in this model, so
    /// more intakes always help.
    intakes_per_year: u32 = 2, {
        label: "Intakes per year",
        unit: "per year",
        range: Range::OneOf(&[1, 2, 12]),
        domain: (1.0, 12.0),
        step: 1.0,
        evidence: Evidence::Judgment(""),
    }
}
