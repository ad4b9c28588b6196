//! Facts by their Chinese names: what the conditions of forms ask for. None has the
//! name of a key.

use super::{Asking, Certainty, Facts, PostClass, Reading};
use crate::model::code::Code as _;
use crate::model::codes::{Disposition, LossCause};
use crate::model::education::CLASSES;
use crate::model::provenance::Traced;
use crate::model::value::Given as _;

/// A fact as conditions see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A number.
    Number(Reading<i32>),
    /// A word out of a list.
    Word(&'static str),
    /// Yes or no.
    Flag(Certainty),
    /// Several words, each surely or perhaps among them.
    Words(Vec<(&'static str, Certainty)>),
    /// Counted nowhere by a setting of the round.
    Uncounted,
}

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatumKind {
    /// A number.
    Number,
    /// Yes or no: whether the member is one of a population.
    Population,
    /// Yes or no.
    Flag,
    /// A word of this list.
    Word(&'static [&'static str]),
    /// Several words of this list.
    Words(&'static [&'static str]),
}

/// A fact that forms can ask for.
pub struct Named {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub kind: DatumKind,
    /// What it is for a member; `None` where a value is missing or cannot be read.
    value: fn(&Facts, Asking<'_>) -> Traced<Option<Datum>>,
}

impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

type Value = Traced<Option<Datum>>;

fn flag(certainty: Traced<Certainty>) -> Value {
    certainty.map(|certainty| Some(Datum::Flag(certainty)))
}

fn number(reading: Traced<Option<Reading<i32>>>) -> Value {
    reading.map(|reading| reading.map(Datum::Number))
}

fn word(word: Traced<Option<&'static str>>) -> Value {
    word.map(|word| word.map(Datum::Word))
}

use DatumKind::{Flag, Number, Population, Word, Words};

/// The facts by name: what each is, and its value.
macro_rules! facts {
    ($facts:ident, $asking:ident; $($name:literal: $kind:expr, $value:expr;)*) => {
        static FACTS: &[Named] = &[$(Named {
            name: $name,
            kind: $kind,
            value: |$facts, $asking| {
                let _ = ($facts, $asking);
                $value
            },
        }),*];
    };
}

facts! { facts, asking;
    "预备党员": Population, flag(facts.probationer);
    "基准日预备": Population, flag(facts.probationer_at_baseline);
    "在册": Population, flag(facts.on_roll);
    "排查对象": Population, flag(facts.subject);
    "流动党员": Population, flag(facts.away);
    "失联党员": Population, flag(facts.lost.lost_before);
    "取得联系党员": Population, flag(facts.lost.found);
    "无法取得联系党员": Population, flag(facts.lost.not_found);
    "少数民族": Flag, minority(asking);
    "年龄": Number, number(match asking.completed {
        true => facts.age.completed,
        false => facts.age.by_birth,
    });
    "党龄": Number, facts.standing_counted(asking);
    "学历类": Word(&CLASSES), word(facts.schooling.class);
    "党内职务类": Word(PostClass::WORDS), word(facts.post.map(|post| post.map(PostClass::word)));
    "失联月数": Number, number(facts.lost.months);
    "失去联系情形": Word(LossCause::WORDS),
        word(asking.traced(|member, _| Some(member.lost()?.cause().given()?.word())));
    "计入处置": Words(Disposition::WORDS), dispositions(facts);
    "已处置": Flag, flag(facts.disposed);
}

fn minority(asking: Asking<'_>) -> Value {
    asking.traced(|member, _| {
        let ethnicity = member.ethnicity().given()?;
        Some(Datum::Flag(ethnicity.is_minority().into()))
    })
}

fn dispositions(facts: &Facts) -> Value {
    facts.dispositions.as_ref().map(|counted| {
        let words = counted.kinds.iter();
        let words = words.map(|(kind, counts)| (kind.word(), *counts));
        (!counted.unread).then(|| Datum::Words(words.collect()))
    })
}

impl Named {
    /// The fact of a name; none where there is no such fact.
    pub fn find(name: &str) -> Option<&'static Self> {
        FACTS.iter().find(|fact| fact.name == name)
    }

    /// All facts.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        FACTS.iter()
    }

    /// Whether it says if a member is one of a population.
    pub fn is_population(&self) -> bool {
        self.kind == Population
    }

    /// The place of a word in the list of the fact, from 0.
    pub fn place(&self, word: &str) -> Option<usize> {
        match self.kind {
            Word(words) | Words(words) => words.iter().position(|known| *known == word),
            Number | Flag | Population => None,
        }
    }

    /// What it is for a member; `None` where a value is missing or cannot be read.
    pub fn of(&self, facts: &Facts, asking: Asking<'_>) -> Traced<Option<Datum>> {
        (self.value)(facts, asking)
    }
}
