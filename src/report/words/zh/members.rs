//! Chinese: findings about a member's person and life.

use chrono::{Datelike as _, NaiveDate};

use crate::check::finding::{BlockFinding, LifeFinding, Likeness, PersonFinding};
use crate::model::code::Code as _;

pub fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

pub fn person(finding: &PersonFinding) -> String {
    match finding {
        PersonFinding::Checksum { .. } => "身份证号码的校验码不对，至少有一位录错".to_owned(),
        PersonFinding::BirthDiffers { of_id } => {
            format!("身份证号码里的出生日期是{}，与“出生年月”不同", day(*of_id))
        }
        PersonFinding::NoSuchBirth { digits } => {
            format!("身份证号码里的出生日期“{digits}”不存在")
        }
        PersonFinding::SexDiffers { of_id } => {
            format!("按身份证号码应是{}性，与“性别”不同", of_id.word())
        }
        PersonFinding::AreaUnknown { code } => {
            format!("身份证号码开头的“{code}”不是哪个县（市、区）用过的代码")
        }
        PersonFinding::SameNumber => "这个身份证号码在另一个文件里也有".to_owned(),
        PersonFinding::NameDot { .. } => "姓名里的间隔号不是规范的“·”".to_owned(),
        PersonFinding::NotNfc { .. } => "姓名里有兼容字或分解的字符，不是规范的编码".to_owned(),
        PersonFinding::Residence { characters } => {
            format!("户籍所在地有 {characters} 个字，不能多于 32 个")
        }
        PersonFinding::Mobile(text) => format!("“{text}”不像手机号码"),
        PersonFinding::Messenger(text) => format!("“{text}”不像 QQ 号码或微信号"),
        PersonFinding::Dues { least } => format!("月应交纳党费低于标准，应不少于 {least} 元"),
        PersonFinding::SamePerson(Likeness::Birth) => {
            "与另一个文件里的人同名，出生日期也相同，可能是同一人".to_owned()
        }
        PersonFinding::SamePerson(Likeness::Number) => {
            "与另一个文件里的人同名，身份证号码只差一处，可能是同一人".to_owned()
        }
    }
}

pub fn person_help(finding: &PersonFinding) -> String {
    match finding {
        PersonFinding::Checksum { computed } => {
            format!("对照身份证逐位核对，先看前 17 位；前 17 位若都对，末位应是“{computed}”")
        }
        PersonFinding::BirthDiffers { .. } => {
            "核对身份证和档案；档案上确实另有日期的，用“豁免”写明原因".to_owned()
        }
        PersonFinding::NoSuchBirth { .. } => "对照身份证核对第 7 到 14 位".to_owned(),
        PersonFinding::SexDiffers { .. } => {
            "核对“性别”和身份证号码的第 17 位（男单女双）".to_owned()
        }
        PersonFinding::AreaUnknown { .. } => "对照身份证核对前 6 位".to_owned(),
        PersonFinding::SameNumber => {
            "留一份；是转来转去的同一人，在转出的文件里写“转出”的日期".to_owned()
        }
        PersonFinding::NameDot { mended } | PersonFinding::NotNfc { mended } => {
            format!("应写“{mended}”，可用 paicha check --fix 改正")
        }
        PersonFinding::Residence { .. } => "写到门牌号即可，省去可省的字".to_owned(),
        PersonFinding::Mobile(_) => "手机号码有 11 位，以 1 开头；几个号码用“、”隔开".to_owned(),
        PersonFinding::Messenger(_) => {
            "QQ 号码是 5 到 11 位数字，微信号是 6 到 20 位字母、数字，以字母开头".to_owned()
        }
        PersonFinding::Dues { .. } => "核对交纳基数和类别，按比例算出月应交纳党费".to_owned(),
        PersonFinding::SamePerson(_) => {
            "确是同一人的，留一份；确是两人的，用“豁免”写明原因".to_owned()
        }
    }
}

pub fn life(finding: &LifeFinding) -> String {
    match finding {
        LifeFinding::OutOfOrder { later, earlier } => format!("{later}早于{earlier}"),
        LifeFinding::OddOrder {
            key,
            before: true,
            other,
        } => format!("{key}早于{other}，不合常理"),
        LifeFinding::OddOrder {
            key,
            before: false,
            other,
        } => format!("{key}晚于{other}，不合常理"),
        LifeFinding::Future { key, filled_on } => {
            format!("{key}晚于填表日期（{}）", day(*filled_on))
        }
        LifeFinding::UnderAge { age, .. } => format!("入党时 {age} 周岁，不满 18 周岁"),
        LifeFinding::ConfirmedEarly { .. } => "转正时预备期还不满一年".to_owned(),
        LifeFinding::Probation { .. } => {
            "转正既不在预备期满时，也不在延长半年到一年之后".to_owned()
        }
        LifeFinding::NeverConfirmed { .. } => {
            "没有转正日期，而预备期（连同延长的）早已满了".to_owned()
        }
        LifeFinding::NoProbation => {
            "1969年4月到1977年8月入党的没有预备期，转正与入党应是同一天".to_owned()
        }
    }
}

pub fn life_help(finding: &LifeFinding) -> String {
    match finding {
        LifeFinding::OutOfOrder { .. } | LifeFinding::OddOrder { .. } => {
            "对照档案核对这两个日期".to_owned()
        }
        LifeFinding::Future { .. } => "核对年份；还没有发生的事不要写".to_owned(),
        LifeFinding::UnderAge { .. } => "对照《入党志愿书》核对出生年月和入党日期".to_owned(),
        LifeFinding::NeverConfirmed { due } => {
            format!("预备期满是{}；已经转正的补写“转正日期”", day(*due))
        }
        LifeFinding::ConfirmedEarly { due } | LifeFinding::Probation { due } => {
            format!("预备期满是{}；对照档案核对入党和转正的日期", day(*due))
        }
        LifeFinding::NoProbation => "转正日期可不写，或写入党的那一天".to_owned(),
    }
}

pub fn block(finding: &BlockFinding) -> String {
    match finding {
        BlockFinding::Pocket { valid_until } => format!(
            "口袋党员：介绍信有效期到{}为止，还没有收到回执",
            day(*valid_until)
        ),
        BlockFinding::ReceiptLate { valid_until } => {
            format!("回执是在介绍信有效期（到{}）过后收到的", day(*valid_until))
        }
        BlockFinding::Validity(days) => format!("介绍信的有效期是 {days} 天，应在 1 至 90 天之内"),
        BlockFinding::NoMembership => "出国（境）没有写“党籍处理方式”".to_owned(),
        BlockFinding::StaysOverlap => "这次出国（境）时，上一次还没有回国".to_owned(),
        BlockFinding::NotResumed => "已经回国，没有写“恢复组织生活情况”".to_owned(),
        BlockFinding::AwayIncomplete(keys) => format!("“流动”里还缺：{}", keys.join("、")),
        BlockFinding::RelativeAge => "家庭成员没有写“出生年月”或“年龄”".to_owned(),
        BlockFinding::RelativePolitics => "家庭成员没有写“政治面貌”".to_owned(),
        BlockFinding::RelativeAgeDiffers { counted } => {
            format!("按出生年月算是 {counted} 岁，与“年龄”不同")
        }
        BlockFinding::Introducers(count) => format!("入党介绍人应是两人，这里写了 {count} 项"),
        BlockFinding::PhotoRatio { width, height } => {
            format!("照片是 {width}×{height} 像素，不是 2 寸照片的比例（35∶49）")
        }
        BlockFinding::PhotoResolution { width, height, dpi } => {
            format!("照片只有 {width}×{height} 像素，印成 2 寸只有 {dpi} dpi，会模糊")
        }
    }
}

pub fn block_help(finding: &BlockFinding) -> String {
    match finding {
        BlockFinding::Pocket { .. } => {
            "与本人和接收单位党组织联系，查明落实情况；收到回执后写“回执日期”"
        }
        BlockFinding::ReceiptLate { .. } => "核对两个日期；确实逾期的，用“豁免”写明原因",
        BlockFinding::Validity(_) => "按介绍信上写的天数改正，最长 90 天",
        BlockFinding::NoMembership => "补写，例如“党籍处理方式: 保留组织关系”",
        BlockFinding::StaysOverlap => "按先后排列，补写或改正上一次的“回国日期”",
        BlockFinding::NotResumed => "补写“恢复组织生活情况: …”",
        BlockFinding::AwayIncomplete(_) => "这一栏要么写全，要么整栏删去；确实没有的写“无”",
        BlockFinding::RelativeAge => "补写其中一项，例如“出生年月: 1967-02”",
        BlockFinding::RelativePolitics => "补写，例如“政治面貌: 群众”",
        BlockFinding::RelativeAgeDiffers { .. } => "留下“出生年月”，删去“年龄”",
        BlockFinding::Introducers(_) => "两个姓名写成列表，例如“[李明远, 王志强]”",
        BlockFinding::PhotoRatio { .. } => "裁成 2 寸：宽 35 毫米、高 49 毫米",
        BlockFinding::PhotoResolution { .. } => "重新扫描或拍照，至少 413×578 像素（300 dpi）",
    }
    .to_owned()
}
