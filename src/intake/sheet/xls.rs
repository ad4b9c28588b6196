//! Workbooks as Excel wrote them before 2007. Their reader loads all at once and trusts
//! what it reads: so it works in a process of its own, which may have little memory and
//! little time, and says on standard output what it has found.

use std::collections::BTreeSet;
use std::io::{self, BufReader, Cursor, Read as _, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use calamine::{Data, Reader as _, SheetVisible, Xls};

use super::biff::{self, Looked};
use super::bounds::{self, Counted, Flaw, Refusal};
use super::content::{of_number, of_text};
use super::formats::Shown;
use super::room::Room;
use super::{Book, Content, Merged, Sheet, places};

/// By this variable of its environment such a process knows what it is.
pub const VARIABLE: &str = "PAICHA_READ_XLS";

/// Bytes of memory that it may have.
const MEMORY: u64 = 192 << 20;
/// Seconds of the processor that it may work.
const SECONDS: u64 = 2;
/// How long it may take, where there is no such limit, too.
const PATIENCE: Duration = Duration::from_secs(20);
/// Bytes that it may answer.
const ANSWER: u64 = 160 << 20;

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
    // The allocator would take a gigabyte before any limit is set, and live on that.
    let child = child.env(VARIABLE, "1").env("MIMALLOC_ARENA_RESERVE", "0");
    let child = child.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = child.stderr(Stdio::null()).spawn().map_err(failed)?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let answer: Option<Result<Book, Refusal>> = thread::scope(|scope| {
        scope.spawn(move || input.map(|mut input| input.write_all(bytes)));
        let answer = scope.spawn(move || {
            let output = BufReader::new(output?.take(ANSWER));
            serde_json::from_reader(output).ok()
        });
        let status = wait(&mut child);
        let answer = answer.join().ok().flatten();
        answer.filter(|_| status.is_some_and(|status| status.success()))
    });
    answer.unwrap_or(Err(Refusal::Exhausted))
}

/// Waits for the end of a process, and brings it about where that takes too long.
fn wait(child: &mut Child) -> Option<ExitStatus> {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        match child.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(2)),
            Ok(Some(status)) => return Some(status),
            Err(_) => break,
        }
    }
    drop(child.kill());
    drop(child.wait());
    None
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
        let answer = biff::look(bytes).and_then(|(looked, bytes)| sheets(&bytes, looked));
        let mut output = io::BufWriter::new(io::stdout());
        serde_json::to_writer(&mut output, &answer)?;
        output.flush()
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

/// Other systems have no such limits: there the size of the file is one, and how much lies
/// between the first and the last cell.
#[cfg(not(target_os = "linux"))]
fn limit() -> io::Result<()> {
    let _ = (MEMORY, SECONDS);
    Ok(())
}

fn sheets(bytes: &[u8], looked: Vec<Looked>) -> Result<Book, Refusal> {
    let damaged = |error: calamine::XlsError| Refusal::Damaged(error.to_string());
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(damaged)?;
    let found = workbook.sheets_metadata().to_vec();
    let names: BTreeSet<&str> = found.iter().map(|sheet| sheet.name.as_str()).collect();
    if names.len() != looked.len() {
        let why = format!("{} sheets of {}", names.len(), looked.len());
        return Err(Refusal::Damaged(why));
    }
    let mut book = Book {
        from_1904: workbook.has_1904_epoch(),
        ..Book::default()
    };
    let mut room = Room::default();
    for (found, looked) in found.iter().zip(looked) {
        let range = workbook.worksheet_range(&found.name).map_err(damaged)?;
        let mut sheet = Sheet {
            name: found.name.clone(),
            is_hidden: found.visible != SheetVisible::Visible,
            hidden_rows: looked.hidden_rows,
            hidden_columns: looked.hidden_columns,
            ..Sheet::default()
        };
        for (place, shown) in looked.cells {
            let cell = |flaw| Refusal::Cell(found.name.clone(), places::name(place), flaw);
            let value = range
                .get_value(place)
                .filter(|value| **value != Data::Empty);
            let value = value.ok_or_else(|| cell(Flaw::Lost))?;
            let content = match looked.formulas.contains(&place) {
                true => Some(Content::Formula),
                false => content(value, shown, book.from_1904),
            };
            if let Some(content) = content {
                room.cell(&found.name, place, &content)?;
                sheet.add(place, content);
            }
        }
        let merged = workbook.merge_cells_by_sheet_name(&found.name);
        for range in merged.map_err(damaged)? {
            sheet.merged.push(Merged {
                rows: (range.start.0, range.end.0),
                columns: (range.start.1, range.end.1),
            });
            Refusal::beyond(Counted::Merged, sheet.merged.len(), bounds::RANGES)?;
        }
        book.sheets.push(sheet);
    }
    Ok(book)
}

fn content(value: &Data, shown: Shown, from_1904: bool) -> Option<Content> {
    Some(match value {
        Data::Empty => return None,
        Data::Int(number) => of_number(*number as f64, shown, from_1904),
        Data::Float(number) => of_number(*number, shown, from_1904),
        Data::DateTime(date) => of_number(date.as_f64(), shown, from_1904),
        Data::Bool(flag) => Content::Flag(*flag),
        Data::Error(error) => Content::Error(error.to_string()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            return of_text(text);
        }
    })
}
