//! Family 06: lost members and the search for them.

pub mod found_or_not;
pub mod later_contact;
pub mod no_searches;
pub mod one_method;
pub mod search_outside;

use crate::check::rule::registered;

registered! {
    no_searches one_method search_outside later_contact found_or_not
}
