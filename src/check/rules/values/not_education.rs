//! Levels of education are those of GB/T 4658-2006 and of the columns 学历 of 附件6 of the
//! notice 会政办发〔2016〕34号.

use crate::check::prelude::*;

rule! {
    /// Not a level of education that the alias table knows.
    NotEducation {
        /// The text as written.
        text: String,
    } = E0403 "学历名称不对" Error;
    zh "“{text}”不是认得的学历"
       "例如 研究生、大学本科、大专、中专、高中、初中、小学；未毕业的加“肄业”";
    en "“{text}” is no known level of education"
       "as 研究生, 大学本科, 大专, 中专, 高中, 初中, 小学; unfinished: …肄业";
}
