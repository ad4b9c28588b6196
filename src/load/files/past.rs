//! Which revision files are of, and what they were in others.

use std::path::Path;

use super::{Base, Files, Real};
use crate::load::git::{Git, GitFault, Revision, commits, head, is_changed};
use crate::load::{DATA, PARTS, entries};

/// How the files end that are read below `data/` and `layouts/`.
const INPUTS: [&str; 7] = ["yaml", "yml", "txt", "typ", "jpg", "jpeg", "png"];

impl Files {
    /// The revision that the files are of.
    ///
    /// # Errors
    /// Where there is no git, no repository, or no commit yet.
    pub fn revision(&self) -> Result<Revision, GitFault> {
        if let Some((commit, _)) = self.commit() {
            return Ok(Revision {
                commit: commit.to_owned(),
                is_changed: !self.over.is_empty(),
            });
        }
        let git = Git::of(&self.root);
        let is_input = |path: &Path| {
            let ending = path.extension().and_then(|ending| ending.to_str());
            ending.is_some_and(|ending| INPUTS.contains(&ending.to_lowercase().as_str()))
        };
        let linked = self.linked();
        let parts: Vec<&str> = linked.iter().map(String::as_str).chain(PARTS).collect();
        Ok(Revision {
            commit: head(&git)?,
            is_changed: !self.over.is_empty() || is_changed(&git, &parts, &is_input)?,
        })
    }

    /// Where the links in the data lead, within the workspace.
    pub fn linked(&self) -> Vec<String> {
        let entries = entries(self, Path::new(DATA)).into_iter().flatten();
        let links = entries.filter(|entry| self.is_link(&entry.path) == Some(true));
        let targets = links.filter_map(|entry| match self.real(&entry.path)? {
            Real::Inside(path) => Some(path.to_string_lossy().replace('\\', "/")),
            Real::Outside => None,
        });
        targets.collect()
    }

    /// The same workspace as it was in another commit.
    ///
    /// # Errors
    /// As [`Self::at_revision`].
    pub fn at_commit(&self, commit: &str) -> Result<Self, GitFault> {
        match self.commit().and_then(|(_, folder)| folder.to_str()) {
            Some(folder) => Self::at_revision(&self.root, &format!("{commit}:{folder}")),
            None => Self::at_revision(&self.root, commit),
        }
    }

    /// The last commits that touched some paths, the newest first: at most so many.
    ///
    /// # Errors
    /// Where there is no git, no repository, or no commit yet.
    pub fn commits(&self, paths: &[String], most: usize) -> Result<Vec<String>, GitFault> {
        if let (Base::Tree(tree), Some((commit, folder))) = (&self.base, self.commit()) {
            let whole = paths.iter().map(|path| folder.join(path));
            let whole = whole.map(|path| path.to_string_lossy().replace('\\', "/"));
            return commits(&tree.blobs.git, commit, &whole.collect::<Vec<_>>(), most);
        }
        let git = Git::of(&self.root);
        commits(&git, &head(&git)?, paths, most)
    }

    /// The commit that the files are read from, and the workspace's folder in it.
    fn commit(&self) -> Option<(&str, &Path)> {
        match &self.base {
            Base::Tree(tree) => {
                let (commit, folder) = tree.commit.as_ref()?;
                Some((commit, folder))
            }
            Base::WorkTree(_) => None,
        }
    }
}
