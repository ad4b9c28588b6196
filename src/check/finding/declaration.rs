//! What is wrong with the `form.yaml` of a form (family 11).

use crate::expression::{Fault, Type};

/// A fault of a declaration.
#[derive(Clone, Debug, PartialEq)]
pub enum DeclarationFault {
    /// Another form has the id.
    IdTaken(String),
    /// No population of this name.
    Population(String),
    /// No such cell above or below a table.
    Pair(String),
    /// No such cell of a card; the one most like it.
    Cell(String, Option<&'static str>),
    /// No column of this name, and no key; the one most like it.
    Column(String, Option<String>),
    /// A column without 键 and without 值.
    EmptyColumn,
    /// A width that is no number of mm.
    Width(String),
    /// The columns are wider than the page, in mm.
    TooWide(f64, f64),
    /// A key that only forms of another scope have.
    ScopeOfKey(&'static str, &'static str),
    /// A form for organisations without rows.
    NoRows,
    /// A register or table without columns.
    NoColumns,
    /// A name that stands for two leaves.
    NameTwice(String),
    /// A sum or a relation that names no column.
    Leaf(String, Option<String>),
    /// A row that its expression never gives, or that is not among the rows; the one
    /// most like it.
    RowNever(String, Option<&'static str>),
    /// A reconciliation in which not exactly one count takes who is left.
    NoRest,
    /// Another form whose rows are asked for, and that is at fault itself.
    Needs(String),
    /// A form whose rows depend on themselves.
    Circle(String),
    /// A number below 1.
    BelowOne(String),
    /// An expression that cannot be read.
    Expression(Fault),
    /// An expression of another type than is needed here.
    Type(Type, Type),
    /// A type of an added key that does not exist.
    CustomType(String),
    /// An added key that another form declares otherwise.
    CustomTwice(String),
    /// A form that is laid out by itself has no layout of its own, and is a card.
    NoLayout,
    /// The pattern of the output's path, in the words of the library.
    Pattern(String),
    /// A path outside of `out/`.
    OutsideOut(String),
    /// Two outputs with one path.
    PathTwice(String),
    /// `grid.yaml` is not as `paicha layouts grid` writes it.
    GridShape,
}
