//! Words that are like others: what a slip was meant for.

/// How like two words are, from 0 to 1; a word cut short is very like.
fn likeness(text: &str, candidate: &str) -> f64 {
    let is_part =
        text.chars().count() > 1 && (candidate.contains(text) || text.contains(candidate));
    match is_part {
        true => 0.9,
        false => strsim::normalized_damerau_levenshtein(text, candidate),
    }
}

/// The candidate most like `text`, if one is like it at all.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|candidate| (likeness(text, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.4)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// The keys that `text` may be a slip of: those as near as any, else those of which one
/// has all characters of the other.
pub fn near_keys<'a>(text: &str, keys: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    // One of two characters may be wrong.
    near(text, keys, 3)
}

/// The values that `text` may be a slip of. One that says no is never proposed for a text
/// that does not, nor the other way round: where that alone is between, nothing is.
pub fn near_values<'a>(text: &str, values: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let near = near(text, values, 0);
    match near.iter().all(|value| says_no(value) == says_no(text)) {
        true => near,
        false => Vec::new(),
    }
}

/// More than so many are no proposal.
const MOST: usize = 3;
/// A text of more characters is no slip of a word.
const LONGEST: usize = 40;

/// Those that one slip makes of `text`, or several in a longer word; else those with a
/// part in common. A word is taken for as long as `least` at least.
fn near<'a>(text: &str, candidates: impl Iterator<Item = &'a str>, least: usize) -> Vec<&'a str> {
    let length = |text: &str| text.chars().count();
    if length(text) > LONGEST {
        return Vec::new();
    }
    let apart = candidates.map(|one| (strsim::damerau_levenshtein(text, one), one));
    let apart: Vec<(usize, &str)> = apart.collect();
    let nearest = apart.iter().map(|(apart, _)| *apart).min().unwrap_or(0);
    let is_slip = |one: &str| nearest * 3 <= length(one).max(length(text)).max(least);
    let all = |is_near: &dyn Fn(usize, &str) -> bool| -> Vec<&str> {
        let near = apart.iter().filter(|(apart, one)| is_near(*apart, one));
        near.map(|(_, one)| *one).collect()
    };
    // What one of them can be a slip of, the others as near can be, too.
    let nearest_ones = all(&|apart, _| apart == nearest);
    let slips = match nearest_ones.iter().any(|one| is_slip(one)) {
        true => nearest_ones,
        false => Vec::new(),
    };
    // One slip of a short word can be of any.
    let near = match slips.is_empty() && nearest > 1 {
        true => all(&|_, one| is_part(text, one) || is_part(one, text)),
        false => slips,
    };
    match near.len() > MOST {
        true => Vec::new(),
        false => near,
    }
}

/// Whether all characters of a word stand in another one in their order; two of them
/// side by side.
fn is_part(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    match part.chars().count() {
        0 | 1 => false,
        2 => whole.contains(part),
        _ => part.chars().all(|c| rest.any(|other| other == c)),
    }
}

/// Whether a word says that something is not.
fn says_no(word: &str) -> bool {
    word.contains(['无', '未', '不', '非', '没', '否'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_is_proposed_for_its_opposite() {
        let results = ["查找中", "已取得联系", "无法取得联系"];
        let corrections = ["未改正", "已改正"];
        let all = |text: &str| near_values(text, results.into_iter().chain(corrections));
        for (text, expected) in [
            ("取得联系", vec!["已取得联系"]),
            ("己取得联系", vec!["已取得联系"]),
            ("无法取得联糸", vec!["无法取得联系"]),
            // Either may be meant: neither is proposed.
            ("未取得联系", vec![]),
            ("改正", vec![]),
            ("已改证", vec!["已改正"]),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
        // What is as near as another one is proposed with it.
        let grades = ["警告", "严重警告", "撤销党内职务"];
        let near = |text| near_values(text, grades.into_iter());
        assert_eq!(near("严警告"), ["警告", "严重警告"]);
        assert_eq!(near("注观"), [""; 0]);
    }

    #[test]
    fn keys_of_two_characters_may_have_one_wrong() {
        let keys = ["籍贯", "出国日期", "回国日期", "姓名", "性别"];
        let near = |text| near_keys(text, keys.into_iter());
        assert_eq!(near("籍惯"), ["籍贯"]);
        assert_eq!(near("日期"), ["出国日期", "回国日期"]);
        assert_eq!(near("性名"), ["姓名", "性别"]);
        assert_eq!(near("血型"), [""; 0]);
    }
}
