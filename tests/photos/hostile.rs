//! Files that are made to hang or flood the program: refused at the key, soon, in little
//! memory.

use std::fs;
use std::io::Write as _;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::bench::{PHOTO, file, named, stands_at_key, with};
use super::common::sample::ZHANG;
use super::common::{Run, Workspace, paicha};
use super::png::{chunk, header, packed, png};

/// What a run of the program as it is handed out may take; what is built for tests is
/// slower.
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });
const KILOBYTES: u64 = 300_000;

/// The most memory that a process has had so far, where the system says so.
fn memory(process: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", process.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Runs the binary, measured.
#[track_caller]
fn measured(workspace: &Workspace, arguments: &[&str], what: &str) -> Run {
    let begun = Instant::now();
    let mut command = paicha();
    command.arg("-C").arg(workspace.root()).args(arguments);
    let [out, err] = ["stdout", "stderr"].map(|name| workspace.path(name));
    let write = |path| fs::File::create(path).expect("a file");
    command
        .stdout(write(&out))
        .stderr(write(&err))
        .stdin(Stdio::null());
    let mut process = command.spawn().expect("the binary runs");
    let mut most = 0;
    let status = loop {
        most = most.max(memory(&process).unwrap_or(0));
        if let Some(status) = process.try_wait().expect("a process") {
            break status;
        }
        if begun.elapsed() > 3 * TIME {
            process.kill().expect("a process");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let taken = begun.elapsed();
    assert!(taken < TIME, "{what} {arguments:?}: {taken:?}");
    assert!(most < KILOBYTES, "{what} {arguments:?}: {most} kB");
    let text = |path| fs::read_to_string(path).expect("UTF-8");
    Run {
        code: status.code().unwrap_or(134),
        stdout: text(out),
        stderr: text(err),
    }
}

/// That `check` and `build` refuse the photo at its key.
#[track_caller]
fn refused(workspace: &Workspace, code: &str, what: &str) {
    for command in ["check", "build"] {
        let run = measured(workspace, &[command], what);
        assert_eq!(run.code, 1, "{what}\n{}", run.stderr);
        stands_at_key(&run, code, what);
    }
}

/// That both take it.
#[track_caller]
fn taken(workspace: &Workspace, what: &str) {
    for command in ["check", "build"] {
        let run = measured(workspace, &[command], what);
        assert_eq!(run.code, 0, "{what}\n{}", run.stderr);
    }
}

/// So many zeros as zlib packs them.
fn zeros(millions: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..millions {
        packed.write_all(&[0; 1_000_000]).expect("memory");
    }
    packed.finish().expect("memory")
}

/// A JPEG of gray: a marker for its frame, a size, and what follows.
fn gray(frame: u8, width: u16, height: u16, rest: &[u8]) -> Vec<u8> {
    let [a, b] = height.to_be_bytes();
    let [c, d] = width.to_be_bytes();
    let head = [0xFF, 0xD8, 0xFF, frame, 0, 11, 8, a, b, c, d, 1, 1, 0x11, 0];
    let mut table = vec![0xFF, 0xDB, 0, 67, 0];
    table.extend([1; 64]);
    // One code, 0, in each table: no difference; 32767 blocks that have nothing more.
    let code = |table: u8, symbol: u8| {
        let mut counts = [0; 16];
        counts[0] = 1;
        [&[0xFF, 0xC4, 0, 20, table][..], &counts, &[symbol]].concat()
    };
    let codes = [code(0, 0), code(0x10, 0xE0)].concat();
    [&head[..], &table, &codes, rest, &[0xFF, 0xD9]].concat()
}

/// A scan of coefficients and bits.
fn scan(from: u8, to: u8, bits: u8, data: &[u8]) -> Vec<u8> {
    [&[0xFF, 0xDA, 0, 8, 1, 1, 0, from, to, bits][..], data].concat()
}

#[test]
fn too_many_dots_are_refused_before_any_is_decoded() {
    let empty = |width, height, depth, colour| {
        let data = chunk(b"IDAT", &packed(&[0; 1000]));
        png(&[
            header(width, height, depth, colour),
            data,
            chunk(b"IEND", &[]),
        ])
    };
    refused(
        &with(empty(30_000, 42_000, 8, 2)),
        "E0806",
        "1260 million dots",
    );
    refused(
        &with(empty(100_000, 140_000, 1, 0)),
        "E0806",
        "14,000 million bits",
    );
    refused(
        &with(empty(0x7FFF_FFFF, 0x7FFF_FFFF, 16, 6)),
        "E0806",
        "the most of all",
    );
    refused(
        &with(empty(6000, 4000, 16, 6)),
        "E0806",
        "24 million dots of 8 bytes",
    );
    refused(
        &with(gray(0xC0, 65535, 65535, &[])),
        "E0806",
        "the most of JPEG",
    );
    refused(
        &with(gray(0xC2, 8000, 8000, &[])),
        "E0806",
        "64 million dots in scans",
    );
}

#[test]
fn too_many_bytes_are_refused_before_any_is_read() {
    let workspace = named();
    for (start, length) in [
        (&file("baseline.jpg")[..], 300 << 20),
        (b"", 1 << 40),
        (b"", (20 << 20) + 1),
    ] {
        workspace.write(PHOTO, start);
        let photo = fs::OpenOptions::new()
            .write(true)
            .open(workspace.path(PHOTO));
        photo
            .expect("a file")
            .set_len(length)
            .expect("a file with holes");
        refused(&workspace, "E0806", "too many bytes");
    }
}

#[test]
fn what_unpacks_to_more_than_it_should_is_not_unpacked() {
    let data = chunk(b"IDAT", &zeros(1000));
    let end = chunk(b"IEND", &[]);
    let bomb = png(&[header(413, 579, 8, 0), data, end.clone()]);
    refused(&with(bomb), "E0803", "dots that never end");
    // Beside the dots, nothing is unpacked that does not go into the file.
    let dots = chunk(b"IDAT", &packed(&[0; 414 * 579]));
    let held = |name: &[u8]| [name, &zeros(1000)].concat();
    for beside in [
        chunk(b"iCCP", &held(b"profile\0\0")),
        chunk(b"zTXt", &held(b"Author\0\0")),
    ] {
        let photo = png(&[header(413, 579, 8, 0), beside, dots.clone(), end.clone()]);
        taken(&with(photo), "more beside the dots than dots");
    }
}

/// Each scan costs a walk over all blocks, and is a few bytes.
#[test]
fn a_thousand_scans_of_a_large_picture_are_refused() {
    let blocks = 7000usize.div_ceil(8).pow(2);
    let first = scan(0, 0, 0x0D, &vec![0; blocks.div_ceil(8)]);
    // An end for 16384 blocks is the code and 14 bits.
    let ends = vec![0; (blocks.div_ceil(16384) * 15).div_ceil(8)];
    let more = (1..64).flat_map(|at| scan(at, at, 0x0D, &ends));
    let more: Vec<u8> = more.collect();
    let photo = gray(0xC2, 7000, 7000, &[&first[..], &more].concat());
    refused(&with(photo), "E0803", "scans of high bits only");
    let finer = (1..=13u8).rev().flat_map(|bit| {
        let bits = bit << 4 | (bit - 1);
        let first = scan(0, 0, bits, &vec![0; blocks.div_ceil(8)]);
        let more = (1..64).flat_map(|at| scan(at, at, bits, &ends));
        first.into_iter().chain(more).collect::<Vec<u8>>()
    });
    let finer: Vec<u8> = finer.collect();
    let scans = [&first[..], &more, &finer].concat();
    refused(
        &with(gray(0xC2, 7000, 7000, &scans)),
        "E0807",
        "nine hundred scans",
    );
    let tables = [0xFF, 0xDD, 0, 4, 0, 0].repeat(3_000_000);
    refused(
        &with(gray(0xC0, 413, 579, &tables)),
        "E0807",
        "millions of segments",
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_not_waited_for() {
    let workspace = named();
    fs::create_dir_all(workspace.path(PHOTO)).expect("a folder");
    refused(&workspace, "E0803", "a folder");
    fs::remove_dir(workspace.path(PHOTO)).expect("a folder");
    let made = std::process::Command::new("mkfifo")
        .arg(workspace.path(PHOTO))
        .status();
    assert!(made.expect("mkfifo").success());
    refused(&workspace, "E0803", "a pipe");
    workspace.remove(PHOTO);
    std::os::unix::fs::symlink("/dev/zero", workspace.path(PHOTO)).expect("a link");
    // That the link leads out of the workspace is told as well.
    for command in ["check", "build"] {
        let run = measured(&workspace, &[command], "a device");
        assert_eq!((run.code, run.codes()), (1, vec!["E0802", "E0014"]));
        assert!(run.stderr.contains(&format!("--> {ZHANG}:12:5")));
    }
}
