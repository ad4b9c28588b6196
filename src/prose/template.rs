//! A text that can be filled in: which names it uses, what is wrong with it, and what
//! comes of it. Tera fills it in, but has no Chinese names: a name becomes a place in a
//! list, and a map leads from what Tera reads back to what the clerk wrote.

use std::ops::Range;

use tera::{Context, ErrorKind, Tera};

use super::days::days;
use super::figures::Value;
use super::filled::{Filled, marked, placed};
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
    /// The names that are said, and where each stands in the text.
    pub said: Vec<(usize, usize)>,
}

/// The begin of a place that a clerk has to fill in, and its end.
pub const UNFILLED: &str = "〔请填写";

/// What can stand in a condition beside names and numbers.
const OF_CONDITIONS: [&str; 13] = [
    ">", "<", ">=", "<=", "==", "!=", "(", ")", "))", "((", "and", "or", "not",
];

/// Those that stand between a number and another.
const COMPARISONS: [&str; 6] = [">", "<", ">=", "<=", "==", "!="];

/// What is wrong with a text, and where.
pub type Faults = Vec<(Span, TextFault)>;

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
                said: Vec::new(),
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

    /// What comes of it with these values, in the order of the names.
    ///
    /// # Errors
    /// What Tera does not understand, and where.
    pub fn filled(&self, values: &[Value]) -> Result<Filled, (Span, TextFault)> {
        let texts: Vec<String> = values.iter().enumerate().map(marked).collect();
        let numbers: Vec<i64> = values.iter().map(|value| value.number).collect();
        let mut context = Context::new();
        context.insert("t", &texts);
        context.insert("n", &numbers);
        let filled = self.parsed().and_then(|tera| tera.render("text", &context));
        let text = filled.map_err(|error| self.placed(error))?;
        Ok(Filled::of(&text))
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

    /// A line of the text begins, or a field stands there.
    fn line(&mut self, at: usize) {
        self.push(at, &placed(at));
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
            if let Some(stray) = piece.find(['{', '}', '｛', '｝']) {
                let width = piece[stray..].chars().next().map_or(1, char::len_utf8);
                let start = at + stray;
                self.fault(start..start + width, TextFault::StrayBracket);
            }
            for (day, _) in days(piece).filter(|(_, is_there)| !is_there) {
                let written = piece[day.clone()].to_owned();
                self.fault(at + day.start..at + day.end, TextFault::NoSuchDay(written));
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
                self.template.said.push((name, start));
                self.line(start);
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
        let is_compared = |at: usize| {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let mut beside = beside.filter_map(|at| words.get(at));
            beside.any(|word| COMPARISONS.contains(&&text[word.clone()]))
        };
        for (at, word) in words.iter().cloned().enumerate().skip(1) {
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
                // What is no number can be asked for by itself: whether it is there.
                Some(name) if !is_compared(at) => {
                    self.template.used.push(name);
                    self.push(word.start, &format!("(n[{name}] > 0) "));
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
