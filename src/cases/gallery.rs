//! The ten cases: each fact once, with its source. The sentences are ours.

use super::case::{Case, Schools};
use super::count::{CaseCount, Counted, Exactness, When};
use super::reading::{MIDDLE, Reading};
use crate::language::to_phrase;
use crate::scenario::{Decisions, Preset};
use Counted::{Active, Ever, Faithful, New, NewHighSchools, NotSaid, WholeSchoolCohort, Wide};
use Exactness::{About, AtLeast, Exact, Planned};
use When::{EndOf, Month, NotDated, SchoolYear, Year};

const fn count(when: When, schools: u32, counted: Counted, exactness: Exactness) -> CaseCount {
    CaseCount { when, schools, counted, exactness }
}

const PERSONALIZED: &str = to_phrase("Personalized learning");

/// All cases, in the order of the specification.
pub static CASES: [Case; 10] = [
    CHICAGO,
    HENRY_COUNTY,
    CHARLOTTE,
    HOUSTON,
    LOUDOUN,
    BALTIMORE_COUNTY,
    FULTON_COUNTY,
    NEW_YORK,
    ILLINOIS,
    BADEN_WURTTEMBERG,
];

const CHICAGO: Case = Case {
    key: "chicago",
    name: to_phrase("Chicago"),
    what: PERSONALIZED,
    schools: Schools::Counted(516),
    counts: &[
        count(Year(2016), 21, NotSaid, Exact),
        count(Month(2018, 5), 120, Wide, Exact),
        count(Year(2018), 100, NotSaid, AtLeast),
        count(EndOf(2018), 130, NotSaid, Planned),
        count(NotDated, 8, WholeSchoolCohort, Exact),
        count(NotDated, 11, WholeSchoolCohort, Exact),
        count(NotDated, 13, WholeSchoolCohort, Exact),
    ],
    counted: NotSaid,
    how: to_phrase(
        "Schools chose to join, on one of three pathways, each with partners that the district had \
         picked.",
    ),
    source: to_phrase(
        "The Learning Accelerator, strategy pages on Chicago; Chicago Tribune, May 1, 2018; the \
         district’s page on adoption",
    ),
    how_sure: to_phrase(
        "Two accounts count differently: the 120 counted since 2014–15 include schools that only \
         planned, and are not used.",
    ),
    reading: Reading::Preset(Preset::Chicago),
    read_from: to_phrase(
        "The preset of this page. Its peer pull and coaching budget were fitted to these counts, so \
         meeting the last one proves nothing.",
    ),
};

const HENRY_COUNTY: Case = Case {
    key: "henry_county",
    name: to_phrase("Henry County, Georgia"),
    what: PERSONALIZED,
    schools: Schools::Counted(50),
    counts: &[
        count(SchoolYear(2015), 6, Ever, Exact),
        count(SchoolYear(2016), 15, Ever, Exact),
        count(SchoolYear(2017), 23, Ever, Exact),
        count(SchoolYear(2018), 32, Ever, Planned),
    ],
    counted: Ever,
    how: to_phrase(
        "Schools apply to join and the principal must be behind it; 6 to 10 start each year.",
    ),
    source: to_phrase(
        "The Learning Accelerator, practices.learningaccelerator.org; press release of the district, \
         July 2015",
    ),
    how_sure: to_phrase("Three years are counted; the fourth was a plan and is not scored."),
    reading: Reading::Account {
        decisions: Decisions {
            central_decentral: 0.5,
            fast_slow: 0.3,
            need_readiness: 0.5,
            ..MIDDLE
        },
        set: |s| s.launch.intakes_per_year = 1,
    },
    read_from: to_phrase(
        "Applying reads as decentralized and readiness first, a group each year as unhurried, with one \
         intake a year.",
    ),
};

const CHARLOTTE: Case = Case {
    key: "charlotte_mecklenburg",
    name: to_phrase("Charlotte-Mecklenburg, North Carolina"),
    what: PERSONALIZED,
    schools: Schools::Counted(168),
    counts: &[
        count(SchoolYear(2014), 15, Ever, Exact),
        count(SchoolYear(2016), 48, Ever, Exact),
        count(SchoolYear(2017), 62, Ever, Exact),
    ],
    counted: Ever,
    how: to_phrase("Schools that were interested joined, from the bottom up."),
    source: to_phrase("Friday Institute, North Carolina State University, fi.ncsu.edu"),
    how_sure: to_phrase("One account gives all three counts."),
    reading: Reading::Account {
        decisions: Decisions { central_decentral: 0.8, need_readiness: 0.3, ..MIDDLE },
        set: |_| {},
    },
    read_from: to_phrase("Joining by interest reads as decentralized and rather readiness first."),
};

const HOUSTON: Case = Case {
    key: "houston",
    name: to_phrase("Houston, Texas"),
    what: to_phrase("A laptop for every high school student"),
    schools: Schools::Counted(44),
    counts: &[
        count(Month(2014, 1), 11, NotSaid, Exact),
        count(SchoolYear(2014), 32, NotSaid, Exact),
        count(SchoolYear(2015), 44, NotSaid, About(42, 45)),
    ],
    counted: NotSaid,
    how: to_phrase("The district placed its high schools in three phases."),
    source: to_phrase("Houston Independent School District, houstonisd.org and its blogs"),
    how_sure: to_phrase(
        "The last count is of all high schools; pages of the district number them from 42 to 45.",
    ),
    reading: Reading::Account {
        decisions: Decisions {
            central_decentral: -1.0,
            fast_slow: -0.8,
            fixed_adapt: -0.5,
            package_modules: -0.5,
            ..MIDDLE
        },
        set: |s| s.launch.public_launch = true,
    },
    read_from: to_phrase(
        "Placing all schools within two years reads as centralized and fast, three phases set in advance \
         as fixed, one device for everybody as a package, with a public launch.",
    ),
};

const LOUDOUN: Case = Case {
    key: "loudoun_county",
    name: to_phrase("Loudoun County, Virginia"),
    what: PERSONALIZED,
    schools: Schools::About(90),
    counts: &[
        count(SchoolYear(2016), 15, NotSaid, Exact),
        count(SchoolYear(2017), 25, NotSaid, Exact),
    ],
    counted: NotSaid,
    how: to_phrase("Pilots came first, then more schools."),
    source: to_phrase("Reports of the district"),
    how_sure: to_phrase(
        "Not sure: a later report of the district gives the steps in the opposite order.",
    ),
    reading: Reading::Account {
        decisions: Decisions { fast_slow: 0.2, ..MIDDLE },
        set: |s| s.district.start_mix = [0.0, 1.0, 0.0],
    },
    read_from: to_phrase(
        "Pilots first reads as a little slow, with pilots at the start. The account speaks of no other \
         decision.",
    ),
};

const BALTIMORE_COUNTY: Case = Case {
    key: "baltimore_county",
    name: to_phrase("Baltimore County"),
    what: to_phrase("A laptop for every student, and teaching that uses it"),
    schools: Schools::Counted(173),
    counts: &[
        count(SchoolYear(2014), 10, NotSaid, Exact),
        count(Month(2016, 4), 3, NewHighSchools, Exact),
    ],
    counted: NotSaid,
    how: to_phrase("The district decided, one school level after the other."),
    source: to_phrase("Baltimore County Public Schools, bcps.org"),
    how_sure: to_phrase(
        "One count of all schools, and one of three high schools; the rest was a plan and is not scored.",
    ),
    reading: Reading::Preset(Preset::BaltimoreCounty),
    read_from: to_phrase(
        "The preset of this page. Its assignment, pace and budget were fitted to the plan.",
    ),
};

const FULTON_COUNTY: Case = Case {
    key: "fulton_county",
    name: to_phrase("Fulton County, Georgia"),
    what: PERSONALIZED,
    schools: Schools::Counted(101),
    counts: &[count(Year(2015), 32, NotSaid, Exact)],
    counted: NotSaid,
    how: to_phrase(
        "The district brought schools in by groups: 15 to 20 more every few months, as planned in 2015.",
    ),
    source: to_phrase("THE Journal, April 23, 2015"),
    how_sure: to_phrase("One count; the groups that follow were a plan and are not scored."),
    reading: Reading::Account {
        decisions: Decisions { central_decentral: -0.7, fast_slow: -0.5, ..MIDDLE },
        // The first count and the first of the planned groups.
        set: |s| s.simulation.target_schools = 50,
    },
    read_from: to_phrase(
        "Groups that the district calls in read as centralized, one every few months as fast.",
    ),
};

const NEW_YORK: Case = Case {
    key: "new_york",
    name: to_phrase("New York City"),
    what: to_phrase("Community schools"),
    schools: Schools::Unknown,
    counts: &[
        count(SchoolYear(2014), 45, Active, Exact),
        count(NotDated, 130, Active, Exact),
        count(NotDated, 146, Active, Exact),
        count(Year(2017), 215, Active, Exact),
        count(Year(2018), 247, Active, Exact),
    ],
    counted: Active,
    how: to_phrase("The city chose schools by their need."),
    source: to_phrase("City of New York, nyc.gov; Chalkbeat, chalkbeat.org"),
    how_sure: to_phrase(
        "The counts are of active schools; which schools could have been chosen is not known.",
    ),
    reading: Reading::Account {
        decisions: Decisions { central_decentral: -0.7, need_readiness: -0.8, ..MIDDLE },
        set: |_| {},
    },
    read_from: to_phrase("Choosing by need reads as centralized and need first."),
};

const ILLINOIS: Case = Case {
    key: "illinois",
    name: to_phrase("Illinois"),
    what: to_phrase("Positive behavior support"),
    schools: Schools::About(4100),
    counts: &[
        count(SchoolYear(2011), 1655, Ever, Exact),
        count(SchoolYear(2011), 1343, Active, Exact),
        count(SchoolYear(2011), 783, Faithful, Exact),
    ],
    counted: Ever,
    how: to_phrase("A network with coaches of its own helped schools that joined."),
    source: to_phrase("The network’s summary report of 2012"),
    how_sure: to_phrase(
        "One year, counted in three ways: of the schools that ever started, 81% were still active and \
         47% were measured as faithful.",
    ),
    reading: Reading::Account {
        decisions: Decisions { central_decentral: 0.3, build_buy: -0.6, ..MIDDLE },
        // Those that had stopped by then are not under way.
        set: |s| s.district.start_schools = 1343,
    },
    read_from: to_phrase(
        "A network that schools join reads as rather decentralized, coaches of its own as built in-house.",
    ),
};

const BADEN_WURTTEMBERG: Case = Case {
    key: "baden_wurttemberg",
    name: to_phrase("Baden-Württemberg, Germany"),
    what: to_phrase("Gemeinschaftsschule, one school for all levels"),
    schools: Schools::MoreThan(2000),
    counts: &[
        count(SchoolYear(2012), 41, New, Exact),
        count(SchoolYear(2013), 87, New, Exact),
        count(SchoolYear(2014), 81, New, Exact),
        count(SchoolYear(2015), 62, New, Exact),
        count(SchoolYear(2016), 28, New, Exact),
    ],
    counted: New,
    how: to_phrase("Schools and towns applied to the state."),
    source: to_phrase("szenario7.de; Statistical Office of Baden-Württemberg, statistik-bw.de"),
    how_sure: to_phrase(
        "The counts are of new schools; more than 2,000 could have applied, and no closer number is known.",
    ),
    reading: Reading::Account {
        decisions: Decisions {
            central_decentral: 0.6,
            need_readiness: 0.4,
            package_modules: -0.6,
            ..MIDDLE
        },
        set: |_| {},
    },
    read_from: to_phrase(
        "Applying reads as decentralized and readiness first, a school of a new kind as a package.",
    ),
};
