//! Step 5: principals leave, and with them some of the ownership.

use super::Future;
use super::random::Stream;

impl Future<'_> {
    /// Step 5, for all schools.
    pub(super) fn change_principals(&mut self) {
        let risks = &self.scenario.risks;
        for (i, school) in self.layout.schools.iter_mut().enumerate() {
            school.new_principal = school.new_principal.saturating_sub(1);
            if school.clocks.principal.run(school.turnover) {
                school.new_principal = risks.setback_months;
                school.ownership *= 1.0 - risks.setback_loss;
                school.clocks.principal.restart(&self.draws, Stream::Principal, i);
            }
        }
    }
}
