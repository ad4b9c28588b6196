//! Every text is in a font of a role (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A text in a font that stands for none of the roles.
    ForeignFont {
        /// Where.
        place: PagePlace,
        /// The text.
        text: String,
        /// The family.
        family: String,
    } = E1114 "字体没有用途" Error;
    zh "{place}的“{text}”用了字体“{family}”，它不是任何一种用途的字体"
       "版面文件里用 layouts/lib/fonts.typ 的 fangsong、song、hei、kai、biaosong；\
        各用途的字体见 paicha fonts";
    en "{place:#}: “{text}” is in “{family}”, a font of none of the roles"
       "use fangsong, song, hei, kai or biaosong of layouts/lib/fonts.typ; paicha fonts lists \
        the roles";
}
