//! QQ号码或微信号 is one of the two.

use crate::check::prelude::*;
use crate::model::contact::is_messenger;

rule! {
    /// Neither a QQ number nor a WeChat name.
    NotMessenger {
        /// What stands there.
        text: String,
    } = W0503 "QQ号码或微信号不合格式" Warning, waivable, member;
    zh "“{text}”不像 QQ 号码或微信号"
       "QQ 号码是 5 到 11 位数字，微信号是 6 到 20 位字母、数字，以字母开头";
    en "“{text}” looks like neither a QQ number nor a WeChat name"
       "a QQ number has 5 to 11 digits, a WeChat name 6 to 20 letters and digits, a letter first";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(messenger) = &case.member.messenger
        && messenger
            .get()
            .is_some_and(|_| !is_messenger(&messenger.text))
    {
        let text = messenger.text.clone();
        found.push(case.finding(NotMessenger { text }, messenger));
    }
}
