//! A workspace has one `data/排查.yaml`.

use super::no_data::NoData;
use crate::check::prelude::*;

rule! {
    /// `data/排查.yaml` is missing.
    NoRound = E0002 "缺少排查文件" Error;
    zh "缺少排查文件 data/排查.yaml" { NoData {}.help(Lang::Zh) };
    en "the round's file data/排查.yaml is missing" { NoData {}.help(Lang::En) };
}
