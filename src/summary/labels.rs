//! The names of the outcomes, and what they mean.

use crate::language::to_phrase;

/// The name of an outcome or a risk and its explanation, both displayed through `phrase`.
pub(super) struct Label {
    /// Identifies what it labels, in any language.
    pub key: &'static str,
    pub name: &'static str,
    pub meaning: &'static str,
}

/// The label next to the chart includes the number of schools: see `outcomes`.
pub(super) const TIME: Label = Label {
    key: "time_to_target",
    name: to_phrase("Time to the goal"),
    meaning: to_phrase("When this many schools have ever started, in half of the futures."),
};
pub(super) const EVER: Label = Label {
    key: "ever",
    name: to_phrase("Ever started"),
    meaning: to_phrase("Schools that started, whether or not they stopped since."),
};
pub(super) const ACTIVE: Label = Label {
    key: "active",
    name: to_phrase("Still active"),
    meaning: to_phrase("Introductory, pilot and whole-school sites."),
};
pub(super) const LASTING_AND_DEEP: Label = Label {
    key: "sustained",
    name: to_phrase("Lasting and deep"),
    meaning: to_phrase(
        "Active schools that joined at least two years ago and have the depth of an exemplar.",
    ),
};
/// The same at the date of the other outcomes.
pub(super) const LASTING_THEN: Label = Label { key: "lasting_in_the_end", ..LASTING_AND_DEEP };
pub(super) const WHOLE: Label = Label {
    key: "whole",
    name: to_phrase("Whole school"),
    meaning: to_phrase("Schools that teach in the new way schoolwide."),
};
pub(super) const IN_NAME_ONLY: Label = Label {
    key: "in_name_only",
    name: to_phrase("In name only"),
    meaning: to_phrase(
        "Active schools that joined at least a year ago and have hardly changed their practice.",
    ),
};
pub(super) const DEPTH: Label = Label {
    key: "depth",
    name: to_phrase("Depth of practice"),
    meaning: to_phrase(
        "How far practice has changed, on average over active schools; 100% is all that the \
              program means to change.",
    ),
};
pub(super) const OWNERSHIP: Label = Label {
    key: "ownership",
    name: to_phrase("Ownership"),
    meaning: to_phrase("How far active schools have made the practice their own, on average."),
};
pub(super) const EQUITY_GAP: Label = Label {
    key: "equity_gap",
    name: to_phrase("Equity gap"),
    meaning: to_phrase(
        "Share of high-need schools that are active, minus that of lower-need schools. Above 0, \
              high-need schools are ahead; below 0, they are behind.",
    ),
};
pub(super) const WAITING: Label = Label {
    key: "waiting",
    name: to_phrase("Waiting for support"),
    meaning: to_phrase("Schools that volunteered and have not been admitted yet."),
};
pub(super) const COACHES: Label = Label {
    key: "capacity_ratio",
    name: to_phrase("Coaching available"),
    meaning: to_phrase(
        "Coaching available as a share of what active schools need. Below 100%, schools are short of \
              coaches.",
    ),
};
pub(super) const COST: Label = Label {
    key: "cost",
    name: to_phrase("Cost so far"),
    meaning: to_phrase("Coaching, running the sites, and effort against risks, since the start."),
};
pub(super) const SPENDING: Label = Label {
    key: "spending",
    name: to_phrase("Spending a year"),
    meaning: to_phrase("What a year costs at the pace of that month."),
};
pub(super) const COST_OF_LASTING: Label = Label {
    key: "cost_of_lasting",
    name: to_phrase("Cost per lasting school"),
    meaning: to_phrase(
        "All money spent by then, divided by the number of schools that are lasting and deep.",
    ),
};
pub(super) const TEACHER_HOURS: Label = Label {
    key: "teacher_hours",
    name: to_phrase("Teacher hours"),
    meaning: to_phrase("Extra hours per teacher since the start, added up over schools."),
};
pub(super) const TEACHER_TIME: Label = Label {
    key: "teacher_time",
    name: to_phrase("Extra hours per teacher per year"),
    meaning: to_phrase(
        "On average over the teachers of active schools, and over the years since the start.",
    ),
};
pub(super) const SETBACKS: Label = Label {
    key: "events",
    name: to_phrase("Setbacks"),
    meaning: to_phrase("Rollout risks that came true in the district since the start."),
};
