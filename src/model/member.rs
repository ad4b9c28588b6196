//! A member: one file of `党员/`.

use super::codes::{
    AwayRange, Correction, Departure, Disposition, DuesClass, Employment, Fault, LossCause,
    Occupation, OrganisationClass, SearchMethod, SearchResult, Sex, Status,
};
use super::custom::Custom;
use super::education::Education;
use super::ethnicity::Ethnicity;
use super::id_number::IdNumber;
use super::name::PersonName;
use super::record::record;
use super::scalars::Amount;
pub use super::scalars::Text;
use super::scalars::{Line, Prose};
use super::telephone::Telephone;
use super::value::Value;
pub use super::value::{Date, Day, Flag};

record! {
    /// A member of the Party.
    Member {
        /// Name.
        name: Option<Value<PersonName>> = "姓名" required,
        /// Sex.
        sex: Option<Value<Sex>> = "性别" required,
        /// Date of birth.
        born: Date = "出生年月" required,
        /// Nationality (GB/T 3304).
        ethnicity: Option<Value<Ethnicity>> = "民族" required,
        /// Native place.
        native_place: Text = "籍贯",
        /// Marital status.
        marriage: Text = "婚姻状况",
        /// Path of the photo, relative to the organisation's folder.
        photo: Text = "照片",
        /// ID number (GB 11643).
        id_number: Option<Value<IdNumber>> = "身份证号码" required,
        /// Mobile telephone.
        phone: Option<Value<Telephone>> = "手机号码",
        /// QQ or WeChat.
        messenger: Text = "QQ号码或微信号",
        /// Admission to the Party (附件1 note 2).
        joined: Date = "入党日期" required,
        /// Branch at admission (note 5).
        joined_in: Text = "入党时所在支部",
        /// Introducers.
        introducers: Vec<Value<PersonName>> = "入党介绍人",
        /// Transition to full membership (note 3).
        confirmed: Date = "转正日期",
        /// Branch at that time (note 6).
        confirmed_in: Text = "转正时所在支部",
        /// Months added to the standing counted; negative for a break.
        standing_correction: Option<Value<i32>> = "党龄校正月数",
        /// Start of work (note 4).
        work_began: Date = "参加工作时间",
        /// Education.
        education: Option<Schooling> = "学历学位",
        /// Employer and post.
        employer: Text = "工作单位及职务",
        /// Unit of the organisation that holds the membership (note 8).
        relation_at: Text = "组织关系所在单位",
        /// Registered residence, at most 32 characters (note 9).
        registered_at: Text = "户籍所在地",
        /// Actual residence (note 10).
        lives_at: Text = "现居住地",
        /// Admission to this branch (note 12).
        entered_branch: Date = "进入党支部日期",
        /// Present posts in the Party (note 13).
        posts: Vec<Value<Line>> = "现任党内职务",
        /// Former posts in the Party.
        former_posts: Vec<Value<Line>> = "曾任党内职务",
        /// One of the eight groups.
        occupation: Option<Value<Occupation>> = "职业",
        /// Monthly dues.
        dues: Option<Value<Amount>> = "月应交纳党费",
        /// How the dues are assessed and until when they are paid.
        dues_record: Option<Dues> = "党费",
        /// Taking part in the life of the branch.
        branch_life: Option<BranchLife> = "组织生活",
        /// Transfer into this branch.
        transfer_in: Option<TransferIn> = "转入",
        /// Transfer to another organisation.
        transfer_out: Option<TransferOut> = "转出",
        /// End of membership.
        departure: Option<Leaving> = "出党",
        /// Day on which membership was suspended.
        suspended: Date = "停止党籍日期",
        /// Stay elsewhere in the country.
        away: Option<Away> = "流动",
        /// Relation kept here while living elsewhere for good.
        nominal: Option<Nominal> = "空挂",
        /// Loss of contact.
        lost: Option<Lost> = "失联",
        /// Dispositions decided.
        dispositions: Vec<Decision> = "处置",
        /// Stays abroad.
        abroad: Vec<Abroad> = "出国",
        /// Rewards and punishments.
        rewards: Prose = "奖惩情况",
        /// Yearly appraisals.
        appraisals: Vec<Appraisal> = "民主评议",
        /// Family.
        family: Vec<Relative> = "家庭主要成员",
        /// Keys that the unit has added.
        custom: Custom = "自定义",
        /// Remarks.
        remarks: Prose = "备注",
        /// Rules waived for this member.
        waivers: Vec<Waiver> = "豁免",
    }
}

record! {
    /// 学历学位.
    Schooling {
        /// Full-time education.
        full_time: Option<Degree> = "全日制教育",
        /// Part-time education.
        part_time: Option<Degree> = "在职教育",
    }
}

record! {
    /// One line of education.
    Degree {
        /// Level.
        level: Option<Value<Education>> = "学历",
        /// Degree.
        degree: Text = "学位",
        /// School and subject.
        school: Text = "毕业院校系及专业",
    }
}

record! {
    /// 党费.
    Dues {
        /// Base of assessment.
        base: Option<Value<Amount>> = "交纳基数",
        /// Class of payer.
        class: Option<Value<DuesClass>> = "类别",
        /// Paid until.
        paid_until: Date = "交至",
    }
}

record! {
    /// 组织生活.
    BranchLife {
        /// Last time the member took part.
        last: Date = "最近参加",
    }
}

record! {
    /// 转入.
    TransferIn {
        /// Day.
        day: Date = "日期",
        /// Where from.
        from: Text = "来源",
        /// Number of the letter of introduction.
        letter: Text = "介绍信编号",
        /// Whether the person's membership is in doubt.
        doubtful: Flag = "身份存疑",
    }
}

record! {
    /// 转出.
    TransferOut {
        /// Day on which the letter was issued.
        day: Date = "日期" required,
        /// Where to.
        to: Text = "去向",
        /// Number of the letter of introduction.
        letter: Text = "介绍信编号",
        /// Days for which the letter is valid.
        valid_days: Option<Value<i32>> = "有效期天数",
        /// Day of the receipt.
        receipt: Date = "回执日期",
        /// A transfer begun before the loss of contact and completed late.
        late: Flag = "补转",
        /// How it was settled.
        settled: Prose = "落实情况",
        /// Attempts to settle it.
        searches: Vec<Search> = "查找记录",
    }
}

record! {
    /// 出党.
    Leaving {
        /// Day.
        day: Date = "日期" required,
        /// Why.
        cause: Option<Value<Departure>> = "原因" required,
    }
}

record! {
    /// 流动.
    Away {
        /// Left on.
        left: Date = "流出日期" required,
        /// Came back on.
        back: Date = "返回日期",
        /// Where to.
        destination: Text = "外出流向",
        /// How far.
        range: Option<Value<AwayRange>> = "外出类型",
        /// Why.
        cause: Text = "外出原因",
        /// Whether the place is fixed.
        fixed: Flag = "地点固定",
        /// Number of the 《流动党员活动证》.
        card: Text = "活动证号码",
        /// Day on which the card was issued.
        card_issued: Date = "发证日期",
        /// Contact with the branch.
        contact: Prose = "与党组织联系情况",
        /// Contact at the branch left.
        home_contact: Text = "流出党支部联系人及联系方式",
        /// Contact at the branch there.
        host_contact: Text = "流入党支部联系人及联系方式",
        /// Place or unit there.
        host_place: Text = "流入地",
        /// Branch left; the member's own where not given.
        home_branch: Text = "流出地所在支部",
        /// Branch there.
        host_branch: Text = "流入地所在支部",
        /// Employment (附件2).
        employment: Option<Value<Employment>> = "从业状况",
        /// Status (附件2).
        status: Option<Value<Status>> = "党员身份",
        /// Whether a letter of introduction was issued.
        letter: Flag = "开具组织关系",
    }
}

record! {
    /// 空挂.
    Nominal {
        /// Whereabouts.
        destination: Text = "去向",
        /// Present state.
        state: Prose = "现状",
    }
}

record! {
    /// 失联.
    Lost {
        /// Last time the member took part in the life of the branch.
        last_meeting: Date = "最后组织生活",
        /// Last payment of dues.
        last_dues: Date = "最后交纳党费",
        /// Code of the cause.
        cause: Option<Value<LossCause>> = "情形" required,
        /// Class of organisation; the branch's where not given.
        class: Option<Value<OrganisationClass>> = "党组织类别",
        /// The cause in words.
        details: Prose = "原因",
        /// Outcome of the search.
        result: Option<Value<SearchResult>> = "结果",
        /// Day on which contact was made again.
        found: Date = "取得联系日期",
        /// Whether the member could not or would not keep contact.
        fault: Option<Value<Fault>> = "主客观",
        /// Whether the member is willing to come back.
        willing: Flag = "愿意纳入管理",
        /// What was verified.
        verified: Option<Verified> = "核实",
        /// Remarks, printed in the registers.
        remarks: Prose = "备注",
        /// Attempts to reach the member.
        searches: Vec<Search> = "查找记录",
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
        correct_until: Date = "限期改正至",
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
        person: Text = "对象",
        /// What came of it.
        result: Prose = "结果",
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
        kind: Option<Value<Disposition>> = "方式" required,
        /// Day.
        day: Date = "日期" required,
        /// Approved by.
        approved_by: Text = "批准机关",
        /// On which basis.
        basis: Prose = "依据",
        /// Whether it is the main one of several.
        main: Flag = "主要",
    }
}

record! {
    /// An entry of 出国.
    Abroad {
        /// Left on.
        left: Date = "出国日期" required,
        /// Why.
        cause: Text = "出国原因",
        /// Whether settled there.
        settled: Flag = "定居",
        /// Contact with the organisation.
        contact: Prose = "出国后与组织联系情况",
        /// What was done about the membership.
        membership: Text = "党籍处理方式",
        /// Came back on.
        back: Date = "回国日期",
        /// Return to the life of the branch.
        resumed: Prose = "恢复组织生活情况",
    }
}

record! {
    /// An entry of 民主评议.
    Appraisal {
        /// Year or day.
        day: Text = "评议时间" required,
        /// Result.
        result: Text = "评议结果",
    }
}

record! {
    /// An entry of 家庭主要成员.
    Relative {
        /// Relation.
        relation: Text = "称谓" required,
        /// Name.
        name: Option<Value<PersonName>> = "姓名" required,
        /// Date of birth.
        born: Date = "出生年月",
        /// Age, where the date of birth is not known.
        age: Option<Value<i32>> = "年龄",
        /// Political status.
        politics: Text = "政治面貌",
        /// Employer and post.
        employer: Text = "工作单位及职务",
    }
}

record! {
    /// An entry of 豁免.
    Waiver {
        /// Code or name of the rule.
        rule: Text = "规则" required,
        /// Reason on record.
        reason: Prose = "原因" required,
    }
}
