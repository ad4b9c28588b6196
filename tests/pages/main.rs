//! The pages, read as the reader reads them. What is expected here is written
//! down from the notice and from GB/T 9704, never from the program's output.

#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../../examples/generate/workspace.rs"]
mod generate;

mod anyone;
mod archival;
mod built;
mod cells_of_tables;
mod cells_of_the_card;
mod check;
mod coverage;
mod difference;
mod documents;
mod drawn;
mod figures;
mod fonts;
mod geometry;
mod glyphs;
mod grids;
mod harness;
mod ink;
mod labels;
mod layers;
mod long;
mod metamorphic;
mod notes;
mod notes_grid;
mod numbers;
mod outputs;
mod pages;
mod pdf_facts;
mod pdf_text;
mod pictures;
mod pixels;
mod plans;
mod prose;
mod random;
mod room;
mod sheets;
mod standard;
mod traces;
