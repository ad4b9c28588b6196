//! Family 00: files and folders.

pub mod alike;
pub mod below_members;
pub mod empty;
pub mod extension;
pub mod link_loop;
pub mod members_and_figures;
pub mod name_not_utf8;
pub mod no_data;
pub mod no_organisation;
pub mod no_round;
pub mod not_itself;
pub mod not_plain;
pub mod not_portable;
pub mod not_read;
pub mod not_utf8;
pub mod organisation_missing;
pub mod other_extension;
pub mod outward_link;
pub mod second_round;
pub mod stray;
pub mod too_large;
pub mod unreadable;

use self::not_utf8::NotUtf8;
use crate::check::Finding;
use crate::check::rule::registered;
use crate::load::{Encoding, FileFault, PathFaultKind, SourceFault};

registered! {
    no_data no_round second_round no_organisation organisation_missing members_and_figures
    below_members extension stray not_read link_loop name_not_utf8 unreadable too_large not_utf8
    empty not_plain outward_link other_extension not_portable alike not_itself
}

impl From<PathFaultKind> for Finding {
    fn from(kind: PathFaultKind) -> Self {
        match kind {
            PathFaultKind::NoData => no_data::NoData {}.into(),
            PathFaultKind::NoRound => no_round::NoRound {}.into(),
            PathFaultKind::SecondRound => second_round::SecondRound {}.into(),
            PathFaultKind::NoOrganisation => no_organisation::NoOrganisation {}.into(),
            PathFaultKind::OrganisationMissing => {
                organisation_missing::OrganisationMissing {}.into()
            }
            PathFaultKind::MembersAndFigures => members_and_figures::MembersAndFigures {}.into(),
            PathFaultKind::BelowMembers => below_members::BelowMembers {}.into(),
            PathFaultKind::Extension => extension::Extension::NotRead.into(),
            PathFaultKind::OtherExtension => other_extension::OtherExtension {}.into(),
            PathFaultKind::Twin(other) => extension::Extension::Twin(other).into(),
            PathFaultKind::Stray => stray::Stray::File.into(),
            PathFaultKind::Misnamed(name) => stray::Stray::Misnamed(name).into(),
            PathFaultKind::Copy(name) => stray::Stray::Copy(name).into(),
            PathFaultKind::MembersFolder => stray::Stray::MembersFolder.into(),
            PathFaultKind::Hidden => not_read::NotRead::Hidden.into(),
            PathFaultKind::NotRead => not_read::NotRead::Other.into(),
            PathFaultKind::LinkLoop => link_loop::LinkLoop::Circle.into(),
            PathFaultKind::LinkTwice => link_loop::LinkLoop::Twice.into(),
            PathFaultKind::LinkOutside => outward_link::OutwardLink {}.into(),
            PathFaultKind::NotPlain => not_plain::NotPlain {}.into(),
            PathFaultKind::NotFile => stray::Stray::Folder.into(),
            PathFaultKind::Name => name_not_utf8::NameNotUtf8 {}.into(),
            PathFaultKind::NotPortable(why) => why.into(),
            PathFaultKind::Alike(other) => alike::Alike { other }.into(),
            PathFaultKind::TooLarge(bytes) => too_large::TooLarge::Other(bytes >> 20).into(),
            PathFaultKind::Blob(fault) => fault.into(),
            PathFaultKind::Unreadable(words) => unreadable::Unreadable { words }.into(),
        }
    }
}

impl From<FileFault> for Finding {
    fn from(fault: FileFault) -> Self {
        let fault = match fault {
            FileFault::Tree(fault) => return fault.into(),
            FileFault::Source(fault) => fault,
        };
        match fault {
            SourceFault::NotPlain => not_plain::NotPlain {}.into(),
            SourceFault::Blob(fault) => fault.into(),
            SourceFault::Unreadable(words) => unreadable::Unreadable { words }.into(),
            SourceFault::TooLarge(bytes) => too_large::TooLarge::Yaml(bytes.div_ceil(1024)).into(),
            SourceFault::Encoding(Encoding::Utf16, _) => NotUtf8::Utf16.into(),
            SourceFault::Encoding(..) => NotUtf8::Gbk.into(),
            SourceFault::Damaged(..) => NotUtf8::Damaged.into(),
            SourceFault::Empty => empty::Empty {}.into(),
        }
    }
}
