//! A rule stands in one file: code, Chinese name, severity, what it found, the words in
//! both languages, and the logic. [`rule!`] declares all but the logic.

use std::any::Any;
use std::fmt::{self, Debug};

use super::case::Case;
use super::diagnostic::Diagnostic;
use crate::model::handle::UnitId;
use crate::tabulate::Source;

/// A language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The page would be wrong.
    Error,
    /// The page may be wrong.
    Warning,
    /// Good to know.
    Notice,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its stable code.
    pub code: &'static str,
    /// Its Chinese name.
    pub name: &'static str,
    /// How bad a finding of it is.
    pub severity: Severity,
    /// Whether 豁免 can waive it: faults of form cannot be waived.
    pub waivable: bool,
    /// Its logic.
    pub check: Check,
}

impl Eq for Rule {}

/// In words: `{}` is Chinese, `{:#}` is English.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match f.alternate() {
            false => write!(f, "{}（{}）", self.name, self.code),
            true => write!(f, "{} {}", self.code, self.name),
        }
    }
}

/// What a rule looks at.
#[derive(Debug)]
pub enum Check {
    /// One member.
    Member(fn(&Case<'_>, &mut Vec<Diagnostic>)),
    /// One organisation with its members.
    Unit(fn(&Source<'_>, UnitId, &mut Vec<Diagnostic>)),
    /// The workspace as a whole.
    Workspace(fn(&Source<'_>, &mut Vec<Diagnostic>)),
    /// Something else, which another module looks at.
    Elsewhere,
}

/// A code is given once.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// What a rule found, not yet in words.
pub trait Violation: Any + Debug + Send + Sync {
    /// The rule.
    fn rule(&self) -> &'static Rule;

    /// What is wrong, in one clause.
    fn message(&self, lang: Lang) -> String;

    /// The way out, where there is one to show.
    fn help(&self, lang: Lang) -> Option<String>;
}

/// Declares a rule and what it finds: the type with its fields, the code, the Chinese
/// name, the severity, whether it is `waivable`, and what its function `check` looks at
/// (`member`, `unit`, `workspace`; nothing where another module finds it). Then, in both
/// languages, the message and the way out: a literal that can name the fields, or a block
/// that gives a `String` (of the way out, an `Option` of one, too). A type that is
/// declared by itself stands behind `for`, and its blocks have it as `found`. A rule that
/// finds several kinds of things is an `enum`: each kind with its words.
macro_rules! rule {
    (
        $(#[$doc:meta])*
        $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })?
        = $code:ident $rule:literal $severity:ident $(, $flag:ident)*;
        zh $zh:tt $($zh_help:literal)? $($zh_way:block)?;
        en $en:tt $($en_help:literal)? $($en_way:block)?;
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name { $($($(#[$field_doc])* pub $field: $type),*)? }

        $crate::check::rule::rule! {
            @of $name [Self { $($($field),*)? }]
            = $code $rule $severity $(, $flag)*;
            zh $zh [$($zh_help)? $($zh_way)?];
            en $en [$($en_help)? $($en_way)?];
        }
    };
    (
        $(#[$doc:meta])*
        enum $name:ident = $code:ident $rule:literal $severity:ident $(, $flag:ident)*;
        $(
            $(#[$kind_doc:meta])*
            $kind:ident $(($($field:ident: $type:ty),*))?
            zh $zh:tt $($zh_help:literal)? $($zh_way:block)?;
            en $en:tt $($en_help:literal)? $($en_way:block)?;
        )*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub enum $name { $($(#[$kind_doc])* $kind $(($($type),*))?),* }

        $crate::check::rule::rule! {
            @of $name [found] = $code $rule $severity $(, $flag)*;
            zh { match found { $(Self::$kind $(($($field),*))? =>
                $crate::check::rule::rule!(@text $zh)),* } }
               [{ match found { $(Self::$kind $(($($field),*))? =>
                $crate::check::rule::rule!(@help $($zh_help)? $($zh_way)?)),* } }];
            en { match found { $(Self::$kind $(($($field),*))? =>
                $crate::check::rule::rule!(@text $en)),* } }
               [{ match found { $(Self::$kind $(($($field),*))? =>
                $crate::check::rule::rule!(@help $($en_help)? $($en_way)?)),* } }];
        }
    };
    (
        for $name:ident [$found:pat]
        = $code:ident $rule:literal $severity:ident $(, $flag:ident)*;
        zh $zh:tt $($zh_help:literal)? $($zh_way:block)?;
        en $en:tt $($en_help:literal)? $($en_way:block)?;
    ) => {
        $crate::check::rule::rule! {
            @of $name [$found] = $code $rule $severity $(, $flag)*;
            zh $zh [$($zh_help)? $($zh_way)?];
            en $en [$($en_help)? $($en_way)?];
        }
    };
    (
        @of $name:ident [$found:pat]
        = $code:ident $rule:literal $severity:ident $(, $flag:ident)*;
        zh $zh:tt [$($zh_help:tt)?];
        en $en:tt [$($en_help:tt)?];
    ) => {
        #[doc = $rule]
        pub static RULE: $crate::check::Rule = $crate::check::Rule {
            code: stringify!($code),
            name: $rule,
            severity: $crate::check::Severity::$severity,
            waivable: $crate::check::rule::rule!(@waivable $($flag)*),
            check: $crate::check::rule::rule!(@check $($flag)*),
        };

        impl $crate::check::Violation for $name {
            fn rule(&self) -> &'static $crate::check::Rule {
                &RULE
            }

            #[allow(unused_variables)]
            fn message(&self, lang: $crate::check::Lang) -> String {
                let $found = self;
                match lang {
                    $crate::check::Lang::Zh => $crate::check::rule::rule!(@text $zh),
                    $crate::check::Lang::En => $crate::check::rule::rule!(@text $en),
                }
            }

            #[allow(unused_variables)]
            fn help(&self, lang: $crate::check::Lang) -> Option<String> {
                let $found = self;
                match lang {
                    $crate::check::Lang::Zh => $crate::check::rule::rule!(@help $($zh_help)?),
                    $crate::check::Lang::En => $crate::check::rule::rule!(@help $($en_help)?),
                }
            }
        }
    };
    (@waivable waivable $($rest:ident)*) => { true };
    (@waivable $other:ident $($rest:ident)*) => {
        $crate::check::rule::rule!(@waivable $($rest)*)
    };
    (@waivable) => { false };
    (@check member $($rest:ident)*) => { $crate::check::rule::Check::Member(check) };
    (@check unit $($rest:ident)*) => { $crate::check::rule::Check::Unit(check) };
    (@check workspace $($rest:ident)*) => { $crate::check::rule::Check::Workspace(check) };
    (@check $other:ident $($rest:ident)*) => { $crate::check::rule::rule!(@check $($rest)*) };
    (@check) => { $crate::check::rule::Check::Elsewhere };
    (@text $text:literal) => { format!($text) };
    (@text $text:block) => { $text };
    (@help) => { None };
    (@help $text:literal) => { Some(format!($text)) };
    (@help $text:block) => { Into::<Option<String>>::into($text) };
}
pub(crate) use rule;

/// The rules of a family: its files, in the order of their codes.
macro_rules! registered {
    ($($rule:ident)*) => {
        /// The rules of the family.
        pub static RULES: &[&$crate::check::Rule] = &[$(&$rule::RULE),*];
    };
}
pub(crate) use registered;
