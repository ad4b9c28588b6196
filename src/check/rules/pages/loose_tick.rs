//! What is ticked follows from the data (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A box to be ticked stands outside of every named cell: nothing says whether it is
    /// ticked rightly.
    LooseTick {
        /// Where.
        place: PagePlace,
        /// The text around it.
        text: String,
    } = E1126 "勾选不在格里" Error;
    zh "{place}的“{text}”不在有名称的格里，勾得对不对无从核对"
       "在 form.yaml 的“格”里写 {{键: …, 格式: 勾选}}，版面里用 value 印这一格";
    en "{place:#}: “{text}” stands outside of every named cell; nothing says whether it is right"
       "declare the cell as {{键: …, 格式: 勾选}} in 格, and print it with value";
}
