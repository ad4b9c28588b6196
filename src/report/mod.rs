//! Words: findings, summaries, fonts, where values stand.

pub mod attest;
pub mod behind;
pub mod cited;
pub mod explain;
pub mod fonts;
mod groups;
mod hidden;
pub mod intake;
pub mod keys;
pub mod located;
pub mod machine;
pub mod mask;
mod numbers;
pub mod page;
pub mod person;
pub mod position;
pub mod progress;
pub mod provenance;
pub mod render;
pub mod review;
pub mod summary;
pub mod table;
pub mod visible;
pub mod words;

pub use words::Lang;

impl Lang {
    /// What is said in Chinese, or in English.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
