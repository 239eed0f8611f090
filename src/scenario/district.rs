//! The district and its schools: what its leaders find, not what they choose.

use super::parameter::*;

parameters! {
    /// The district and its schools: what its leaders find, not what they choose.
    pub struct District at district, group District;

    /// Size of the district.
    n_schools: u32 = 80, {
        label: "Schools",
        unit: "schools",
        range: Range::Between(2.0, 5000.0),
        domain: (2.0, 1e5),
        step: 1.0,
        evidence: Evidence::Measured("published accounts of each named district; a judgment elsewhere"),
    }

    /// Schools that teach in the new way at month 0; at most all schools of the district.
    start_schools: u32 = 4, {
        label: "Already under way",
        unit: "schools",
        range: Range::Between(0.0, 5000.0),
        domain: (0.0, 1e5),
        step: 1.0,
        evidence: Evidence::Measured("published accounts of each named district; a judgment elsewhere"),
    }

    /// Shares of the schools under way that are introductory, pilot and whole-school; they add up
    /// to 1.
    start_mix: [f64; 3] = [0.6, 0.4, 0.0], {
        label: "Stages of schools under way",
        unit: "shares",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// How long the schools under way have taught in the new way at month 0: the longer, the deeper their practice
    /// and the more it is their own.
    start_age: u32 = 0, {
        label: "Months under way",
        unit: "months",
        range: Range::Between(0.0, 120.0),
        domain: (0.0, 1e5),
        step: 6.0,
        evidence: Evidence::Judgment(""),
    }

    /// Average student need across schools.
    need_mean: f64 = 0.5, {
        label: "Average student need",
        unit: "index",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Standard deviation of student need across schools.
    need_sd: f64 = 0.2, {
        label: "Spread of student need",
        unit: "index",
        range: Range::Between(0.0, 0.3),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Average readiness of staff and leadership across schools.
    readiness_mean: f64 = 0.5, {
        label: "Average readiness",
        unit: "index",
        range: Range::Between(0.0, 1.0),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Standard deviation of readiness across schools.
    readiness_sd: f64 = 0.15, {
        label: "Spread of readiness",
        unit: "index",
        range: Range::Between(0.0, 0.3),
        domain: SHARE,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// Below zero, needier schools are less ready.
    need_readiness_corr: f64 = -0.5, {
        label: "Correlation of need and readiness",
        unit: "correlation",
        range: Range::Between(-0.9, 0.5),
        domain: SIGNED,
        step: 0.05,
        evidence: Evidence::Judgment(""),
    }

    /// How many other schools, nearby and similar in need, a school watches.
    peers: u32 = 6, {
        label: "Schools that each school watches",
        unit: "schools",
        range: Range::Between(1.0, 20.0),
        domain: AT_LEAST_ONE,
        step: 1.0,
        evidence: Evidence::Judgment(""),
    }

    /// Yearly spending on support, spread over all schools of the district. The strongest lever
    /// in this model.
    coaching_budget: f64 = 14.0, {
        label: "Coaching budget",
        unit: "thousand dollars per school per year",
        range: Range::Between(0.0, 80.0),
        domain: NOT_NEGATIVE,
        step: 0.5,
        evidence: Evidence::Judgment("fitted in the presets of Chicago and Baltimore County"),
    }

    /// The most that the district may spend in a year on coaches, sites and safeguards. A school whose site does not
    /// fit waits, or stays at its stage. Nobody is dismissed: what runs goes on, and coaches are built up to their
    /// budget, so spending can pass the cap for a while.
    spending_cap: f64 = 0.0, {
        label: "Spending cap",
        unit: "thousand dollars per year in all",
        range: Range::NoneOrBetween(10.0, 1e6),
        domain: NOT_NEGATIVE,
        step: 10.0,
        evidence: Evidence::Choice,
    }

    /// Calendar year of the first July on the chart: 2026 stands for the school year 2026–27. Without one, years are
    /// counted from the start. The model does not use it.
    start_year: u32 = 0, {
        label: "Start year",
        unit: "calendar year",
        range: Range::NoneOrBetween(1990.0, 2100.0),
        domain: (0.0, 1e5),
        step: 1.0,
        evidence: Evidence::Choice,
    }

    /// Rate at which principals leave a school of need 0.
    turnover_low: f64 = 0.14, {
        label: "Principal turnover at lowest need",
        unit: "per year",
        range: Range::Between(0.05, 0.4),
        domain: NOT_NEGATIVE,
        step: 0.01,
        evidence: Evidence::Measured("18% of principals leave each year (NCES); 1 in 6, and 1 in 5 in \
                                      high-poverty schools (NASSP)"),
    }

    /// Rate at which principals leave a school of need 1.
    turnover_high: f64 = 0.22, {
        label: "Principal turnover at highest need",
        unit: "per year",
        range: Range::Between(0.05, 0.4),
        domain: NOT_NEGATIVE,
        step: 0.01,
        evidence: Evidence::Measured("18% of principals leave each year (NCES); 1 in 6, and 1 in 5 in \
                                      high-poverty schools (NASSP)"),
    }
}
