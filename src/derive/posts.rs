//! 党内职务: the highest class of posts held, now or formerly.

use super::asking::Asking;
use crate::model::provenance::Traced;
use crate::model::scalars::Line;
use crate::model::value::Value;

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
    /// The words of all classes.
    pub const WORDS: &[&str] = &["无", "副书记、委员", "书记"];

    /// The words of the column; `无` without a post.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// The highest class of a member's present and former posts; `None` where a post that
/// cannot be read may be a higher one.
pub fn post(asking: Asking<'_>) -> Traced<Option<PostClass>> {
    let present = asking.traced(|member, _| highest(member.posts()));
    if present.value == Some(PostClass::Secretary) {
        return present;
    }
    let former = asking.traced(|member, _| highest(member.former_posts()));
    match former.value {
        Some(PostClass::Secretary) => former,
        class => {
            let higher = |present: Option<PostClass>| Some(present?.max(class?));
            present.map(higher).joined(former.keys)
        }
    }
}

/// The highest class of a list of posts.
fn highest(posts: &[Value<Line>]) -> Option<PostClass> {
    let known = posts.iter().filter(|post| post.get().is_some());
    let known = known.map(|post| class_of(&post.text)).max();
    let known = known.unwrap_or(PostClass::None);
    let is_read = posts.iter().all(|post| post.get().is_some());
    (is_read || known == PostClass::Secretary).then_some(known)
}

/// Bodies whose posts are none of the Party, unless 党 follows: 居委会党支部.
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
pub fn class_of(text: &str) -> PostClass {
    text.split(['、', '，', ',', '；', ';', '/', '兼', ' ', '　', '和'])
        .map(class_of_one)
        .max()
        .unwrap_or(PostClass::None)
}

/// What stands before a body outside the Party is a post of its own; what
/// stands behind it is one of the Party only in the body's Party organisation.
fn class_of_one(post: &str) -> PostClass {
    let bodies = OUTSIDE.iter();
    let bodies = bodies.filter_map(|body| Some((find_body(post, body)?, body.len())));
    let Some((at, length)) = bodies.min() else {
        return class_of_words(post);
    };
    let (before, behind) = (class_of_words(&post[..at]), &post[at + length..]);
    match behind.contains('党') {
        true => before.max(class_of_words(behind)),
        false => before,
    }
}

fn class_of_words(post: &str) -> PostClass {
    let holds = |word: &str, not_before: &[char], not_behind: &[char]| {
        post.match_indices(word).any(|(at, word)| {
            !post[..at].ends_with(not_before) && !post[at + word.len()..].starts_with(not_behind)
        })
    };
    let secretary = holds("书记", &['副'], &['员']);
    let lower = holds("副书记", &[], &['员'])
        || holds("委员", &[], &['会'])
        || holds("常委", &[], &['会'])
        || holds("支委", &[], &['会']);
    match (secretary, lower) {
        (true, _) => PostClass::Secretary,
        (false, true) => PostClass::Member,
        (false, false) => PostClass::None,
    }
}

/// Where a body outside the Party is named. 集团党委 and 兵团党委 are no bodies
/// of the youth league, nor is the branch of an association (社团支部).
fn find_body(post: &str, body: &str) -> Option<usize> {
    let is_league = |at: usize| {
        let before = &post[..at];
        let of_association = before.ends_with('社') && matches!(body, "团支部" | "团总支");
        !before.ends_with(['集', '兵', '师']) && !of_association
    };
    let mut places = post.match_indices(body).map(|(at, _)| at);
    places.find(|at| !body.starts_with('团') || is_league(*at))
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
            ("南关居委会党支部书记", PostClass::Secretary),
            ("团县委机关党支部组织委员", PostClass::Member),
            ("村支部书记村委会主任", PostClass::Secretary),
            ("供销社团委书记", PostClass::None),
            ("法院书记员", PostClass::None),
            ("计划委员会主任", PostClass::None),
            ("办公室主任", PostClass::None),
            ("", PostClass::None),
        ] {
            assert_eq!(class_of(text), class, "{text}");
        }
    }
}
