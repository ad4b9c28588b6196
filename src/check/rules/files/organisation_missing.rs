//! Members and figures belong to an organisation: `党组织.yaml` says which.

use crate::check::prelude::*;

rule! {
    /// Members or figures without a `党组织.yaml` beside them.
    OrganisationMissing = E0005 "缺少党组织文件" Error;
    zh "文件夹里有党员或上报数字，却没有 党组织.yaml"
       "在这个文件夹里新建 党组织.yaml，写上 名称、类型";
    en "members or figures without a 党组织.yaml" "add a 党组织.yaml with 名称 and 类型";
}
