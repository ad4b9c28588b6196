//! What a coarse date leaves undecided.

use chrono::NaiveDate;

use crate::model::date::PartialDate;
use crate::model::provenance::Traced;
use crate::model::value::Value;

/// The first and the last day that a date can be.
pub fn ends(date: PartialDate) -> (NaiveDate, NaiveDate) {
    (date.earliest(), date.latest())
}

/// The first and the last day that a date can be: any day where it cannot be read.
pub fn days_of(value: &Value<PartialDate>) -> (NaiveDate, NaiveDate) {
    value.get().copied().map_or_else(any_day, ends)
}

/// The first and the last of some days.
pub fn span(days: impl IntoIterator<Item = NaiveDate>) -> Option<(NaiveDate, NaiveDate)> {
    Reading::over(days).map(Reading::ends)
}

/// The first and the last day of all that dates can be.
pub fn any_day() -> (NaiveDate, NaiveDate) {
    let (first, last) = PartialDate::YEARS;
    let (first, last) = (PartialDate::Year(first), PartialDate::Year(last));
    (first.earliest(), last.latest())
}

/// Whether a date, where it is given, is not after a day; one that is not may be any.
pub fn not_after(value: Option<&Value<PartialDate>>, day: NaiveDate) -> Certainty {
    let (first, last) = value.map_or_else(any_day, days_of);
    Certainty::from_readings(last <= day, first <= day)
}

/// A number that is known, or lies between two readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<T> {
    /// Both readings of every date agree.
    Known(T),
    /// The lowest and the highest reading.
    Open(T, T),
}

impl<T: Copy + Ord> Reading<T> {
    /// The reading that spans all given values.
    pub fn over(values: impl IntoIterator<Item = T>) -> Option<Self> {
        let values = values.into_iter().map(|value| (value, value));
        let (low, high) = values.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        Some(Self::between(low, high))
    }

    fn between(low: T, high: T) -> Self {
        match low == high {
            true => Self::Known(low),
            false => Self::Open(low, high),
        }
    }

    /// The lowest and the highest reading.
    pub fn ends(self) -> (T, T) {
        match self {
            Self::Known(value) => (value, value),
            Self::Open(low, high) => (low, high),
        }
    }

    /// The lowest reading.
    pub fn low(self) -> T {
        self.ends().0
    }

    /// The highest reading.
    pub fn high(self) -> T {
        self.ends().1
    }

    /// A non-decreasing function of the number.
    pub fn map<U: Copy + Ord>(self, f: impl Fn(T) -> U) -> Reading<U> {
        Reading::between(f(self.low()), f(self.high()))
    }

    /// Whether the number lies in `low..=high`, either end open.
    pub fn within(self, low: Option<T>, high: Option<T>) -> Certainty {
        let at_least = |low| Certainty::from_readings(low <= self.low(), low <= self.high());
        let at_most = |high| Certainty::from_readings(self.high() <= high, self.low() <= high);
        let at_least = low.map_or(Certainty::Yes, at_least);
        at_least.and(high.map_or(Certainty::Yes, at_most))
    }
}

/// Yes, no, or left open by a coarse date; from the least likely to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Holds on no reading.
    No,
    /// Holds on some readings.
    Open,
    /// Holds on every reading.
    Yes,
}

impl Certainty {
    /// From the outcome on the readings that make it least and most likely.
    pub fn from_readings(on_narrow: bool, on_wide: bool) -> Self {
        match (on_narrow, on_wide) {
            (true, _) => Self::Yes,
            (false, true) => Self::Open,
            (false, false) => Self::No,
        }
    }

    /// Both hold.
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// One of them holds.
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// Whether it surely holds.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }
}

/// Where one side alone settles it, whatever the other side is, nothing follows from
/// the other side's keys.
impl Traced<Certainty> {
    /// Both hold; the other is looked at only where that matters.
    pub fn and(self, other: impl FnOnce() -> Self) -> Self {
        self.settled(Certainty::No, Certainty::and, other)
    }

    /// One of them holds; the other is looked at only where that matters.
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        self.settled(Certainty::Yes, Certainty::or, other)
    }

    fn settled(
        self,
        settling: Certainty,
        both: fn(Certainty, Certainty) -> Certainty,
        other: impl FnOnce() -> Self,
    ) -> Self {
        if self.value == settling {
            return self;
        }
        let other = other();
        if other.value == settling {
            return other;
        }
        let both = other.map(|other| both(self.value, other));
        both.joined(self.keys)
    }
}

impl std::ops::Not for Traced<Certainty> {
    type Output = Self;

    fn not(self) -> Self {
        self.map(|certainty| !certainty)
    }
}

impl std::ops::Not for Certainty {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }
}

impl From<bool> for Certainty {
    fn from(value: bool) -> Self {
        Self::from_readings(value, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_decided_only_when_all_readings_agree() {
        assert_eq!(Reading::Known(35).within(None, Some(35)), Certainty::Yes);
        assert_eq!(Reading::Known(36).within(None, Some(35)), Certainty::No);
        assert_eq!(
            Reading::Open(35, 36).within(None, Some(35)),
            Certainty::Open
        );
        assert_eq!(
            Reading::Open(50, 51).within(Some(46), Some(60)),
            Certainty::Yes
        );
        assert_eq!(
            Reading::Open(30, 70).within(Some(46), Some(60)),
            Certainty::Open
        );
    }

    #[test]
    fn three_valued_logic() {
        use Certainty::{No, Open, Yes};
        assert_eq!(
            [Yes.and(Open), No.and(Open), Yes.or(Open), No.or(Open)],
            [Open, No, Yes, Open]
        );
        assert_eq!([!Yes, !Open], [No, Open]);
    }
}
