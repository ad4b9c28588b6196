//! Sheets of other programs, and ours in them: LibreOffice opens, recalculates and saves,
//! openpyxl and xlwt write and read. `.ci/run` installs them.

use std::fmt::Write as _;
use std::process::Command;

use super::common::sample;
use super::common::{self, Workspace};
use super::reading::bombs;

/// Runs a script of Python.
fn python(script: &str, arguments: &[&str]) -> String {
    let output = Command::new("python3")
        .arg("-c")
        .arg(script)
        .args(arguments)
        .output();
    let output = output.expect("python3 runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Opens a workbook in LibreOffice, which recalculates and saves it in another folder.
fn saved_by_libreoffice(workspace: &Workspace, file: &str) -> String {
    let folder = workspace.path("soffice");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        workspace.path("profile").display()
    );
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&folder)
        .arg(file)
        .output()
        .expect("soffice runs");
    assert!(status.status.success(), "{status:?}");
    let name = std::path::Path::new(file).file_name().expect("a name");
    folder.join(name).to_str().expect("UTF-8").to_owned()
}

const READ: &str = "
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
for row in sheet.iter_rows():
    print('|'.join('' if c.value is None else f'{c.data_type}{c.value}' for c in row))
";

#[test]
#[ignore = "needs LibreOffice and openpyxl"]
fn sheets_stay_what_they_are_in_libreoffice() {
    let workspace = sample::workspace();
    let rare = "李𬱖·买买提";
    workspace.edit(sample::WANG, "姓名: 王强", &format!("姓名: {rare}"));
    let before = workspace.tree("data");
    let file = workspace.path("党员.xlsx");
    let file = file.to_str().expect("UTF-8");
    workspace.expect(0, &["export", "党员基本信息", "-o", file]);
    let saved = saved_by_libreoffice(&workspace, file);
    let read = python(READ, &[&saved]);
    for text in ["s622423196503121236", "s13893001234", &format!("s{rare}")] {
        assert!(read.contains(text), "{text}\n{read}");
    }
    // Whether read from ours or from LibreOffice's: the same texts.
    assert_eq!(read, python(READ, &[file]));
    let run = workspace.expect(1, &["import", &saved, "--yes"]);
    assert!(
        run.stdout
            .contains("读到 4 行 = 新建 0 + 并入 4 + 不取 0\n"),
        "{}",
        run.stdout
    );
    assert_eq!(workspace.tree("data"), before);
    workspace.expect(0, &["export", "附件6", "附件3", "附件7"]);
    for path in workspace
        .outputs()
        .iter()
        .filter(|path| path.ends_with(".xlsx"))
    {
        let file = workspace.path(&format!("out/{path}"));
        let file = file.to_str().expect("UTF-8");
        let read = python(READ, &[&saved_by_libreoffice(&workspace, file)]);
        assert_eq!(read, python(READ, &[file]), "{path}");
    }
}

/// Rows with thirty kinds of dirt; what must become of each stands behind it.
const DIRT: &str = r"
import sys, datetime, openpyxl
W = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
def ident(i):
    day = datetime.date(1950, 1, 1) + datetime.timedelta(days=i)
    body = '622423' + day.strftime('%Y%m%d') + '001'
    return body + '10X98765432'[sum(int(c) * w for c, w in zip(body, W)) % 11]
def wrong(i):
    number = ident(i)
    return number[:17] + ('1' if number[17] != '1' else '2')
DIRT = [
    ('身份证号', lambda i: float(ident(i)[:17] + '0'), '不取'), ('姓名', lambda i: None, '不取'),
    ('身份证号', lambda i: None, '不取'), ('身份证号', wrong, '不取'),
    ('身份证号', lambda i: ident(i)[:6] + ident(i)[8:17], '不取'),
    ('身份证号', lambda i: '62242319650230123' + '4', '不取'),
    ('身份证号', lambda i: '=A1', '不取'), ('身份证号', lambda i: '见附件', '不取'),
    ('入党时间', lambda i: 1990.1, '没有取'), ('入党时间', lambda i: 199007, '没有取'),
    ('入党时间', lambda i: '90.7', '没有取'), ('入党时间', lambda i: '1991.2.30', '没有取'),
    ('入党时间', lambda i: '不记得', '没有取'), ('入党时间', lambda i: 3, '没有取'),
    ('民族', lambda i: '火星族', '没有取'), ('性别', lambda i: '不明', '没有取'),
    ('入党时间', lambda i: '#N/A', '错误值'),
    ('入党时间', lambda i: '1990/7/1 0:00:00', ''), ('入党时间', lambda i: 33055, ''),
    ('入党时间', lambda i: datetime.date(1990, 7, 1), ''), ('入党时间', lambda i: '1990年7月1日', ''),
    ('入党时间', lambda i: '１９９０．７．１', ''), ('身份证号', lambda i: ident(i).lower(), ''),
    ('身份证号', lambda i: '\t' + ident(i), ''), ('身份证号', lambda i: ident(i)[:6] + ' ' + ident(i)[6:], ''),
    ('姓名', lambda i: '张　三', ''), ('手机', lambda i: 13893001234, ''), ('性别', lambda i: '男性', ''),
    ('籍贯', lambda i: '甘肃\n会宁', ''), ('籍贯', lambda i: '甘\u200b肃', ''), ('姓名', lambda i: '李𬱖', ''),
    ('民族', lambda i: '维族', ''), ('入党时间', lambda i: '/', ''),
]
HEADS = ['姓名', '性别', '民族', '籍贯', '身份证号', '入党时间', '手机']
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '名册'
sheet.append(['党员花名册'])
sheet.merge_cells('A1:G1')
sheet.append(HEADS)
for i in range(int(sys.argv[2])):
    row = ['张' + chr(0x4e00 + i % 8000), '男', '汉族', '甘肃会宁', ident(i), '1990-07-01', '13893001234']
    said = ''
    if i % 5 == 0:
        head, make, said = DIRT[i // 5 % len(DIRT)]
        row[HEADS.index(head)] = make(i)
    sheet.append(row)
    if said:
        print(i + 3, chr(65 + HEADS.index(head)), said)
book.save(sys.argv[1])
";

#[test]
#[ignore = "needs openpyxl"]
fn thousands_of_rows_with_all_kinds_of_dirt() {
    const ROWS: usize = 5000;
    let workspace = sample::workspace();
    let file = workspace.path("名册.xlsx");
    let file = file.to_str().expect("UTF-8");
    let faults = python(DIRT, &[file, &ROWS.to_string()]);
    let branch = "县直机关工委/县医院党支部";
    let import = ["import", file, "--org", branch, "--yes"];
    let before = workspace.tree("data").len();
    let run = workspace.expect(1, &import);
    let lines: Vec<&str> = run.stdout.lines().collect();
    let of_row = |number: &str| {
        let head = format!("  名册 第 {number} 行");
        let mut found = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.starts_with(&head));
        let (at, _) = found.next().unwrap_or_else(|| panic!("{head}"));
        assert!(found.next().is_none(), "{head} twice");
        let mut text = lines[at].to_owned();
        for line in lines[at + 1..]
            .iter()
            .take_while(|line| line.starts_with("    "))
        {
            let _ = write!(text, "\n{line}");
        }
        text
    };
    let mut refused = 0;
    for fault in faults.lines() {
        let mut words = fault.split(' ');
        let [row, column, said] = [(); 3].map(|()| words.next().expect("a word"));
        let text = of_row(row);
        assert!(text.contains(said), "{fault}: {text}");
        match said {
            "不取" => refused += 1,
            _ => assert!(
                text.contains(&format!("    {column}{row} ")),
                "{fault}: {text}"
            ),
        }
    }
    let new = ROWS - refused;
    let balance = format!("读到 {ROWS} 行 = 新建 {new} + 并入 0 + 不取 {refused}");
    assert_eq!(lines.last(), Some(&&*balance));
    let files = workspace.tree("data");
    assert_eq!(files.len(), before + new, "no person lost, none doubled");
    let run = workspace.expect(1, &import);
    assert!(
        run.stdout
            .ends_with(&format!("新建 0 + 并入 {new} + 不取 {refused}\n"))
    );
    assert_eq!(workspace.tree("data"), files);
}

const OLD: &str = "
import sys, datetime, xlwt
book = xlwt.Workbook()
sheet = book.add_sheet('名册')
day = xlwt.easyxf(num_format_str='yyyy-mm-dd')
for c, head in enumerate(['姓名', '身份证号', '入党时间', '手机']):
    sheet.write(0, c, head)
sheet.write(1, 0, '甲'); sheet.write(1, 1, '11010519491231002X')
sheet.write(1, 2, datetime.date(1990, 7, 1), day); sheet.write(1, 3, 13893001234)
sheet.write(2, 0, '乙'); sheet.write(2, 1, 622423196503121236)
if len(sys.argv) > 2:
    for row in range(0, 65000, 500):
        sheet.write(row + 3, 250, 1)
    sheet.write(65535, 255, 1)
book.save(sys.argv[1])
";

#[test]
#[ignore = "needs xlwt"]
fn old_workbooks_are_read_within_bounds() {
    let workspace = sample::workspace();
    let file = workspace.path("名册.xls");
    let file = file.to_str().expect("UTF-8");
    let branch = "县直机关工委/县医院党支部";
    python(OLD, &[file]);
    let run = workspace.expect(1, &["import", file, "--org", branch, "--yes"]);
    assert!(
        run.stdout
            .contains("名册 第 3 行 乙：不取，身份证号码存成了数字"),
        "{}",
        run.stdout
    );
    let path = "data/县直机关工委/县医院党支部/党员/甲.yaml";
    let text = String::from_utf8(workspace.read(path)).expect("UTF-8");
    let expected = "姓名: 甲\n身份证号码: \"11010519491231002X\"\n手机号码: \"13893001234\"\n入党日期: 1990-07-01\n";
    assert_eq!(text, expected);
    // Its corner alone makes the reader hold sixteen million cells.
    python(OLD, &[file, "corner"]);
    let run = workspace.expect(1, &["import", file, "--org", branch, "--dry-run"]);
    let all = run.stdout + &run.stderr;
    assert!(all.contains("从第一格到最后一格超过 2000000 格"), "{all}");
}

/// An old workbook of a hundred rows, damaged in one way.
const DAMAGED: &str = r"
import datetime, struct, sys, xlwt
book = xlwt.Workbook()
sheet = book.add_sheet('名册')
formats = [xlwt.easyxf(num_format_str=code) for code in ('yyyy', 'h:mm', 'yyyy-mm')]
for c, head in enumerate(['姓名', '身份证号', '入党时间', '籍贯']):
    sheet.write(0, c, head)
for row in range(1, 101):
    sheet.write(row, 0, '人' + chr(0x4e00 + row))
    sheet.write(row, 1, '11010519491231002X' if row == 1 else '1')
    sheet.write(row, 2, 33055.5, formats[row % 3])
sheet.write(1, 3, xlwt.Formula('A1'))
book.save(sys.argv[1])
whole = open(sys.argv[1], 'rb').read()
# As programs write it that leave the formula to be worked out.
at = whole.index(struct.pack('<HHHH', 6, 27, 1, 3)) + 18
whole = whole[:at] + struct.pack('<H', 2) + whole[at + 2:]
cell = struct.pack('<HHHH', 0xfd, 10, 50, 0)
dimensions = struct.pack('<HH', 0x200, 14)
writer = struct.pack('<HH', 0x5c, 112)
replaced = {
    'whole': (cell, cell),
    'ends': (cell, struct.pack('<HHHH', 0x0a, 10, 50, 0)),
    'begins': (cell, struct.pack('<HHHH', 0x809, 10, 50, 0)),
    'twice': (cell, struct.pack('<HHHH', 0xfd, 10, 49, 0)),
    'cut': (cell, struct.pack('<HHHH', 0xfd, 999, 50, 0)),
    'protected': (writer, struct.pack('<HH', 0x2f, 112)),
    'vast': (dimensions + struct.pack('<IIHH', 0, 101, 0, 4), dimensions + struct.pack('<IIHH', 0, 65536, 0, 256)),
}
old, new = replaced[sys.argv[2]]
assert whole.count(old) == 1, whole.count(old)
open(sys.argv[1], 'wb').write(whole.replace(old, new))
";

#[test]
#[ignore = "needs xlwt"]
fn old_workbooks_lose_no_row() {
    let workspace = sample::workspace();
    let file = workspace.path("名册.xls");
    let file = file.to_str().expect("UTF-8");
    let branch = "县直机关工委/县医院党支部";
    let import = ["import", file, "--org", branch, "--dry-run"];
    for (damage, said) in [
        ("whole", "读到 100 行"),
        ("ends", "坏了"),
        ("begins", "坏了"),
        ("twice", "工作表“名册”的 A50 写了两次"),
        ("cut", "坏了"),
        ("protected", "加了密码"),
        ("vast", "读到 100 行"),
    ] {
        python(DAMAGED, &[file, damage]);
        let run = workspace.expect(1, &import);
        let all = run.stdout + &run.stderr;
        assert!(all.contains(said), "{damage}\n{all}");
        let (memory, time) = measured(&workspace, &[file, "--org", branch, "--dry-run"]);
        assert!(
            memory < 256 && time < SECONDS,
            "{damage}: {memory} MB, {time} s"
        );
    }
    // What is no day in a cell is none, and a formula that was never worked out is told.
    python(DAMAGED, &[file, "whole"]);
    let run = workspace.expect(1, &import);
    assert!(run.stdout.contains("D2 籍贯“=…”：是公式"), "{}", run.stdout);
    assert!(
        run.stdout.contains("C2 入党时间“12:00:00”"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("C3 入党时间"), "{}", run.stdout);
}

const MEASURED: &str = "
import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
";

/// Seconds in which a file is refused; a program without optimisation is slower.
const SECONDS: f64 = if cfg!(debug_assertions) { 10.0 } else { 2.0 };

/// The memory in MB and the seconds of the processor that an import takes.
fn measured(workspace: &Workspace, arguments: &[&str]) -> (u32, f64) {
    let paicha = common::paicha();
    let paicha = paicha.get_program().to_str().expect("UTF-8").to_owned();
    let root = workspace.root().to_str().expect("UTF-8").to_owned();
    let call = [&[&*paicha, "-C", &*root, "import"], arguments].concat();
    let measured = python(MEASURED, &call);
    let (memory, time) = measured.trim().split_once(' ').expect("two figures");
    (memory.parse().expect("MB"), time.parse().expect("seconds"))
}

#[test]
#[ignore = "needs python3"]
fn bombs_are_refused_within_bounds() {
    let workspace = sample::workspace();
    let file = workspace.path("名册.xlsx");
    let file = file.to_str().expect("UTF-8");
    for (name, (bytes, _)) in bombs() {
        workspace.write("名册.xlsx", bytes);
        let (memory, time) = measured(&workspace, &[file, "--yes"]);
        assert!(
            memory < 256 && time < SECONDS,
            "{name}: {memory} MB, {time} s"
        );
    }
}
