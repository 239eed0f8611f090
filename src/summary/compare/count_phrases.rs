//! The texts for fewer and for more of the things that metrics count.
//!
//! Each is a separate text, because languages differ in what agrees with a count.

/// A text that depends on a count, in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural {
    /// The singular.
    pub one: &'static str,
    /// The plural.
    pub many: &'static str,
}

/// Marks a text that depends on a count and is displayed elsewhere, with the placeholder `{count}`. It
/// has the name of [`plural!`](crate::plural!), so that the search for translatable texts finds it.
pub const fn plural(one: &'static str, many: &'static str) -> Plural {
    Plural { one, many }
}

/// Schools in a table cell, whose row says which schools.
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
/// Schools that are lasting and deep.
pub const LASTING: [Plural; 2] = [
    plural("{count} fewer school lasting and deep", "{count} fewer schools lasting and deep"),
    plural("{count} more school lasting and deep", "{count} more schools lasting and deep"),
];
/// Schools with hardly any change in practice.
pub const IN_NAME_ONLY: [Plural; 2] = [
    plural("{count} fewer school in name only", "{count} fewer schools in name only"),
    plural("{count} more school in name only", "{count} more schools in name only"),
];
/// Waiting schools.
pub const WAITING: [Plural; 2] = [
    plural("{count} fewer school waiting", "{count} fewer schools waiting"),
    plural("{count} more school waiting", "{count} more schools waiting"),
];
/// Schools that started in a period named next to the text.
pub const STARTED: [Plural; 2] = [
    plural("{count} fewer school started", "{count} fewer schools started"),
    plural("{count} more school started", "{count} more schools started"),
];
/// Whole-school sites.
pub const WHOLE_SCHOOL_SITES: [Plural; 2] = [
    plural("{count} fewer whole-school site", "{count} fewer whole-school sites"),
    plural("{count} more whole-school site", "{count} more whole-school sites"),
];
/// Teacher hours.
pub const HOURS: [Plural; 2] = [
    plural("{count} fewer teacher hour", "{count} fewer teacher hours"),
    plural("{count} more teacher hour", "{count} more teacher hours"),
];
/// Risk events.
pub const EVENTS: [Plural; 2] = [
    plural("{count} fewer setback", "{count} fewer setbacks"),
    plural("{count} more setback", "{count} more setbacks"),
];
