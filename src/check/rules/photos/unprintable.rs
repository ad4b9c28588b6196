//! The photo has the colours of a screen and is stored as most programs store pictures.

use crate::check::prelude::*;

rule! {
    /// A picture that cannot go into a form as it is.
    enum Unprintable = E0807 "照片的格式不能印" Error;

    /// Of four colours.
    Cmyk(photo: String)
        zh "照片“{photo}”是 CMYK（印刷用的四色）图片，不能印到表上"
           "用看图软件打开，另存为 RGB 颜色的 JPEG";
        en "photo “{photo}” is of CMYK colours, which are for printing presses"
           "open it in a picture editor and save it as JPEG with RGB colours";
    /// Of a kind that few programs can read.
    Unusual(photo: String)
        zh "照片“{photo}”是一种少见的 JPEG，许多软件打不开" "用看图软件打开，另存为普通的 JPEG";
        en "photo “{photo}” is of a kind of JPEG that many programs cannot read"
           "open it in a picture editor and save it as JPEG";
}
