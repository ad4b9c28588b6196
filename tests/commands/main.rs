//! Whole workspaces through the binary: what scripts and habits rely on.

#[path = "../common/mod.rs"]
mod common;

mod again;
mod beginning;
mod behind;
mod building;
mod checking;
mod dirty_sheets;
mod document_texts;
mod documents;
mod elsewhere;
mod examples;
mod explaining;
mod exported;
mod exporting;
mod first_hour;
mod fonts;
mod formats;
mod going_on;
mod importing;
mod layouts;
mod letters;
mod reading;
mod refusing;
mod selecting;
mod settled;
mod sheets_out;
mod slips;
mod spellings;
mod standing;
mod summing;
mod taking_over;
mod terminal;
mod texts;
mod tracing;
mod usage;
mod windows;
mod workbook;
