//! 党内职务: the highest class of posts held, now or formerly.

use super::fact::{Fact, Input, Rule};
use crate::model::member::Member;

/// The classes of 附件6, from none to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostClass {
    /// No post in the Party.
    None,
    /// 副书记, 常委, 委员, 候补委员.
    Member,
    /// 书记.
    Secretary,
}

impl PostClass {
    /// The words of the column; `无` without a post.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "无",
            Self::Member => "副书记、委员",
            Self::Secretary => "书记",
        }
    }
}

/// The highest class of a member's present and former posts.
pub fn post(member: &Member) -> Fact<PostClass> {
    let present = member.posts.iter().map(|post| ("现任党内职务", post));
    let former = member
        .former_posts
        .iter()
        .map(|post| ("曾任党内职务", post));
    let posts: Vec<_> = present.chain(former).collect();
    let value = posts.iter().map(|(_, post)| class_of(&post.text)).max();
    let inputs = posts
        .iter()
        .filter_map(|(key, post)| Input::of(key, Some(*post)))
        .collect();
    Fact {
        value: value.unwrap_or(PostClass::None),
        rule: Rule::Post,
        inputs,
    }
}

/// Bodies whose posts are none of the Party.
const OUTSIDE: [&str; 13] = [
    "共青团",
    "团委",
    "团支部",
    "团总支",
    "团工委",
    "团县委",
    "工会",
    "村委会",
    "村民委员会",
    "居委会",
    "居民委员会",
    "政协",
    "人大",
];

/// The class of one text; several posts in it are told apart by their marks.
fn class_of(text: &str) -> PostClass {
    text.split(['、', '，', ',', '；', ';', '/', '兼', ' ', '　', '和'])
        .map(class_of_one)
        .max()
        .unwrap_or(PostClass::None)
}

fn class_of_one(post: &str) -> PostClass {
    if OUTSIDE.iter().any(|body| is_of(post, body)) {
        return PostClass::None;
    }
    let secretary = post
        .match_indices("书记")
        .any(|(at, _)| !post[..at].ends_with('副'));
    let lower = ["副书记", "委员", "常委", "支委"]
        .iter()
        .any(|word| post.contains(word));
    match (secretary, lower) {
        (true, _) => PostClass::Secretary,
        (false, true) => PostClass::Member,
        (false, false) => PostClass::None,
    }
}

/// Whether a post is one of a body outside the Party: 集团党委书记 and 兵团党委
/// 书记 are no posts of the youth league.
fn is_of(post: &str, body: &str) -> bool {
    post.match_indices(body)
        .any(|(at, _)| !body.starts_with('团') || !post[..at].ends_with(['集', '兵', '社', '师']))
}

#[cfg(test)]
mod tests {
    use super::*;

    // domain.md section 7.
    #[test]
    fn classes() {
        for (text, class) in [
            ("支部书记", PostClass::Secretary),
            ("党总支书记", PostClass::Secretary),
            ("支部副书记", PostClass::Member),
            ("组织委员", PostClass::Member),
            ("县委常委", PostClass::Member),
            ("候补委员", PostClass::Member),
            ("组织委员、支部书记", PostClass::Secretary),
            ("团支部书记", PostClass::None),
            ("共青团会宁县委书记", PostClass::None),
            ("工会委员", PostClass::None),
            ("村委会委员", PostClass::None),
            ("团支部书记、支部委员", PostClass::Member),
            ("城投集团党委书记", PostClass::Secretary),
            ("办公室主任", PostClass::None),
            ("", PostClass::None),
        ] {
            assert_eq!(class_of(text), class, "{text}");
        }
    }
}
