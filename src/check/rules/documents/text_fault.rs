//! The text of a document can be filled in.

use crate::check::prelude::*;

rule! {
    /// A fault of a document's text.
    #[derive(PartialEq, Eq)]
    enum TextFault = E1801 "正文写法有误" Error;

    /// A name that the form does not declare; the one most like it.
    Unknown(name: String, nearest: Option<String>)
        zh "这份报告没有“{name}”可填" { near(Lang::Zh, nearest.as_deref()) };
        en "the document has no “{name}” to be filled in" { near(Lang::En, nearest.as_deref()) };
    /// A condition compares something that is no number.
    NoNumber(name: String)
        zh "“{name}”不是人数，不能比大小" "只能问有没有：{{% if {name} %}}…{{% endif %}}；人数才比大小，例如 {{% if 预备党员 > 0 %}}";
        en "“{name}” is no number and cannot be compared"
           "ask whether it is there: {{% if {name} %}}…{{% endif %}}; numbers are compared: {{% if 预备党员 > 0 %}}";
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
    /// A bracket of fields by itself, or a wide one: it would be printed as it stands.
    StrayBracket
        zh "这里的花括号会照原样印出来" "程序填的写 {{{{ 名称 }}}}，有人才写的话写 {{% if 人数 > 0 %}}：都用半角的括号，两个一对";
        en "this bracket would be printed as it stands"
           "fields are {{{{ name }}}}, conditions {{% if count > 0 %}}, in narrow brackets, two together";
    /// A day that no calendar has.
    NoSuchDay(text: String)
        zh "没有“{text}”这一天";
        en "there is no such day as {text}";
    /// A part that is a day says something else.
    NotDay(kind: &'static str, text: String)
        zh "“{kind}：”后面要写一天，不能写“{text}”" "写成 2016年4月20日，或者 {{{{ 填表日期 }}}}";
        en "“{kind}：” is a day, and not “{text}”" "as 2016年4月20日, or {{{{ 填表日期 }}}}";
    /// A part under its name with nothing in it.
    EmptyPart(kind: &'static str)
        zh "“{kind}：”后面没有内容" "写上内容；不要这一部分，就把这一行删去";
        en "nothing stands behind “{kind}：”" "write it there, or delete the line";
    /// A part of which there is one at most.
    PartTwice(kind: &'static str)
        zh "“{kind}：”写了两次，只印得了一次" "留一行，删去别的";
        en "“{kind}：” is given twice, and can be printed once" "keep one line of them";
    /// Whether there is a seal is said by one of two words.
    Seal(text: String)
        zh "“盖章：”后面写“是”或者“否”，不能写“{text}”";
        en "behind “盖章：” stands 是 or 否, and not “{text}”";
    /// A word before a colon that is like the name of a part.
    PartName(word: String, meant: &'static str)
        zh "“{word}”这一行会当作一段话印出来" "是不是“{meant}：”？冒号用全角的“：”，前面不空格；真是一段话的，换个开头";
        en "this line, “{word}”, would be printed as a paragraph"
           "did you mean “{meant}：”? With the wide colon and no space before it; a paragraph needs another beginning";
    /// The words of a document are not headed.
    OfWords
        zh "“正文：”会照原样印出来" "正文不用写明，一行就是一段：删去“正文：”";
        en "“正文：” would be printed as it stands" "the words are not headed, each line is a paragraph: delete it";
    /// A share of something that is less than its part.
    AboveWhole(name: String, part: String, count: u32, of: String, whole: u32)
        zh "“{name}”超过 100%：{part} {count} 名，{of} {whole} 名"
           "在 form.yaml 里把总数改成包括它的那一项；是不是把数和总数写反了？";
        en "“{name}” is more than 100 %: {part} is {count}, {of} is {whole}"
           "let form.yaml name a whole that it is a part of; are part and whole exchanged?";
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
