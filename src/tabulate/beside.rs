//! Counts beside a table: 补充资料, and 对账, by which those who stand in some
//! registers are accounted for.

/// A block of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<T> {
    /// Its name.
    pub name: String,
    /// The counts by name.
    pub counts: Vec<(String, T)>,
    /// How many of them stand on the left of a reconciliation: their sum is that of the
    /// others. None where nothing is to be reconciled.
    pub equal: Option<usize>,
    /// The counts by their places of which one that is not 0 has the line printed.
    pub shown_for: Vec<usize>,
}

impl<T> Block<T> {
    /// The block with nobody counted.
    pub fn empty(&self) -> Block<u32> {
        let counts = self.counts.iter();
        Block {
            name: self.name.clone(),
            counts: counts.map(|(name, _)| (name.clone(), 0)).collect(),
            equal: self.equal,
            shown_for: self.shown_for.clone(),
        }
    }
}

impl Block<u32> {
    /// A count by its name.
    pub fn count(&self, name: &str) -> Option<u32> {
        let mut counts = self.counts.iter();
        counts
            .find(|(known, _)| known == name)
            .map(|(_, count)| *count)
    }

    /// Adds another unit's counts.
    pub fn add(&mut self, other: &Self) {
        for ((_, sum), (_, more)) in self.counts.iter_mut().zip(&other.counts) {
            *sum += more;
        }
    }

    /// Both sides of a reconciliation.
    pub fn sides(&self) -> Option<[&[(String, u32)]; 2]> {
        let (left, right) = self.counts.split_at(self.equal?);
        Some([left, right])
    }

    /// Whether there is something to be told below the table.
    pub fn is_shown(&self) -> bool {
        let counts = self.shown_for.iter().filter_map(|at| self.counts.get(*at));
        counts.into_iter().any(|(_, count)| *count > 0)
    }
}
