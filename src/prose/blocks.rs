//! The parts of an official document, as its lines say by how they begin.

use serde::Serialize;

use super::days::is_day;
use super::figures::Piece;
use super::filled::Line;
use super::template::Faults;
use crate::check::rules::documents::text_fault::TextFault;
use crate::model::node::Span;

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
    /// How many bytes at its beginning stand in the text letter by letter.
    #[serde(skip)]
    pub own: usize,
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

/// The parts of which a document has one at most.
const SINGLE: [&str; 7] = [
    "发文机关标志",
    "发文字号",
    "署名",
    SEAL,
    "成文日期",
    "印发机关",
    "印发日期",
];

/// The parts that are a day.
const DAYS: [&str; 2] = ["成文日期", "印发日期"];

/// What people write before the first line of the words, as a form says so of its file.
const WORDS: &str = "正文";

/// The parts of a document.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The parts that are printed.
    pub parts: Vec<Block>,
    /// Whether it has a seal.
    pub sealed: bool,
    /// What is wrong with them, each at the begin of its line.
    pub faults: Faults,
}

/// The parts of a document, as its lines say by how they begin.
pub fn blocks(lines: Vec<Line>) -> Parts {
    let blocks: Vec<Block> = lines.into_iter().map(block).collect();
    let faults = blocks.iter().enumerate().filter_map(|(index, block)| {
        let fault = slip(block, &blocks[..index])?;
        Some((Span::new(block.at, block.at), fault))
    });
    let faults = faults.collect();
    let (seals, parts): (Vec<Block>, _) = blocks.into_iter().partition(|it| it.kind == SEAL);
    Parts {
        parts,
        sealed: seals.iter().any(|seal| seal.text() == "是"),
        faults,
    }
}

/// What is wrong with a part, of which others come before.
fn slip(block: &Block, before: &[Block]) -> Option<TextFault> {
    let (kind, text) = (block.kind, block.text());
    if !NAMED.contains(&kind) {
        let (word, _) = text.get(..block.own)?.split_once([':', '：', '∶', '﹕'])?;
        return misnamed(word.trim());
    }
    if text.trim().is_empty() {
        return Some(TextFault::EmptyPart(kind));
    }
    if SINGLE.contains(&kind) && before.iter().any(|other| other.kind == kind) {
        return Some(TextFault::PartTwice(kind));
    }
    match () {
        () if kind == SEAL && !["是", "否"].contains(&text.as_str()) => {
            Some(TextFault::Seal(text))
        }
        () if DAYS.contains(&kind) && !is_day(&text) => Some(TextFault::NotDay(kind, text)),
        () => None,
    }
}

/// A word before a colon that is meant to say what its line is: the name of a part with
/// another colon or with spaces, or with one character wrong or some missing.
fn misnamed(word: &str) -> Option<TextFault> {
    if word == WORDS {
        return Some(TextFault::OfWords);
    }
    let length = |text: &str| text.chars().count();
    let is_meant = |name: &&str| {
        let is_slip = length(name) > 2 && length(word) > 2;
        let is_near = || strsim::damerau_levenshtein(word, name) == 1 || name.contains(word);
        word == *name || is_slip && is_near()
    };
    let meant = NAMED.into_iter().find(is_meant)?;
    Some(TextFault::PartName(word.to_owned(), meant))
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
            own: own.saturating_sub(length),
        };
    }
    let kind = level(first);
    let own = first.len();
    let head = match kind {
        "一级" | "二级" => headed(&mut pieces),
        _ => 0,
    };
    Block {
        kind,
        head,
        pieces,
        at,
        own,
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
