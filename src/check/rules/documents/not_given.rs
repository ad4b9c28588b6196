//! What the text of a document says is there.

use crate::check::prelude::*;

rule! {
    /// A text says something that is not there: the sentence would have a hole.
    enum NotGiven = W1807 "正文要用的没有写" Warning;

    /// A key is not written.
    Key(name: String, key: String, title: String, unit: String)
        zh "{unit}的《{title}》要印“{name}”，这里没有写“{key}”，这一份先不做"
           "补写“{key}”；没有可写的，在正文里先问有没有：{{% if {name} %}}…{{{{ {name} }}}}…{{% endif %}}";
        en "{title} of {unit} says “{name}”, and “{key}” is not given here; it is not made until then"
           "add “{key}”; where there is none, let the text ask for it first: {{% if {name} %}}…{{{{ {name} }}}}…{{% endif %}}";
    /// There is nobody and nothing of that name.
    Nothing(name: String, title: String, unit: String)
        zh "{unit}没有{name}，《{title}》的这一句就缺了一块，这一份先不做"
           "在正文里先问有没有：{{% if {name} %}}…{{{{ {name} }}}}…{{% endif %}}";
        en "{unit} has no “{name}”, so that this sentence of {title} has a hole; it is not made until then"
           "let the text ask for it first: {{% if {name} %}}…{{{{ {name} }}}}…{{% endif %}}";
}
