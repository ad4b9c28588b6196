//! Loss of contact: how the member was searched for, what was found, what was decided.

use super::codes::{
    Correction, Disposition, Fault, LossCause, OrganisationClass, SearchMethod, SearchResult,
};
use super::record::record;
use super::scalars::{Prose, Text};
use super::value::{Date, Flag, Value};

record! {
    /// 失联.
    Lost {
        /// Last time the member took part in the life of the branch.
        last_meeting: Date = "最后组织生活" "最后一次参加组织生活那天；与“最后交纳党费”至少写一项",
        /// Last payment of dues.
        last_dues: Date = "最后交纳党费" "最后一次交纳党费那天",
        /// Code of the cause.
        cause: Option<Value<LossCause>> = "情形" required,
        /// Class of organisation; the branch's where not given.
        class: Option<Value<OrganisationClass>> = "党组织类别" "不写就是党支部的类别",
        /// The cause in words.
        details: Prose = "原因" "失去联系的原因",
        /// Outcome of the search.
        result: Option<Value<SearchResult>> = "结果",
        /// Day on which contact was made again.
        found: Date = "取得联系日期" "结果是“已取得联系”的必填",
        /// Whether the member could not or would not keep contact.
        fault: Option<Value<Fault>> = "主客观" "失去联系是主观还是客观原因",
        /// Whether the member is willing to come back.
        willing: Flag = "愿意纳入管理",
        /// What was verified.
        verified: Option<Verified> = "核实" "查实的情况",
        /// Remarks, printed in the registers.
        remarks: Prose = "备注" "印在登记表的备注栏；情形是“其他”的写明原因",
        /// Attempts to reach the member.
        searches: Vec<Search> = "查找记录" "找过几次，一次一项",
    }
}

record! {
    /// 核实.
    Verified {
        /// Admitted against the rules.
        irregular: Flag = "违规入党",
        /// Identity as a member cannot be established.
        unidentified: Flag = "身份无法认定",
        /// Failings.
        failing: Prose = "不合格表现",
        /// Breach of discipline or law.
        breach: Prose = "违纪违法",
        /// Day on which the member asked to leave.
        asked_to_leave: Date = "要求退党日期",
        /// Day until which to correct.
        correct_until: Date = "限期改正至" "改正的期限，到哪一天",
        /// What came of it.
        correction: Option<Value<Correction>> = "改正结果",
    }
}

record! {
    /// One attempt to reach somebody.
    Search {
        /// Day.
        day: Date = "日期" required,
        /// How.
        method: Option<Value<SearchMethod>> = "方式" required,
        /// Whom, and how related.
        person: Text = "对象" "找的是谁，与本人什么关系",
        /// What came of it.
        result: Prose = "结果" "例如 停机、无消息",
        /// Who searched.
        searcher: Text = "查找人",
        /// Clue.
        clue: Prose = "线索",
        /// What was verified.
        verified: Prose = "核实情况",
    }
}

record! {
    /// An entry of 处置.
    Decision {
        /// Which of the fourteen.
        kind: Option<Value<Disposition>> = "方式" required "附件7 的十四种之一",
        /// Day.
        day: Date = "日期" required "党组织决定那天",
        /// Approved by.
        approved_by: Text = "批准机关",
        /// On which basis.
        basis: Prose = "依据",
        /// Whether it is the main one of several.
        main: Flag = "主要" "有几项处置的，主要的一项写“是”",
    }
}
