//! Any state of the data: revisions and what is staged, with git itself.

#![cfg(unix)]

#[path = "../common/mod.rs"]
mod common;

mod attested;
mod browser;
mod by_itself;
mod html;
mod kept_otherwise;
mod kinds;
mod laid_over;
mod nowhere;
mod paged;
mod remade;
mod repository;
mod reviewed;
mod revisions;
mod staged;
mod told;
