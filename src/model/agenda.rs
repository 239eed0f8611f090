//! What is to happen at which school in which month, where that is known beforehand.

/// Schools by the month in which something happens to them; each school stands in it once at most.
pub struct Agenda {
    /// The first school of each month.
    first: Vec<u32>,
    /// For every school that is noted, the next one of its month.
    next: Vec<u32>,
}

/// No school.
const NOBODY: u32 = u32::MAX;

impl Agenda {
    /// An empty agenda for so many schools and months.
    pub fn new(schools: usize, months: u32) -> Self {
        Self { first: vec![NOBODY; months as usize], next: vec![NOBODY; schools] }
    }

    /// Notes a school for a month; a month after the end is left out.
    pub fn note(&mut self, month: u32, school: u32) {
        if let Some(first) = self.first.get_mut(month as usize) {
            self.next[school as usize] = std::mem::replace(first, school);
        }
    }

    /// Takes a school that is noted for this month off the agenda; none when all are taken.
    pub fn take(&mut self, month: u32) -> Option<u32> {
        let first = self.first.get_mut(month as usize)?;
        let school = *first;
        if school == NOBODY {
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
            agenda.note(month, school);
        }
        let mut taken = |month| std::iter::from_fn(|| agenda.take(month)).collect::<Vec<_>>();
        assert_eq!(taken(0), [2]);
        assert_eq!(taken(1), [0, 4]);
        assert!(taken(1).is_empty() && taken(2).is_empty() && taken(7).is_empty());
    }
}
