//! Family 08: photos.

pub mod missing;
pub mod not_image;
pub mod otherwise;
pub mod outside;
pub mod too_coarse;
pub mod too_large;
pub mod unnamed;
pub mod unprintable;
pub mod wrong_ratio;

use crate::check::Finding;
use crate::check::rule::registered;
use crate::load::{PhotoFault, PictureFault};

registered! {
    missing outside not_image wrong_ratio too_coarse too_large unprintable
    otherwise unnamed
}

/// What is wrong with a photo that cannot be used, by its path as given.
pub fn unusable(fault: PhotoFault, photo: String) -> Finding {
    match fault {
        PhotoFault::Missing(near) => missing::Missing { photo, near }.into(),
        PhotoFault::Outside(own) => outside::Outside { photo, own }.into(),
        PhotoFault::TooLarge(bytes) => too_large::TooLarge::File(photo, bytes).into(),
        PhotoFault::Blob(fault) => fault.into(),
        PhotoFault::Picture(fault) => of_picture(fault, photo),
    }
}

fn of_picture(fault: PictureFault, photo: String) -> Finding {
    match fault {
        PictureFault::NotImage => not_image::NotImage::Other(photo).into(),
        PictureFault::Foreign(kind) => not_image::NotImage::Foreign(photo, kind).into(),
        PictureFault::Damaged => not_image::NotImage::Damaged(photo).into(),
        PictureFault::Cmyk => unprintable::Unprintable::Cmyk(photo).into(),
        PictureFault::Unusual => unprintable::Unprintable::Unusual(photo).into(),
        PictureFault::TooManyDots {
            width,
            height,
            most,
        } => too_large::TooLarge::Dots(photo, width, height, most).into(),
    }
}
