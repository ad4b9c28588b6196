//! A member: one file of `党员/`.

use super::codes::{DuesClass, Occupation, Sex};
use super::custom::Custom;
use super::education::Education;
use super::ethnicity::Ethnicity;
use super::id_number::IdNumber;
pub use super::lost::*;
use super::name::PersonName;
use super::record::record;
use super::scalars::Amount;
pub use super::scalars::Text;
use super::scalars::{Line, Prose};
use super::telephone::Telephone;
use super::value::Value;
pub use super::value::{Date, Day, Flag};
pub use super::whereabouts::*;

record! {
    /// A member of the Party.
    Member {
        /// Name.
        name: Option<Value<PersonName>> = "姓名" required "照身份证写；少数民族姓名中间用“·”",
        /// Sex.
        sex: Option<Value<Sex>> = "性别" required,
        /// Date of birth.
        born: Date = "出生年月" required "照档案写，知道几日就写到几日",
        /// Nationality (GB/T 3304).
        ethnicity: Option<Value<Ethnicity>> = "民族" required "国家标准里的名称，例如 汉族、回族、东乡族",
        /// Native place.
        native_place: Text = "籍贯" "省（区、市）和县（市、区），例如 甘肃会宁",
        /// Marital status.
        marriage: Text = "婚姻状况" "例如 已婚、未婚、离异、丧偶",
        /// Path of the photo, relative to the organisation's folder.
        photo: Text = "照片" "2 寸免冠照片的文件，例如 照片/张建国.jpg",
        /// ID number (GB 11643).
        id_number: Option<Value<IdNumber>> = "身份证号码" required "18 位，加引号",
        /// Mobile telephone.
        phone: Option<Value<Telephone>> = "手机号码" "11 位，加引号；几个号码用“、”隔开",
        /// QQ or WeChat.
        messenger: Text = "QQ号码或微信号" "加引号",
        /// Admission to the Party (附件1 note 2).
        joined: Date = "入党日期" required "按党章规定加入中国共产党的日期",
        /// Branch at admission (note 5).
        joined_in: Text = "入党时所在支部" "入党时的党支部全称",
        /// Introducers.
        introducers: Vec<Value<PersonName>> = "入党介绍人" "两名介绍人的姓名",
        /// Transition to full membership (note 3).
        confirmed: Date = "转正日期" "转为正式党员那天；预备党员不写",
        /// Branch at that time (note 6).
        confirmed_in: Text = "转正时所在支部" "转正时的党支部全称",
        /// Months added to the standing counted; negative for a break.
        standing_correction: Option<Value<i32>> = "党龄校正月数" "党龄要加的月数，中断过的写负数",
        /// Start of work (note 4).
        work_began: Date = "参加工作时间" "组织、人社部门审定的日期；军人写入伍日期",
        /// Education.
        education: Option<Schooling> = "学历学位" "全日制教育和在职教育，各写一组",
        /// Employer and post.
        employer: Text = "工作单位及职务" "现在的工作单位和职务，写全称",
        /// Unit of the organisation that holds the membership (note 8).
        relation_at: Text = "组织关系所在单位" "组织关系所在党组织的单位全称",
        /// Registered residence, at most 32 characters (note 9).
        registered_at: Text = "户籍所在地" "户口簿上的地址，不超过 32 个字",
        /// Actual residence (note 10).
        lives_at: Text = "现居住地" "现在实际住的地方",
        /// Admission to this branch (note 12).
        entered_branch: Date = "进入党支部日期" "本支部接收组织关系那天",
        /// Present posts in the Party (note 13).
        posts: Vec<Value<Line>> = "现任党内职务" "例如 支部书记；几个职务写成列表",
        /// Former posts in the Party.
        former_posts: Vec<Value<Line>> = "曾任党内职务" "以前担任的，写法同上",
        /// One of the eight groups.
        occupation: Option<Value<Occupation>> = "职业" "八种之一；失联党员必填",
        /// Monthly dues.
        dues: Option<Value<Amount>> = "月应交纳党费" "元，例如 35.00",
        /// How the dues are assessed and until when they are paid.
        dues_record: Option<Dues> = "党费" "党费怎么算、交到什么时候",
        /// Taking part in the life of the branch.
        branch_life: Option<BranchLife> = "组织生活" "参加组织生活的情况",
        /// Transfer into this branch.
        transfer_in: Option<TransferIn> = "转入" "组织关系转到本支部",
        /// Transfer to another organisation.
        transfer_out: Option<TransferOut> = "转出" "组织关系转出本支部",
        /// End of membership.
        departure: Option<Leaving> = "出党" "死亡或者其他出党的情况",
        /// Day on which membership was suspended.
        suspended: Date = "停止党籍日期",
        /// Stay elsewhere in the country.
        away: Option<Away> = "流动" "外出流动的党员才写",
        /// Relation kept here while living elsewhere for good.
        nominal: Option<Nominal> = "空挂" "关系在本支部、人长期在别处的才写",
        /// Loss of contact.
        lost: Option<Lost> = "失联" "与党组织失去联系的党员才写",
        /// Dispositions decided.
        dispositions: Vec<Decision> = "处置" "党组织作出的处置，一次一项",
        /// Stays abroad.
        abroad: Vec<Abroad> = "出国" "出国（境）的情况，一次一项",
        /// Rewards and punishments.
        rewards: Prose = "奖惩情况",
        /// Yearly appraisals.
        appraisals: Vec<Appraisal> = "民主评议" "近几年的评议结果，一年一项",
        /// Family.
        family: Vec<Relative> = "家庭主要成员" "家庭主要成员和重要社会关系，一人一项",
        /// Keys that the unit has added.
        custom: Custom = "自定义" "自己设计的表另要的栏目，写在 form.yaml 里的才能用",
        /// Remarks.
        remarks: Prose = "备注",
        /// Rules waived for this member.
        waivers: Vec<Waiver> = "豁免" "核实以后不必再报的规则，写明原因",
    }
}

record! {
    /// 学历学位.
    Schooling {
        /// Full-time education.
        full_time: Option<Degree> = "全日制教育" "全日制学习取得的最高学历",
        /// Part-time education.
        part_time: Option<Degree> = "在职教育" "在职学习取得的最高学历",
    }
}

record! {
    /// One line of education.
    Degree {
        /// Level.
        level: Option<Value<Education>> = "学历" "例如 研究生、大学本科、大专、中专、高中、初中、小学",
        /// Degree.
        degree: Text = "学位" "例如 文学学士；没有就不写",
        /// School and subject.
        school: Text = "毕业院校系及专业",
    }
}

record! {
    /// 党费.
    Dues {
        /// Base of assessment.
        base: Option<Value<Amount>> = "交纳基数" "每月工资等收入，元",
        /// Class of payer.
        class: Option<Value<DuesClass>> = "类别",
        /// Paid until.
        paid_until: Date = "交至" "党费交到哪个月",
    }
}

record! {
    /// 组织生活.
    BranchLife {
        /// Last time the member took part.
        last: Date = "最近参加" "最近一次参加组织生活那天",
    }
}

record! {
    /// An entry of 民主评议.
    Appraisal {
        /// Year or day.
        day: Text = "评议时间" required "年份或者日期",
        /// Result.
        result: Text = "评议结果" "例如 合格",
    }
}

record! {
    /// An entry of 家庭主要成员.
    Relative {
        /// Relation.
        relation: Text = "称谓" required "例如 妻子、父亲",
        /// Name.
        name: Option<Value<PersonName>> = "姓名" required,
        /// Date of birth.
        born: Date = "出生年月" "不知道的写“年龄”",
        /// Age, where the date of birth is not known.
        age: Option<Value<i32>> = "年龄" "写了“出生年月”就不写",
        /// Political status.
        politics: Text = "政治面貌" "例如 群众、中共党员",
        /// Employer and post.
        employer: Text = "工作单位及职务",
    }
}

record! {
    /// An entry of 豁免.
    Waiver {
        /// Code or name of the rule.
        rule: Text = "规则" required "规则的编号或者名称",
        /// Reason on record.
        reason: Prose = "原因" required,
    }
}
