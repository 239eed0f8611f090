//! What is said of fewer and of more of the things that yardsticks count.
//!
//! Each is a text of its own, because languages differ in what agrees with a count.

/// A text of a count, as English has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural {
    /// For one.
    pub one: &'static str,
    /// For many.
    pub many: &'static str,
}

/// A text of a count that is said elsewhere, with the place `{count}`. It has the name of
/// [`plural!`](crate::plural!), so that it is found as one.
pub const fn plural(one: &'static str, many: &'static str) -> Plural {
    Plural { one, many }
}

/// Schools in a cell of a table, whose row says which.
pub const SCHOOLS: [Plural; 2] = [
    plural("{count} fewer school", "{count} fewer schools"),
    plural("{count} more school", "{count} more schools"),
];
/// Schools that ever started.
pub const EVER: [Plural; 2] = [
    plural("{count} fewer school ever started", "{count} fewer schools ever started"),
    plural("{count} more school ever started", "{count} more schools ever started"),
];
/// Active schools.
pub const ACTIVE: [Plural; 2] = [
    plural("{count} fewer school still active", "{count} fewer schools still active"),
    plural("{count} more school still active", "{count} more schools still active"),
];
/// Schools that last and practise deeply.
pub const LASTING: [Plural; 2] = [
    plural("{count} fewer school lasting and deep", "{count} fewer schools lasting and deep"),
    plural("{count} more school lasting and deep", "{count} more schools lasting and deep"),
];
/// Schools with hardly any change in practice.
pub const IN_NAME_ONLY: [Plural; 2] = [
    plural("{count} fewer school in name only", "{count} fewer schools in name only"),
    plural("{count} more school in name only", "{count} more schools in name only"),
];
/// Schools that wait.
pub const WAITING: [Plural; 2] = [
    plural("{count} fewer school waiting", "{count} fewer schools waiting"),
    plural("{count} more school waiting", "{count} more schools waiting"),
];
/// Schools that started in a time that is said beside them.
pub const STARTED: [Plural; 2] = [
    plural("{count} fewer school started", "{count} fewer schools started"),
    plural("{count} more school started", "{count} more schools started"),
];
/// Whole-school sites.
pub const WHOLE_SCHOOL_SITES: [Plural; 2] = [
    plural("{count} fewer whole-school site", "{count} fewer whole-school sites"),
    plural("{count} more whole-school site", "{count} more whole-school sites"),
];
/// Hours of a teacher.
pub const HOURS: [Plural; 2] = [
    plural("{count} fewer teacher hour", "{count} fewer teacher hours"),
    plural("{count} more teacher hour", "{count} more teacher hours"),
];
/// Risk events.
pub const EVENTS: [Plural; 2] = [
    plural("{count} fewer setback", "{count} fewer setbacks"),
    plural("{count} more setback", "{count} more setbacks"),
];
