//! A letter that is to be printed is one of the forms of the round.

use crate::check::prelude::*;

rule! {
    /// A letter of introduction is asked for, and the round makes none.
    LetterUnmade {} = W1208 "这一轮不做介绍信" Warning, waivable;
    zh "写了“打印介绍信”，这一轮要做的表里却没有介绍信，不会印"
       "在 排查.yaml 的“表”里加上 介绍信；只印一次的，用 paicha build --only 介绍信";
    en "the letter is to be printed, and the forms of the round have none"
       "add 介绍信 to 表 in 排查.yaml; to print it once, paicha build --only 介绍信";
}
