//! A file has at most 1 MiB: no data written by hand is larger.

use crate::check::prelude::*;

rule! {
    /// A file beyond the limit.
    TooLarge {
        /// Its size.
        kilobytes: u64,
    } = E0020 "文件过大" Error;
    zh "文件有 {kilobytes} KB，超过 1024 KB，不像是手写的数据" "检查是否误放了别的文件";
    en "{kilobytes} KB is too large, the limit is 1024 KB" "check that this is the right file";
}
