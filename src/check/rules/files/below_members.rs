//! Members and figures stand in the lowest organisations.

use crate::check::prelude::*;

rule! {
    /// A branch with organisations below it.
    BelowMembers = E0007 "党支部下另有组织" Error;
    zh "有党员或上报数字的组织下面不能再有组织" "把下级组织的文件夹移到这个党支部的文件夹以外";
    en "no organisation can stand below one with members or figures"
       "move the organisation to the folder of the one above";
}
