//! The room that a text needs, counted as `layouts/lib/units.typ` counts it: a Han
//! character is one em wide, a Latin one half, rather too much than too little.

/// Points in a millimetre.
pub const POINTS: f64 = 72.0 / 25.4;
/// From line to line, in sizes of the type: faces that take the place of others are higher.
const PITCH: f64 = 1.4;
/// What stays free beside a text on both sides together, and above and below it, in points.
const BESIDE: f64 = 5.0;
const AROUND: f64 = 5.0;

/// Marks that a line does not begin with, and such as it does not end with.
const CLOSING: &str = "，、。；：？！）》〉”’〕】」』…—·～％‰℃°";
const OPENING: &str = "（《〈“‘〔【「『";

/// How wide a text is that stands on one line, in em.
pub fn ems(text: &str) -> f64 {
    text.chars().map(em).sum()
}

fn em(c: char) -> f64 {
    match c {
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' => 0.95,
        'A'..='Z' => 0.75,
        // Faces that take the place of others have wider figures.
        '\0'..='\u{7f}' => 0.53,
        _ => 1.0,
    }
}

/// The em that have room in a cell so many millimetres wide.
fn room(width: f64, size: f64) -> f64 {
    ((width * POINTS - BESIDE) / size).max(1.0)
}

/// The width of a cell in which so many em have room, in millimetres.
pub fn width(ems: f64, size: f64) -> f64 {
    // A hair more, so that counting the lines comes to the same.
    (ems * size + BESIDE) / POINTS + 0.01
}

/// How many lines a text takes in a cell so many millimetres wide.
pub fn lines(text: &str, cell: f64, size: f64) -> usize {
    let room = room(cell, size);
    text.split('\n').map(|line| lines_of(line, room)).sum()
}

/// How high a row of so many lines is, in points.
pub fn height(lines: usize, size: f64) -> f64 {
    lines as f64 * size * PITCH + AROUND
}

fn lines_of(line: &str, room: f64) -> usize {
    let (mut lines, mut used) = (1, 0.0);
    for unit in units(line) {
        let wide = ems(unit);
        if used + wide <= room + 0.001 {
            used += wide;
        } else if wide > room {
            // It is broken wherever the line ends.
            lines += usize::from(used > 0.0);
            let more = (wide / room).ceil() - 1.0;
            lines += more as usize;
            used = wide - more * room;
        } else {
            lines += 1;
            used = wide;
        }
    }
    lines
}

/// The pieces of a line that stay together: a Han character with its marks, a run of
/// Latin ones.
fn units(line: &str) -> Vec<&str> {
    let is_latin = |c: char| c.is_ascii() && c != ' ';
    let mut units = Vec::new();
    let (mut start, mut last) = (0, None);
    for (at, c) in line.char_indices() {
        let clings = last.is_none_or(|last: char| {
            is_latin(last) && is_latin(c) || CLOSING.contains(c) || OPENING.contains(last)
        });
        if !clings {
            units.push(&line[start..at]);
            start = at;
        }
        last = Some(c);
    }
    if start < line.len() {
        units.push(&line[start..]);
    }
    units
}

/// How wide the widest number of a text is, in em: a date, a telephone, an ID number,
/// which no line breaks. Longer ones are none.
pub fn widest_number(text: &str) -> f64 {
    const LONGEST: usize = 24;
    let is_part = |c: char| c.is_ascii_alphanumeric() || ".-:/".contains(c);
    let runs = text.split(|c| !is_part(c));
    let runs =
        runs.filter(|run| run.len() <= LONGEST && run.contains(|c: char| c.is_ascii_digit()));
    runs.map(ems).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_filled_with_what_stays_together() {
        // Ten Han characters at 10.5 pt.
        let cell = width(10.0, 10.5);
        for (text, expected) in [
            ("", 1),
            ("一二三四五六七八九十", 1),
            ("一二三四五六七八九十一", 2),
            ("一二三四五六七八九十。", 2),
            ("一二\n三", 2),
            ("一二三四五六 1990-07-01", 2),
            ("一二三四五六七八九（十）", 2),
            ("0123456789012345678901234567890123456789", 3),
        ] {
            assert_eq!(lines(text, cell, 10.5), expected, "{text}");
        }
        assert_eq!(
            units("甲（乙）1990-07丙。"),
            ["甲", "（乙）", "1990-07", "丙。"]
        );
    }

    #[test]
    fn numbers_are_as_wide_as_their_longest_run() {
        for (text, characters) in [
            ("张建国", 0.0),
            ("1990-07-01至1991-08", 10.0),
            ("62242319650312123X", 18.42),
            ("2016年", 4.0),
        ] {
            let wide = widest_number(text);
            assert!((wide - characters * 0.53).abs() < 0.02, "{text} {wide}");
        }
    }
}
