//! Dues that are owed.

use chrono::{Datelike as _, NaiveDate};

use super::asking::Asking;
use super::reading::{Reading, days_of};
use crate::model::provenance::Traced;

/// The months owed: none where it is not said until when dues are paid.
pub type Owed = Option<Reading<i32>>;

/// For how many months dues are owed: those behind the last one paid for and before that
/// of 填表日期. `None` where that date cannot be read.
pub fn owed(asking: Asking<'_>) -> Traced<Option<Owed>> {
    asking.traced(|member, days| {
        let Some(paid) = member.dues_record().and_then(|dues| dues.paid_until()) else {
            return Some(None);
        };
        paid.get()?;
        let (first, last) = days_of(paid);
        let months = [first, last].map(|paid| month(days.filled_on()) - month(paid) - 1);
        Some(Reading::over(months.map(|months| months.max(0))))
    })
}

fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::Reference;
    use crate::model::member::Member;
    use crate::model::numbered::Document as _;

    fn months(paid: &str) -> Option<(i32, i32)> {
        let tree = crate::load::parse(&format!("党费: {{交至: {paid}}}")).expect("YAML");
        let member = Member::read(&tree, &mut Vec::new());
        let mut reference = Reference::any();
        let day = NaiveDate::from_ymd_opt(2016, 4, 20).expect("a day");
        reference.filled_on = Traced::constant(day);
        owed(Asking::of(&member, &reference))
            .value?
            .map(Reading::ends)
    }

    /// In April those of March are owed at the latest.
    #[test]
    fn months_behind_the_last_one_paid_for_are_owed() {
        assert_eq!(months("2016-03"), Some((0, 0)));
        assert_eq!(months("2016-02-01"), Some((1, 1)));
        assert_eq!(months("2015-12"), Some((3, 3)));
        assert_eq!(months("2016-12"), Some((0, 0)));
        assert_eq!(months("2015"), Some((3, 14)));
        assert_eq!(months("昨天"), None);
    }
}
