//! A file that is no YAML, or not what it looks like, piece by piece: what is wrong in one
//! block does not hide what is wrong in another one.

use super::key::{Key, is_entry, item};
use super::lines::Line;
use super::slip::{Slip, is_space};
use super::{doubt, value};
use crate::load::draft::Draft;
use crate::load::replacement::Replacement;
use crate::load::tree::parse;
use crate::load::tree_fault::{Mend, TreeFault, YamlCause};
use crate::model::node::{Node, Span};
use crate::model::numbered::is_list_key;

/// So many slips are told of a file.
const MOST: usize = 1000;

/// A longer piece is not looked through.
const LONGEST: usize = 64 << 10;

/// Collects the slips of a file.
pub struct Scan<'a> {
    /// The file.
    pub text: &'a str,
    /// What was found.
    pub found: Vec<TreeFault>,
}

impl<'a> Scan<'a> {
    /// Notes a slip at a place.
    pub fn note(&mut self, span: Span, cause: YamlCause, mend: Option<(Replacement, bool)>) {
        if self.found.len() < MOST {
            let mend = mend.map(|(edit, is_sure)| Mend::of(edit, is_sure));
            self.found.push(TreeFault { span, cause, mend });
        }
    }

    /// Notes what stands in a line: bytes of what it says, and what is to stand there.
    fn note_in(
        &mut self,
        line: &Line<'_>,
        range: (usize, usize),
        cause: YamlCause,
        mend: Option<(&str, bool)>,
    ) {
        let place = Span::new(line.at + range.0, line.at + range.1);
        let edit = mend.map(|(new, is_sure)| {
            let written = line.body[range.0..range.1].to_owned();
            let new = new.to_owned();
            (
                Replacement {
                    place,
                    written,
                    new,
                },
                is_sure,
            )
        });
        let first = line.body[range.0..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        let span = match place.range().is_empty() {
            true => Span::new(place.range().start, place.range().start + first),
            false => place,
        };
        self.note(span, cause, edit);
    }

    /// The lines of a block: keys or items that begin in one column.
    pub fn block(&mut self, lines: &[Line<'a>]) {
        let mut rest = from_content(lines);
        let Some(base) = rest.first().map(|line| line.indent) else {
            return;
        };
        let is_list = rest.first().is_some_and(|line| item(line.body).is_some());
        let mut is_uneven = false;
        while let Some(first) = rest.first().filter(|_| self.found.len() < MOST) {
            if first.indent < base && !std::mem::replace(&mut is_uneven, true) {
                self.note_in(first, (0, 0), YamlCause::Indentation, None);
            }
            let length = self.length(rest, base, is_list);
            self.entry(&rest[..length]);
            rest = from_content(&rest[length..]);
        }
    }

    /// How many lines the first entry of a block has.
    fn length(&self, lines: &[Line<'a>], base: usize, is_list: bool) -> usize {
        let goes_on = |line: &&Line<'a>| {
            let is_item_of_key = !is_list && item(line.body).is_some();
            line.is_text
                || line.is_blank()
                || line.indent > base
                || line.indent == base && (is_item_of_key || line.body.starts_with(['}', ']']))
        };
        1 + lines[1..].iter().take_while(goes_on).count()
    }

    /// A key with its value or block, or an item.
    fn entry(&mut self, lines: &[Line<'a>]) {
        let (first, rest) = (&lines[0], &lines[1..]);
        if let Some((at, lacks_space)) = item(first.body) {
            if lacks_space {
                let dash = YamlCause::NoSpaceAfterDash;
                self.note_in(first, (0, at), dash, Some(("- ", true)));
            }
            let held = Line {
                indent: first.indent + at.max(2),
                at: first.at + at,
                body: &first.body[at..],
                ..*first
            };
            let lines: Vec<Line<'a>> = std::iter::once(held).chain(rest.iter().copied()).collect();
            return match held.is_blank() {
                true => self.block(rest),
                false if is_entry(&held) => self.block(&lines),
                false => self.value(&lines, None, false),
            };
        }
        if first.body.starts_with('＃') {
            let hash = YamlCause::WrongMark('＃', '#');
            return self.note_in(first, (0, '＃'.len_utf8()), hash, Some(("#", true)));
        }
        let Some(key) = Key::of(first.body) else {
            return self.value(lines, None, true);
        };
        let rest_of_line = &first.body[key.value..];
        let content = from_content(rest);
        let is_header = rest_of_line.is_empty() || rest_of_line.starts_with('#');
        if !is_header
            || !content
                .first()
                .is_some_and(|line| is_entry(line) && !line.is_text)
        {
            return self.value(lines, Some(key), true);
        }
        self.colon(first, &key);
        self.block(content);
    }

    /// What is wrong between a key and its value.
    fn colon(&mut self, line: &Line<'_>, key: &Key) {
        let Some((cause, is_sure)) = &key.slip else {
            return;
        };
        let new = if key.value == line.body.len() {
            ":"
        } else {
            ": "
        };
        self.note_in(
            line,
            (key.end, key.value),
            cause.clone(),
            Some((new, *is_sure)),
        );
        let mark = line.body[key.end..]
            .chars()
            .next()
            .filter(|_| key.end < key.value);
        let length = mark
            .filter(|mark| !is_space(*mark))
            .map_or(0, char::len_utf8);
        if let (Some(last), true) = (self.found.last_mut(), length > 0) {
            last.span.end = last.span.start + length as u32;
        }
    }

    /// A key with a value, or a value alone, on one line or more.
    fn value(&mut self, lines: &[Line<'a>], key: Option<Key>, needs_key: bool) {
        let (first, rest) = (&lines[0], &lines[1..]);
        let before = self.found.len();
        let mut draft = Draft::default();
        draft.fill(&first.spaces(), first.at);
        let start = match &key {
            Some(key) if key.slip.is_some() => {
                self.colon(first, key);
                draft.add(&first.body[..key.end], first.at);
                draft.fill(": ", first.at + key.end);
                draft.text.len()
            }
            _ => first.indent + key.as_ref().map_or(0, |key| key.value),
        };
        let from = key
            .as_ref()
            .filter(|key| key.slip.is_some())
            .map_or(0, |key| key.value);
        draft.add(&first.body[from..], first.at + from);
        for line in rest {
            draft.fill("\n", draft.end());
            draft.fill(&line.spaces(), line.at);
            draft.add(line.body, line.at);
        }
        let is_wrong = |draft: &Draft| is_wrong(draft, needs_key);
        if !is_wrong(&draft) || draft.text.len() > LONGEST {
            return;
        }
        if let Some(at) = self.further_in(first, rest, key.as_ref()) {
            self.note_in(&rest[at], (0, 0), YamlCause::TooFarIn, None);
            self.value(&lines[..=at], key, needs_key);
            return self.block(&rest[at..]);
        }
        // What stands in the place of a key is no value; others are told as what they are.
        let is_other =
            |fault: &TreeFault| matches!(fault.cause, YamlCause::Tag | YamlCause::KeyNotText);
        let is_value =
            (key.is_some() || !needs_key) && !parse(&draft.text).is_err_and(|f| is_other(&f));
        if parse(&draft.text).is_err_and(|fault| self.lacks_anchor(&fault, &draft)) {
            return;
        }
        let name = key.as_ref().map(|key| first.body[..key.end].trim_end());
        let is_list = name.is_some_and(|name| is_list_key(name.trim_matches(['"', '\''])));
        for _ in 0..if is_value { MOST } else { 0 } {
            let Some(slip) = value::slip(&draft.text, start, is_list) else {
                break;
            };
            let is_last = slip.edit.is_none();
            self.take(&mut draft, slip);
            if is_last || self.found.len() >= MOST || !is_wrong(&draft) {
                return;
            }
        }
        if let (Err(fault), true) = (parse(&draft.text), self.found.len() == before) {
            let span = draft.span(fault.span.range());
            self.note(span, fault.cause, None);
        } else if self.found.len() == before && key.is_none() && first.indent == 0 {
            self.note_in(first, (0, 0), YamlCause::NoColon, None);
        }
    }

    /// Whether a piece lacks nothing but an anchor, which stands in another one.
    fn lacks_anchor(&self, fault: &TreeFault, draft: &Draft) -> bool {
        let alias = draft.text[fault.span.range().start..].strip_prefix('*');
        let name = alias.and_then(|rest| rest.split([' ', '\n', ',', ']', '}']).next());
        fault.cause == YamlCause::SpecialStart('*')
            && name.is_some_and(|name| self.text.contains(&format!("&{name} ")))
    }

    /// The line below a value that begins a key of its own, further in than the one above.
    fn further_in(&self, first: &Line<'_>, rest: &[Line<'_>], key: Option<&Key>) -> Option<usize> {
        let value = &first.body[key?.value..];
        let is_plain =
            !value.is_empty() && !value.starts_with(['{', '[', '"', '\'', '|', '>', '#']);
        let at = rest.iter().position(|line| !line.is_blank())?;
        (is_plain && is_entry(&rest[at])).then_some(at)
    }

    /// Notes a slip of a draft, and mends it there.
    fn take(&mut self, draft: &mut Draft, slip: Slip) {
        let span = draft.span(slip.range);
        let edit = slip
            .edit
            .and_then(|(range, new)| draft.edit(self.text, range, &new));
        self.note(span, slip.cause, edit.map(|edit| (edit, slip.is_sure)));
    }
}

/// Whether a piece is not what it is meant as.
fn is_wrong(draft: &Draft, needs_key: bool) -> bool {
    let is_doubtful = |node: &Node| match needs_key {
        true => doubt::is_whole(node, &draft.text),
        false => doubt::is_in(node, &draft.text),
    };
    parse(&draft.text).map_or(true, |node| is_doubtful(&node))
}

/// The lines from the first one that says anything.
fn from_content<'b, 'a>(lines: &'b [Line<'a>]) -> &'b [Line<'a>] {
    let first = lines.iter().position(|line| !line.is_blank());
    first.map_or(&[], |first| &lines[first..])
}
