//! Family 06: lost members and the search for them.

pub mod found_or_not;
pub mod in_no_register;
pub mod later_contact;
pub mod lost_during_search;
pub mod no_found_date;
pub mod no_last_contact;
pub mod no_occupation;
pub mod no_reason;
pub mod no_searches;
pub mod one_method;
pub mod search_outside;
pub mod searching;
pub mod still_searching;

use crate::check::rule::registered;

registered! {
    no_last_contact no_found_date still_searching searching no_occupation no_reason
    in_no_register lost_during_search no_searches one_method search_outside later_contact
    found_or_not
}
