//! What texts of cells mean behind keys: as a file with them would be read.

use std::collections::BTreeMap;

use super::draft::{ID, NAME};
use super::texts::{closed, listed};
use crate::author::member::{Given, Values, given, new_file, read};
use crate::check::fix::fixed;
use crate::load::File;
use crate::model::meaning::Shape;
use crate::model::member::Member;
use crate::model::problem::Fault;
use crate::model::provenance::KeyId;

/// The values as a file would give them, without characters that nobody sees; none where
/// it could not be read.
pub fn given_by(values: &Values) -> Option<BTreeMap<KeyId, Vec<Given>>> {
    let mut text = new_file(values);
    let mut file: File<Member> = read(&text);
    let is_odd = |fault: &Fault| matches!(fault, Fault::Invisible(_) | Fault::LookAlike(..));
    if file.problems.iter().any(|problem| is_odd(&problem.fault))
        && let Some((mended, _)) = fixed::<Member>(&file.path, &text)
    {
        text = mended;
        file = read(&text);
    }
    file.record.as_ref().map(given)
}

/// Whether a text that was decided on means something behind a key.
pub fn is_meant(key: KeyId, text: &str) -> bool {
    let given = given_by(&Values::from([(key, parts(key, text))]));
    let own = given
        .and_then(|mut given| given.remove(&key))
        .unwrap_or_default();
    !own.is_empty() && own.iter().all(|one| one.meant.is_ok())
}

/// The texts of a cell: several where the key has several.
pub fn parts(key: KeyId, text: &str) -> Vec<String> {
    let texts: Vec<String> = match key.shape() {
        Shape::Scalars(_) => listed(text),
        _ if matches!(key.route(), NAME | ID) => vec![closed(text)],
        _ => vec![text.trim().to_owned()],
    };
    texts.into_iter().filter(|text| !text.is_empty()).collect()
}
