//! The words around findings; their own stand with the rules.

pub use crate::check::Lang;
use crate::check::{Finding, Relationship, Severity};

impl Lang {
    /// What is wrong, in one clause.
    pub fn message(self, finding: &Finding) -> String {
        finding.0.message(self)
    }

    /// The way out, where there is one to show.
    pub fn help(self, finding: &Finding) -> Option<String> {
        finding.0.help(self)
    }

    /// What a related place has to do with the finding.
    pub fn relationship(self, relationship: Relationship) -> &'static str {
        match (self, relationship) {
            (Self::Zh, Relationship::FirstOccurrence) => "第一次出现在这里",
            (Self::Zh, Relationship::DecidingDate) => "以这一天为准",
            (Self::Zh, Relationship::Compared) => "与这里不一致",
            (Self::Zh, Relationship::Fact) => "依据在这里",
            (Self::Zh, Relationship::Said) => "正文在这里用到",
            (Self::Zh, Relationship::CommonVersion) => "改动以前的内容从这里起",
            (Self::Zh, Relationship::OtherSide) => "对方的内容从这里起",
            (Self::Zh, Relationship::EndOfConflict) => "冲突到这里为止",
            (Self::En, Relationship::CommonVersion) => "what it was before begins here",
            (Self::En, Relationship::OtherSide) => "the other side begins here",
            (Self::En, Relationship::EndOfConflict) => "the conflict ends here",
            (Self::En, Relationship::Compared) => "does not agree with this",
            (Self::En, Relationship::Said) => "said here",
            (Self::En, Relationship::Fact) => "based on this",
            (Self::En, Relationship::FirstOccurrence) => "first given here",
            (Self::En, Relationship::DecidingDate) => "this day decides",
        }
    }

    /// The name of a severity.
    pub fn severity(self, severity: Severity) -> &'static str {
        match (self, severity) {
            (Self::Zh, Severity::Error) => "错误",
            (Self::Zh, Severity::Warning) => "警告",
            (Self::Zh, Severity::Notice) => "提示",
            (Self::En, Severity::Error) => "error",
            (Self::En, Severity::Warning) => "warning",
            (Self::En, Severity::Notice) => "notice",
        }
    }
}
