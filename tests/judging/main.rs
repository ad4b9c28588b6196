//! What the rules about a member judge, taken from the specification alone:
//! each table is one run of the binary over a branch with a member per row.

#[path = "../common/mod.rs"]
mod common;

mod departures;
mod dispositions;
mod harness;
mod hints;
mod joining;
mod lives;
mod mask;
mod numbers;
mod privacy;
mod recommended;
mod reviewed;
mod sample;
mod twins;
