//! The laid-out pages as PDF/A-2u, tagged.

mod file;
mod identity;
mod joined;
mod object;
mod overlay;
mod token;
mod underlay;
mod writer;

pub use identity::{identity, identity_in};
pub use joined::Joined;
pub use overlay::overlay;
pub use underlay::Underlay;

use chrono::{Datelike as _, NaiveDate};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::faults::TypesetFault;
use super::world::PageWorld;

/// What a PDF says of itself: nothing of a person, nothing of the day on which
/// or the machine on which it is made.
#[derive(Clone, Copy, Debug)]
pub struct PdfSettings<'a> {
    /// Identifies the document among its later versions; only its hash is
    /// written.
    pub ident: &'a str,
    /// The day on which the form is filled in.
    pub day: NaiveDate,
    /// What the page says of itself.
    pub keywords: &'a str,
}

/// Writes a document as it was laid out, as PDF/A-2u.
///
/// # Errors
/// Where the pages cannot be PDF/A, as with a character that no font has.
pub fn whole(
    world: &PageWorld<'_>,
    document: &PagedDocument,
    settings: PdfSettings<'_>,
) -> Result<Vec<u8>, Vec<TypesetFault>> {
    let standards = PdfStandards::new(&[PdfStandard::A_2u]).expect("one standard is consistent");
    let month = u8::try_from(settings.day.month()).unwrap_or(1);
    let day = u8::try_from(settings.day.day()).unwrap_or(1);
    let options = PdfOptions {
        ident: Smart::Custom(settings.ident.to_owned()),
        creator: Smart::Custom(Some("paicha".to_owned())),
        timestamp: Datetime::from_ymd_hms(settings.day.year(), month, day, 0, 0, 0)
            .map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let mut document = document.clone();
    let keywords = Some(settings.keywords).filter(|keywords| !keywords.is_empty());
    document.info_mut().keywords = keywords.into_iter().map(Into::into).collect();
    typst_pdf::pdf(&document, &options).map_err(|errors| world.faults(&errors))
}
