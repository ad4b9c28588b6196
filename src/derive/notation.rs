//! How derived numbers read, with both readings where they are open.

use super::{Certainty, Reading, Standing};

/// A number, or both its readings: `50—51`.
pub fn number(reading: Reading<i32>) -> String {
    both(reading, |number| number.to_string())
}

/// Completed years of 党龄, or 预备.
pub fn standing(standing: Standing) -> String {
    match standing.probationer {
        Certainty::Yes => "预备".to_owned(),
        Certainty::No => number(standing.years()),
        Certainty::Open => format!("预备—{}", standing.years().high()),
    }
}

/// Completed months as a duration: `5年6个月`, `8个月`, `5年`.
pub fn duration(months: Reading<i32>) -> String {
    both(months, |months| {
        match (months.max(0) / 12, months.max(0) % 12) {
            (0, months) => format!("{months}个月"),
            (years, 0) => format!("{years}年"),
            (years, months) => format!("{years}年{months}个月"),
        }
    })
}

fn both(reading: Reading<i32>, show: fn(i32) -> String) -> String {
    match reading {
        Reading::Known(number) => show(number),
        Reading::Open(low, high) => format!("{}—{}", show(low), show(high)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // forms.md: durations read 5年6个月, 8个月, 5年.
    #[test]
    fn durations() {
        assert_eq!(duration(Reading::Known(66)), "5年6个月");
        assert_eq!(duration(Reading::Known(8)), "8个月");
        assert_eq!(duration(Reading::Known(60)), "5年");
        assert_eq!(duration(Reading::Open(60, 61)), "5年—5年1个月");
        assert_eq!(duration(Reading::Known(0)), "0个月");
    }
}
