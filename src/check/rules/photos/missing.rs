//! The photo is there. One look at the file answers for all rules of the family.

use super::otherwise::Otherwise;
use super::{too_coarse, unusable, wrong_ratio};
use crate::check::prelude::*;

rule! {
    /// There is no photo.
    Missing {
        /// Its path as given.
        photo: String,
        /// Those that may be meant.
        near: Vec<String>,
    } = E0801 "照片不存在" Error, member;
    zh "找不到照片“{photo}”" { match &near[..] {
        [] => "路径从本组织的文件夹写起，例如“照片/姓名.jpg”；没有照片就删去这一行".to_owned(),
        near => near_ones(Lang::Zh, near),
    } };
    en "no photo at “{photo}”" { match &near[..] {
        [] => "paths begin at the organisation's folder, as 照片/name.jpg; without a photo, drop the line".to_owned(),
        near => near_ones(Lang::En, near),
    } };
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let value = case.member.photo.as_ref();
    let Some(value) = value.filter(|value| value.get().is_some()) else {
        return;
    };
    let workspace = case.source.workspace;
    let unit = &workspace.units[case.person.unit].path;
    let photo = workspace.album.photo(&workspace.files, unit, &value.text);
    match photo {
        Ok(photo) => {
            let ratio = wrong_ratio::of(&photo).map(|finding| case.finding(finding, value));
            let coarse = too_coarse::of(&photo).map(|finding| case.finding(finding, value));
            let usual = photo.usual.map(|usual| {
                let photo = value.text.clone();
                case.finding(Otherwise { photo, usual }, value)
            });
            found.extend(ratio.into_iter().chain(coarse).chain(usual));
        }
        Err(fault) => found.push(case.finding(unusable(fault, value.text.clone()), value)),
    }
}
