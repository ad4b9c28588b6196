//! ID numbers and phones are never shown whole.

/// The text with the middle of every ID number and every telephone number
/// replaced by stars of the same width, so that places stay where they are.
pub fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut run = String::new();
    for character in text.chars() {
        // A letter typed by mistake does not uncover an ID number.
        let joins = is_digit(character)
            || character.is_ascii_alphabetic()
            || ('Ａ'..='Ｚ').contains(&character)
            || character == '-' && is_area_code(&run);
        if !joins {
            masked.push_str(&mask_run(&run));
            run.clear();
            masked.push(character);
            continue;
        }
        run.push(character);
    }
    masked.push_str(&mask_run(&run));
    masked
}

/// Numbers with this many digits are masked; dates have at most 8.
const SECRET: usize = 10;

/// 0943 of 0943-3221234.
fn is_area_code(run: &str) -> bool {
    run.starts_with('0') && (3..=4).contains(&run.len()) && run.chars().all(is_digit)
}

/// Keeps the first six characters of an ID number or the first three of a
/// telephone number, and the last four.
fn mask_run(run: &str) -> String {
    let length = run.chars().count();
    if run.chars().filter(|c| is_digit(*c)).count() < SECRET {
        return run.to_owned();
    }
    let head = if length >= 15 { 6 } else { 3 };
    let hidden = |(index, character): (usize, char)| match (head..length - 4).contains(&index) {
        true if character == '-' => '-',
        true if character.is_ascii() => '*',
        true => '＊',
        false => character,
    };
    run.chars().enumerate().map(hidden).collect()
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_masked_and_keep_their_width() {
        assert_eq!(
            mask("身份证号码: \"622423196503121234\""),
            "身份证号码: \"622423********1234\""
        );
        assert_eq!(mask("13893001234"), "138****1234");
        assert_eq!(mask("62242319650312123X。"), "622423********123X。");
        assert_eq!(mask("0943-3221234"), "094*-***1234");
        assert_eq!(mask("6224231965O3121236"), "622423********1236");
        assert_eq!(mask("1990-07-01 1990-07-02"), "1990-07-01 1990-07-02");
        assert_eq!(mask("日期: 2016-03-20"), "日期: 2016-03-20");
        assert_eq!(mask("１３８９３００１２３４"), "１３８＊＊＊＊１２３４");
        assert_eq!(mask("2007-01-01 至 2016-04-20"), "2007-01-01 至 2016-04-20");
    }
}
