//! The page of a rule: what `explain` prints, where the basis of a finding
//! stands, and what the tests run.

use include_dir::{Dir, include_dir};

use crate::check::Rule;

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/rules");

/// The page of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    text: &'static str,
}

/// A section of a page: its heading and what stands below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The heading; empty for what stands before the first.
    pub heading: &'a str,
    /// Paragraphs and examples in their order.
    pub parts: Vec<Part<'a>>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// A line of text; empty between paragraphs.
    Line(&'a str),
    /// A block: what stands behind its fence, and its lines.
    Block(&'a str, Vec<&'a str>),
}

impl Page {
    /// The page of a rule; `None` where it has none (the tests see to it that
    /// each has one).
    pub fn of(rule: &Rule) -> Option<Self> {
        let file = PAGES.get_file(format!("{}.md", rule.code))?;
        let text = file.contents_utf8()?;
        Some(Self { text })
    }

    /// Code and name, as the page's first line has them.
    pub fn title(self) -> &'static str {
        let first = self.text.lines().next().unwrap_or_default();
        first.trim_start_matches("# ")
    }

    /// What stands behind a key in the list below the title.
    pub fn entry(self, key: &str) -> Option<&'static str> {
        let entries = self.text.lines().filter_map(|line| line.strip_prefix("- "));
        let mut values = entries.filter_map(|entry| entry.strip_prefix(key));
        let value = values.next()?;
        Some(value.trim_start_matches(['：', ':', ' ']))
    }

    /// The sections in their order.
    pub fn sections(self) -> Vec<Section<'static>> {
        let section = |heading| Section {
            heading,
            parts: Vec::new(),
        };
        let mut sections = vec![section("")];
        let mut lines = self.text.lines().skip(1);
        while let Some(line) = lines.next() {
            if let Some(heading) = line.strip_prefix("## ") {
                sections.push(section(heading));
                continue;
            }
            let part = match line.strip_prefix("```") {
                Some(fence) => {
                    let block = lines.by_ref().take_while(|line| *line != "```");
                    Part::Block(fence, block.collect())
                }
                None => Part::Line(line),
            };
            let section = sections.last_mut().expect("there is one from the start");
            section.parts.push(part);
        }
        sections
    }

    /// The section under a heading.
    pub fn section(self, heading: &str) -> Option<Section<'static>> {
        let mut sections = self.sections().into_iter();
        sections.find(|section| section.heading == heading)
    }
}
