//! The parts of an official document, as its lines say by how they begin.

use serde::Serialize;

use super::figures::Piece;
use super::template::Line;

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Which part: 标题, 主送, 一级, 段, 附件 and so on.
    #[serde(rename = "类")]
    pub kind: &'static str,
    /// How many of its pieces are the heading of a level.
    #[serde(rename = "头")]
    pub head: usize,
    /// What stands in it.
    #[serde(rename = "文")]
    pub pieces: Vec<Piece>,
    /// Where it begins in the text.
    #[serde(skip)]
    pub at: usize,
}

/// The lines that begin with what they are, and a colon.
const NAMED: [&str; 11] = [
    "发文机关标志",
    "发文字号",
    "标题",
    "主送",
    "附件",
    "署名",
    SEAL,
    "成文日期",
    "抄送",
    "印发机关",
    "印发日期",
];

/// Figures that number the headings of the first two levels.
const HAN: &str = "一二三四五六七八九十百";

/// The line that says whether there is a seal; it is not printed.
const SEAL: &str = "盖章";

/// The parts of a document, and whether it has a seal.
pub fn blocks(lines: Vec<Line>) -> (Vec<Block>, bool) {
    let blocks = lines.into_iter().map(block);
    let (seals, parts): (Vec<Block>, _) = blocks.partition(|block| block.kind == SEAL);
    (parts, seals.iter().any(|seal| seal.text() == "是"))
}

impl Block {
    /// The whole text.
    pub fn text(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }
}

fn block(line: Line) -> Block {
    let Line {
        at,
        mut pieces,
        own,
    } = line;
    let first = pieces.first().map_or("", |piece| piece.text.as_str());
    // A value says nothing of what its line is.
    let first = &first[..own.min(first.len())];
    let named = NAMED.iter().find_map(|name| {
        let rest = first.strip_prefix(name)?.strip_prefix('：')?;
        Some((*name, first.len() - rest.len()))
    });
    if let Some((kind, length)) = named {
        pieces[0].text = pieces[0].text.split_off(length).trim_start().to_owned();
        pieces.retain(|piece| !piece.text.is_empty());
        let head = 0;
        return Block {
            kind,
            head,
            pieces,
            at,
        };
    }
    let kind = level(first);
    let head = match kind {
        "一级" | "二级" => headed(&mut pieces),
        _ => 0,
    };
    Block {
        kind,
        head,
        pieces,
        at,
    }
}

/// Which level a line begins, if it begins one.
fn level(text: &str) -> &'static str {
    let numbered = |text: &str, of: &dyn Fn(char) -> bool, ends: &[char]| {
        let rest = text.trim_start_matches(of);
        rest.len() < text.len() && rest.starts_with(ends)
    };
    let is_han = |c: char| HAN.contains(c);
    let is_figure = |c: char| c.is_ascii_digit();
    let inner = text.strip_prefix('（').unwrap_or_default();
    match () {
        () if numbered(text, &is_han, &['、']) => "一级",
        () if numbered(inner, &is_han, &['）']) => "二级",
        () if numbered(text, &is_figure, &['.', '．', '、']) => "三级",
        () if numbered(inner, &is_figure, &['）']) => "四级",
        () => "段",
    }
}

/// Parts the heading from what follows it in the same line: it goes to the first full
/// stop or colon behind which something stands. How many pieces are the heading.
fn headed(pieces: &mut Vec<Piece>) -> usize {
    let end = pieces.iter().enumerate().find_map(|(at, piece)| {
        let stop = piece
            .text
            .find(['。', '：'])
            .filter(|_| piece.cell.is_none())?;
        Some((at, stop + '。'.len_utf8()))
    });
    let Some((at, stop)) = end else {
        return pieces.len();
    };
    let rest = pieces[at].text.split_off(stop);
    if !rest.is_empty() {
        pieces.insert(at + 1, Piece::plain(rest));
    }
    at + 1
}
