//! Family 05: residence, telephones, dues.

use crate::check::rule::registered;

registered! {}
