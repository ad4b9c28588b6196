//! The text of a document can be filled in.

use crate::check::prelude::*;

rule! {
    /// A fault of a document's text.
    enum TextFault = E1801 "正文写法有误" Error;

    /// A name that the form does not declare; the one most like it.
    Unknown(name: String, nearest: Option<String>)
        zh "这份报告没有“{name}”可填" { near(Lang::Zh, nearest.as_deref()) };
        en "the document has no “{name}” to be filled in" { near(Lang::En, nearest.as_deref()) };
    /// A condition asks for something that is no number.
    NoNumber(name: String)
        zh "“{name}”不是人数，不能用来判断" "判断只用人数，例如 {{% if 预备党员 > 0 %}}";
        en "“{name}” is no number, so no condition can ask for it"
           "conditions ask for numbers: {{% if 预备党员 > 0 %}}";
    /// A tag that texts do not have, or that stands where it cannot.
    Tag(name: String)
        zh "“{{% {name} … %}}”用在这里不对"
           "只用 {{% if 人数 > 0 %}}…{{% elif … %}}…{{% else %}}…{{% endif %}}，一个 if 配一个 endif";
        en "“{{% {name} … %}}” cannot stand here"
           "only {{% if … %}}…{{% elif … %}}…{{% else %}}…{{% endif %}}, an endif for each if";
    /// A condition that is not ended.
    OpenIf
        zh "这个 {{% if … %}} 没有对应的 {{% endif %}}" "在这一段末尾加 {{% endif %}}";
        en "this {{% if … %}} has no {{% endif %}}" "put {{% endif %}} where it ends";
    /// A bracket that is not closed.
    OpenBracket
        zh "括号没有闭合" "{{{{ 要配 }}}}，{{% 要配 %}}，{{# 要配 #}}";
        en "the bracket is not closed" "{{{{ needs }}}}, {{% needs %}}, {{# needs #}}";
    /// A character that nobody sees, or that only some computers know.
    Character(character: char)
        zh { format!("这里有一个印不出来的字符（U+{:04X}）", u32::from(*character)) }
           "删去它，重新输入";
        en { format!("a character that cannot be printed (U+{:04X})", u32::from(*character)) }
           "delete it and type it again";
    /// The words of Tera.
    Words(words: String)
        zh "这里看不懂：{words}";
        en "this cannot be understood: {words}";
}
