//! All rules, a folder for each family and a file for each rule. The hundreds of a code
//! are its family.

pub mod abroad;
pub mod away;
pub mod contacts;
pub mod dates;
pub mod dispositions;
pub mod documents;
pub mod family;
pub mod files;
pub mod forms;
pub mod id_numbers;
pub mod keys;
pub mod lost;
pub mod names;
pub mod organisations;
pub mod pages;
pub mod persons;
pub mod photos;
pub mod tables;
pub mod transfers;
pub mod unread;
pub mod values;
pub mod waivers;
pub mod yaml;

use super::rule::Rule;

/// The rules of each family, in the order of their codes.
pub static FAMILIES: &[&[&Rule]] = &[
    files::RULES,
    yaml::RULES,
    keys::RULES,
    id_numbers::RULES,
    names::RULES,
    dates::RULES,
    values::RULES,
    contacts::RULES,
    lost::RULES,
    dispositions::RULES,
    photos::RULES,
    organisations::RULES,
    tables::RULES,
    forms::RULES,
    pages::RULES,
    transfers::RULES,
    abroad::RULES,
    away::RULES,
    family::RULES,
    persons::RULES,
    waivers::RULES,
    documents::RULES,
];
