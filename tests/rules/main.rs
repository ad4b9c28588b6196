//! The pages of the rules: each rule has one, it says what the registry says,
//! and its examples are run against the workspace in `base/`.

#[path = "../common/mod.rs"]
mod common;

mod codes;
mod example;
mod examples;
mod files;
mod one_file;
mod pages;
