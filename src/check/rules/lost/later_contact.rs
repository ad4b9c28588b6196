//! The last contact is the last one that the file tells of. From the day on which a
//! member was found again later ones are as they should be.

use crate::check::dated::{Dated, Events};
use crate::check::prelude::*;

rule! {
    /// A later contact elsewhere in the file.
    LaterContact {
        /// Its key.
        key: &'static str,
    } = W0612 "另有更晚的联系日期" Warning, waivable, member;
    zh "{key}晚于“失联”里的最后联系日期"
       "以最近一次参加组织生活或交纳党费的日期为准，改正其中一处";
    en "{key} is later than the last contact of 失联"
       "the latest meeting or dues count: mend one of them";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let events = Events::of(case.member);
    let Some((lost, last)) = case.lost().zip(events.last_contact()) else {
        return;
    };
    let found_on = lost.found.given().map(|found| found.earliest());
    let dues = case.member.dues_record.as_ref();
    let contacts = [
        events.meeting.map(|dated| ("组织生活的“最近参加”", dated)),
        dues.and_then(|dues| Dated::of("交至", &dues.paid_until))
            .map(|dated| ("党费的“交至”", dated)),
    ];
    let later = contacts.into_iter().flatten().find(|(_, dated)| {
        let both = dated.value.get().zip(found_on);
        let is_after_return = both.is_some_and(|(day, on)| day.latest() >= on);
        last.is_before(*dated) && !is_after_return
    });
    if let Some((key, dated)) = later {
        found.push(case.compared(LaterContact { key }, dated.value, last.value));
    }
}
