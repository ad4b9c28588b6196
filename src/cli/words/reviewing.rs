//! The words of `diff`.

use super::{Words, sentences, terms};
use crate::report::Lang;

terms! {
    diff: "比较两个版本的资料：谁来了、走了，值、名册、数字有什么变化，出了什么新问题，哪些表要重印"
        "What is different between two states of the data: members, registers, figures, findings, forms to print again";
    diff_what: "哪两个版本，不写是 HEAD 和工作区：A 是 A 和工作区，A..B 是 A 和 B，A...B 是 B 和它从 A 分出来的时候；后面可写路径，只看这些文件、文件夹"
        "Which states, by default HEAD and the work tree: A with the work tree, A..B, or A...B (B with where it left A); then paths, to see only these files and folders";
    diff_paths: "只看这些文件、文件夹" "Only these files and folders";
    diff_staged: "和已暂存的内容比，不和工作区比" "With what is staged, not with the work tree";
    diff_format: "格式：text（默认）、json、markdown、html（变了的页前后并排）"
        "Format: text (default), json, markdown, html (pages that change, side by side)";
    diff_output: "写到这个文件；不写是标准输出" "The file to write; by default standard output";
    diff_unmasked: "身份证号码、电话、QQ、住址照原样列出，不遮住" "Do not mask ID numbers, telephones, QQ and addresses";
    diff_exit_code: "有变化时以状态 1 结束，没有变化是 0" "End with 1 where something is different, with 0 where nothing is";
    diff_states: "版本" "STATES";
    diff_nothing: "没有变化" "nothing is different";
    diff_staged_of_two: "错误：--staged 是和已暂存的内容比，不能再写第二个版本" "error: --staged compares with what is staged: name one revision at most";
    diff_too_many: "错误：最多写两个版本" "error: name two revisions at most";
}

sentences! {
    /// A state that has no data.
    no_data_in(state: &str): "错误：“{state}”里没有 data 文件夹，没有资料可以比较：到工作文件夹里运行，或用 -C 指明；没有工作区的仓库，写明两个版本：paicha diff A..B"
        "error: “{state}” has no data folder, so there is nothing to compare: run in a workspace, or name it with -C; in a repository without a work tree, name two revisions: paicha diff A..B";
    /// Two revisions that have no commit in common.
    no_merge_base(old: &str, new: &str): "错误：“{old}”和“{new}”没有共同的来历，不能用“...”比较"
        "error: {old} and {new} have no commit in common, so ... cannot compare them";
    /// What is neither a revision nor a path.
    not_a_state(name: &str): "错误：没有“{name}”这个版本，也没有这个文件或文件夹；用 git log --oneline 查看版本"
        "error: “{name}” is no revision, and no file or folder; see git log --oneline";
}
