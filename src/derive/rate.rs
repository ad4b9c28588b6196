//! 党费 (中组发〔2008〕3号): a flat rate on the whole base.

use crate::model::codes::DuesClass;
use crate::model::scalars::Amount;

/// Up to this base (in yuan) so many permille of it, by class.
const EMPLOYED: [(i64, i64); 4] = [(3000, 5), (5000, 10), (10000, 15), (i64::MAX, 20)];
const RETIRED: [(i64, i64); 2] = [(5000, 5), (i64::MAX, 10)];
/// Peasants, students and who has no income pay an amount.
const AMOUNT: Amount = Amount { fen: 20 };

/// The least amount a month; `None` for who is assessed by a base that is not
/// given.
pub fn least_dues(class: DuesClass, base: Option<Amount>) -> Option<Amount> {
    let rates: &[(i64, i64)] = match class {
        DuesClass::Employed => &EMPLOYED,
        DuesClass::Retired => &RETIRED,
        DuesClass::Peasant | DuesClass::Student | DuesClass::NoIncome => return Some(AMOUNT),
    };
    let base = base?.fen;
    let mut rates = rates.iter();
    let (_, permille) = rates.find(|(limit, _)| base <= limit.saturating_mul(100))?;
    // Parts of a fen are not asked for.
    Some(Amount {
        fen: base * permille / 1000,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_at_their_borders() {
        let least = |class, yuan: i64| least_dues(class, Some(Amount { fen: yuan * 100 }));
        let fen = |fen| Some(Amount { fen });
        for (yuan, due) in [
            (3000, 1500),
            (3001, 3001),
            (5000, 5000),
            (5001, 7501),
            (10000, 15000),
            (10001, 20002),
        ] {
            assert_eq!(least(DuesClass::Employed, yuan), fen(due), "{yuan}");
        }
        assert_eq!(least(DuesClass::Retired, 5000), fen(2500));
        assert_eq!(least(DuesClass::Retired, 5001), fen(5001));
        assert_eq!(least_dues(DuesClass::Employed, None), None);
        assert_eq!(least_dues(DuesClass::Peasant, None), fen(20));
    }
}
