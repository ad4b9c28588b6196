//! The words of `verify`.

use super::{Words, sentences, terms};
use crate::report::Lang;

terms! {
    verify_about: "核验做好的表：现在的资料还是不是这样印，不是的改了哪些，文件本身有没有改动过"
        "Verify pages: whether the data still gives them, what has changed since, and whether the files were altered";
    verify_pages: "做好的 PDF，放在哪里、改没改名都行；或者一个文件夹；或者纸上印着的核验码"
        "PDFs that were made, wherever they are and whatever they are called; or a folder; or a digest as it is printed";
    verify_file: "表.pdf" "FORM.pdf";
    verify_nothing: "错误：文件夹里没有 PDF 文件" "error: there is no PDF in the folder";
    verify_format: "格式：text（默认）、json" "Format: text (default), json";
}

sentences! {
    /// How many pages were verified.
    attested(all: usize, stand: usize, differ: usize, others: usize):
        "核验了 {all} 份：{stand} 份对得上，{differ} 份对不上或者看不出来，{others} 份不是可以核验的表"
        "verified: {all}; they stand: {stand}, they do not or it cannot be told: {differ}, no pages: {others}";
}
