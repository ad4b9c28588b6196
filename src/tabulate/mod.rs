//! Facts to tables: who stands in which form, a general cross-table, and sums up the
//! tree.

pub mod altered;
pub mod beside;
pub mod canonical;
pub mod condition;
pub mod crosstab;
pub mod relations;
pub mod reported;
pub mod roster;
pub mod source;
pub mod tree;
pub mod worlds;

pub use beside::Block;
pub use condition::Condition;
pub use crosstab::{Counted, CrossTable, Leaf, RowPlace, Rows, Table};
pub use roster::{Person, Population, Registers, Rosters, Who};
pub use source::Source;
pub use tree::{Figures, TableForm, Tables, Undecided, UnitTables, own, tabulate};
