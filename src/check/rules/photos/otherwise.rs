//! A photo is named by its path from the organisation's folder, with `/` and as the file
//! is called; what can mean one file only is read as that.

use crate::check::prelude::*;

rule! {
    /// The photo was found, but its file is called otherwise.
    Otherwise {
        /// Its path as given.
        photo: String,
        /// As it should be.
        usual: String,
    } = N0808 "照片路径写法不同" Notice, waivable;
    zh "照片“{photo}”按“{usual}”读取，只有它对得上" "改写为 照片: {usual}，或用 paicha check --fix 改";
    en "the photo “{photo}” is read as “{usual}”, the only one that can be meant"
       "write 照片: {usual}, or run paicha check --fix";
}
