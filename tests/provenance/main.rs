//! What values follow from, seen from outside: a key is changed, and every form whose
//! view or figures may differ is refused at its place, every other is made.
//!
//! Nothing here asks the program what follows from what: the same member is laid beside
//! himself with other values, and what the forms are given is compared.
//! `PAICHA_CHANGES=20000 cargo test --test provenance` looks further.

#[path = "../common/mod.rs"]
mod common;

mod bench;
mod coarse;
mod dice;
mod faults;
mod names;
mod person;
mod unreadable;
