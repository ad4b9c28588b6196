//! Levels of education are those of GB/T 4658-2006 and of the columns 学历 of 附件6 of the
//! notice 会政办发〔2016〕34号.

use crate::check::prelude::*;
use crate::model::other_words::levels;

rule! {
    /// Not a level of education that the alias table knows.
    NotEducation {
        /// The text as written.
        text: String,
    } = E0403 "学历名称不对" Error;
    zh "“{text}”不是认得的学历" { way(text, Lang::Zh) };
    en "“{text}” is no known level of education" { way(text, Lang::En) };
}

/// What is said of an education that did not end with a certificate, in both languages.
const WITHOUT: [(&[&str], &str, &str); 4] = [
    (
        &["在读", "就读", "在校", "未毕业", "尚未毕业"],
        "还没有毕业的，写已经取得的最高学历，例如 高中",
        "who still studies has the highest level that was completed, as 高中",
    ),
    (
        &["结业"],
        "结业没有毕业证书：写取得毕业证书的最高学历；没有更高的，写成“肄业”，按低一级计，例如 大专肄业",
        "结业 is no certificate: the highest level with one; else as unfinished, which counts one level down, as 大专肄业",
    ),
    (
        &["辍学", "退学", "休学"],
        "没有读完的写“肄业”，例如 高中肄业",
        "for a school that was left: 肄业, as 高中肄业",
    ),
    (
        &["同等学力", "同等学历", "相当"],
        "写取得毕业证书的最高学历",
        "the highest level with a certificate",
    ),
];

fn way(text: &str, lang: Lang) -> String {
    if ["无", "没有", "/", "-", "—"].contains(&text) {
        return match lang {
            Lang::Zh => "没有的就删去这一项；没有上过学的写“文盲”".to_owned(),
            Lang::En => "drop it where there is none; for no schooling 文盲".to_owned(),
        };
    }
    let mut without = WITHOUT.iter();
    let is_in = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if let Some((_, zh, en)) = without.find(|(words, ..)| is_in(words)) {
        return match lang {
            Lang::Zh => (*zh).to_owned(),
            Lang::En => (*en).to_owned(),
        };
    }
    match (&levels(text)[..], lang) {
        ([], Lang::Zh) => {
            "例如 研究生、大学本科、大专、中专、高中、初中、小学；没有读完的加“肄业”".to_owned()
        }
        ([], Lang::En) => {
            "as 研究生, 大学本科, 大专, 中专, 高中, 初中, 小学; unfinished: …肄业".to_owned()
        }
        ([one], _) => near_ones(lang, &[one]),
        (several, Lang::Zh) => format!("{}照毕业证书写", near_ones(lang, several)),
        (several, Lang::En) => format!("{} as the certificate says", near_ones(lang, several)),
    }
}
