//! Members stand in the folder `党员` of their branch.

use crate::check::prelude::*;

rule! {
    /// What looks like a file that is read, and is none.
    enum Stray = E0009 "文件位置不对" Error;

    /// A YAML file where none is read.
    File
        zh "这个位置的 YAML 文件不会被读取" "党员的文件放在党支部的 党员/ 文件夹里，不再分层";
        en "no YAML file is read here" "members' files stand in the branch's 党员/ folder itself";
    /// A folder with the name of a file.
    Folder
        zh "这是文件夹，名字却像文件，不会被读取" "把里面的文件移出来，或给文件夹改名";
        en "this is a folder with the name of a file, and is not read"
           "move the files out of it, or rename it";
}
