//! All data stands in the folder `data` of the workspace.

use crate::check::prelude::*;

rule! {
    /// No `data/`.
    NoData = E0001 "没有数据文件夹" Error;
    zh "这里没有 data 文件夹"
       "到工作文件夹里运行，或用 -C 指明；排查文件要有 名称、排查前基准日、联系查找结束日、填表日期";
    en "there is no data folder here"
       "run in a workspace, or name it with -C; the round needs 名称, 排查前基准日, 联系查找结束日, 填表日期";
}
