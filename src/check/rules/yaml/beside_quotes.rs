//! A text that begins with a quote ends with its second one.

use crate::check::prelude::*;

rule! {
    /// Something stands where a quoted text, or one in brackets, has ended.
    enum BesideQuotes = E0048 "引号配错了" Error;

    /// Quotes within the text.
    Within
        zh "加了引号的文字里又有同样的引号，软件以为文字到这里就完了"
           "里面的引号改用中文引号“”";
        en "the same quotes stand within a quoted text, which seems to end here"
           "use “” within the text";
    /// Text behind it.
    After(end: char)
        zh {
            let end = ending(*end, ["第二个引号", "括号"]);
            format!("{end}后面还有文字，软件以为内容到{end}为止")
        } "整段文字加上引号；里面的引号用中文引号“”";
        en {
            let end = ending(*end, ["the second quote", "the bracket"]);
            format!("text follows {end}, where the value seems to end")
        } "quote the whole text, with “” for quotes in it";
}

/// What ends with a quote or a bracket.
fn ending(end: char, [quote, bracket]: [&str; 2]) -> &str {
    if matches!(end, '"' | '\'') {
        quote
    } else {
        bracket
    }
}
