//! What git keeps for a file is the file.

use crate::check::prelude::*;
use crate::load::BlobFault;

rule! {
    /// A pointer to a file, a file that is changed when it is checked out, several of a merge.
    enum NotItself = E0019 "git里存的不是文件本身" Error;

    /// A pointer of Git LFS.
    Pointer
        zh "这里只有 Git LFS 的一个指针，文件本身不在这里"
           "用 git lfs pull 取来文件本身；要按版本检查和打印，文件须直接存进 git，不用 LFS";
        en "this is only a pointer of Git LFS, not the file"
           "fetch the file with git lfs pull; to be read from a revision it must be in git itself, without LFS";
    /// An attribute changes it when it is checked out.
    Filtered(by: String)
        zh "git 检出这个文件时会改动它（{by}），存着的不是它的原样，不能按版本读取"
           "在 .gitattributes 里去掉这个属性，重新提交；或者检出这个版本，在那里检查和打印";
        en "git changes this file when it is checked out ({by}), so that it cannot be read from a revision"
           "take the attribute out of .gitattributes and commit again; or check the revision out, and work there";
    /// A merge that is not ended.
    Unmerged
        zh "合并没有做完：暂存区里这个文件有几个版本"
           "合并好这个文件，再 git add";
        en "the merge is not ended: several versions of this file are staged"
           "merge the file, then git add it";
}

impl From<BlobFault> for Finding {
    fn from(fault: BlobFault) -> Self {
        match fault {
            BlobFault::Pointer => NotItself::Pointer.into(),
            BlobFault::Filtered(by) => NotItself::Filtered(by).into(),
            BlobFault::Unmerged => NotItself::Unmerged.into(),
        }
    }
}
