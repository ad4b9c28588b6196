//! How exact a date stands in a cell, by the format of the cell: behind `1990年7月` stands
//! the first day of the month, which nobody has written, and behind `12:00` no day at all.

use std::collections::HashMap;

use super::bounds::Refusal;
use super::package::{Package, Part, attribute};

/// What a format shows of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The number.
    #[default]
    Number,
    /// A day.
    Day,
    /// A month of a year.
    Month,
    /// A year.
    Year,
    /// A month, a day or both, of whatever year.
    Yearless,
    /// A time of day, or how long something is.
    Time,
}

/// Characters that Excel allows in a format.
pub const LENGTH: usize = 255;

/// Of each format of a workbook's cells, in their order, what it shows.
pub fn of_cells(package: &mut Package<'_>, styles: &str) -> Result<Vec<Shown>, Refusal> {
    let (mut codes, mut shown, mut is_cells) = (HashMap::new(), Vec::new(), false);
    package.each(styles, &mut |part| {
        match part {
            Part::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let of = |name| attribute(element, name).unwrap_or_default();
                    let code = of("formatCode");
                    if code.chars().count() > LENGTH {
                        return Err(Refusal::damaged(styles, "formatCode"));
                    }
                    codes.insert(of("numFmtId"), Shown::of(&code));
                }
                "cellXfs" => is_cells = true,
                "xf" if is_cells => {
                    let id = attribute(element, "numFmtId").unwrap_or_default();
                    let own = codes.get(&id).copied();
                    let built_in = || id.parse().map(Shown::built_in).unwrap_or_default();
                    shown.push(own.unwrap_or_else(built_in));
                }
                _ => {}
            },
            Part::End("cellXfs") => is_cells = false,
            Part::End(_) | Part::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(shown)
}

impl Shown {
    /// What a format shows that has no code in the file, as Chinese programs read it.
    pub fn built_in(id: u16) -> Self {
        match id {
            14 | 15 | 22 | 30 | 31 => Self::Day,
            17 | 27 | 36 | 50 | 52 | 57 => Self::Month,
            16 | 28 | 29 | 51 | 53 | 54 | 58 => Self::Yearless,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            _ => Self::Number,
        }
    }

    /// What a format shows that has this code.
    pub fn of(code: &str) -> Self {
        let shown = letters(code);
        let has = |letters: &[char]| shown.contains(letters);
        // Of what a number is made; behind seconds there may be parts of them.
        if has(&['0', '#', '?']) && !has(&['y', 'd', 'h', 's']) {
            return Self::Number;
        }
        let [mut months, mut times] = [false; 2];
        let fields: Vec<char> = fields(&shown);
        for (at, field) in fields.iter().enumerate() {
            let is_beside = |at: Option<usize>, letter| {
                at.and_then(|at| fields.get(at)).copied() == Some(letter)
            };
            match field {
                'h' | 's' => times = true,
                // Minutes stand behind hours or before seconds.
                'm' if is_beside(at.checked_sub(1), 'h') || is_beside(Some(at + 1), 's') => {
                    times = true;
                }
                'm' => months = true,
                _ => {}
            }
        }
        // `e` and `g` are years of an era, `b` those of the Buddha, `a` days of the week.
        match (has(&['y', 'e', 'g', 'b']), months, has(&['d', 'a'])) {
            (true, _, true) => Self::Day,
            (true, true, false) => Self::Month,
            (true, false, false) => Self::Year,
            (false, true, _) | (false, _, true) => Self::Yearless,
            (false, false, false) if times => Self::Time,
            (false, false, false) => Self::Number,
        }
    }
}

/// The letters of a format that stand for something, of its first part.
fn letters(code: &str) -> String {
    let mut letters = String::new();
    let (mut is_quoted, mut is_escaped) = (false, false);
    let mut bracketed: Option<String> = None;
    for c in code.chars().map(|c| c.to_ascii_lowercase()) {
        match (c, &mut bracketed) {
            _ if is_escaped => is_escaped = false,
            ('"', _) => is_quoted = !is_quoted,
            _ if is_quoted => {}
            (']', Some(text)) => {
                // [h] is how many hours, [red] and [$-804] are none.
                let is_time = text.chars().all(|c| matches!(c, 'h' | 'm' | 's'));
                letters += if is_time { "h" } else { "" };
                bracketed = None;
            }
            (c, Some(text)) => text.push(c),
            ('[', None) => bracketed = Some(String::new()),
            (';', None) => break,
            ('\\' | '_' | '*', None) => is_escaped = true,
            (c, None) => letters.push(c),
        }
    }
    let words = ["general", "g/通用格式", "am/pm", "a/p", "上午/下午"];
    words
        .iter()
        .fold(letters, |letters, word| letters.replace(word, " "))
}

/// The letters without those that repeat one, and what stands between them.
fn fields(letters: &str) -> Vec<char> {
    let fields = letters.chars().filter(char::is_ascii_lowercase);
    let mut fields: Vec<char> = fields.collect();
    fields.dedup();
    fields
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn what_formats_show() {
        for (shown, codes) in [
            (
                Shown::Month,
                &[
                    "yyyy\"年\"m\"月\"",
                    "yyyy年m月",
                    "yyyy.mm",
                    "[$-804]yyyy\\-mm;@",
                    "mmm-yy",
                ][..],
            ),
            (
                Shown::Day,
                &[
                    "yyyy-mm-dd",
                    "m/d/yy h:mm",
                    "e/m/d",
                    "[$-411]ggge\"年\"m\"月\"d\"日\"",
                    "b1yyyy-mm-dd",
                ],
            ),
            (Shown::Year, &["yyyy", "yy\"年\"", "yyyy;@", "[DBNum1]yyyy"]),
            (
                Shown::Yearless,
                &["m\"月\"d\"日\"", "m/d", "d", "mmmm", "aaaa", "d h:mm"],
            ),
            (
                Shown::Time,
                &[
                    "h:mm",
                    "mm:ss",
                    "[h]:mm",
                    "[mm]:ss",
                    "mm:ss.0",
                    "h:mm AM/PM",
                    "上午/下午h\"时\"mm\"分\"",
                ],
            ),
            (
                Shown::Number,
                &[
                    "General",
                    "0.00",
                    "[red]0",
                    "\"ym\"0",
                    "0.00E+00",
                    "@",
                    "",
                    "G/通用格式\"年\"",
                    "0000\"-\"00\"-\"00",
                    "[[[[",
                    "\"[",
                ],
            ),
        ] {
            for code in codes {
                assert_eq!(Shown::of(code), shown, "{code}");
            }
        }
        assert_eq!(Shown::built_in(14), Shown::Day);
        assert_eq!(Shown::built_in(164), Shown::Number);
    }
}
