//! What only a clerk can write was written.

use crate::check::prelude::*;
use crate::model::call::word;

rule! {
    /// A place of a document that is yet to be filled in.
    Unfilled {
        /// The document's title.
        title: String,
        /// The organisation whose it is.
        unit: String,
        /// The form's id.
        form: String,
        /// The organisation's path, or nothing where the round has the text; none where the
        /// text is one that the clerk has written.
        to_copy: Option<String>,
    } = W1802 "正文还没有填写" Warning;
    zh { match to_copy {
        Some(_) => format!("{unit}的《{title}》还没有填写，这一份先不做"),
        None => format!("{unit}的《{title}》这里还没有填写，这一份先不做"),
    } } { Some(match to_copy {
        Some(path) => format!("运行 {}，把正文复制到 报告/ 文件夹里，再把〔请填写…〕换成要写的话", call(form, path)),
        None => "把〔请填写…〕整个换成要写的话；不要这一句就删去".to_owned(),
    }) };
    en { match to_copy {
        Some(_) => format!("{title} of {unit} is yet to be written, and not made until then"),
        None => format!("this is yet to be written in {title} of {unit}, which is not made until then"),
    } } { Some(match to_copy {
        Some(path) => format!("run {} to copy the text into 报告/, then put your words in the place of 〔请填写…〕", call(form, path)),
        None => "put your words in the place of 〔请填写…〕, or delete it".to_owned(),
    }) };
}

/// The call that copies the text of a form to where an organisation, or the round, has its
/// own.
fn call(form: &str, path: &str) -> String {
    let form = word(form);
    match path {
        "" => format!("paicha report {form}"),
        path => format!("paicha report {form} --org {}", word(path)),
    }
}
