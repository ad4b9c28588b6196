//! A unit has either member files or figures.

use crate::check::prelude::*;

rule! {
    /// Both `党员/` and `汇总上报.yaml`.
    MembersAndFigures = E0006 "党员与汇总上报并存" Error;
    zh "既有 党员/ 又有 汇总上报.yaml，人数会重复计算"
       "留下一样：逐人填报的留 党员/，只报数字的留 汇总上报.yaml";
    en "both 党员/ and 汇总上报.yaml: people would count twice" "keep one of the two";
}
