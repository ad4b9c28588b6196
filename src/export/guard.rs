//! What Excel, WPS and LibreOffice would take for a number, a day or a formula where it
//! stands in a text file.

/// A text that stays what it is: with a tab before it where it would not.
pub fn guarded(text: &str) -> String {
    match is_run(text) || is_taken(text) {
        true => format!("\t{text}"),
        false => text.to_owned(),
    }
}

/// Whether it would be run.
fn is_run(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Marks and characters of numbers and days, beside figures and words.
const MARKS: &str = " \u{a0}.,-/:%+$()'#^¥￥€£年月日号时分秒点上下午元";

/// Words of numbers, days and times.
const WORDS: [&str; 31] = [
    "E",
    "X",
    "D",
    "A",
    "P",
    "AM",
    "PM",
    "JAN",
    "FEB",
    "MAR",
    "APR",
    "MAY",
    "JUN",
    "JUL",
    "AUG",
    "SEP",
    "SEPT",
    "OCT",
    "NOV",
    "DEC",
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
];

/// Whether it would be taken for something else: it has a figure, and beside figures only
/// what stands in numbers and days. Small numbers stay what they are.
fn is_taken(text: &str) -> bool {
    let is_small = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    if is_small && (text.len() == 1 || !text.starts_with('0')) {
        return false;
    }
    let text: String = text.chars().map(half).collect::<String>().to_uppercase();
    let text = text.trim();
    if ["TRUE", "FALSE"].contains(&text) {
        return true;
    }
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    let is_part = |c: char| c.is_ascii_alphanumeric() || MARKS.contains(c);
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(is_part)
        && words.all(|word| word.is_empty() || WORDS.contains(&word))
}

/// A character of full width as one of half.
fn half(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_something_else_has_a_tab_before_it() {
        for text in [
            "1970.10",
            "1.10",
            "2015E3",
            "1e5",
            "TRUE",
            "false",
            "ＴＲＵＥ",
            "1-2",
            "3/4",
            "12:30",
            "12:30 PM",
            "5 a",
            "50%",
            "1990-07-01",
            "1990/7",
            "1,000",
            "1990年7月",
            "7月1日",
            "2016年4月20日",
            "1234",
            "007",
            "00",
            "0943",
            "13912345678",
            "62242319650312123X",
            "62242319650312123x",
            "0943-3221234",
            "１９７０",
            "１９７０．１０",
            "¥100",
            "100元",
            "(5)",
            " 12",
            "12 ",
            "1 1/2",
            "Jan 5",
            "5-MAY",
            "1990.7.1",
            "12.",
            ".5",
            "'5",
            "1D3",
            "=1+1",
            "+86",
            "-",
            "@a",
            "＝1",
        ] {
            assert_eq!(guarded(text), format!("\t{text}"), "{text}");
        }
        for text in [
            "",
            "1",
            "0",
            "12",
            "999",
            "张建国",
            "①",
            "正式",
            "A",
            "3次",
            "2016年春",
            "第1组",
            "6个月",
            "附件3",
            "25人",
            "MA5B",
            "true story",
            "…",
            "—",
        ] {
            assert_eq!(guarded(text), text, "{text}");
        }
    }
}
