//! Members stand in the folder `党员` of their branch.

use crate::check::prelude::*;

rule! {
    /// A YAML file where none is read.
    Stray = E0009 "文件位置不对" Error;
    zh "这个位置的 YAML 文件不会被读取" "党员的文件放在党支部的 党员/ 文件夹里，不再分层";
    en "no YAML file is read here" "members' files stand in the branch's 党员/ folder itself";
}
