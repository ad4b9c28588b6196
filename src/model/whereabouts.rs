//! Where a member is: transfers, stays elsewhere and abroad, the end of membership.

use super::codes::{AwayRange, Departure, Employment, Status};
use super::lost::Search;
use super::record::record;
use super::scalars::{Prose, Text};
use super::value::{Date, Flag, Value};

record! {
    /// 转入.
    TransferIn {
        /// Day.
        day: Date = "日期" "转到本支部那天",
        /// Where from.
        from: Text = "来源" "从哪个党组织转来",
        /// Number of the letter of introduction.
        letter: Text = "介绍信编号",
        /// Whether the person's membership is in doubt.
        doubtful: Flag = "身份存疑" "党员身份有没有疑问",
    }
}

record! {
    /// 转出.
    TransferOut {
        /// Day on which the letter was issued.
        day: Date = "日期" required "开出介绍信那天",
        /// Where to.
        to: Text = "去向" "转到哪个党组织",
        /// Number of the letter of introduction.
        letter: Text = "介绍信编号",
        /// Days for which the letter is valid.
        valid_days: Option<Value<i32>> = "有效期天数" "介绍信的有效期，最多 90 天",
        /// Day of the receipt.
        receipt: Date = "回执日期" "收到回执那天；没有收到就不写",
        /// A transfer begun before the loss of contact and completed late.
        late: Flag = "补转" "失联以前就要转、后来补办的",
        /// Whether the letter is printed, as a specimen.
        prints_letter: Flag = "打印介绍信" "要不要打印介绍信（样张）",
        /// How it was settled.
        settled: Prose = "落实情况",
        /// Attempts to settle it.
        searches: Vec<Search> = "查找记录" "为落实转接找过几次，一次一项",
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
        back: Date = "返回日期" "没有回来就不写",
        /// Where to.
        destination: Text = "外出流向" "例如 广东省深圳市",
        /// How far.
        range: Option<Value<AwayRange>> = "外出类型",
        /// Why.
        cause: Text = "外出原因" "例如 务工",
        /// Whether the place is fixed.
        fixed: Flag = "地点固定" "外出地点是不是固定",
        /// Number of the 《流动党员活动证》.
        card: Text = "活动证号码" "《流动党员活动证》的号码",
        /// Day on which the card was issued.
        card_issued: Date = "发证日期",
        /// Contact with the branch.
        contact: Prose = "与党组织联系情况" "例如 每月电话联系",
        /// Contact at the branch left.
        home_contact: Text = "流出党支部联系人及联系方式",
        /// Contact at the branch there.
        host_contact: Text = "流入党支部联系人及联系方式",
        /// Place or unit there.
        host_place: Text = "流入地" "在那里的地址或者单位",
        /// Branch left; the member's own where not given.
        home_branch: Text = "流出地所在支部" "不写就是本支部",
        /// Branch there.
        host_branch: Text = "流入地所在支部",
        /// Employment (附件2).
        employment: Option<Value<Employment>> = "从业状况",
        /// Status (附件2).
        status: Option<Value<Status>> = "党员身份",
        /// Whether a letter of introduction was issued.
        letter: Flag = "开具组织关系" "有没有开具组织关系",
    }
}

record! {
    /// 空挂.
    Nominal {
        /// Whereabouts.
        destination: Text = "去向" "现在在哪里",
        /// Present state.
        state: Prose = "现状",
    }
}

record! {
    /// An entry of 出国.
    Abroad {
        /// Left on.
        left: Date = "出国日期" required,
        /// Why.
        cause: Text = "出国原因" "例如 留学、劳务",
        /// Whether settled there.
        settled: Flag = "定居" "是不是在国（境）外定居",
        /// Contact with the organisation.
        contact: Prose = "出国后与组织联系情况",
        /// What was done about the membership.
        membership: Text = "党籍处理方式",
        /// Came back on.
        back: Date = "回国日期" "没有回来就不写",
        /// Return to the life of the branch.
        resumed: Prose = "恢复组织生活情况",
    }
}
