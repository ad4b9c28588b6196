//! The marks between keys and values, and within brackets, are half-width ones.

use crate::check::prelude::*;

rule! {
    /// A mark of YAML is missing, or another one stands in its place.
    enum WrongMark = E0046 "标点不对" Error;

    /// Another one.
    Other(found: char, usual: char)
        zh "这里的“{found}”应为半角“{usual}”" "改为半角“{usual}”；是文字的一部分的，整段文字加上引号";
        en "“{found}” should be “{usual}” here" "write “{usual}”; if it is part of a text, quote the text";
    /// A comma between entries.
    NoComma
        zh "大括号、中括号里，两项之间缺半角逗号" "两项之间写半角逗号加一个空格";
        en "no comma stands between two entries" "put a comma and a space between them";
    /// A space behind the dash of an item.
    NoSpaceAfterDash
        zh "“-”后面缺半角空格" "在“-”后面加一个半角空格";
        en "no space follows the dash" "put a space behind the dash";
    /// A bracket too much.
    Surplus
        zh "这个括号多了，前面没有与它配对的" "删去它";
        en "this bracket closes nothing" "remove it";
    /// A bracket within a text within brackets.
    NeedsQuotes(found: char)
        zh "大括号、中括号里的文字含有“{found}”" "整段文字加上引号";
        en "a text within brackets has “{found}” in it" "put the text into quotes";
}
