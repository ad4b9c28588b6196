//! ID numbers and phones are never shown whole.

/// The text with the middle of every ID number and every telephone number
/// replaced by stars of the same width, so that places stay where they are.
pub fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut run = String::new();
    for character in text.chars() {
        let is_part = is_digit(character)
            || !run.is_empty() && matches!(character, 'X' | 'x' | 'Ｘ' | '-' | '－' | ' ');
        match is_part {
            true => run.push(character),
            false => {
                masked.push_str(&mask_run(&run));
                run.clear();
                masked.push(character);
            }
        }
    }
    masked.push_str(&mask_run(&run));
    masked
}

/// Numbers with this many digits are masked; dates have at most 8.
const SECRET: usize = 10;

fn mask_run(run: &str) -> String {
    let digits = run.chars().filter(|c| is_digit(*c)).count();
    if digits < SECRET {
        return run.to_owned();
    }
    let head = if digits >= 15 { 6 } else { 3 };
    let mut seen = 0;
    run.chars()
        .map(|character| {
            seen += usize::from(is_digit(character));
            match seen > head && seen + 4 <= digits && is_digit(character) {
                true if character.is_ascii() => '*',
                true => '＊',
                false => character,
            }
        })
        .collect()
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
        assert_eq!(mask("62242319650312123X。"), "622423*******2123X。");
        assert_eq!(mask("0943-3221234"), "094*-***1234");
        assert_eq!(mask("日期: 2016-03-20"), "日期: 2016-03-20");
        assert_eq!(mask("１３８９３００１２３４"), "１３８＊＊＊＊１２３４");
        assert_eq!(mask("2007-01-01 至 2016-04-20"), "2007-01-01 至 2016-04-20");
    }
}
