//! Files of pages, held against the data: whether it still gives them, what has changed since,
//! and whether the files themselves are as they were made.

mod found;
mod page;
mod past;
mod texts;

pub use page::{NotPage, Page};
pub use past::MOST;
pub use texts::{Printing, TextChange};

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::Project;
use crate::check::Diagnostic;
use crate::forms::usage::Usage;
use crate::load::Album;
use crate::model::handle::FormId;
use crate::publish::{Made, Maker, Output, Stamping, each};
use crate::typeset::Assets;
use found::{Outputs, outputs};
use past::{Asked, Then, search};
use texts::Texts;

/// What pages are held against.
pub struct Attesting<'a> {
    /// The data, all forms chosen, and all members held.
    pub project: &'a Project,
    /// Layouts and fonts.
    pub assets: &'a Assets,
    /// An album for the photos of another state.
    pub album: &'a (dyn Fn() -> Album + Sync),
    /// The digests of the files that the manifest of `out/` names.
    pub listed: BTreeSet<String>,
}

/// A page that was held against the data.
#[derive(Debug)]
pub struct Attested {
    /// Its path below `out/`, and its form; none where no output is found that it is of.
    pub output: Option<(String, FormId)>,
    /// What was found.
    pub verdict: Verdict,
}

/// What is found of a page.
#[derive(Debug)]
pub enum Verdict {
    /// The data gives the same file, byte by byte.
    Stands,
    /// The data gives what the page says that it prints; the file is another one.
    Otherwise(Integrity),
    /// The data gives other texts.
    Changed(Option<Since>),
    /// Errors of the data, or of the page that it gives, keep it from being made.
    Refused(Vec<Diagnostic>),
    /// The data has no such page; or errors hide it.
    Gone {
        /// Whether there are errors.
        has_errors: bool,
    },
}

/// What has changed since a page was printed.
#[derive(Debug)]
pub struct Since {
    /// The commit whose data was printed.
    pub commit: String,
    /// What would be printed now in its place.
    pub changes: Vec<TextChange>,
    /// Whether the file is what was printed.
    pub integrity: Integrity,
}

/// Whether a file is as it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integrity {
    /// It is.
    Whole,
    /// The same program, layouts and fonts make other bytes of the same.
    Altered,
    /// Others made it: what they made of it is not known.
    Unknown,
}

impl Integrity {
    /// Of a page for which this was made.
    fn of(page: &Page, maker: &Maker<'_>, output: &Output, made: Option<Made>) -> Self {
        let Some(made) = made else {
            return Self::Unknown;
        };
        let own = || Maker {
            stamping: Stamping::default(),
            branches: None,
            photos: maker.photos.clone(),
            ..*maker
        };
        match made.entry.sha256 == page.sha256 {
            true => Self::Whole,
            false if own().made_by(output) == page.stamp.made_by => Self::Altered,
            false => Self::Unknown,
        }
    }
}

impl Attesting<'_> {
    /// Holds pages against the data, in their order.
    ///
    /// # Errors
    /// Where the machine fails.
    pub fn attest(
        &self,
        pages: &[Page],
        jobs: usize,
        progress: &(dyn Fn(usize) + Sync),
    ) -> io::Result<Vec<Attested>> {
        let outputs = outputs(self.project);
        let known = Outputs::of(&outputs);
        let usage = Usage::of(self.project.source(), &self.project.catalogue);
        let mut found: Vec<Option<&Output>> = pages.iter().map(|page| known.find(page)).collect();
        let nowhere = pages.iter().zip(&found).filter(|(_, it)| it.is_none());
        let digests = nowhere.map(|(page, _)| page.stamp.digest.as_str());
        let digests = digests.collect();
        let by_digest = self.with_digests(&outputs, &digests, jobs)?;
        for (page, found) in pages.iter().zip(&mut found) {
            *found = found.or_else(|| by_digest.get(page.stamp.digest.as_str()).copied());
        }
        let held = pages.iter().zip(found).map(|(page, output)| {
            let output = output?;
            Some((page, output, self.spoiling(output, &usage)))
        });
        let held: Vec<Option<_>> = held.collect();
        let judged = each(&held, jobs, progress, |held, jobs| match held {
            Some((page, output, errors)) if errors.is_empty() => {
                Ok(Some(self.judged(page, output, jobs)?))
            }
            Some((.., errors)) => Ok(Some(Judged::Told(Verdict::Refused(errors.clone())))),
            None => Ok(None),
        })?;
        let asked = held.iter().zip(&judged).filter_map(|(held, judged)| {
            let (page, output, _) = held.as_ref()?;
            let is_changed = matches!(judged, Some(Judged::Changed(_)));
            is_changed.then_some(Asked { page, output })
        });
        let asked: Vec<Asked<'_>> = asked.collect();
        let mut found = search(self, &asked)?.into_iter();
        let has_errors = self.project.diagnostics.iter().any(Diagnostic::is_error);
        let attested = held.iter().zip(judged).map(|(held, judged)| {
            let output = held.as_ref().map(|(_, output, _)| *output);
            let verdict = match (judged, held) {
                (Some(Judged::Changed(now)), Some((page, ..))) => {
                    let then = found.next().flatten();
                    Verdict::Changed(then.map(|then| self.since(page, then, &now)))
                }
                (Some(Judged::Told(verdict)), _) => verdict,
                _ => Verdict::Gone { has_errors },
            };
            Attested {
                output: output.map(|output| (output.path.clone(), output.form)),
                verdict,
            }
        });
        Ok(attested.collect())
    }

    /// The path of the output that prints what a digest is of.
    ///
    /// # Errors
    /// Where the machine fails.
    pub fn with_digest(&self, digest: &str, jobs: usize) -> io::Result<Option<String>> {
        let usage = Usage::of(self.project.source(), &self.project.catalogue);
        let mut outputs = outputs(self.project);
        outputs.retain(|output| self.spoiling(output, &usage).is_empty());
        let found = self.with_digests(&outputs, &BTreeSet::from([digest]), jobs)?;
        Ok(found.into_values().next().map(|it| it.path.clone()))
    }

    /// Those of some outputs that print what digests are of.
    fn with_digests<'o>(
        &self,
        outputs: &'o [Output],
        digests: &BTreeSet<&str>,
        jobs: usize,
    ) -> io::Result<BTreeMap<String, &'o Output>> {
        if digests.is_empty() {
            return Ok(BTreeMap::new());
        }
        let maker = Maker::of(self.project, self.assets);
        let found = each(outputs, jobs, &|_| (), |output, _| {
            let digest = maker.given(output)?.ok().map(|given| given.digest);
            Ok(digest.filter(|digest| digests.contains(digest.as_str())))
        })?;
        let found = found.into_iter().zip(outputs);
        Ok(found
            .filter_map(|(digest, output)| Some((digest?, output)))
            .collect())
    }

    /// The errors that keep an output from being right.
    fn spoiling(&self, output: &Output, usage: &Usage<'_>) -> Vec<Diagnostic> {
        let errors = self.project.diagnostics.iter().filter(|it| it.is_error());
        let spoiling = errors.filter(|it| usage.spoils(&it.affected, output.made()));
        spoiling.cloned().collect()
    }

    /// Holds a page against its output.
    fn judged(&self, page: &Page, output: &Output, jobs: usize) -> io::Result<Judged> {
        let refused = |found| Ok(Judged::Told(Verdict::Refused(found)));
        let maker = Maker {
            stamping: Stamping::as_of(&page.stamp),
            ..Maker::of(self.project, self.assets)
        };
        let given = match maker.given(output)? {
            Ok(given) => given,
            Err(found) => return refused(found),
        };
        if given.digest != page.stamp.digest {
            return Ok(Judged::Changed(Texts::of(&given)));
        }
        let made = match maker.make_of(given, output, String::new(), jobs)? {
            Ok(made) => made,
            Err(found) => return refused(found),
        };
        Ok(Judged::Told(
            match Integrity::of(page, &maker, output, Some(made)) {
                Integrity::Whole => Verdict::Stands,
                other => Verdict::Otherwise(self.as_listed(page, other)),
            },
        ))
    }

    fn since(&self, page: &Page, then: Then, now: &Texts) -> Since {
        Since {
            integrity: self.as_listed(page, then.integrity),
            changes: then.texts.changes(now),
            commit: then.commit,
        }
    }

    /// What is known by the manifest of a file that others made.
    fn as_listed(&self, page: &Page, integrity: Integrity) -> Integrity {
        match integrity {
            Integrity::Unknown if self.listed.contains(&page.sha256) => Integrity::Whole,
            known => known,
        }
    }
}

/// What is known of a page before older states are looked at.
enum Judged {
    Told(Verdict),
    /// What would be printed now.
    Changed(Texts),
}
