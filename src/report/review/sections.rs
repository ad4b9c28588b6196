//! What is told of a review, section by section: all ways of telling it have these.

use super::Telling;
use crate::report::located::Located;

/// What is told in one place.
pub(super) struct Section {
    /// What it is about.
    pub kind: Kind,
    /// How that is called.
    pub head: &'static str,
    /// What there is.
    pub entries: Vec<Entry>,
    /// What is to be said of all.
    pub note: Option<String>,
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Members,
    Files,
    Figures,
    New,
    Gone,
    Outputs,
}

/// A line, whose parts stand apart by two spaces, and what belongs to it.
pub(super) struct Entry {
    /// The line.
    pub line: String,
    /// What belongs to it, line by line.
    pub rest: Vec<String>,
}

impl Telling<'_> {
    /// People, what they said and what follows; other files; figures; findings; outputs.
    /// What there is none of is not among them.
    pub(super) fn sections(&self) -> Vec<Section> {
        let (review, lang) = (self.review, self.lang);
        let alone = |line: String| Entry {
            line,
            rest: Vec::new(),
        };
        let members = review.members.iter().map(|member| Entry {
            line: self.head(member),
            rest: self.details(member),
        });
        let files = review.files.iter().map(|file| self.file(file));
        let [new, gone] = self.findings().map(|found| {
            let found = found.iter().map(|one| alone(self.finding(one)));
            found.collect::<Vec<_>>()
        });
        // What is to be printed comes first.
        let (same, other): (Vec<_>, Vec<_>) = review
            .outputs
            .iter()
            .partition(|output| output.is_as_it_was());
        let outputs = other.into_iter().chain(same);
        let outputs = outputs.map(|output| self.output(output));
        let rows = self.rows().into_iter();
        let section = |kind, head, entries| Section {
            kind,
            head,
            entries,
            note: self.not_laid_out().filter(|_| kind == Kind::Outputs),
        };
        let pick = |zh, en| lang.pick(zh, en);
        let mut sections = vec![
            section(Kind::Members, pick("党员", "Members"), members.collect()),
            section(
                Kind::Files,
                pick("其他文件", "Other files"),
                files.collect(),
            ),
            section(
                Kind::Figures,
                pick("数字", "Figures"),
                rows.map(alone).collect(),
            ),
            section(Kind::New, pick("新出现的问题", "New findings"), new),
            section(
                Kind::Gone,
                pick("不再有的问题", "Findings that are gone"),
                gone,
            ),
            section(
                Kind::Outputs,
                pick("表", "Forms"),
                outputs.map(alone).collect(),
            ),
        ];
        sections.retain(|section| !section.entries.is_empty());
        sections
    }

    /// A finding and where it stands.
    fn finding(&self, one: &Located) -> String {
        let severity = match one.severity {
            "error" => self.lang.pick("错误", "error"),
            "warning" => self.lang.pick("警告", "warning"),
            _ => self.lang.pick("提示", "notice"),
        };
        let Located {
            code,
            path,
            line,
            message,
            ..
        } = one;
        format!("{severity}[{code}]  {path}:{line}  {message}")
    }
}
