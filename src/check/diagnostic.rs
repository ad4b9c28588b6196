//! What was found, where, and whom it concerns. The words are made of it in
//! [`crate::report::words`].

use std::path::PathBuf;

use super::registry::{Rule, Severity};
use crate::load::{PathFaultKind, PhotoFault, SourceFault, Workspace, YamlCause};
use crate::model::node::Span;
use crate::model::problem::Fault;
use crate::tabulate::relations::Broken;
use crate::tabulate::reported::ReportFaultKind;

/// A finding of a rule.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule.
    pub rule: &'static Rule,
    /// The file, relative to the workspace.
    pub path: PathBuf,
    /// The place in the file.
    pub at: At,
    /// What was found.
    pub finding: Finding,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Which outputs it keeps from being right.
    pub concern: Concern,
}

impl Diagnostic {
    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole.
    File,
    /// A line and a column, from 1, of a file that is no text.
    LineColumn(u32, u32),
    /// A range of bytes.
    Span(Span),
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug)]
pub struct Related {
    /// The file.
    pub path: PathBuf,
    /// The place.
    pub at: At,
    /// What it has to do with the finding.
    pub relationship: Relationship,
}

/// What a place has to do with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relationship {
    /// The key stands here for the first time.
    FirstOccurrence,
    /// The day that makes it wrong.
    DecidingDate,
}

/// Which outputs a finding keeps from being right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concern {
    /// The unit; everything where there is none.
    pub unit: Option<usize>,
    /// The member of the unit; the whole unit where there is none.
    pub member: Option<usize>,
    /// The forms; all where there are none.
    pub forms: Vec<String>,
    /// How far it reaches.
    pub reach: Reach,
}

/// How far a finding reaches: what it makes wrong beside the member's card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Nothing else.
    Card,
    /// The registers.
    Registers,
    /// The registers and the figures of the tables.
    #[default]
    Figures,
}

impl Concern {
    /// All outputs.
    pub fn everything() -> Self {
        Self::default()
    }

    /// The outputs of a unit and of those above it.
    pub fn unit(unit: usize) -> Self {
        Self {
            unit: Some(unit),
            ..Self::everything()
        }
    }

    /// The outputs that need a member.
    pub fn member(unit: usize, member: usize) -> Self {
        Self {
            member: Some(member),
            ..Self::unit(unit)
        }
    }

    /// Only these forms.
    pub fn only(self, forms: &[&str]) -> Self {
        Self {
            forms: forms.iter().map(|form| (*form).to_owned()).collect(),
            ..self
        }
    }

    /// Whether the figures of one of the units depend on it: it is about the
    /// unit or one below it, about one above as a whole, or about everything.
    pub fn spoils_figures_of(&self, workspace: &Workspace, units: &[usize]) -> bool {
        let spoils = |faulty: usize, unit: usize| {
            workspace.is_within(faulty, unit)
                || self.member.is_none() && workspace.is_within(unit, faulty)
        };
        let of_units = self
            .unit
            .is_none_or(|faulty| units.iter().any(|unit| spoils(faulty, *unit)));
        self.reach == Reach::Figures && of_units
    }

    /// No further than this.
    pub fn reaching(self, reach: Reach) -> Self {
        Self { reach, ..self }
    }
}

/// What was found.
#[derive(Clone, Debug)]
pub enum Finding {
    /// A file or folder that is wrong where it stands.
    Path(PathFaultKind),
    /// A file whose bytes are refused.
    Source(SourceFault),
    /// A file that is no YAML.
    Yaml(YamlCause),
    /// A key or a value.
    Key(Fault),
    /// A photo; its path as given.
    Photo(PhotoFault, String),
    /// 肄业: counted one level down.
    Unfinished(String),
    /// 未识别民族 or 外国血统中国籍: not counted as a minority.
    UncountedEthnicity(String),
    /// Neither day of last contact is given.
    NoLastContact,
    /// 已取得联系 without a day.
    NoFoundDate,
    /// 查找中, with 填表日期 after (true) or before the end of the search.
    StillSearching {
        /// Whether the search is over.
        over: bool,
        /// Whether 结果 is given at all.
        given: bool,
    },
    /// 失联 without one of the eight groups.
    NoOccupation,
    /// 情形 ⑦ without a reason in 备注.
    NoReason,
    /// A 失联 block of a member who is in none of 附件3–5.
    InNoRegister,
    /// Lost for six months only during the search: in 附件5 and not in 附件3.
    LostDuringSearch,
    /// A disposition dated after 附件7 is filled in.
    LateDisposition,
    /// Dispositions of a member outside 附件4 and 附件5.
    DispositionOutside,
    /// A date or a value leaves a fact open that a form needs.
    Undecided {
        /// The fact.
        fact: String,
        /// The form.
        form: String,
        /// The column or the register.
        column: String,
        /// Whether a value is missing rather than too coarse.
        missing: bool,
    },
    /// A printed number shows both its readings.
    BothReadings {
        /// The fact.
        fact: &'static str,
        /// Both readings, as printed.
        shown: String,
    },
    /// A branch without 党组织类别.
    NoClass,
    /// 填表日期 names a form that does not exist.
    UnknownForm {
        /// What it names.
        form: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// Figures taken over.
    Reported(String, ReportFaultKind),
    /// Figures taken over say another day than the round.
    ReportedDay,
    /// Figures taken over that were changed after they were handed in.
    Checksum,
    /// A relation between tables.
    Relation {
        /// The form.
        form: String,
        /// The relation.
        broken: Broken,
        /// Whether the figures were taken over from a unit.
        reported: bool,
    },
    /// A fault of a form's declaration or layout, in the library's words.
    Form(String),
    /// A page with a character that no font has.
    MissingGlyph {
        /// The form.
        form: String,
        /// The cell.
        cell: String,
        /// The characters.
        characters: Vec<char>,
    },
}

impl Finding {
    /// A diagnostic of this finding at a place.
    pub fn at(self, path: PathBuf, at: At, concern: Concern) -> Diagnostic {
        Diagnostic {
            rule: self.rule(),
            path,
            at,
            finding: self,
            related: Vec::new(),
            concern,
        }
    }
}
