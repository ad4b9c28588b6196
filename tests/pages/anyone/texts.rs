//! Texts as people type them, and as they should not: from none to longer than a
//! page, with everything that breaks lines badly.

use proptest::prelude::*;
use proptest::sample::select;

const HAN: &[&str] = &[
    "县", "直", "机", "关", "工", "委", "会", "宁", "社", "区", "学", "校",
];
/// Names are full of these: GB 18030 level 3, from all planes.
const RARE: &[&str] = &[
    "䶮", "㛃", "祎", "𬭎", "𤧛", "𠮷", "𪚥", "𫝀", "𫠠", "𬺰", "𱍐", "𮯰", "㐀",
];
/// They may not begin or not end a line.
const MARKS: &[&str] = &[
    "，", "。", "、", "；", "：", "（", "）", "“", "”", "‘", "’", "《", "》", "〔", "〕", "【",
    "】", "·", "—", "…", "！", "？", "％", "～",
];
/// Latin runs, figures and signs.
const LATIN: &[&str] = &[
    "2016",
    "A",
    "W",
    "mm",
    "wxid_huining",
    "13893001234",
    ".",
    "-",
    "@",
    "%",
    "#",
    "(",
    ")",
    "[",
    "/",
    "\\",
    ":",
    "①",
    "０",
    "Ａ",
    "±",
    "°",
    "℃",
];
const SPACES: &[&str] = &[" ", "  ", "\u{3000}", "\u{a0}", "\n", "\n\n", "\t"];

/// Wider than they look, or without the places to break that a reader expects.
const NASTY: &[&str] = &[
    "+",
    "=",
    "~",
    "<",
    ">",
    "'",
    "\"",
    "⑳",
    "Ⅲ",
    "×",
    "÷",
    "é",
    "ü",
    "Ж",
    "α",
    "№",
    "□",
    "☑",
    "○",
    "●",
    "★",
    "→",
    "‘",
    "“\n",
    "（\n",
    "Université",
    "государственный",
];

const LONGEST_TITLE: usize = 300;
const LONGEST_IN_TURN: usize = 400;

/// Some of these have no glyph, some no room of their own, some turn what follows.
pub fn odd() -> impl Strategy<Value = &'static str> {
    select(&[
        "\u{200d}",
        "\u{ad}",
        "\u{2028}",
        "\u{2029}",
        "\u{85}",
        "\u{301}",
        "\u{1f600}",
        "\u{13000}",
        "\u{323b0}",
        "\u{e000}",
        "\u{fffd}",
        "\u{202e}",
        "\u{5d0}\u{5d1}",
        "\u{627}\u{644}",
        "\u{fe0f}",
        "\u{e0101}",
        "\u{f900}",
        "\u{2f00}",
        "\u{2f81a}",
        "\u{ac00}",
        "\u{11a8}",
        "\u{ffff}",
        "\u{2060}",
        "\u{feff}",
    ])
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        20 => select(HAN),
        3 => select(RARE),
        5 => select(MARKS),
        3 => select(LATIN),
        1 => select(SPACES),
    ]
}

fn joined<S: Strategy<Value = &'static str>>(
    piece: S,
    shortest: usize,
    longest: usize,
) -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(piece, shortest..=longest);
    pieces.prop_map(|pieces| format!("会{}宁", pieces.concat()))
}

/// Texts of so many pieces. They are trimmed as they are read, and none is empty.
pub fn text(shortest: usize, longest: usize) -> impl Strategy<Value = String> {
    joined(piece(), shortest, longest)
}

/// Texts that are hard to set.
fn nasty() -> impl Strategy<Value = String> {
    joined(prop_oneof![2 => piece(), 1 => select(NASTY)], 0, 40)
}

/// A run that has no place to break, and one that may break nowhere else.
fn run(longest: usize) -> impl Strategy<Value = String> {
    let unit = select(&[
        "W", "m", "1", "+", "—", "，", "（", "“A”", "·", "𬭎", "①", "a1",
    ]);
    (unit, 1..longest).prop_map(|(unit, times)| unit.repeat(times))
}

/// Most are short, some long, a few longer than a page.
pub fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        60 => text(0, 12),
        30 => text(0, 60),
        6 => text(0, 400),
        3 => run(300),
        3 => nasty(),
        1 => text(2500, 4000),
    ]
}

/// Of people and of years, which follow one another on the card.
pub fn in_turn() -> impl Strategy<Value = String> {
    prop_oneof![60 => text(0, 12), 30 => text(0, 40), 6 => text(0, LONGEST_IN_TURN)]
}

/// Names of 2 to 30 characters, of one part or of several.
pub fn name() -> impl Strategy<Value = String> {
    let han = || prop_oneof![3 => select(HAN), 1 => select(RARE)];
    let part =
        move |longest| prop::collection::vec(han(), 2..=longest).prop_map(|part| part.concat());
    prop_oneof![
        6 => part(4),
        1 => part(30),
        2 => prop::collection::vec(part(7), 2..=4).prop_map(|parts| parts.join("·")),
        1 => Just("Alexandra Fitzgerald-Smith".to_owned()),
    ]
}

/// Names of organisations, of units and of who fills in the form.
pub fn title() -> impl Strategy<Value = String> {
    prop_oneof![9 => text(2, 30), 3 => text(30, 90), 1 => run(LONGEST_TITLE)]
}
