//! How membership ends: by death, or by a disposition that says so.

use crate::model::codes::{Departure, Disposition, Disposition as D};

/// The dispositions from which an end of membership follows; death follows from none.
pub fn follows_from(cause: Departure) -> &'static [Disposition] {
    match cause {
        Departure::Died => &[],
        Departure::Removed => &[
            D::DroppedOut,
            D::AdvisedOut,
            D::LeftParty,
            D::NotRecognised,
            D::ProbationCancelled,
        ],
        // Who is advised to leave does so by himself, or is removed.
        Departure::Left => &[D::LeftParty, D::AdvisedOut],
        Departure::Expelled => &[D::Expelled],
    }
}

/// Whether membership ends by a disposition.
pub fn ends(kind: Disposition) -> bool {
    let causes = [Departure::Removed, Departure::Left, Departure::Expelled];
    causes
        .iter()
        .any(|cause| follows_from(*cause).contains(&kind))
}
