//! What can be meant by texts that are no dates as they are written.

use super::date::PartialDate;
use super::date_text::plain;
use super::value::Scalar as _;

/// A group of figures, with what it is called.
#[derive(Clone, Copy)]
struct Group<'a> {
    figures: &'a str,
    unit: Option<char>,
}

/// Year, month and day; those that are not said are none.
type Parts<'a> = [Option<Group<'a>>; 3];

/// The days, months or years that a text which is no date can be meant for; in their
/// order.
pub fn readings(text: &str) -> Vec<PartialDate> {
    let text = figures(&plain(text));
    let Some(groups) = groups(date_part(&text)) else {
        return Vec::new();
    };
    let mut found: Vec<PartialDate> = orders(&groups)
        .into_iter()
        .filter(is_as_called)
        .flat_map(|[year, month, day]| {
            let rest = [month, day].into_iter().flatten();
            let rest: String = rest.map(|part| format!("-{}", part.figures)).collect();
            let years = centuries(year.map_or("", |year| year.figures));
            years.into_iter().map(move |year| format!("{year}{rest}"))
        })
        .filter_map(|text| PartialDate::read(&text).ok())
        .collect();
    found.sort_by_key(|date| (date.earliest(), date.latest()));
    found.dedup();
    found
}

/// Without what follows the day, and without the time of day.
fn date_part(text: &str) -> &str {
    let text = text.strip_prefix("公元").unwrap_or(text);
    let day = text.find(['日', '号']);
    if let Some(day) = day {
        return &text[..day + text[day..].chars().next().map_or(0, char::len_utf8)];
    }
    let hour = text.find(':').map_or(text, |colon| &text[..colon]);
    match hour.rfind(['T', ' ']) {
        Some(end) if hour.len() < text.len() => &text[..end],
        _ => text.trim_end_matches('T'),
    }
}

/// The groups of figures; none where anything else stands there than what sets figures of
/// a date apart: what is said besides can mean another day (农历, 正月, 以前).
fn groups(text: &str) -> Option<Vec<Group<'_>>> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit());
        let (figures, after) = rest.split_at(end.unwrap_or(rest.len()));
        let next = after.chars().next();
        let is_known = |c: char| "年月日号-./,，、_\\".contains(c) || c.is_whitespace();
        if !next.is_none_or(is_known) {
            return None;
        }
        if !figures.is_empty() {
            let unit = next.filter(|unit| "年月日号".contains(*unit));
            found.push(Group { figures, unit });
        }
        rest = &after[next.map_or(0, char::len_utf8)..];
    }
    Some(found)
}

/// In which orders groups can be a date.
fn orders<'a>(groups: &[Group<'a>]) -> Vec<Parts<'a>> {
    let of = |figures| {
        let unit = None;
        Some(Group { figures, unit })
    };
    match *groups {
        [
            Group {
                figures: whole,
                unit: None,
            },
        ] => {
            let days = (1..3).flat_map(|day| (1..3).map(move |month| (day, month)));
            let days = days.filter_map(|(day, month)| {
                let (rest, day) = whole.split_at_checked(whole.len().checked_sub(day)?)?;
                let (year, month) = rest.split_at_checked(rest.len().checked_sub(month)?)?;
                Some([of(year), of(month), of(day)])
            });
            let month = whole.split_at_checked(4).into_iter();
            let month = month.map(|(year, month)| [of(year), of(month), None]);
            days.chain(month).collect()
        }
        [year] => vec![[Some(year), None, None]],
        [a, b] => match b.figures.len() {
            4 => vec![[Some(b), Some(a), None]],
            _ => vec![[Some(a), Some(b), None]],
        },
        [a, b, c] => match c.figures.len() {
            4 => vec![[Some(c), Some(a), Some(b)], [Some(c), Some(b), Some(a)]],
            _ => vec![[Some(a), Some(b), Some(c)]],
        },
        _ => Vec::new(),
    }
}

/// Whether no part is called something else.
fn is_as_called(parts: &Parts<'_>) -> bool {
    let units = ["年", "月", "日号"];
    parts.iter().zip(units).all(|(part, units)| {
        let unit = part.and_then(|part| part.unit);
        unit.is_none_or(|unit| units.contains(unit))
    })
}

/// The years that two figures can be of.
fn centuries(year: &str) -> Vec<String> {
    match year.len() {
        2 if year < "30" => vec![format!("19{year}"), format!("20{year}")],
        2 => vec![format!("19{year}")],
        _ => vec![year.to_owned()],
    }
}

/// With figures for those in words: 一九七五年十二月, 元月, 元旦.
fn figures(text: &str) -> String {
    let text = text.replace("元旦", "1月1日");
    let mut found = String::new();
    let mut rest = &*text;
    while let Some(next) = rest.chars().next() {
        let end = rest.find(|c| digit(c).is_none() && c != '十');
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        if !word.is_empty() {
            found.push_str(&number(word));
            rest = after;
            continue;
        }
        rest = &rest[next.len_utf8()..];
        let ends = rest.chars().next().is_none_or(|c| "月-./".contains(c));
        found.push(if next == '元' && ends { '1' } else { next });
    }
    found
}

fn number(word: &str) -> String {
    let digits = |word: &str| -> String { word.chars().filter_map(digit).collect() };
    match word.split_once('十') {
        None => digits(word),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { "1" } else { &digits(tens) };
            let ones = if ones.is_empty() { "0" } else { &digits(ones) };
            format!("{tens}{ones}")
        }
    }
}

fn digit(character: char) -> Option<char> {
    let zero = |c| if "○Ｏ零".contains(c) { '〇' } else { c };
    let found = "〇一二三四五六七八九"
        .chars()
        .position(|c| c == zero(character))?;
    char::from_digit(u32::try_from(found).ok()?, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    // What the eye of a clerk can make of each, one by one.
    #[test]
    fn what_can_be_meant() {
        for (text, wanted) in [
            ("3/12/2009", "2009-03-12 2009-12-03"),
            ("20/6/2009", "2009-06-20"),
            ("200906", "1920-09-06 2009-06 2020-09-06"),
            ("196513", "1965-01-03"),
            ("2009112", "2009-01-12 2009-11-02"),
            ("2009620", "2009-06-20"),
            ("65-3-12", "1965-03-12"),
            ("09.6.20", "1909-06-20 2009-06-20"),
            ("2009-06-20 00:00:00", "2009-06-20"),
            ("2009.6-20", "2009-06-20"),
            ("三月", ""),
            ("大约1990年", ""),
            ("大约1975年", ""),
            ("1975 01 01", "1975-01-01"),
            ("１９７５　０１　０１", "1975-01-01"),
            ("1975 1", "1975-01"),
            ("1975.元", "1975-01"),
            ("1975.元.1", "1975-01-01"),
            ("1975年元旦", "1975-01-01"),
            ("元月1日", ""),
            ("75.1", "1975-01"),
            ("75年元月", "1975-01"),
            ("75年", "1975"),
            ("公元1975年1月", "1975-01"),
            ("一九七五年一月", "1975-01"),
            ("一九七五年十二月二十一日", "1975-12-21"),
            ("二〇〇九年十月", "2009-10"),
            // Not December, and none of our calendar.
            ("1975年12日", ""),
            ("1975年农历3月", ""),
            ("1975年正月", ""),
            ("1975年腊月初五", ""),
            ("1975年3月以前", ""),
            ("1975年3月12日生", "1975-03-12"),
            ("6/2009", "2009-06"),
        ] {
            let found: Vec<String> = readings(text)
                .iter()
                .filter_map(|it| it.spelled(""))
                .collect();
            assert_eq!(found.join(" "), wanted, "{text}");
        }
    }
}
