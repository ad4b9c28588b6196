//! The words of states of the data, and of git.

use super::{Words, sentences, terms};
use crate::load::GitFault;
use crate::report::Lang;

terms! {
    revision: "版本" "REV";
    rev: "按这个版本的内容，不看工作区；版本是 git 的提交、标签或分支" "The data of a revision of git, not of the work tree";
    staged: "按已暂存的内容（git add 过的），不看工作区" "What is staged, not the work tree";
    out: "写进这个文件夹，不写进 out/" "Write into this folder and not into out/";
    rev_needs_out: "错误：按版本做表要说明写到哪里：加上 --out 文件夹" "error: --rev needs --out FOLDER: say where to write";
    fix_of_tree: "错误：--fix 只能改工作区里的文件，不能和 --rev、--staged 一起用" "error: --fix is for the work tree, not for --rev or --staged";
    git: "让 git 自己显示改的是谁、提交前检查" "Let git say whom a change is about, and check before commits";
    git_install: "装上：git diff 显示党员姓名和所在的栏、照片的大小，提交前检查暂存的内容" "Put in: names and blocks in git diff, sizes of photos, a check before commits";
    git_uninstall: "取下 install 装上的" "Take out what install put in";
    git_as_it_is: "都已经是这样，没有改动" "all is as it should be; nothing was changed";
    hook_missing: "没有找到 paicha，要提交的内容没有检查" "paicha is not there: what is committed was not checked";
    hook_refused: "没有提交，暂存的资料里有错误：" "not committed, what is staged has errors: ";
    hook_see: "看错在哪里：" "to see them: ";
    hook_force: "改好以后先 git add 再提交；一定要先提交，用 git commit --no-verify" "mend them, git add and commit again; git commit --no-verify goes past this check";
    git_missing: "错误：没有找到 git：这项功能要用它" "error: there is no git, which this needs";
}

sentences! {
    /// The folder of outputs is in use otherwise.
    out_of_others(folder: &str): "错误：“{folder}”里有别的文件，没有写：--out 要用新的、空的，或者以前用过的文件夹"
        "error: “{folder}” holds other files, nothing was written: --out needs a new folder, an empty one, or one of before";
    /// A folder that is no workspace, into which nothing is written.
    no_workspace(folder: &str): "错误：“{folder}”不是工作文件夹（没有 data/排查.yaml），什么也没有写：到工作文件夹里运行，或用 -C 指明；新建一个用 paicha init"
        "error: “{folder}” is no workspace (there is no data/排查.yaml), nothing was written: run in one, name it with -C, or make one with paicha init";
    /// The folder of outputs would be read.
    out_within(folder: &str): "错误：“{folder}”在工作文件夹的资料里：--out 要写在别处"
        "error: “{folder}” is among the files of the workspace: name another one with --out";
    /// Fonts that git does not have.
    ignored_fonts(files: &str): "版本里没有这些字体（git 不管它们），用了工作区里的：{files}"
        "fonts that git ignores, taken from the work tree: {files}";
    /// Lines that were put into a file.
    git_added(file: &str, lines: &str): "{file} 里加上了：\n  {lines}" "added to {file}:\n  {lines}";
    git_removed(file: &str, lines: &str): "{file} 里去掉了：\n  {lines}" "taken out of {file}:\n  {lines}";
    /// Settings of the repository.
    git_set(lines: &str): "这个仓库的 git 设置里加上了：\n  {lines}" "set for this repository:\n  {lines}";
    git_unset(lines: &str): "这个仓库的 git 设置里去掉了：\n  {lines}" "no longer set for this repository:\n  {lines}";
    hook_made(file: &str): "提交前会检查暂存的内容：{file}" "what is staged is checked before commits: {file}";
    hook_removed(file: &str): "提交前不再检查，删去了：{file}" "no check before commits any more, removed: {file}";
    /// A hook of others.
    hook_by_hand(file: &str, line: &str):
        "提交前的检查没有装：已经有自己的钩子或 core.hooksPath。要检查，在 {file} 里加一行：\n  {line}"
        "there is a hook, or core.hooksPath, already: to check before commits, add a line to {file}:\n  {line}";
    /// What stands for a photo.
    photo_shown(bytes: usize, dots: &str, digest: &str): "照片{dots}，{bytes} 字节，SHA-256 {digest}" "photo{dots}, {bytes} bytes, SHA-256 {digest}";
    no_revision(name: &str): "错误：没有“{name}”这个版本；用 git log --oneline 查看"
        "error: there is no revision “{name}”; see git log --oneline";
    no_repository(words: &str): "错误：这里不是 git 仓库的工作文件夹（{words}）"
        "error: this is no folder of a git repository ({words})";
    no_folder_then(folder: &str): "错误：那个版本里没有“{folder}”这个文件夹"
        "error: the revision has no folder “{folder}”";
    /// Pages shall tell a revision, and there is none.
    no_revision_to_tell(file: &str, fault: &str): "{fault}\n{file} 里写了“印版本: true”，没有版本可印：先用 git 提交，或者去掉这一行"
        "{fault}\n{file} says 印版本: true, and there is no revision to tell: commit with git first, or take that line out";
    git_failed(words: &str): "错误：git 出错了：{words}" "error: git failed: {words}";
}

impl Words {
    /// Why git did not give what it was asked for.
    pub fn git_fault(&self, fault: &GitFault) -> String {
        match fault {
            GitFault::NoGit(_) => self.git_missing().to_owned(),
            GitFault::NoRepository(words) => self.no_repository(words),
            GitFault::NoRevision(name) => self.no_revision(name),
            GitFault::NoFolder(folder) => self.no_folder_then(folder),
            GitFault::Failed(words) => self.git_failed(words),
        }
    }
}
