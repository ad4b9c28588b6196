//! One round for each workspace.

use crate::check::prelude::*;

rule! {
    /// A second `排查.yaml`.
    SecondRound = E0003 "多个排查文件" Error;
    zh "排查文件只能有一个，就是 data/排查.yaml"
       "一个工作文件夹只做一轮排查；另一轮请另建工作文件夹";
    en "there can be one 排查.yaml only: data/排查.yaml"
       "use a workspace of its own for another round";
}
