//! The numbers of the keys that forms add to members.

use super::custom::{CustomKeys, CustomType, ROOM};
use super::member::Member;
use super::numbered::Numbered as _;
use super::provenance::{KeyId, Keys};

/// The type of a key with its number; none where no form declares it.
pub fn find<'a>(keys: &'a CustomKeys, key: &str) -> Option<(&'a CustomType, KeyId)> {
    let index = keys.keys().position(|known| known == key)?;
    let number = u16::try_from(index).unwrap_or(ROOM).min(ROOM - 1);
    Some((keys.get(key)?, block().plus(1 + number)))
}

/// The keys that are added to members, all of them.
pub fn all() -> Keys {
    Keys::range(block(), 1 + ROOM)
}

fn block() -> KeyId {
    Member::key("自定义").unwrap_or(KeyId::NONE)
}
