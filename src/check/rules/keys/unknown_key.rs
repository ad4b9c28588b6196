//! Keys are fixed, most are labels printed on the forms.

use crate::check::prelude::*;

rule! {
    /// A key that is none here.
    enum UnknownKey = E0050 "不认识的键" Error;

    /// A key that this block does not have; the nearest one it has.
    InBlock(key: String, nearest: Option<&'static str>)
        zh "不认识“{key}”这个键"
           { near(Lang::Zh, *nearest).or(Some("对照填写说明改正或删去".to_owned())) };
        en "unknown key “{key}”"
           { near(Lang::En, *nearest).or(Some("correct or drop it".to_owned())) };
    /// A key of 自定义 that no form declares; those that are declared.
    Custom(key: String, known: Vec<String>)
        zh "没有表用到“自定义”的键“{key}”" { match known[..] {
            [] => "要加键，先写在 form.yaml 的“自定义”里".to_owned(),
            _ => format!("可写：{}；要加键，写在 form.yaml 的“自定义”里", known.join("、")),
        } };
        en "no form declares the key “{key}” of 自定义" { match known[..] {
            [] => "declare it in 自定义 of a form.yaml".to_owned(),
            _ => format!(
                "accepted: {}; more can be declared in 自定义 of a form.yaml",
                known.join(", ")
            ),
        } };
}
