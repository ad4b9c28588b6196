//! What a form counts a member by is on record (note 1 of 附件6).

use crate::check::prelude::*;

rule! {
    /// A missing value leaves open what a form says of a member.
    MissingValue {
        /// The form.
        form: String,
        /// The column; none where it is open whether he stands there at all.
        column: Option<String>,
        /// The key.
        key: String,
    } = E0409 "缺少归类所需的值" Error;
    zh {
        match column {
            None => format!("缺少“{key}”，无法判定是否列入{form}"),
            Some(column) => format!("缺少“{key}”，无法计入{form}的“{column}”一列"),
        }
    } "补写“{key}”";
    en {
        match column {
            None => format!("without “{key}” it is open whether {form} lists the member"),
            Some(column) => format!("without “{key}” the member cannot be counted in “{column}” of {form}"),
        }
    } "add “{key}”";
}
