//! What git could not merge is merged by hand.

use crate::check::prelude::*;

rule! {
    /// Marks of a conflict.
    Conflict = E0049 "合并冲突没有解决" Error;
    zh "git 合并时两边改了同一处，这里留下了冲突标记"
       "“<<<<<<<”下面是自己的，“=======”下面是对方的：留下对的内容，删去各行标记";
    en "git could not merge this place and left its marks"
       "below <<<<<<< stands this side, below ======= the other: keep what is right and remove the lines of marks";
}
