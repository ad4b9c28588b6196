//! 规则级别 names rules by code or by name (data format).

use super::unknown_waiver::way;
use crate::check::prelude::*;

rule! {
    /// A level for a rule that does not exist.
    UnknownLevel {
        /// What it names.
        text: String,
        /// The code or name most like it.
        near: Option<&'static str>,
    } = E1711 "paicha.yaml的规则不存在" Error;
    zh "没有“{text}”这条规则" { way(*near, Lang::Zh) };
    en "there is no rule “{text}”" { way(*near, Lang::En) };
}
