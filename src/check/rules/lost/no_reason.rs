//! 情形 ⑦ 其他 needs its reason (note 4 of 附件3).

use crate::check::prelude::*;

rule! {
    /// 情形 ⑦ without a reason in 备注.
    NoReason = E0606 "其他情形未注明原因" Error, waivable, member;
    zh "情形⑦“其他”要在失联的“备注”里注明具体原因" "在“失联”里补写“备注: …”";
    en "情形 ⑦ 其他 needs its reason in 失联.备注";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(lost) = case.lost()
        && let (Some(cause), None) = (&lost.cause, &lost.remarks)
        && cause.get() == Some(&LossCause::Other)
    {
        let keys = case.keys(|member| member.lost().map(|lost| lost.remarks().is_none()));
        found.push(case.finding(NoReason {}, (cause.span, keys)));
    }
}
