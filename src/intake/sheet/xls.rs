//! Workbooks as Excel wrote them before 2007. Their reader loads all at once and trusts
//! what it reads: so it works in a process of its own, which may have little memory and
//! little time, and says on standard output what it has found.

use std::io::{self, Cursor, Read as _, Write as _};
use std::process::{Command, Stdio};

use calamine::{Data, Reader as _, SheetVisible, Xls};
use serde::{Deserialize, Serialize};

use super::biff::{self, Fault, Looked};
use super::bounds::{self, Counted, Refusal};
use super::xlsx::{date_of, text_of};
use super::{Book, Content, Sheet};

/// What such a process answers.
#[derive(Serialize, Deserialize)]
enum Answer {
    Read(Book),
    Encrypted,
    Damaged(String),
}

/// By this variable of its environment such a process knows what it is.
pub const VARIABLE: &str = "PAICHA_READ_XLS";

/// Bytes of memory that it may have.
const MEMORY: u64 = 192 << 20;
/// Seconds that it may work.
const SECONDS: u64 = 2;

/// Reads a workbook in a process of its own.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    // What Office encrypts is such a file with a stream of this name, in UTF-16.
    let encrypted: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes
        .windows(encrypted.len())
        .any(|window| window == encrypted)
    {
        return Err(Refusal::Encrypted);
    }
    let failed = |error: io::Error| Refusal::Failed(error.to_string());
    let program = std::env::current_exe().map_err(failed)?;
    let mut child = Command::new(program);
    let child = child.env(VARIABLE, "1").stdin(Stdio::piped());
    let child = child.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(failed)?;
    let input = child.stdin.take();
    // It reads all before it answers.
    if let Some(mut input) = input {
        drop(input.write_all(bytes));
    }
    let output = child.wait_with_output().map_err(failed)?;
    let answer: Option<Answer> = match output.status.success() {
        true => serde_json::from_slice(&output.stdout).ok(),
        false => None,
    };
    match answer {
        Some(Answer::Read(book)) => Ok(book),
        Some(Answer::Encrypted) => Err(Refusal::Encrypted),
        Some(Answer::Damaged(error)) => Err(Refusal::Damaged(error)),
        None => Err(Refusal::Exhausted),
    }
}

/// What such a process does; none where this is not one.
///
/// # Errors
/// Where it can neither read nor write.
pub fn answer() -> Option<io::Result<()>> {
    std::env::var_os(VARIABLE)?;
    Some(limit().and_then(|()| {
        let mut bytes = Vec::new();
        io::stdin().take(bounds::FILE).read_to_end(&mut bytes)?;
        let answer = match biff::look(&bytes) {
            Err(Fault::Encrypted) => Answer::Encrypted,
            Err(Fault::Damaged) => Answer::Damaged("no stream of sheets".to_owned()),
            Ok(looked) => sheets(&bytes, looked).map_or_else(Answer::Damaged, Answer::Read),
        };
        let answer = serde_json::to_vec(&answer).map_err(io::Error::other)?;
        io::stdout().write_all(&answer)
    }))
}

#[cfg(target_os = "linux")]
fn limit() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::Data, MEMORY), (Resource::Cpu, SECONDS)] {
        let current = Some(most);
        let maximum = Some(most + 1);
        setrlimit(resource, Rlimit { current, maximum })?;
    }
    Ok(())
}

/// Other systems have no such limits: there the size of the file alone is one.
#[cfg(not(target_os = "linux"))]
fn limit() -> io::Result<()> {
    let _ = (MEMORY, SECONDS);
    Ok(())
}

fn sheets(bytes: &[u8], looked: Vec<Looked>) -> Result<Book, String> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let found = workbook.sheets_metadata().to_vec();
    if found.len() != looked.len() {
        return Err(format!("{} sheets of {}", found.len(), looked.len()));
    }
    let mut book = Book {
        says_hidden: true,
        ..Book::default()
    };
    let mut cells = 0;
    for (found, looked) in found.into_iter().zip(looked) {
        let range = workbook.worksheet_range(&found.name);
        let range = range.map_err(|error| error.to_string())?;
        let mut sheet = Sheet {
            is_hidden: found.visible != SheetVisible::Visible,
            hidden_rows: looked.hidden_rows,
            hidden_columns: looked.hidden_columns,
            ..Sheet::default()
        };
        let (row, column) = range.start().unwrap_or_default();
        for (below, right, value) in range.used_cells() {
            let offset = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            let place = (row + offset(below), column + offset(right));
            if let Some(content) = content(value, looked.months.contains(&place)) {
                cells += 1;
                let within = Refusal::beyond(Counted::Cells, cells, bounds::CELLS);
                within.map_err(|_| format!("more than {} cells", bounds::CELLS))?;
                sheet.add(place, content);
            }
        }
        let merged = workbook
            .merge_cells_by_sheet_name(&found.name)
            .unwrap_or_default();
        sheet.merged = merged
            .iter()
            .take(bounds::RANGES)
            .map(|range| super::Merged {
                rows: (range.start.0, range.end.0),
                columns: (range.start.1, range.end.1),
            })
            .collect();
        sheet.name = found.name;
        book.sheets.push(sheet);
    }
    Ok(book)
}

fn content(value: &Data, is_month: bool) -> Option<Content> {
    Some(match value {
        Data::Empty => return None,
        Data::Int(number) => Content::Number(*number as f64),
        Data::Float(number) => Content::Number(*number),
        Data::Bool(flag) => Content::Flag(*flag),
        Data::Error(error) => Content::Error(error.to_string()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            return text_of(text);
        }
        Data::DateTime(date) => date_of(date, is_month),
    })
}
