//! A declared row as it stands in `form.yaml`.

use crate::model::record::record;
use crate::model::scalars::Formula;
use crate::model::value::Value;

type Text = Option<Value<Formula>>;
type Texts = Vec<Value<Formula>>;

record! {
    /// A row that is declared: who is counted and named in it.
    PointSource {
        /// Its name, which is printed.
        name: Text = "名" required,
        /// What the rows that stand together are called.
        group: Text = "类",
        /// Who is counted.
        population: Texts = "人群",
        /// What else must hold.
        condition: Text = "条件",
        /// What is said of each who is named.
        remarks: Texts = "附",
    }
}
