//! A text that can be filled in: which names it uses, what is wrong with it, and what
//! comes of it. Tera fills it in, but has no Chinese names: a name becomes a place in a
//! list, and a map leads from what Tera reads back to what the clerk wrote.

use std::ops::Range;

use tera::{Context, ErrorKind, Tera};

use super::figures::{Piece, Value};
use super::scan::{Token, tokens, words};
use crate::check::rules::documents::text_fault::TextFault;
use crate::model::nearest::nearest;
use crate::model::node::Span;

/// A name that a text can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As it is written.
    pub name: String,
    /// Whether conditions can ask for its number.
    pub is_number: bool,
}

/// A text that was understood.
#[derive(Clone, Debug)]
pub struct Template {
    /// What Tera reads.
    source: String,
    /// Where pieces of it begin, and where those stand in the text.
    map: Vec<(usize, usize)>,
    /// The names that are used, by their places.
    pub used: Vec<usize>,
}

/// A line of a text that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins in the text.
    pub at: usize,
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// How many bytes at its beginning stand in the text letter by letter.
    pub own: usize,
}

/// Marks that no text can hold: before a value, between its cell and its text, behind it;
/// around the place of a line.
const VALUE: char = '\u{1}';
const TEXT: char = '\u{2}';
const END: char = '\u{3}';
const LINE: char = '\u{4}';
const PLACE: char = '\u{5}';
/// Before a name whose value has no cell for itself.
const WITHIN: char = '\u{6}';

/// The begin of a place that a clerk has to fill in, and its end.
pub const UNFILLED: &str = "〔请填写";

/// What can stand in a condition beside names and numbers.
const OF_CONDITIONS: [&str; 13] = [
    ">", "<", ">=", "<=", "==", "!=", "(", ")", "))", "((", "and", "or", "not",
];

/// A text and what is wrong with it.
type Faults = Vec<(Span, TextFault)>;

impl Template {
    /// Reads a text; what is wrong with it, each fault at its place.
    pub fn read(text: &str, names: &[Name]) -> (Self, Faults) {
        let mut reading = Reading {
            text,
            names,
            faults: Vec::new(),
            open: Vec::new(),
            template: Self {
                source: String::new(),
                map: Vec::new(),
                used: Vec::new(),
            },
        };
        reading.line(0);
        tokens(text).iter().for_each(|token| reading.token(token));
        for tag in std::mem::take(&mut reading.open) {
            reading.fault(tag, TextFault::OpenIf);
        }
        let Reading {
            mut template,
            mut faults,
            ..
        } = reading;
        if faults.is_empty() {
            faults.extend(template.parsed().err().map(|fault| template.placed(fault)));
        }
        template.used.sort_unstable();
        template.used.dedup();
        (template, faults)
    }

    fn parsed(&self) -> Result<Tera, tera::Error> {
        let mut tera = Tera::default();
        // Values are marked, and their text is data: nothing is to be escaped in it.
        tera.autoescape_on(Vec::<&'static str>::new());
        tera.add_raw_template("text", &self.source)?;
        Ok(tera)
    }

    /// The lines that come of it with these values, in the order of the names.
    ///
    /// # Errors
    /// What Tera does not understand, and where.
    pub fn filled(&self, values: &[Value]) -> Result<Vec<Line>, (Span, TextFault)> {
        let marked = |value: &Value| value.pieces.iter().map(marked).collect::<String>();
        let texts: Vec<String> = values.iter().map(marked).collect();
        let numbers: Vec<i64> = values.iter().map(|value| value.number).collect();
        let mut context = Context::new();
        context.insert("t", &texts);
        context.insert("n", &numbers);
        let filled = self.parsed().and_then(|tera| tera.render("text", &context));
        let filled = filled.map_err(|error| self.placed(error))?;
        Ok(filled.lines().filter_map(line).collect())
    }

    /// An error of Tera at its place in the text.
    fn placed(&self, error: tera::Error) -> (Span, TextFault) {
        let (words, at) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let mut lines = self.source.split_inclusive('\n');
                let above: usize = lines
                    .by_ref()
                    .take(span.start_line.saturating_sub(1))
                    .map(str::len)
                    .sum();
                let column = lines
                    .next()
                    .unwrap_or_default()
                    .char_indices()
                    .nth(span.start_col);
                (
                    report.message().to_owned(),
                    above + column.map_or(0, |(at, _)| at),
                )
            }
            _ => (error.to_string(), 0),
        };
        let before = self
            .map
            .iter()
            .rev()
            .find(|(generated, _)| *generated <= at);
        let place = before.map_or(0, |(_, place)| *place);
        (Span::new(place, place), TextFault::Words(words))
    }
}

/// The places that a clerk has yet to fill in.
pub fn unfilled(text: &str) -> Vec<Span> {
    let found = text.match_indices(UNFILLED);
    let span = |(at, _)| {
        let end = text[at..]
            .find('〕')
            .map_or(UNFILLED.len(), |end| end + '〕'.len_utf8());
        Span::new(at, at + end)
    };
    found.map(span).collect()
}

fn marked(piece: &Piece) -> String {
    let text: String = piece.text.chars().filter(|c| !c.is_control()).collect();
    let within = piece.of.iter().map(|of| format!("{WITHIN}{of}"));
    let cell: String = piece.cell.iter().cloned().chain(within).collect();
    format!("{VALUE}{cell}{TEXT}{text}{END}")
}

/// A line with its marks; none where nothing stands in it.
fn line(marked: &str) -> Option<Line> {
    // Tags may put several beginnings into one line: the first is where it begins.
    let mut at = None;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut own = None;
    let mut rest = marked;
    let mut letters = String::new();
    while let Some(next) = rest.find([VALUE, LINE]) {
        letters.push_str(&rest[..next]);
        let (close, is_value) = match rest[next..].starts_with(VALUE) {
            true => (END, true),
            false => (PLACE, false),
        };
        let inner = &rest[next + 1..];
        let (inside, after) = inner.split_once(close)?;
        rest = after;
        if !is_value {
            at = at.or_else(|| inside.parse().ok());
            continue;
        }
        own.get_or_insert(letters.trim_start().len());
        if !letters.is_empty() {
            pieces.push(Piece::plain(std::mem::take(&mut letters)));
        }
        let (cell, text) = inside.split_once(TEXT)?;
        pieces.push(match cell.strip_prefix(WITHIN) {
            Some(of) => Piece::within(of, text),
            None if cell.is_empty() => Piece::plain(text),
            None => Piece::of(cell, text),
        });
    }
    letters.push_str(rest);
    if !letters.is_empty() {
        pieces.push(Piece::plain(letters));
    }
    pieces.retain(|piece| !piece.text.is_empty());
    trimmed(&mut pieces);
    let all = pieces.iter().map(|piece| piece.text.len()).sum();
    (!pieces.is_empty()).then(|| Line {
        at: at.unwrap_or_default(),
        own: own.unwrap_or(all),
        pieces,
    })
}

/// Spaces before the first letter and behind the last are the clerk's, not the line's.
fn trimmed(pieces: &mut Vec<Piece>) {
    if let Some(first) = pieces.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = pieces.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
    pieces.retain(|piece| !piece.text.is_empty());
}

struct Reading<'a> {
    text: &'a str,
    names: &'a [Name],
    faults: Faults,
    /// The conditions that are open.
    open: Vec<Range<usize>>,
    template: Template,
}

impl Reading<'_> {
    fn fault(&mut self, at: Range<usize>, fault: TextFault) {
        self.faults.push((Span::new(at.start, at.end), fault));
    }

    fn push(&mut self, from: usize, text: &str) {
        self.template.map.push((self.template.source.len(), from));
        self.template.source.push_str(text);
    }

    /// A line of the text begins.
    fn line(&mut self, at: usize) {
        self.push(at, &format!("{LINE}{at}{PLACE}"));
    }

    fn token(&mut self, token: &Token) {
        match token {
            Token::Letters(range) => self.letters(range.clone()),
            Token::Field(range) => self.field(range.clone()),
            Token::Tag(inner, whole) => self.tag(inner.clone(), whole.clone()),
            Token::Open(range) => self.fault(range.clone(), TextFault::OpenBracket),
        }
    }

    fn letters(&mut self, range: Range<usize>) {
        let mut at = range.start;
        for piece in self.text[range].split_inclusive('\n') {
            if let Some((before, bad)) = piece.char_indices().find(|(_, c)| is_refused(*c)) {
                let start = at + before;
                self.fault(start..start + bad.len_utf8(), TextFault::Character(bad));
            }
            self.push(at, piece);
            at += piece.len();
            if piece.ends_with('\n') {
                self.line(at);
            }
        }
    }

    fn field(&mut self, range: Range<usize>) {
        let inner = self.text[range.clone()].trim();
        let start = range.start + self.text[range.clone()].find(inner).unwrap_or(0);
        let place = start..start + inner.len();
        match self.names.iter().position(|known| known.name == inner) {
            Some(name) => {
                self.template.used.push(name);
                self.push(start, &format!("{{{{ t[{name}] }}}}"));
            }
            None => self.unknown(place),
        }
    }

    fn unknown(&mut self, place: Range<usize>) {
        let name = self.text[place.clone()].to_owned();
        let names = self.names.iter().map(|name| name.name.as_str());
        let near = nearest(&name, names).map(str::to_owned);
        // Where there are no letters, the brackets are at fault.
        let place = match place.is_empty() {
            true => place.start.saturating_sub(2)..place.start,
            false => place,
        };
        self.fault(place, TextFault::Unknown(name, near));
    }

    fn tag(&mut self, inner: Range<usize>, whole: Range<usize>) {
        let words = words(self.text, inner);
        let text = self.text;
        let first = words.first().map_or("", |word| &text[word.clone()]);
        let is_right = match first {
            "if" => {
                self.open.push(whole.clone());
                words.len() > 1
            }
            "elif" => !self.open.is_empty() && words.len() > 1,
            "else" => !self.open.is_empty() && words.len() == 1,
            "endif" => self.open.pop().is_some() && words.len() == 1,
            _ => false,
        };
        if !is_right {
            return self.fault(whole, TextFault::Tag(first.to_owned()));
        }
        self.push(whole.start, &format!("{{% {first} "));
        for word in words.into_iter().skip(1) {
            let written = &text[word.clone()];
            let is_number = written.bytes().all(|byte| byte.is_ascii_digit());
            if is_number || OF_CONDITIONS.contains(&written) {
                self.push(word.start, &format!("{written} "));
                continue;
            }
            match self.names.iter().position(|known| known.name == written) {
                Some(name) if self.names[name].is_number => {
                    self.template.used.push(name);
                    self.push(word.start, &format!("n[{name}] "));
                }
                Some(_) => self.fault(word, TextFault::NoNumber(written.to_owned())),
                None => self.unknown(word),
            }
        }
        self.push(whole.end - 2, "%}");
    }
}

/// What cannot stand in a text: marks of ours among them.
fn is_refused(character: char) -> bool {
    character.is_control() && character != '\n' || ('\u{e000}'..='\u{f8ff}').contains(&character)
}
