//! What a page says of itself, beside what it prints: a digest of that, what made it, and,
//! where the round asks for it, the revision of the data.
//!
//! In the keywords of a PDF it stands as `paicha:1:DIGEST, by:VERSION-STATE, rev:COMMIT+`; at
//! the foot of a page without what made it.

use std::collections::BTreeSet;

use crate::load::Revision;

/// The cell that prints it, and the key of `form.yaml` that asks for that.
pub const CELL: &str = "核验码";

/// What keywords of ours begin with; then come the version of the format and a colon.
const OURS: &str = "paicha:";
/// The version of the format: what is hashed, and how.
const VERSION: &str = "1:";
const BY: &str = ", by:";
const REV: &str = ", rev:";
/// Behind a commit: something was printed that is not in it.
const CHANGED: &str = "+";

/// Figures of a digest. As many bits again as could be tried: nobody finds other texts for a
/// digest; and a line of the page has room for it.
pub const LENGTH: usize = 32;
/// So much of a commit is printed: git takes it for the whole in any repository of ours.
const PRINTED: usize = 12;
/// Longer keywords are none of ours.
const MOST: usize = 256;

/// What a page says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The digest of what is printed.
    pub digest: String,
    /// The version of the program, and a digest of its state, of layouts and of fonts.
    pub made_by: String,
    /// The revision of the data.
    pub revision: Option<Revision>,
}

/// Why the bytes of a file say nothing of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unstamped {
    /// There are no keywords of ours.
    None,
    /// They are of a later version.
    Later,
    /// They are of several pages.
    Several,
}

impl Stamp {
    /// The keywords.
    pub fn keywords(&self) -> String {
        let mut text = format!("{OURS}{VERSION}{}{BY}{}", self.digest, self.made_by);
        if let Some(revision) = &self.revision {
            text += &format!("{REV}{}{}", revision.commit, mark(revision));
        }
        text
    }

    /// The line that is printed.
    pub fn line(&self) -> String {
        let mut text = format!("{CELL} {}", self.digest);
        if let Some(revision) = &self.revision {
            let commit = &revision.commit;
            let commit = commit.get(..PRINTED).unwrap_or(commit);
            text += &format!("　版本 {commit}{}", mark(revision));
        }
        text
    }

    /// What the bytes of a file say. They are looked for wherever they stand: as text in the
    /// metadata, which PDF/A does not allow to be compressed, and in the file's information.
    ///
    /// # Errors
    /// Where there is nothing of the kind, or several that differ.
    pub fn find(bytes: &[u8]) -> Result<Self, Unstamped> {
        let begins = OURS.as_bytes();
        let all = bytes.windows(begins.len()).enumerate();
        let all = all.filter(|(_, window)| *window == begins);
        let mut found = BTreeSet::new();
        for (at, _) in all {
            let rest = &bytes[at..bytes.len().min(at + MOST)];
            let is_ours = |byte: &u8| byte.is_ascii_alphanumeric() || b":,+-. ".contains(byte);
            let length = rest.iter().take_while(|byte| is_ours(byte)).count();
            let text = String::from_utf8_lossy(&rest[..length]).into_owned();
            // What else begins so is no stamp.
            if text[OURS.len()..].starts_with(|one: char| one.is_ascii_digit()) {
                found.insert(text);
            }
        }
        let mut stamps = found.iter().filter_map(|text| Self::read(text));
        match (stamps.next(), stamps.next()) {
            (Some(_), Some(_)) => Err(Unstamped::Several),
            (Some(stamp), None) => Ok(stamp),
            (None, _) if found.is_empty() => Err(Unstamped::None),
            (None, _) => Err(Unstamped::Later),
        }
    }

    fn read(keywords: &str) -> Option<Self> {
        let rest = keywords.strip_prefix(OURS)?.strip_prefix(VERSION)?;
        let (digest, rest) = rest.split_once(BY)?;
        let (made_by, revision) = match rest.split_once(REV) {
            Some((made_by, revision)) => (made_by, Some(revision)),
            None => (rest, None),
        };
        let revision = revision.map(|revision| {
            let commit = revision.strip_suffix(CHANGED);
            let is_changed = commit.is_some();
            let commit = commit.unwrap_or(revision);
            let is_whole = matches!(commit.len(), 40 | 64) && is_hexadecimal(commit);
            is_whole.then(|| Revision {
                commit: commit.to_owned(),
                is_changed,
            })
        });
        let is_name = !made_by.is_empty() && !made_by.contains([',', ' ', ':', '+']);
        Some(Self {
            digest: as_digest(digest).filter(|read| read == digest)?,
            made_by: Some(made_by).filter(|_| is_name)?.to_owned(),
            revision: match revision {
                Some(revision) => Some(revision?),
                None => None,
            },
        })
    }
}

/// A text as a digest, if it is one, as people type what they read.
pub fn as_digest(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    (text.len() == LENGTH && is_hexadecimal(&text)).then_some(text)
}

fn mark(revision: &Revision) -> &'static str {
    if revision.is_changed { CHANGED } else { "" }
}

fn is_hexadecimal(text: &str) -> bool {
    let is_figure = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.bytes().all(is_figure)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stamp(is_changed: Option<bool>) -> Stamp {
        Stamp {
            digest: "0123456789abcdef0123456789abcdef".to_owned(),
            made_by: "0.1.0-0123456789abcdef".to_owned(),
            revision: is_changed.map(|is_changed| Revision {
                commit: "c".repeat(40),
                is_changed,
            }),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for revision in [None, Some(false), Some(true)] {
            let stamp = stamp(revision);
            let keywords = stamp.keywords();
            let file =
                format!("%PDF (paicha) ({keywords}) <pdf:Keywords>{keywords}</pdf:Keywords>");
            assert_eq!(Stamp::find(file.as_bytes()), Ok(stamp));
        }
    }

    #[test]
    fn the_line_is_short() {
        let line = stamp(Some(true)).line();
        assert_eq!(
            line,
            "核验码 0123456789abcdef0123456789abcdef　版本 cccccccccccc+"
        );
        assert!(!stamp(None).line().contains("版本"));
    }

    #[test]
    fn what_is_no_stamp_is_told_apart() {
        let find = |text: &str| Stamp::find(text.as_bytes());
        let (one, other) = (stamp(None).keywords(), stamp(Some(true)).keywords());
        assert_eq!(find("%PDF paicha: none"), Err(Unstamped::None));
        assert_eq!(find(&format!("({one})({other})")), Err(Unstamped::Several));
        assert_eq!(find("(paicha:2:ff)"), Err(Unstamped::Later));
        for broken in [
            one.replace("0123", "012"),
            one.replace("abcdef,", "abcdeF,"),
            one.replace("by:", "by:,"),
            other.replace("ccc", "cc"),
            other.replace('c', "g"),
            one[..40].to_owned(),
        ] {
            assert!(find(&format!("({broken})")).is_err(), "{broken}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0..300_usize) {
            let mut bytes = bytes;
            let at = at.min(bytes.len());
            bytes.splice(at..at, *b"paicha:1:");
            drop(Stamp::find(&bytes));
        }
    }
}
