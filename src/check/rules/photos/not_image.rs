//! The photo is a picture, and whole.

use crate::check::prelude::*;

rule! {
    /// A photo that is no picture, or not a whole one.
    enum NotImage = E0803 "照片不是完好的图片" Error;

    /// Another file.
    Other(photo: String)
        zh "照片“{photo}”不是 JPEG 或 PNG 图片" "用 2 寸照片的 JPEG 或 PNG 文件";
        en "photo “{photo}” is no JPEG or PNG picture" "use a JPEG or PNG file";
    /// A file of another kind.
    Foreign(photo: String, kind: &'static str)
        zh "照片“{photo}”是 {kind} 文件，不是 JPEG 或 PNG 图片" { convert(kind, Lang::Zh) };
        en "photo “{photo}” is a file of {kind}, no JPEG or PNG" { convert(kind, Lang::En) };
    /// Something of it is missing or wrong.
    Damaged(photo: String)
        zh "照片“{photo}”已经损坏，印出来会缺一块或者花掉"
           "从原处重新拷贝，拷完再打开看看；原来的也坏了，就请本人重新提供";
        en "photo “{photo}” is damaged: parts of it would be missing or wrong in print"
           "copy it anew from where it came; if that one is damaged too, ask for another";
}

/// How a file of another kind becomes a photo.
fn convert(kind: &str, lang: Lang) -> String {
    let (zh, en) = match kind {
        "HEIC" => (
            "这是苹果手机拍的：在电脑上用“照片”或看图软件打开，另存为 JPEG；\
             或在手机“设置→相机→格式”里选“兼容性最佳”再拍。只改扩展名不行",
            "iPhones take such pictures: open it and save it as JPEG, or set Settings, Camera, \
             Formats to Most Compatible and take it anew; another ending alone does not help",
        ),
        "WebP" | "AVIF" => (
            "这是网页上存下来的：用“画图”或看图软件打开，另存为 JPEG。只改扩展名不行",
            "web pages have such pictures: open it in Paint or the like and save it as JPEG; \
             another ending alone does not help",
        ),
        "PDF" | "Word" | "ZIP" | "MP4" => (
            "从里面取出照片，另存为 JPEG",
            "take the photo out of it and save it as JPEG",
        ),
        _ => (
            "用“画图”或看图软件打开，另存为 JPEG。只改扩展名不行",
            "open it in Paint or the like and save it as JPEG; another ending alone does not help",
        ),
    };
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}
