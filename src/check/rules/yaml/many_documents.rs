//! A file holds one member or one organisation.

use crate::check::prelude::*;

rule! {
    /// More than one document (`---`).
    ManyDocuments = E0039 "一个文件写了多份" Error;
    zh "“---”把一个文件分成了几份" "一个文件只写一个人，删去“---”或另建文件";
    en "--- splits the file into several"
       "one file is one person: drop the --- or make another file";
}
