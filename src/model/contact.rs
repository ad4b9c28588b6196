//! The shapes of telephone numbers, QQ numbers and WeChat names.

use super::date::{half_width, is_between_figures};

/// Several numbers in one value are set apart by one of these.
const BETWEEN: [char; 8] = ['、', '，', '；', ',', ';', '/', '／', '或'];

/// The parts of a value, with half-width figures.
pub(super) fn parts(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(BETWEEN).map(str::trim);
    parts.map(|part| part.chars().map(half_width).collect())
}

/// 11 digits that begin with 1, perhaps after +86; also several such.
pub fn is_mobile(text: &str) -> bool {
    parts(text).all(|part| mobile(&part).is_some())
}

/// A mobile number without what sets its figures apart.
pub(super) fn mobile(part: &str) -> Option<String> {
    let figures = part.chars().filter(|c| !is_between_figures(*c));
    let figures: String = figures.collect();
    let number = figures.strip_prefix("+86").unwrap_or(&figures);
    let is_mobile = number.len() == 11 && number.starts_with('1') && is_digits(number);
    is_mobile.then_some(figures)
}

/// A number with area code (perhaps an extension), or a mobile number.
pub fn is_telephone(text: &str) -> bool {
    parts(text).all(|part| mobile(&part).or_else(|| landline(&part)).is_some())
}

/// `0943-3221234`, with an extension `0943-3221234转802`; one without anything between
/// its figures stays so.
pub(super) fn landline(part: &str) -> Option<String> {
    let is_between = |c| is_between_figures(c) || matches!(c, '(' | ')' | '（' | '）' | '转');
    let pieces = part.split(is_between).filter(|piece| !piece.is_empty());
    let pieces: Vec<&str> = pieces.collect();
    let is_extension = |piece: &str| (1..=6).contains(&piece.len());
    let (area, local, extension) = match pieces[..] {
        [whole] => {
            let is_number = whole.starts_with('0') && (10..=12).contains(&whole.len());
            return (is_number && is_digits(whole)).then(|| whole.to_owned());
        }
        [area, local] => (area, local, None),
        [area, local, extension] if is_extension(extension) => (area, local, Some(extension)),
        _ => return None,
    };
    let is_area = area.starts_with('0') && (3..=4).contains(&area.len());
    let is_local = (7..=8).contains(&local.len());
    if !is_area || !is_local || !pieces.iter().all(|piece| is_digits(piece)) {
        return None;
    }
    let extension = extension.map(|extension| format!("转{extension}"));
    Some(format!("{area}-{local}{}", extension.unwrap_or_default()))
}

/// A QQ number, a WeChat name or a mobile number, perhaps with its kind before
/// it (`QQ：…`, `微信：…`); also several such.
pub fn is_messenger(text: &str) -> bool {
    parts(text).all(|part| is_one_messenger(&part))
}

fn is_one_messenger(part: &str) -> bool {
    let kinds = ["QQ号码", "QQ号", "QQ", "qq", "微信号", "微信"];
    let part = kinds
        .iter()
        .find_map(|kind| part.strip_prefix(kind))
        .unwrap_or(part);
    let name = part.trim_start_matches(['：', ':', ' ']);
    let is_qq = (5..=11).contains(&name.len()) && is_digits(name) && !name.starts_with('0');
    let is_wechat = (6..=20).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    is_qq || is_wechat || mobile(name).is_some()
}

/// Six digits.
pub fn is_postcode(text: &str) -> bool {
    text.len() == 6 && is_digits(text)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_numbers() {
        for text in [
            "13893001234",
            "138 9300 1234",
            "+86 138-9300-1234",
            "１３８９３００１２３４",
            "13893001234、18993001234",
        ] {
            assert!(is_mobile(text), "{text}");
        }
        for text in [
            "1389300123",
            "138930012345",
            "0943-3221234",
            "23893001234",
            "无",
            "138930O1234",
        ] {
            assert!(!is_mobile(text), "{text}");
        }
    }

    #[test]
    fn telephones() {
        for text in [
            "0943-3221234",
            "09433221234",
            "010-66551234",
            "(0943)3221234",
            "0943-3221234转802",
            "0943-3221234-802",
            "13893001234",
            "0943-3221234、0943-3225678",
        ] {
            assert!(is_telephone(text), "{text}");
        }
        for text in [
            "943-322123",
            "3221234",
            "0943-32212",
            "办公室",
            "0943-3221234x",
            "12",
        ] {
            assert!(!is_telephone(text), "{text}");
        }
    }

    #[test]
    fn messengers() {
        for text in [
            "12345",
            "903523132",
            "13893001234",
            "zhang_jg65",
            "QQ：903523132",
            "微信：zhangjg-65",
            "QQ：903523132、微信：zhangjg65",
        ] {
            assert!(is_messenger(text), "{text}");
        }
        for text in [
            "1234",
            "0123456",
            "张建国",
            "zhang",
            "a@b.com",
            "12345678901234",
        ] {
            assert!(!is_messenger(text), "{text}");
        }
    }
}
