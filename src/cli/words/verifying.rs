//! The words of `verify`, and of `build --verify`.

use super::{Words, sentences, terms};
use crate::publish::Difference;
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
    /// A file in `out/` that no list names.
    unlisted(path: &str): "没有列在清单里：{path}" "not listed: {path}";
    /// An output that is not there.
    missing(path: &str):
        "错误：{path} 没有；用 paicha build 做出来"
        "error: {path} is not there; paicha build makes it";
    /// An output that is not what the data gives now.
    differs(path: &str):
        "错误：{path} 与按现在的数据做出来的不同：数据在做好以后改过，或者文件被改过；用 paicha build 重新做"
        "error: {path} is not what the data gives now: the data was changed after it was made, or the file was; paicha build makes it again";
    /// How many outputs were compared.
    verified(all: usize, same: usize, other: usize, seconds: f64):
        "重做比较了 {all} 份：{same} 份逐字节相同，{other} 份不同，用时 {seconds:.1} 秒；没有写任何文件"
        "made again and compared: {all}; the same byte by byte: {same}, others: {other}; in {seconds:.1} s; nothing was written";
    /// How many pages were verified.
    attested(all: usize, stand: usize, differ: usize, others: usize):
        "核验了 {all} 份：{stand} 份对得上，{differ} 份对不上或者看不出来，{others} 份不是可以核验的表"
        "verified: {all}; they stand: {stand}, they do not or it cannot be told: {differ}, no pages: {others}";
}

impl Words {
    /// How an output differs from what the data gives now.
    pub fn difference(&self, difference: &Difference, out: &str) -> String {
        let shown = |path: &str| format!("{out}/{path}");
        match difference {
            Difference::Missing(path) => self.missing(&shown(path)),
            Difference::Other(path) => self.differs(&shown(path)),
            Difference::Outdated(path) => self.outdated(&shown(path)),
            Difference::Unlisted(path) => self.unlisted(&shown(path)),
        }
    }
}
