//! Ethnicities have the 56 names of GB/T 3304-1991.

use crate::check::prelude::*;
use crate::model::other_words::nationalities;

rule! {
    /// Not one of the 56 names.
    NotEthnicity {
        /// The text as written.
        text: String,
    } = E0402 "民族名称不对" Error;
    zh "“{text}”不是国家标准里的民族名称" { match &nationalities(text)[..] {
        [] => "照户口簿写，例如“汉族”“回族”“东乡族”；登记为“其他”的写“未识别民族”".to_owned(),
        [one] if one == "未识别民族" => {
            "登记为“其他”、不在 56 个民族里的，写“未识别民族”".to_owned()
        }
        near => format!("{}照户口簿写", near_ones(Lang::Zh, near)),
    } };
    en "“{text}” is none of the names of GB/T 3304" { match &nationalities(text)[..] {
        [] => "as 汉族, 回族, 东乡族; who is registered as 其他: 未识别民族".to_owned(),
        [one] if one == "未识别民族" => {
            "who is registered as 其他, as none of the 56: 未识别民族".to_owned()
        }
        near => format!("{} as the household register says", near_ones(Lang::En, near)),
    } };
}
