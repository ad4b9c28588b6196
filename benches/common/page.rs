//! Tables in docs/performance.md, each between two marks.

use std::fs;
use std::io;
use std::path::Path;

const PAGE: &str = "docs/performance.md";

/// What the machine calls its processors.
pub fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models = info
        .lines()
        .filter_map(|line| line.strip_prefix("model name"));
    let models: Vec<&str> = models
        .map(|rest| rest.trim_start_matches([' ', '\t', ':']))
        .collect();
    match models.first() {
        Some(model) => format!("{} × {model}", models.len()),
        None => "a processor that does not tell its name".to_owned(),
    }
}

/// Puts a table between the marks of its name.
pub fn write(name: &str, table: &str) -> io::Result<()> {
    let (begin, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let page = fs::read_to_string(&path)?;
    let parts = page.split_once(&begin).zip(page.split_once(&end));
    let Some(((above, _), (_, below))) = parts else {
        return Err(io::Error::other(format!("{PAGE} has no {begin} … {end}")));
    };
    fs::write(path, format!("{above}{begin}\n{table}{end}{below}"))
}
