//! The photo is inside the organisation's folder.

use crate::check::prelude::*;

rule! {
    /// A photo outside the folder of the organisation.
    Outside {
        /// Its path as given.
        photo: String,
        /// The photo of that name inside.
        own: Option<String>,
    } = E0802 "照片不在组织文件夹内" Error;
    zh "照片“{photo}”不在本组织的文件夹内" { match own {
        Some(own) => format!("是不是“{own}”？路径从本组织的文件夹写起"),
        None => "把照片放进本组织的“照片”文件夹，写成 照片/姓名.jpg".to_owned(),
    } };
    en "photo “{photo}” is outside the folder of this organisation" { match own {
        Some(own) => format!("did you mean “{own}”? paths begin at the organisation's folder"),
        None => "put the photo into the organisation's 照片 folder: 照片/name.jpg".to_owned(),
    } };
}
