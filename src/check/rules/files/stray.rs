//! Members stand in the folder `党员` of their branch.

use crate::check::prelude::*;

rule! {
    /// What looks like a file that is read, and is none.
    enum Stray = E0009 "文件位置不对" Error;

    /// A YAML file where none is read.
    File
        zh "这个位置的 YAML 文件不会被读取" "党员的文件放在党支部的 党员/ 文件夹里，不再分层";
        en "no YAML file is read here" "members' files stand in the branch's 党员/ folder itself";
    /// A file whose name is nearly a known one.
    Misnamed(name: String)
        zh "这个名字的文件不会被读取" "是不是“{name}”？改名后再检查";
        en "no file of this name is read" "did you mean “{name}”? rename it";
    /// A copy of a file that is read.
    Copy(name: String)
        zh "这是“{name}”的副本，不会被读取" "多余就删去，要留就移到 data/ 外面";
        en "a copy of “{name}”, which is not read" "delete it, or move it out of data/";
    /// A folder whose name is nearly that of the members' folder.
    MembersFolder
        zh "这个文件夹里的 YAML 文件不会被读取"
           "是不是“党员”文件夹？改名为“党员”；党员的文件放在党支部的 党员/ 文件夹里";
        en "no YAML file in this folder is read"
           "did you mean “党员”? members' files stand in the branch's 党员/";
    /// A folder with the name of a file.
    Folder
        zh "这是文件夹，名字却像文件，不会被读取" "把里面的文件移出来，或给文件夹改名";
        en "this is a folder with the name of a file, and is not read"
           "move the files out of it, or rename it";
}
