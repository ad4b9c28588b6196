//! A picture keeps its shape.

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A picture that is printed wider or narrower than it is.
    StretchedPicture {
        /// The page.
        place: PagePlace,
        /// Whether it is printed wider.
        wider: bool,
    } = E1113 "照片变形" Error;
    zh { format!("{place}的照片被{}了", if *wider { "拉宽" } else { "拉长" }) }
       "在版面文件里用 fit: \"contain\"，使照片保持原来的宽高比例";
    en {
        let way = if *wider { "wider" } else { "narrower" };
        format!("{place:#}: the photo is printed {way} than it is")
    } "use fit: \"contain\" in the layout, so that the photo keeps its shape";
}
