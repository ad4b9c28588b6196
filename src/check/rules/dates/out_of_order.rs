//! The events of a life have an order (domain: life events and severities).

use crate::check::dated::Events;
use crate::check::prelude::*;

rule! {
    /// A date before another that it must follow.
    OutOfOrder {
        /// The key of the date.
        later: &'static str,
        /// The key of the date it must follow.
        earlier: &'static str,
    } = E0306 "事件先后颠倒" Error, waivable, member;
    zh "{later}早于{earlier}" "对照档案核对这两个日期";
    en "{later} is before {earlier}" "compare both dates with the personal file";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let events = Events::of(case.member);
    // The second of each must not be before the first.
    let single = [
        (events.born, events.joined),
        (events.joined, events.confirmed),
        (events.joined, events.entered),
        (events.entered.or(events.joined), events.out),
        // He would never have been 在册.
        (events.entered.or(events.joined), events.departed),
        (events.joined, events.suspended),
        (events.out, events.receipt),
        (events.joined, events.left),
        (events.left, events.back),
        (events.last_contact(), events.found),
    ];
    let contacts = events.contacts.iter().chain(&events.decisions);
    let contacts = contacts.map(|contact| (events.joined, Some(*contact)));
    let stays = events.stays.iter().copied();
    for (earlier, later) in single.into_iter().chain(contacts).chain(stays) {
        if let (Some(earlier), Some(later)) = (earlier, later)
            && later.is_before(earlier)
        {
            let finding = OutOfOrder {
                later: later.key,
                earlier: earlier.key,
            };
            found.push(case.compared(finding, later.value, earlier.value));
        }
    }
}
