//! Words: findings, summaries.

pub mod mask;
pub mod position;
pub mod render;
pub mod summary;
pub mod table;
pub mod words;

pub use words::Lang;
