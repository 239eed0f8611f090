//! The *still* settings of the specification, section 10.

use districtwide::scenario::Settings;

/// Settings in which nothing happens by itself: no volunteers, no peers, no assignment, no stops, no risk
/// events, and constant trust.
pub fn still() -> Settings {
    let mut s = Settings::default();
    s.launch.public_launch = true;
    s.learning.public_promise = 0.0;
    s.learning.credibility_start = 0.5;
    s.learning.credibility_years = 1e12;
    s.risks.risk_rate = 0.0;
    s.practice.stop_rate = 0.0;
    s.spread.assign_rate = 0.0;
    s.spread.volunteer_rate = 0.0;
    s.spread.peer_rate = 0.0;
    s
}
