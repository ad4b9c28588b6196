//! Facts to tables: who stands in which form, a general cross-table, and sums up the
//! tree.

pub mod altered;
pub mod beside;
pub mod canonical;
pub mod condition;
pub mod crosstab;
pub mod figures;
pub mod form;
pub mod person;
pub mod registers;
pub mod relations;
pub mod reported;
pub mod roster;
pub mod settled;
pub mod source;
pub mod tree;
pub mod who;
pub mod worlds;

pub use beside::Block;
pub use condition::Condition;
pub use crosstab::{CrossTable, Group, Leaf, RowPlace, Rows};
pub use figures::{Figures, UnitTables};
pub use form::{Relation, TableForm};
pub use person::Person;
pub use registers::Registers;
pub use roster::{Declared, Held, Members, Roster};
pub use settled::{Settled, UnitOutput};
pub use source::Source;
pub use tree::add_up;
pub use who::{Population, Who};
