//! The photo is a picture, and whole.

use crate::check::prelude::*;

rule! {
    /// A photo that is no picture, or not a whole one.
    enum NotImage = E0803 "照片不是完好的图片" Error;

    /// Another file.
    Other(photo: String)
        zh "照片“{photo}”不是 JPEG 或 PNG 图片" "用 2 寸照片的 JPEG 或 PNG 文件";
        en "photo “{photo}” is no JPEG or PNG picture" "use a JPEG or PNG file";
    /// Something of it is missing or wrong.
    Damaged(photo: String)
        zh "照片“{photo}”已经损坏，印出来会缺一块或者花掉"
           "从原处重新拷贝，拷完再打开看看；原来的也坏了，就请本人重新提供";
        en "photo “{photo}” is damaged: parts of it would be missing or wrong in print"
           "copy it anew from where it came; if that one is damaged too, ask for another";
}
