//! The roles of GB/T 9704 and the chain of fonts for each.
//!
//! ASCII comes from a Latin face, then characters are looked for in the user's
//! licensed fonts of the role, in the one built in, and behind it in what
//! completes it, up to the rare characters of names and places, and the user's
//! other fonts.

use indexmap::IndexSet;
use serde::Serialize;

use super::face::{Face, FontPlace};

/// What a font is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 仿宋: body and values.
    Fangsong,
    /// 小标宋: titles.
    Biaosong,
    /// 黑体: first level.
    Hei,
    /// 楷体: second level.
    Kai,
    /// 宋体: tables.
    Song,
    /// Figures of page numbers.
    Folio,
}

/// All roles, in the order in which they are declared.
pub const ROLES: [Role; 6] = [
    Role::Fangsong,
    Role::Biaosong,
    Role::Hei,
    Role::Kai,
    Role::Song,
    Role::Folio,
];

/// The printed characters of ASCII.
pub const LATIN: &str = "[!-~]";

/// Gongwen Fangsong draws quotation marks half as wide, has no circled figures,
/// draws some signs too small and parentheses so angular that they pass for 〔〕.
const SIGNS: &str = "[“”‘’（）①-⑳○●◎★□■×÷０-９Ａ-Ｚａ-ｚ]";

/// Gongwen Kai draws quotation marks half as wide.
const MARKS: &str = "[“”‘’]";

const LIBERATION: &str = "Liberation Serif";
const FANGSONG: &str = "Gongwen Fangsong";
const NOTO: &str = "Noto Serif SC";
const KAI: &str = "Gongwen Kai";
/// The fonts of rare characters, in their order.
pub const RARE: [&str; 2] = ["HanaMinB", "Gongwen Rare Han"];

/// Names of licensed fonts, in the order in which they are preferred, set off by
/// commas.
const LATIN_ALIASES: &str = "Times New Roman";
const RARE_ALIASES: &str = "SimSun-ExtB, SimSun-ExtG";
const SONG_ALIASES: &str = "SimSun, 宋体, FZShuSong-Z01, FZShuSong-Z01S, 方正书宋简体, \
    方正书宋_GBK, STSong, 华文宋体";

/// A font of a chain, as layouts read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The family name.
    #[serde(rename = "name")]
    pub family: String,
    /// The characters that it is for, as a regular expression; all if none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers: Option<&'static str>,
}

impl Link {
    fn new(family: &str, covers: Option<&'static str>) -> Self {
        let family = family.to_owned();
        Self { family, covers }
    }

    /// Whether it is for a character.
    pub fn is_for(&self, character: char) -> bool {
        self.covers.is_none_or(|covers| holds(covers, character))
    }
}

/// Whether a set of characters like [`SIGNS`] holds one: ranges are written with a
/// hyphen.
fn holds(covers: &str, character: char) -> bool {
    let signs: Vec<char> = covers.trim_matches(['[', ']']).chars().collect();
    let single = |at: usize| signs[at] == character;
    let range =
        |at: usize| signs[at] == '-' && (signs[at - 1]..=signs[at + 1]).contains(&character);
    (0..signs.len()).any(|at| single(at) && character != '-' || range(at))
}

impl Role {
    /// Its name, the font built in for it, if it is another one than that for
    /// tables, and the names of licensed fonts for it, in the order in which they
    /// are preferred.
    fn row(self) -> (&'static str, Option<&'static str>, &'static str) {
        match self {
            Self::Fangsong => (
                "仿宋",
                Some(FANGSONG),
                "FangSong_GB2312, 仿宋_GB2312, FZFangSong-Z02, FZFangSong-Z02S, 方正仿宋, \
                 方正仿宋简体, 方正仿宋_GBK, FangSong, 仿宋, STFangsong, 华文仿宋",
            ),
            Self::Biaosong => (
                "小标宋",
                Some("Gongwen Biaosong"),
                "FZXiaoBiaoSong-B05S, 方正小标宋简体, FZXiaoBiaoSong-B05, 方正小标宋_GBK, \
                 STZhongsong, 华文中宋",
            ),
            Self::Hei => (
                "黑体",
                Some("Gongwen Hei"),
                "SimHei, 黑体, FZHei-B01, FZHei-B01S, 方正黑体简体, 方正黑体_GBK, \
                 STHeiti, 华文黑体",
            ),
            Self::Kai => (
                "楷体",
                Some(KAI),
                "KaiTi_GB2312, 楷体_GB2312, FZKai-Z03, FZKai-Z03S, 方正楷体简体, 方正楷体_GBK, \
                 KaiTi, 楷体, STKaiti, 华文楷体",
            ),
            Self::Song => ("宋体", None, SONG_ALIASES),
            Self::Folio => ("页码", None, SONG_ALIASES),
        }
    }

    /// Its name, also in layouts.
    pub fn name(self) -> &'static str {
        self.row().0
    }
}

/// The chain of a role.
pub fn chain(role: Role, faces: &[Face]) -> Vec<Link> {
    let (_, built_in, aliases) = role.row();
    let mut chain = Vec::new();
    // “附件1” is in 黑体 as a whole, and folios have the figures of 宋体 itself.
    if !matches!(role, Role::Hei | Role::Folio) {
        let latin = licensed(faces, LATIN_ALIASES);
        let latin = latin.first().copied().unwrap_or(LIBERATION);
        chain.push(Link::new(latin, Some(LATIN)));
    }
    let of_role = licensed(faces, aliases).into_iter();
    chain.extend(of_role.map(|family| Link::new(family, None)));
    let signs = match built_in {
        Some(FANGSONG) => Some(SIGNS),
        Some(KAI) => Some(MARKS),
        _ => None,
    };
    chain.extend(signs.map(|signs| Link::new(NOTO, Some(signs))));
    let behind = [NOTO, KAI].into_iter().chain(licensed(faces, RARE_ALIASES));
    let behind = behind.chain(RARE).chain(unassigned(faces));
    for family in built_in.into_iter().chain(behind) {
        let link = Link::new(family, None);
        if !chain.contains(&link) {
            chain.push(link);
        }
    }
    chain
}

/// The families of the user's fonts that have none of the names: they print what
/// no other font has.
fn unassigned(faces: &[Face]) -> impl Iterator<Item = &str> {
    let of_roles = ROLES.map(|role| role.row().2).join(", ");
    let aliases = format!("{of_roles}, {LATIN_ALIASES}, {RARE_ALIASES}");
    let known = licensed(faces, &aliases);
    let families = users(faces).map(Face::family);
    families.filter(move |family| !known.contains(family))
}

/// The families of the user's fonts that have one of the names set off by commas, in
/// the order of the names.
fn licensed<'a>(faces: &'a [Face], aliases: &str) -> IndexSet<&'a str> {
    let named: Vec<(&Face, Vec<String>)> = users(faces).map(|face| (face, face.names())).collect();
    let of_alias = |alias: &str| {
        let is_it = |name: &String| name.trim().eq_ignore_ascii_case(alias);
        let named = named.iter().filter(|(_, names)| names.iter().any(is_it));
        named.map(|(face, _)| face.family()).collect::<Vec<_>>()
    };
    aliases.split(", ").flat_map(of_alias).collect()
}

/// The faces of the user's fonts.
fn users(faces: &[Face]) -> impl Iterator<Item = &Face> {
    let is_users = |face: &&Face| matches!(face.place, FontPlace::User(_));
    faces.iter().filter(is_users)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_single_characters_and_ranges() {
        for (character, expected) in [
            ('“', true),
            ('①', true),
            ('⑮', true),
            ('⑳', true),
            ('㉑', false),
            ('Ａ', true),
            ('５', true),
            ('-', false),
            ('张', false),
        ] {
            assert_eq!(holds(SIGNS, character), expected, "{character}");
        }
    }
}
