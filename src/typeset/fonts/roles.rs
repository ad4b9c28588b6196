//! The roles of GB/T 9704 and the chain of fonts for each.
//!
//! ASCII comes from a Latin face, then characters are looked for in the user's
//! licensed fonts of the role, in the one built in, and behind it in what
//! completes it, up to the rare characters of names and places, and the user's
//! other fonts.

use serde_json::{Value, json};

use super::face::{Face, Place};

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

/// All roles.
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

/// Zhuque Fangsong draws quotation marks half as wide, has no circled figures,
/// draws some signs too small and parentheses so angular that they pass for 〔〕.
const SIGNS: &str = "[“”‘’（）①-⑳○●◎★□■×÷０-９Ａ-Ｚａ-ｚ]";

const LIBERATION: &str = "Liberation Serif";
const ZHUQUE: &str = "Zhuque Fangsong (technical preview)";
const NOTO: &str = "Noto Serif SC";
const KAI: &str = "Gongwen Kai";
const HANAZONO: &str = "HanaMinB";
const RARE: &str = "Gongwen Rare Han";

/// Names of licensed fonts, in the order in which they are preferred.
const LATIN_ALIASES: &[&str] = &["Times New Roman"];
const RARE_ALIASES: &[&str] = &["SimSun-ExtB", "SimSun-ExtG"];

/// A font of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The family name.
    pub family: String,
    /// The characters that it is for, as a regular expression; all if none.
    pub covers: Option<&'static str>,
}

impl Link {
    fn all(family: &str) -> Self {
        Self {
            family: family.to_owned(),
            covers: None,
        }
    }

    fn only(family: &str, covers: &'static str) -> Self {
        Self {
            family: family.to_owned(),
            covers: Some(covers),
        }
    }

    /// Whether it is for a character.
    pub fn is_for(&self, character: char) -> bool {
        match self.covers {
            None => true,
            Some(LATIN) => ('!'..='~').contains(&character),
            Some(_) => is_sign(character),
        }
    }

    /// As layouts read it.
    pub fn json(&self) -> Value {
        match self.covers {
            None => json!({"name": self.family}),
            Some(covers) => json!({"name": self.family, "covers": covers}),
        }
    }
}

/// Whether [`SIGNS`] holds a character: ranges are written with a hyphen.
fn is_sign(character: char) -> bool {
    let signs: Vec<char> = SIGNS.trim_matches(['[', ']']).chars().collect();
    let single = |at: usize| signs[at] == character;
    let range =
        |at: usize| signs[at] == '-' && (signs[at - 1]..=signs[at + 1]).contains(&character);
    (0..signs.len()).any(|at| single(at) && character != '-' || range(at))
}

impl Role {
    /// Its name, also in layouts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fangsong => "仿宋",
            Self::Biaosong => "小标宋",
            Self::Hei => "黑体",
            Self::Kai => "楷体",
            Self::Song => "宋体",
            Self::Folio => "页码",
        }
    }

    /// The font built in for it, if it is another one than that for tables.
    fn own(self) -> Option<&'static str> {
        match self {
            Self::Fangsong => Some(ZHUQUE),
            Self::Biaosong => Some("Gongwen Biaosong"),
            Self::Hei => Some("Gongwen Hei"),
            Self::Kai => Some(KAI),
            Self::Song | Self::Folio => None,
        }
    }

    /// Names of licensed fonts for it, in the order in which they are preferred.
    pub fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Fangsong => &[
                "FangSong_GB2312",
                "仿宋_GB2312",
                "FZFangSong-Z02",
                "FZFangSong-Z02S",
                "方正仿宋",
                "方正仿宋简体",
                "方正仿宋_GBK",
                "FangSong",
                "仿宋",
                "STFangsong",
                "华文仿宋",
            ],
            Self::Biaosong => &[
                "FZXiaoBiaoSong-B05S",
                "方正小标宋简体",
                "FZXiaoBiaoSong-B05",
                "方正小标宋_GBK",
                "STZhongsong",
                "华文中宋",
            ],
            Self::Hei => &[
                "SimHei",
                "黑体",
                "FZHei-B01",
                "FZHei-B01S",
                "方正黑体简体",
                "方正黑体_GBK",
                "STHeiti",
                "华文黑体",
            ],
            Self::Kai => &[
                "KaiTi_GB2312",
                "楷体_GB2312",
                "FZKai-Z03",
                "FZKai-Z03S",
                "方正楷体简体",
                "方正楷体_GBK",
                "KaiTi",
                "楷体",
                "STKaiti",
                "华文楷体",
            ],
            Self::Song | Self::Folio => &[
                "SimSun",
                "宋体",
                "FZShuSong-Z01",
                "FZShuSong-Z01S",
                "方正书宋简体",
                "方正书宋_GBK",
                "STSong",
                "华文宋体",
            ],
        }
    }
}

/// The chains of all roles.
pub fn chains(faces: &[Face]) -> Vec<(Role, Vec<Link>)> {
    ROLES
        .into_iter()
        .map(|role| (role, chain(role, faces)))
        .collect()
}

fn chain(role: Role, faces: &[Face]) -> Vec<Link> {
    let mut chain = Vec::new();
    // “附件1” is in 黑体 as a whole, and folios have the figures of 宋体 itself.
    if !matches!(role, Role::Hei | Role::Folio) {
        let latin = licensed(faces, LATIN_ALIASES);
        let latin = latin.first().map_or(LIBERATION, String::as_str);
        chain.push(Link::only(latin, LATIN));
    }
    let mut own: Vec<String> = licensed(faces, role.aliases());
    let is_licensed = !own.is_empty();
    own.extend(role.own().map(str::to_owned));
    let mut own = own.iter();
    if is_licensed {
        let count = own.len() - usize::from(role.own().is_some());
        chain.extend(own.by_ref().take(count).map(|family| Link::all(family)));
    }
    if role.own() == Some(ZHUQUE) {
        chain.push(Link::only(NOTO, SIGNS));
    }
    chain.extend(own.map(|family| Link::all(family)));
    let rare = licensed(faces, RARE_ALIASES);
    let behind = [NOTO, KAI].into_iter().map(str::to_owned);
    let behind = behind
        .chain(rare)
        .chain([HANAZONO, RARE].map(str::to_owned));
    for family in behind.chain(unassigned(faces)) {
        if !chain
            .iter()
            .any(|link| link.family == family && link.covers.is_none())
        {
            chain.push(Link::all(&family));
        }
    }
    chain
}

/// The families of the user's fonts that have none of the names: they print what
/// no other font has.
pub fn unassigned(faces: &[Face]) -> Vec<String> {
    let roles = ROLES.iter().flat_map(|role| role.aliases());
    let aliases: Vec<&str> = roles
        .chain(LATIN_ALIASES)
        .chain(RARE_ALIASES)
        .copied()
        .collect();
    let known = licensed(faces, &aliases);
    let users = faces
        .iter()
        .filter(|face| matches!(face.place, Place::User(_)));
    let mut families: Vec<String> = users.map(|face| face.family().to_owned()).collect();
    families.dedup();
    families.retain(|family| !known.contains(family));
    families
}

/// The families of the user's fonts that have one of the names, in the order of
/// the names.
fn licensed(faces: &[Face], aliases: &[&str]) -> Vec<String> {
    let users = faces
        .iter()
        .filter(|face| matches!(face.place, Place::User(_)));
    let named: Vec<(&Face, Vec<String>)> = users.map(|face| (face, face.names())).collect();
    let mut families: Vec<String> = Vec::new();
    for alias in aliases {
        for (face, names) in &named {
            let is_named = names
                .iter()
                .any(|name| name.trim().eq_ignore_ascii_case(alias));
            if is_named && !families.iter().any(|family| family == face.family()) {
                families.push(face.family().to_owned());
            }
        }
    }
    families
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
            assert_eq!(is_sign(character), expected, "{character}");
        }
    }
}
