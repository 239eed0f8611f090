//! What happens at which school in which month, where that is known in advance.

/// Schools by the month in which something happens to them. Each school appears at most once.
pub struct Agenda {
    /// The first school of each month.
    first: Vec<u32>,
    /// For every scheduled school, the next one of the same month.
    next: Vec<u32>,
}

/// Marks the end of a month's list.
const NO_SCHOOL: u32 = u32::MAX;

impl Agenda {
    /// An empty agenda for this number of schools and months.
    pub fn new(schools: usize, months: u32) -> Self {
        Self { first: vec![NO_SCHOOL; months as usize], next: vec![NO_SCHOOL; schools] }
    }

    /// Schedules a school for a month; a month past the end is ignored.
    pub fn schedule(&mut self, month: u32, school: u32) {
        if let Some(first) = self.first.get_mut(month as usize) {
            self.next[school as usize] = std::mem::replace(first, school);
        }
    }

    /// Removes and returns a school scheduled for this month; `None` when there are no more.
    pub fn pop(&mut self, month: u32) -> Option<u32> {
        let first = self.first.get_mut(month as usize)?;
        let school = *first;
        if school == NO_SCHOOL {
            return None;
        }
        *first = self.next[school as usize];
        Some(school)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_are_taken_in_their_month_and_once() {
        let mut agenda = Agenda::new(5, 3);
        for (month, school) in [(1, 4), (0, 2), (1, 0), (7, 3)] {
            agenda.schedule(month, school);
        }
        let mut taken = |month| std::iter::from_fn(|| agenda.pop(month)).collect::<Vec<_>>();
        assert_eq!(taken(0), [2]);
        assert_eq!(taken(1), [0, 4]);
        assert!(taken(1).is_empty() && taken(2).is_empty() && taken(7).is_empty());
    }
}
