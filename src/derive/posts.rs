//! 党内职务: the highest class of posts held, now or formerly.

use super::asking::Asking;
use super::bodies::{outside, says_nothing};
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

/// Marks between posts.
const BETWEEN_POSTS: [char; 8] = ['、', '，', ',', '；', ';', '/', '兼', '\n'];
/// Marks that may stand between posts, or within the name of one.
const WITHIN_POSTS: [char; 3] = [' ', '　', '和'];

/// Bodies of the Party whose posts belong to no column.
const OF_NO_COLUMN: [&str; 1] = ["党小组"];

/// The class of one text; several posts in it are told apart by their marks.
pub fn class_of(text: &str) -> PostClass {
    let posts = text.split(BETWEEN_POSTS).map(class_of_post);
    posts.max().unwrap_or(PostClass::None)
}

/// The posts in a text that count for no column and are not known to belong to none, where they might count for more than what else it says.
pub fn uncounted(text: &str) -> Vec<&str> {
    let posts = text.split(BETWEEN_POSTS).map(str::trim);
    let is_uncounted = |post: &&str| {
        let is_none = class_of_post(post) == PostClass::None;
        let is_known = OF_NO_COLUMN.iter().any(|body| post.contains(body));
        is_none && !is_known && !says_nothing(post) && outside(post).is_none()
    };
    match class_of(text) {
        PostClass::Secretary => Vec::new(),
        _ => posts.filter(is_uncounted).collect(),
    }
}

fn class_of_post(post: &str) -> PostClass {
    let parts = post.split(WITHIN_POSTS).map(class_of_part);
    parts.max().unwrap_or(PostClass::None)
}

/// What stands before a body outside the Party is a post of its own; what stands behind it
/// is one of the Party only in the body's Party organisation.
fn class_of_part(post: &str) -> PostClass {
    match outside(post) {
        None => class_of_words(post),
        Some(outside) => {
            let before = class_of_words(outside.before);
            let behind = outside.of_party.map_or(PostClass::None, class_of_part);
            before.max(behind)
        }
    }
}

fn class_of_words(post: &str) -> PostClass {
    let holds = |word: &str, not_before: &[&str], not_behind: &[&str]| {
        post.match_indices(word).any(|(at, word)| {
            let (before, behind) = (&post[..at], &post[at + word.len()..]);
            !not_before.iter().any(|it| before.ends_with(it))
                && !not_behind.iter().any(|it| behind.starts_with(it))
        })
    };
    // 书记员, 书记助理, 书记处, 书记办公室 … are no 书记; 文书记录 has none in it.
    let of_others = ["员", "助理", "秘书", "处", "办", "录", "候选"];
    // 党总支书记 is one of 总支, as its last character says.
    let short = ["记", "助理", "秘书"];
    let secretary = holds("书记", &["副"], &of_others) || holds("支书", &["副"], &short);
    let lower = holds("副书记", &[], &of_others)
        || holds("副支书", &[], &short)
        || ["委员", "常委", "支委"]
            .iter()
            .any(|word| holds(word, &[], &["会", "助理", "秘书", "候选"]));
    match (secretary, lower) {
        (true, _) => PostClass::Secretary,
        (false, true) => PostClass::Member,
        (false, false) => PostClass::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // domain.md section 7, each by hand: the class, and whether it must be told.
    #[test]
    fn classes() {
        use PostClass::{Member, None, Secretary};
        for (text, class, is_told) in [
            ("支部书记", Secretary, false),
            ("党总支书记", Secretary, false),
            ("党委书记", Secretary, false),
            ("第一书记", Secretary, false),
            ("纪委书记", Secretary, false),
            ("支书", Secretary, false),
            ("村支书", Secretary, false),
            ("党支书", Secretary, false),
            ("支书兼村委会主任", Secretary, false),
            ("中央书记处书记", Secretary, false),
            ("支部副书记", Member, false),
            ("副支书", Member, false),
            ("村副支书", Member, false),
            ("常务副书记", Member, false),
            ("组织委员", Member, false),
            ("支委", Member, false),
            ("县委常委", Member, false),
            ("候补委员", Member, false),
            ("党委会委员", Member, false),
            ("纪律检查委员会委员", Member, false),
            ("宣传和统战委员", Member, false),
            ("组织委员、支部书记", Secretary, false),
            ("支部书记、办公室主任", Secretary, false),
            ("组织委员、党小组长", Member, false),
            ("团支部书记", None, false),
            ("团支书", None, false),
            ("团支部副书记", None, false),
            ("团总支书记", None, false),
            ("共青团会宁县委书记", None, false),
            ("团中央书记处书记", None, false),
            ("团省委副书记", None, false),
            ("供销社团委书记", None, false),
            ("学生会委员", None, false),
            ("校学生会主席", None, false),
            ("班委", None, false),
            ("班委会委员", None, false),
            ("工会委员", None, false),
            ("工会主席", None, false),
            ("村委会委员", None, false),
            ("村民委员会副主任", None, false),
            ("政协委员", None, false),
            ("人大常委会委员", None, false),
            ("妇联执行委员", None, false),
            ("业主委员会委员", None, false),
            ("团支部书记、支部委员", Member, false),
            ("团支部书记党支部委员", Member, false),
            ("团县委机关党支部组织委员", Member, false),
            ("城投集团党委书记", Secretary, false),
            ("集团支书", Secretary, false),
            ("社团支部书记", Secretary, false),
            ("南关居委会党支部书记", Secretary, false),
            ("村支部书记村委会主任", Secretary, false),
            ("村委会主任支部书记", Secretary, false),
            ("学生会党支部书记", Secretary, false),
            ("党委书记助理", None, true),
            ("书记助理", None, true),
            ("党委秘书", None, true),
            ("党委书记秘书", None, true),
            ("书记办公室主任", None, true),
            ("法院书记员", None, true),
            ("文书记录", None, true),
            ("计划委员会主任", None, true),
            ("办公室主任", None, true),
            ("党小组长", None, false),
            ("第二党小组副组长", None, false),
            ("组织委员、书记助理", Member, true),
            ("支部收记", None, true),
            ("无", None, false),
            ("", None, false),
        ] {
            assert_eq!(class_of(text), class, "{text}");
            assert_eq!(!uncounted(text).is_empty(), is_told, "{text}");
        }
        assert_eq!(uncounted("工会委员，书记助理；无"), ["书记助理"]);
    }
}
