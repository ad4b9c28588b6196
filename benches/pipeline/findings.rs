//! A county in the middle of a round: findings in most branches.

use std::path::Path;
use std::{fs, io};

/// Which member in so many has it, and how his file reads with it.
type Slip = (usize, fn(&str) -> String);

/// Every which member has what: a coarse date, a value that cannot be read, a search that
/// goes on, an odd telephone number, a year of birth alone.
const SLIPS: [Slip; 5] = [
    (20, |text| coarse(text, "入党日期: ", "1990-07".len())),
    (33, |text| with(text, "月应交纳党费: ", "三十元")),
    (50, |text| {
        let lost = "失联: {最后组织生活: 2013, 结果: 查找中, 情形: 外出务工经商}\n";
        let is_lost = text.contains("\n失联:");
        text.to_owned() + if is_lost { "" } else { lost }
    }),
    (34, |text| with(text, "手机号码: ", "12345")),
    (51, |text| coarse(text, "出生年月: ", "1965".len())),
];

/// Puts slips into the files of a made-up workspace, always the same ones.
pub fn put(root: &Path) -> io::Result<()> {
    let mut folders = vec![root.join("data")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.parent().is_some_and(|above| above.ends_with("党员")) => {
                    files.push(path);
                }
                false => {}
            }
        }
    }
    files.sort();
    for (number, path) in files.iter().enumerate() {
        let slips = SLIPS.iter().filter(|(every, _)| number % every == 0);
        for (_, slip) in slips {
            fs::write(path, slip(&fs::read_to_string(path)?))?;
        }
    }
    Ok(())
}

/// The text with another value behind a key at the beginning of a line.
fn with(text: &str, key: &str, value: &str) -> String {
    let lines = text.lines().map(|line| match line.starts_with(key) {
        true => format!("{key}{value}\n"),
        false => format!("{line}\n"),
    });
    lines.collect()
}

fn coarse(text: &str, key: &str, length: usize) -> String {
    let value = text.lines().find_map(|line| line.strip_prefix(key));
    let date = value.map(|value| value.trim_matches('"'));
    match date.and_then(|date| date.get(..length)) {
        Some(date) => with(text, key, date),
        None => text.to_owned(),
    }
}
