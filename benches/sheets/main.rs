//! Sheets in and out, on the clock: `cargo bench --bench sheets`.
//!
//! A roster of 5,000 rows as a branch has it, with something wrong in each fifth, is taken
//! into a branch, and once more; then it leaves as a sheet again. Arguments: the number of
//! rows, `--write` for the table to be put into docs/performance.md. Fails where taking in
//! takes longer, or more memory, than it may.

#![allow(clippy::print_stdout, reason = "its output is a table")]

#[path = "../common/clock.rs"]
mod clock;
#[path = "../common/page.rs"]
mod page;
#[path = "../common/row.rs"]
mod row;
#[path = "../common/run.rs"]
mod run;
#[path = "../../examples/generate/workspace.rs"]
mod workspace;

use std::fs;
use std::io;
use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use paicha::model::id_number::check_character;
use row::row;
use run::{Run, ended, run};
use workspace::Round;

const ROWS: u32 = 5_000;
/// So many members are there before, of whom a roster is made.
const MEMBERS: usize = 1_000;
/// Seconds of the processor, waiting for the disk not counted.
const MOST_TIME: f64 = 3.0;
/// Megabytes that it may hold.
const MOST_MEMORY: u64 = 200;

fn main() -> io::Result<()> {
    // Cargo passes `--bench` itself.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rows = arguments.iter().find_map(|given| given.parse().ok());
    let rows = rows.unwrap_or(ROWS);
    // In memory, where that can be: no disk is waited for. After many files were removed,
    // ext4 takes seconds to make new ones.
    let memory = Path::new("/dev/shm");
    let folder = match memory.is_dir() {
        true => tempfile::tempdir_in(memory)?,
        false => tempfile::tempdir()?,
    };
    let root = folder.path();
    workspace::generate(MEMBERS, root, Round::Ended)?;
    let out = root.join("花名册.xlsx");
    let export = run(root, &["export", "花名册", "-o", &out.to_string_lossy()])?;
    let branch = root.join("data/某县/名册党支部");
    fs::create_dir_all(&branch)?;
    fs::write(
        branch.join("党组织.yaml"),
        "名称: 中共某县名册支部委员会\n简称: 名册党支部\n类型: 党支部\n党组织类别: 党政机关\n",
    )?;
    let sheet = root.join("名册.xlsx");
    roster(&sheet, rows).map_err(io::Error::other)?;
    let sheet = sheet.to_string_lossy();
    let import = ["import", &sheet, "--org", "某县/名册党支部", "--yes"];
    // Some rows are refused.
    let [first, again] = [ended(root, &import, 1)?, ended(root, &import, 1)?];
    let table = format!(
        "A roster of {rows} rows, one in five with something wrong, on {}.\n\n\
         | what | time | CPU | peak memory |\n| --- | --: | --: | --: |\n{}{}{}",
        page::processor(),
        row("taken in, all files new", first),
        row("the same once more, nothing changes", again),
        row("a roster of 1000 members as a workbook", export),
    );
    println!("{table}");
    if arguments.iter().any(|given| given == "--write") {
        page::write("sheets", &table)?;
    }
    let is_within =
        |run: Run| run.taken.cpu.as_secs_f64() < MOST_TIME && run.memory >> 10 < MOST_MEMORY;
    match is_within(first) && is_within(again) {
        true => Ok(()),
        false => Err(io::Error::other("taking in takes more than it may")),
    }
}

/// The heads of the roster.
const HEADS: [&str; 9] = [
    "姓名",
    "性别",
    "民族",
    "籍贯",
    "身份证号",
    "入党时间",
    "转正时间",
    "工作单位及职务",
    "手机",
];

/// What stands instead of a value in one row of five: the column, and the text.
const DIRT: [(u16, &str); 16] = [
    (0, ""),
    (0, "李四(预备)"),
    (1, "男性"),
    (1, "不明"),
    (2, "维族"),
    (2, "火星族"),
    (3, "甘肃\n会宁"),
    (4, ""),
    (4, "见附件"),
    (5, "90.7"),
    (5, "1991.2.30"),
    (5, "不记得"),
    (5, "1990年7月1日"),
    (6, "/"),
    (7, "无"),
    (8, "1.38930E+10"),
];

/// Writes a roster.
fn roster(path: &Path, rows: u32) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "党员花名册")?;
    line(sheet, 1, &HEADS.map(str::to_owned))?;
    for at in 0..rows {
        let name = char::from_u32(0x4e00 + at % 8_000).unwrap_or('甲');
        let number = id_number(at);
        let mut texts = [
            &format!("张{name}"),
            "男",
            "汉族",
            "甘肃会宁",
            &number,
            "1990-07-01",
            "1991-07-01",
            "县政府办公室副主任科员",
            "13893001234",
        ]
        .map(str::to_owned);
        if at % 5 == 0 {
            let (column, text) = DIRT[(at / 5) as usize % DIRT.len()];
            texts[usize::from(column)] = text.to_owned();
        }
        line(sheet, at + 2, &texts)?;
    }
    book.save(path)
}

fn line(sheet: &mut Worksheet, row: u32, texts: &[String]) -> Result<(), XlsxError> {
    for (column, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
        sheet.write_string(row, column, text)?;
    }
    Ok(())
}

/// An ID number with its check character.
fn id_number(serial: u32) -> String {
    let (year, month, day) = (
        1950 + serial / 336 % 40,
        1 + serial / 28 % 12,
        1 + serial % 28,
    );
    let body = format!("622423{year}{month:02}{day:02}{:03}", serial / 13_440);
    format!("{body}{}", check_character(&body))
}
