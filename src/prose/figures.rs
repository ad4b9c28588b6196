//! Figures as officials write them.

use serde::Serialize;

/// A piece of a text that is set in one go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What is printed.
    #[serde(rename = "字")]
    pub text: String,
    /// The cell whose value it is; none where it stands in the text letter by letter, or
    /// is longer than what is set in one piece.
    #[serde(rename = "格", skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The name of what it says where it has no cell for itself.
    #[serde(skip)]
    pub of: Option<String>,
}

impl Piece {
    /// What is no value of a cell.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            cell: None,
            of: None,
        }
    }

    /// The value of a cell.
    pub fn of(cell: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            cell: Some(cell.into()),
            of: None,
        }
    }
}

/// Longer values are broken into lines as what stands around them: lines are not filled
/// up for their sake.
const LONGEST: usize = 4;

impl Piece {
    /// What a name says, within the text around it.
    pub fn within(of: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            of: Some(of.into()),
            ..Self::plain(text)
        }
    }

    /// The value of a cell; of none where it is too long to be set in one piece.
    pub fn short(cell: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        match text.chars().count() <= LONGEST {
            true => Self::of(cell, text),
            false => Self::within(cell, text),
        }
    }
}

/// What stands behind a name of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The number that conditions ask for.
    pub number: i64,
    /// What is printed.
    pub pieces: Vec<Piece>,
    /// Whether there must be something to print, and is nothing: what stands around it is a
    /// sentence with a hole.
    pub is_missing: bool,
}

/// The shares of some parts in a whole, in tenths of a percent. Parts that make up the
/// whole have shares that make up 100 %: what rounding down leaves goes to the largest
/// remainders, of like ones to the first. Nobody has no share, and nothing has none.
pub fn shares(parts: &[u32], whole: u32) -> Vec<Option<u32>> {
    let whole = u64::from(whole);
    if whole == 0 {
        return vec![None; parts.len()];
    }
    let exact: Vec<u64> = parts.iter().map(|part| u64::from(*part) * 1000).collect();
    let is_whole = exact.iter().sum::<u64>() == whole * 1000;
    let mut tenths: Vec<u64> = match is_whole {
        true => exact.iter().map(|part| part / whole).collect(),
        false => exact
            .iter()
            .map(|part| (part * 2 + whole) / (whole * 2))
            .collect(),
    };
    if is_whole {
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(exact[*at] % whole));
        let left = 1000 - tenths.iter().sum::<u64>();
        for at in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
            tenths[at] += 1;
        }
    }
    let share = |(part, tenths): (&u32, u64)| (*part > 0).then_some(tenths as u32);
    parts.iter().zip(tenths).map(share).collect()
}

/// A share as it is written: `19.2%`.
pub fn percent(tenths: u32) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_whole_add_up_and_the_first_of_like_ones_gets_what_is_left() {
        // 1/3 each: 33.3, 33.3, 33.3, and a tenth is left.
        assert_eq!(shares(&[1, 1, 1], 3), [Some(334), Some(333), Some(333)]);
        // 1/6, 1/6, 4/6: 16.6 rem .67, 16.6 rem .67, 66.6 rem .67: two tenths are left.
        assert_eq!(shares(&[1, 1, 4], 6), [Some(167), Some(167), Some(666)]);
        assert_eq!(shares(&[0, 5], 5), [None, Some(1000)]);
        assert_eq!(shares(&[0, 0], 0), [None, None]);
        // A part alone is rounded by itself: 1/8 is 12.5 %, 1/16 6.25, 3/16 18.75.
        assert_eq!(shares(&[1], 8), [Some(125)]);
        assert_eq!(shares(&[1], 16), [Some(63)]);
        assert_eq!(percent(63), "6.3%");
        assert_eq!(percent(1000), "100.0%");
    }
}
