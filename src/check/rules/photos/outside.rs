//! The photo is inside the organisation's folder.

use crate::check::prelude::*;

rule! {
    /// A photo outside the folder of the organisation.
    Outside {
        /// Its path as given.
        photo: String,
    } = E0802 "照片不在组织文件夹内" Error;
    zh "照片“{photo}”不在本组织的文件夹内" "把照片放进本组织的“照片”文件夹";
    en "photo “{photo}” is outside the folder of this organisation"
       "put the photo into the organisation's 照片 folder";
}
