//! Whatever a coarse date may mean, what a form says of a member is the same (notes 2 and 3
//! of 附件3, note 4 of 附件6).

use crate::check::prelude::*;

rule! {
    /// A date leaves open what a form says of a member.
    Undecided {
        /// The form.
        form: String,
        /// The column; none where it is open whether he stands there at all.
        column: Option<String>,
    } = E0304 "日期太粗无法归类" Error;
    zh {
        match column {
            None => format!("日期不够细，无法判定是否列入{form}"),
            Some(column) => format!("日期不够细，{form}的“{column}”一列无法判定"),
        }
    } "把日期写到日，例如 1965-03-12";
    en {
        match column {
            None => format!("a date is too coarse to decide whether {form} lists the member"),
            Some(column) => format!("a date is too coarse to decide “{column}” of {form}"),
        }
    } "give the date to the day, as 1965-03-12";
}
