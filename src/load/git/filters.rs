//! Files that are not checked out as git keeps them, but for the ends of lines.

use std::collections::{BTreeMap, BTreeSet};

use super::{BlobFault, Git, GitFault, records};

/// The attributes that say so.
const ATTRIBUTES: [&str; 3] = ["filter", "ident", "working-tree-encoding"];

/// What changes which of these files, by their paths from the top of the repository.
/// `source` says where attributes are read: `--source=TREE`, or `--cached`.
pub fn filters(
    git: &Git,
    source: &str,
    paths: &[u8],
) -> Result<BTreeMap<Vec<u8>, BlobFault>, GitFault> {
    let mut arguments = vec!["check-attr", source, "-z", "--stdin"];
    arguments.extend(ATTRIBUTES);
    let answer = git.ask_of(&arguments, paths)?;
    let mut set = Vec::new();
    let mut fields = records(&answer);
    while let (Some(path), Some(name), Some(value)) = (fields.next(), fields.next(), fields.next())
    {
        if !matches!(value, b"unspecified" | b"unset") {
            let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
            set.push((path.to_vec(), text(name), text(value)));
        }
    }
    if set.is_empty() {
        return Ok(BTreeMap::new());
    }
    let drivers = drivers(git);
    let changed = set.into_iter().filter_map(|(path, name, value)| {
        let by = match &*name {
            "filter" => drivers.contains(&value).then(|| format!("filter={value}")),
            "ident" => Some(name),
            _ if value.eq_ignore_ascii_case("utf-8") => None,
            _ => Some(format!("{name}={value}")),
        };
        Some((path, BlobFault::Filtered(by?)))
    });
    Ok(changed.collect())
}

/// The filters that change what is checked out.
fn drivers(git: &Git) -> BTreeSet<String> {
    let set = r"^filter\..*\.(smudge|process)$";
    // It fails where none is set.
    let answer = git.ask(&["config", "-z", "--get-regexp", set]);
    let answer = answer.unwrap_or_default();
    let names = records(&answer).filter_map(|record| {
        let key = String::from_utf8_lossy(record);
        let key = key.split('\n').next()?.strip_prefix("filter.")?;
        Some(key.rsplit_once('.')?.0.to_owned())
    });
    names.collect()
}
