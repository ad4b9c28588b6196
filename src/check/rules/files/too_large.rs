//! A YAML file has at most 1 MiB: no data written by hand is larger. Layouts and fonts
//! have limits of their own.

use crate::check::prelude::*;

rule! {
    /// A file beyond the limit.
    enum TooLarge = E0020 "文件过大" Error;

    /// YAML; its size in KiB.
    Yaml(kilobytes: u64)
        zh "文件有 {kilobytes} KB，超过 1024 KB，不像是手写的数据" "检查是否误放了别的文件";
        en "{kilobytes} KB is too large, the limit is 1024 KB" "check that this is the right file";
    /// Something else; its size in MiB.
    Other(megabytes: u64)
        zh "文件有 {megabytes} MB，太大，不会读取" "检查是否误放了别的文件";
        en "{megabytes} MB is too large, the file is not read" "check that this is the right file";
}
