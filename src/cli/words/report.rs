//! The words of `report`.

use super::{Words, sentences, terms};
use crate::report::Lang;

terms! {
    report_about: "把一份报告的正文复制到组织的 报告/ 文件夹里，供改写"
        "Copy the text of a document into an organisation's 报告/ to be edited";
    report_form: "哪份报告，例如 工作情况报告" "Which document, as 工作情况报告";
    report_org: "给哪个组织；可写几次" "For which organisation; may be given several times";
}

sentences! {
    /// An organisation that has no such document.
    has_no_document(unit: &str, form: &str): "错误：{unit} 没有“{form}”这份报告"
        "error: {unit} has no document “{form}”";
}
