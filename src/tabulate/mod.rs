//! Facts to tables: a general cross-table, and sums up the tree.

pub mod canonical;
pub mod condition;
pub mod crosstab;
pub mod reconciliation;
pub mod relations;
pub mod reported;
pub mod tree;

pub use condition::Condition;
pub use crosstab::{CrossTable, Leaf, Rows, Table, Undecided};
pub use reconciliation::Reconciliation;
pub use tree::{Figures, TableForm, Tables, UnitTables, own, tabulate};
