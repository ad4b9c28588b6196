//! What was found, not yet in words: the words are made of it in
//! [`crate::report::words`].

use std::any::Any;
use std::path::PathBuf;
use std::sync::Arc;

use super::diagnostic::{At, Concern, Diagnostic};
use super::registry::*;
use super::rule::{Rule, Violation};
use crate::load::{PathFaultKind, SourceFault, YamlCause};
use crate::model::problem::Fault;
use crate::model::value::Reason;

/// What was found.
#[derive(Clone, Debug)]
pub enum Finding {
    /// What a rule found.
    Of(Arc<dyn Violation>),
    /// A file or folder that is wrong where it stands.
    Path(PathFaultKind),
    /// A file whose bytes are refused.
    Source(SourceFault),
    /// A file that is no YAML.
    Yaml(YamlCause),
    /// A key or a value.
    Key(Fault),
    /// 肄业: counted one level down.
    Unfinished(String),
    /// 未识别民族 or 外国血统中国籍: not counted as a minority.
    UncountedEthnicity(String),
}

impl<V: Violation> From<V> for Finding {
    fn from(violation: V) -> Self {
        Self::Of(Arc::new(violation))
    }
}

impl Finding {
    /// What was found, where it is of a type.
    pub fn get<V: Violation>(&self) -> Option<&V> {
        let Self::Of(violation) = self else {
            return None;
        };
        let any: &dyn Any = &**violation;
        any.downcast_ref()
    }

    /// A diagnostic of this finding at a place.
    pub fn at(self, path: PathBuf, at: At, concern: Concern) -> Diagnostic {
        Diagnostic {
            rule: self.rule(),
            severity: self.rule().severity,
            path,
            at,
            finding: self,
            related: Vec::new(),
            concern,
        }
    }

    /// The rule that a finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Of(violation) => violation.rule(),
            Self::Path(kind) => of_path(kind),
            Self::Source(fault) => of_source(fault),
            Self::Yaml(cause) => of_yaml(cause),
            Self::Key(fault) => of_key(fault),
            Self::Unfinished(_) => &UNFINISHED,
            Self::UncountedEthnicity(_) => &UNCOUNTED_ETHNICITY,
        }
    }
}

fn of_path(kind: &PathFaultKind) -> &'static Rule {
    match kind {
        PathFaultKind::NoData => &NO_DATA,
        PathFaultKind::NoRound => &NO_ROUND,
        PathFaultKind::SecondRound => &SECOND_ROUND,
        PathFaultKind::NoOrganisation => &NO_ORGANISATION,
        PathFaultKind::OrganisationMissing => &ORGANISATION_MISSING,
        PathFaultKind::MembersAndFigures => &MEMBERS_AND_FIGURES,
        PathFaultKind::BelowMembers => &BELOW_MEMBERS,
        PathFaultKind::Extension => &EXTENSION,
        PathFaultKind::Stray => &STRAY,
        PathFaultKind::NotRead => &NOT_READ,
        PathFaultKind::LinkLoop => &LINK_LOOP,
        PathFaultKind::Name => &FILE_NAME,
        PathFaultKind::Unreadable(_) => &UNREADABLE,
    }
}

fn of_source(fault: &SourceFault) -> &'static Rule {
    match fault {
        SourceFault::Unreadable(_) => &UNREADABLE,
        SourceFault::TooLarge(_) => &TOO_LARGE,
        SourceFault::NotUtf8 { .. } | SourceFault::Utf16 => &NOT_UTF8,
        SourceFault::Empty => &EMPTY,
        SourceFault::ByteOrderMark => &BYTE_ORDER_MARK,
        SourceFault::CarriageReturn(_) => &CARRIAGE_RETURN,
    }
}

fn of_yaml(cause: &YamlCause) -> &'static Rule {
    match cause {
        YamlCause::Tab => &TAB,
        YamlCause::Indentation | YamlCause::TooFarIn => &INDENTATION,
        YamlCause::UnclosedQuote => &UNCLOSED_QUOTE,
        YamlCause::UnclosedBracket => &UNCLOSED_BRACKET,
        YamlCause::StrayColon => &STRAY_COLON,
        YamlCause::WideColon | YamlCause::NoSpace => &COLON,
        YamlCause::SpecialStart(_) => &SPECIAL_START,
        YamlCause::TooManyAliases => &ALIASES,
        YamlCause::TooDeep => &TOO_DEEP,
        YamlCause::KeyNotText => &KEY_NOT_TEXT,
        YamlCause::Tag => &TAG,
        YamlCause::ManyDocuments => &MANY_DOCUMENTS,
        YamlCause::Other(_) => &YAML,
    }
}

fn of_key(fault: &Fault) -> &'static Rule {
    let reason = match fault {
        Fault::UnknownKey { .. } | Fault::UnknownCustom { .. } => return &UNKNOWN_KEY,
        Fault::DuplicateKey { .. } => return &DUPLICATE_KEY,
        Fault::MissingKey { .. } => return &MISSING_KEY,
        Fault::NotMap => return &NOT_MAP,
        Fault::NotList => return &NOT_LIST,
        Fault::CutByComment { .. } => return &CUT_BY_COMMENT,
        Fault::PrivateUse(_) => return &PRIVATE_USE,
        Fault::Invisible(_) => return &INVISIBLE,
        Fault::BadValue { reason, .. } => reason,
    };
    match reason {
        Reason::NotScalar => &NOT_SCALAR,
        Reason::NotDate => &NOT_DATE,
        Reason::NoSuchDay => &NO_SUCH_DAY,
        Reason::DayNeeded => &DAY_NEEDED,
        Reason::NotInteger | Reason::NotNumber => &NOT_INTEGER,
        Reason::NotChosen(_) => &NOT_LISTED,
        Reason::NotAmount => &NOT_AMOUNT,
        Reason::NotBoolean => &NOT_BOOLEAN,
        Reason::NotListed(_) => &NOT_LISTED,
        Reason::NotIdNumber => &ID_SHAPE,
        Reason::OldIdNumber(_) => &ID_OLD,
        Reason::NotEthnicity => &NOT_ETHNICITY,
        Reason::NotEducation => &NOT_EDUCATION,
    }
}
