//! The `form.yaml` of a document says what can be counted.

use crate::check::prelude::*;

rule! {
    /// A fault of a document's declaration.
    enum DocumentFault = E1806 "报告声明有误" Error;

    /// The text is not there.
    NoText(path: String)
        zh "没有正文文件 {path}" "在 form.yaml 旁边写一个，用 UTF-8 保存";
        en "there is no text {path}" "write one beside the form.yaml, in UTF-8";
    /// A form for the round that is no document.
    RoundWithoutText
        zh "范围是“整轮”的，要写“正文”";
        en "a form for the round needs 正文";
    /// A key that documents do not have.
    NotOfDocuments(key: &'static str)
        zh "有“正文”的是报告，不用“{key}”" "报告只用：统计、分项、占比、名单";
        en "a form with 正文 is a document and has no {key}" "documents have 统计, 分项, 占比, 名单";
    /// Paper that lies, in a document.
    Lying
        zh "报告都是纵向的" "写 纸张: 纵向";
        en "documents are upright" "write 纸张: 纵向";
    /// A count that is taken from a table, and counted, too.
    TakenAndCounted(key: &'static str)
        zh "写了“取自”的，不再写“{key}”" "“取自”照印别的表的数；要另数的，去掉“取自”，写“人群”“条件”";
        en "a count with 取自 has no {key}"
           "取自 is the figure of a table as it is; to count, take it out and write 人群 and 条件";
    /// A key that only documents have.
    OnlyDocuments(key: &'static str)
        zh "“{key}”只用在有“正文”的报告里";
        en "only documents, which have 正文, have {key}";
    /// No count of this name; the one most like it.
    UnknownCount(name: String, nearest: Option<String>)
        zh "“统计”里没有“{name}”" { near(Lang::Zh, nearest.as_deref()) };
        en "统计 has no “{name}”" { near(Lang::En, nearest.as_deref()) };
    /// A name that stands for two things.
    NameTwice(name: String)
        zh "有两项都叫“{name}”";
        en "two things are called “{name}”";
    /// A name that no text could write.
    Name(name: String)
        zh "“{name}”不能用作名称" "名称只用汉字、字母、数字和顿号";
        en "“{name}” cannot be a name" "names have letters, figures and 、";
    /// Somebody is counted for the whole round.
    CountedForRound
        zh "范围是“整轮”的不能数人" "要数人的报告，范围写“党支部”或“组织”";
        en "nobody is counted for the whole round" "a document that counts is for 党支部 or 组织";
    /// People are named above branches.
    NamedAbove
        zh "只有范围是“党支部”的报告能列名单";
        en "only documents for branches name people";
    /// Counted are those below alone whose members are known, and the text does not say so.
    LeavesOut(name: &'static str)
        zh "这份报告数人时数不到只报数字的单位，正文要用 {{{{ {name} }}}} 说明"
           "加一句，例如：{{% if {name} > 0 %}}以上不含只报数字的{{{{ {name} }}}}。{{% endif %}}";
        en "units that report figures only are not counted here, and the text does not say so: use {{{{ {name} }}}}"
           "for instance {{% if {name} > 0 %}}以上不含只报数字的{{{{ {name} }}}}。{{% endif %}}";
}
