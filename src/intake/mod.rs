//! Sheets from outside to members' files: what is read, what each column and value is
//! taken for, and what becomes of each row.

pub mod sheet;
