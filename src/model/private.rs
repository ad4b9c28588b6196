//! What of a member is told in part only, beside numbers: where he lives, what he is called
//! in messengers.

use std::sync::LazyLock;

use super::member::Member;
use super::numbered::Numbered as _;
use super::provenance::Keys;

/// The keys, each with how many characters of its value are told.
pub const PRIVATE: [(&str, usize); 3] = [
    ("户籍所在地", ADDRESS),
    ("现居住地", ADDRESS),
    ("QQ号码或微信号", 2),
];

/// How much is told of an address: province and town.
pub const ADDRESS: usize = 6;

/// The same keys by their numbers.
pub fn keys() -> Keys {
    static KEYS: LazyLock<Keys> = LazyLock::new(|| {
        let keys = PRIVATE.iter().filter_map(|(key, _)| Member::key(key));
        keys.map(Keys::of).collect()
    });
    *KEYS
}
