//! Rules whose page says so cannot be waived (data format).

use crate::check::Rule;
use crate::check::prelude::*;

rule! {
    /// A waiver of a rule that cannot be waived.
    RefusedWaiver {
        /// The rule.
        rule: &'static Rule,
    } = W1703 "规则不能豁免" Warning;
    zh "{rule}不能豁免"
       { format!("改正数据，删去这条豁免；paicha explain {} 说明怎样改", rule.code) };
    en "{rule:#} cannot be waived"
       { format!("mend the data and delete the waiver; paicha explain {} says how", rule.code) };
}
