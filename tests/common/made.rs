//! Faults of `tests/broken/` that plain text files in a repository cannot hold:
//! they are made in the copy of the folder.

use std::fs;

use super::Workspace;

const MEMBER: &str = "data/会宁县直机关工委/政府办党支部/党员/张建国.yaml";
const BRANCH: &str = "data/会宁县直机关工委/政府办党支部";

/// Makes the fault in a copy.
type Make = fn(&Workspace);

/// Folders, and what makes their fault.
pub const MADE: &[(&str, Make)] = &[
    ("files-byte-order-mark-between-lines", byte_order_mark),
    ("files-utf-16-without-mark", utf_16),
    ("yaml-control-characters", control_characters),
    ("files-folder-data-empty", empty_data),
    ("files-gbk", gbk),
    ("files-not-utf8", cut_character),
    ("files-too-large", too_large),
    ("yaml-nested-too-deep", too_deep),
    #[cfg(unix)]
    ("files-link-in-a-circle", link_in_a_circle),
    #[cfg(unix)]
    ("photo-link-to-outside", photo_link),
    #[cfg(target_os = "linux")]
    ("files-name-not-utf8", name_not_utf8),
];

/// Folders whose fault only some systems can have.
pub const ELSEWHERE: &[&str] = &[
    "files-link-in-a-circle",
    "photo-link-to-outside",
    "files-name-not-utf8",
];

/// Two files that were joined, each with its mark.
fn byte_order_mark(workspace: &Workspace) {
    let text = String::from_utf8(workspace.read(MEMBER)).expect("UTF-8");
    let joined = text.replacen("性别", "\u{feff}性别", 1);
    workspace.write(MEMBER, format!("\u{feff}{joined}").replace('\n', "\r\n"));
}

fn utf_16(workspace: &Workspace) {
    let text = String::from_utf8(workspace.read(MEMBER)).expect("UTF-8");
    let bytes = text.encode_utf16().flat_map(u16::to_le_bytes);
    workspace.write(MEMBER, bytes.collect::<Vec<u8>>());
}

/// A break of lines as Word has it, and a separator of lines as web pages have it.
fn control_characters(workspace: &Workspace) {
    let text = String::from_utf8(workspace.read(MEMBER)).expect("UTF-8");
    let odd = text
        .replacen("甘肃", "甘\u{b}肃", 1)
        .replacen("性别: 男\n", "性别: 男\u{2028}", 1);
    workspace.write(MEMBER, odd);
}

fn empty_data(workspace: &Workspace) {
    fs::create_dir(workspace.path("data")).expect("a folder");
}

/// “姓名: 张建国” and “性别: 男” as an old editor saves them.
fn gbk(workspace: &Workspace) {
    let name = b"\xd0\xd5\xc3\xfb: \xd5\xc5\xbd\xa8\xb9\xfa\n";
    let sex = b"\xd0\xd4\xb1\xf0: \xc4\xd0\n";
    workspace.write(MEMBER, [name.as_slice(), sex].concat());
}

/// 甘 without its last byte: UTF-8 that was damaged, not another encoding.
fn cut_character(workspace: &Workspace) {
    let bytes = workspace.read(MEMBER);
    let whole = "甘".as_bytes();
    let at = bytes.windows(3).position(|three| three == whole);
    let at = at.expect("甘肃 is in the file");
    workspace.write(MEMBER, [&bytes[..at + 2], &bytes[at + 3..]].concat());
}

/// One byte more than 1 MiB.
fn too_large(workspace: &Workspace) {
    let mut bytes = workspace.read(MEMBER);
    bytes.push(b'#');
    bytes.resize((1 << 20) + 1, b'x');
    workspace.write(MEMBER, bytes);
}

fn too_deep(workspace: &Workspace) {
    let mut bytes = workspace.read(MEMBER);
    let deep = "[".repeat(1000) + &"]".repeat(1000);
    bytes.extend(format!("备注: {deep}\n").bytes());
    workspace.write(MEMBER, bytes);
}

#[cfg(unix)]
fn link_in_a_circle(workspace: &Workspace) {
    let link = workspace.path(BRANCH).join("回到上级");
    std::os::unix::fs::symlink("..", link).expect("a link");
}

/// The photo is a link to a file that stands beside `data/`.
#[cfg(unix)]
fn photo_link(workspace: &Workspace) {
    workspace.write(
        "桌面/张建国.jpg",
        "a file outside the organisation's folder",
    );
    let folder = workspace.path(BRANCH).join("照片");
    fs::create_dir(&folder).expect("a folder");
    let target = workspace.path("桌面/张建国.jpg");
    std::os::unix::fs::symlink(target, folder.join("张建国.jpg")).expect("a link");
}

/// 张建国 in GBK is the name of the file.
#[cfg(target_os = "linux")]
fn name_not_utf8(workspace: &Workspace) {
    use std::os::unix::ffi::OsStrExt as _;
    let name = std::ffi::OsStr::from_bytes(b"\xd5\xc5\xbd\xa8\xb9\xfa.yaml");
    let file = workspace.path(MEMBER);
    let folder = file.parent().expect("a file stands in a folder");
    fs::rename(&file, folder.join(name)).expect("a file");
}
