//! A folder with `党组织.yaml` is an organisation: one there must be.

use crate::check::prelude::*;

rule! {
    /// No folder holds a `党组织.yaml`.
    NoOrganisation = E0004 "没有党组织" Error;
    zh "data 文件夹里没有党组织" "为每个党组织建一个文件夹，里面放 党组织.yaml";
    en "the data folder holds no organisation"
       "make a folder with a 党组织.yaml for each organisation";
}
