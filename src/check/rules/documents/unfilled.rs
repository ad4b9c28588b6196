//! What only a clerk can write was written.

use crate::check::prelude::*;

rule! {
    /// A place of a document that is yet to be filled in.
    Unfilled {
        /// The document's title.
        title: String,
        /// The organisation whose it is.
        unit: String,
        /// The form's id.
        form: String,
        /// Whether the text is the form's own, and has to be copied first.
        is_shared: bool,
    } = W1802 "正文还没有填写" Warning;
    zh "{unit}的《{title}》这里还没有填写，这一份先不做" { Some(match is_shared {
        true => format!("运行 paicha report {form}，把正文复制到本组织的 报告/ 文件夹里再改写"),
        false => "把〔请填写…〕整个换成要写的话；不要这一句就删去".to_owned(),
    }) };
    en "this is yet to be written in {title} of {unit}, which is not made until then" { Some(match is_shared {
        true => format!("run paicha report {form} to copy the text into the organisation's 报告/, then write there"),
        false => "put your words in the place of 〔请填写…〕, or delete it".to_owned(),
    }) };
}
