//! ID numbers and phones are never shown whole.

/// The text with the middle of every ID number and every telephone number
/// replaced by stars of the same width, so that places stay where they are.
///
/// A number may stand in groups with a space or a hyphen between them; dates and
/// years do not.
pub fn mask(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut masked = String::with_capacity(text.len());
    let mut rest = characters.as_slice();
    while let [first, others @ ..] = rest {
        match number_at(rest) {
            0 => {
                masked.push(*first);
                rest = others;
            }
            length => {
                masked.push_str(&mask_number(&rest[..length]));
                rest = &rest[length..];
            }
        }
    }
    masked
}

/// Numbers with this many digits are masked; dates have at most 8.
const SECRET: usize = 10;

/// How many characters from here on are one number: groups of figures (a letter
/// typed by mistake does not uncover it) with one space or hyphen between them.
fn number_at(text: &[char]) -> usize {
    let joins = |c: &&char| is_digit(**c) || c.is_ascii_alphabetic() || ('Ａ'..='Ｚ').contains(*c);
    let mut end = 0;
    loop {
        let rest = &text[end..];
        // A date ends a number, and is none.
        match date_at(rest) {
            0 => end += rest.iter().take_while(joins).count(),
            date if end == 0 => return date,
            _ => return end - 1,
        }
        let goes_on = matches!(text[end..], [' ' | '-', next, ..] if is_digit(next));
        if end == 0 || !goes_on {
            return end;
        }
        end += 1;
    }
}

/// The length of a date (`2016-04-20`, `2016-04`) at the beginning of a text.
fn date_at(text: &[char]) -> usize {
    let digits = |from: usize| text[from..].iter().take_while(|c| is_digit(**c)).count();
    let has_year = digits(0) == 4 && matches!(text, ['1', '8' | '9', ..] | ['2', '0' | '1', ..]);
    if !has_year || text.get(4) != Some(&'-') {
        return 0;
    }
    let month = digits(5);
    if !(1..=2).contains(&month) {
        return 0;
    }
    let end = 5 + month;
    match text.get(end) {
        Some('-') if (1..=2).contains(&digits(end + 1)) => end + 1 + digits(end + 1),
        _ => end,
    }
}

/// Keeps the first six characters of an ID number or the first three of a
/// telephone number, and the last four. Words and years side by side stay.
fn mask_number(number: &[char]) -> String {
    let digits = number.iter().filter(|c| is_digit(**c)).count();
    let mut groups = number.split(|c| matches!(c, ' ' | '-'));
    let is_year = |group: &[char]| matches!(group, ['1', '9', _, _] | ['2', '0', _, _]);
    if digits < SECRET || groups.all(is_year) {
        return number.iter().collect();
    }
    let head = if digits >= 14 { 6 } else { 3 };
    let hidden = |(index, character): (usize, &char)| match *character {
        kept if !(head..number.len() - 4).contains(&index) => kept,
        between @ (' ' | '-') => between,
        narrow if narrow.is_ascii() => '*',
        _ => '＊',
    };
    number.iter().enumerate().map(hidden).collect()
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_masked_and_keep_their_width() {
        for (text, masked) in [
            (
                "身份证号码: \"622423196503121234\"",
                "身份证号码: \"622423********1234\"",
            ),
            ("13893001234", "138****1234"),
            ("62242319650312123X。", "622423********123X。"),
            ("0943-3221234", "094*-***1234"),
            ("6224231965O3121236", "622423********1236"),
            ("１３８９３００１２３４", "１３８＊＊＊＊１２３４"),
            ("622423 19650312 1236", "622423 ******** 1236"),
            ("138 9300 1234x", "138 **** *234x"),
            ("138-9300-1234", "138-****-1234"),
            ("2016-04-20 13893001234", "2016-04-20 138****1234"),
        ] {
            assert_eq!(mask(text), masked);
        }
    }

    #[test]
    fn dates_and_years_stay() {
        for text in [
            "1990-07-01 1990-07-02",
            "日期: 2016-03-20",
            "2007-01-01 至 2016-04-20",
            "2014 2015 2016",
            "2016-04 2016-05",
            "会政办发〔2016〕34号",
        ] {
            assert_eq!(mask(text), text);
        }
    }
}
