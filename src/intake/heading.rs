//! What a column of a sheet stands for: its heads, those above it included, are looked up
//! among the keys, and in the table of what people write instead of them.

use super::naming::{block, by_name, elsewhere, plain, within};
use crate::model::provenance::KeyId;

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Its values stand behind this key.
    Key(KeyId),
    /// One of these keys, or none.
    Several(Vec<&'static str>),
    /// The program works it out: what the sheet says is compared.
    Computed(Computed),
    /// It names the branch.
    Branch,
    /// A number of the row.
    Number,
    /// Nothing that is known.
    Unknown,
}

impl Purpose {
    /// Whether its values stand behind the key of this route.
    pub fn is_key(&self, route: &str) -> bool {
        matches!(self, Self::Key(key) if key.route() == route)
    }
}

/// What the program works out by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Computed {
    /// 年龄.
    Age,
    /// 党龄.
    Standing,
    /// 人员类别: 正式党员 or 预备党员.
    Category,
    /// 党籍状态.
    State,
    /// How long contact was lost.
    Lost,
    /// Whether there is such a block.
    Has(&'static str),
}

/// What a column is taken for, by its heads from the top. Heads above that are no block of
/// ours may be about somebody else: below them nothing is taken without asking.
pub fn purpose(heads: &[String]) -> Purpose {
    let heads: Vec<String> = heads.iter().map(|head| plain(head)).collect();
    let Some((own, above)) = heads.split_last() else {
        return Purpose::Unknown;
    };
    let above: Vec<&String> = above.iter().filter(|head| !is_neutral(head)).collect();
    let blocks: Vec<&'static str> = above.iter().rev().filter_map(|head| block(head)).collect();
    if let Some(within) = blocks.iter().find_map(|block| within(block, own)) {
        return within;
    }
    if above.is_empty() {
        return alone(own);
    }
    // 全日制教育 and below it 学历 may be written as one.
    let whole: String = above
        .iter()
        .copied()
        .chain([own])
        .map(String::as_str)
        .collect();
    let of_whole = by_name("", &whole).filter(|found| !is_presence(found));
    of_whole.unwrap_or_else(|| match blocks.is_empty() {
        true => asked(alone(own)),
        // That of a relative, of an entry of a list.
        false => Purpose::Unknown,
    })
}

/// What a head is taken for by itself. A note in brackets behind it, but for one that only
/// says how to fill it in, may make it another: that is asked.
fn alone(own: &str) -> Purpose {
    let known = |own: &str| by_name("", own).or_else(|| elsewhere(own));
    if let Some(known) = known(own) {
        return known;
    }
    let noted = own.strip_suffix('）').and_then(|own| own.split_once('（'));
    let Some((own, note)) = noted else {
        return Purpose::Unknown;
    };
    let known = known(own).unwrap_or(Purpose::Unknown);
    match note.chars().all(|c| c.is_ascii() || HOW.contains(c)) {
        true => known,
        false => asked(known),
    }
}

/// The characters of notes that only say how to fill in: 必填, 年月日, 18位, 男/女.
const HOW: &str = "元必选填可空项年月日位数岁周是否有无男女格式如例、，：／";

/// What nobody has said yet, but may be meant.
pub fn asked(purpose: Purpose) -> Purpose {
    match purpose {
        Purpose::Key(key) => Purpose::Several(vec![key.route()]),
        Purpose::Several(keys) => Purpose::Several(keys),
        _ => Purpose::Unknown,
    }
}

/// Whether a head above others only says that these are about the member.
fn is_neutral(head: &str) -> bool {
    let mut rest = head;
    while let Some(left) = NEUTRAL.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = left;
    }
    rest.is_empty()
}

/// The words of such heads: 党员基本情况, 个人信息.
const NEUTRAL: [&str; 20] = [
    "党员",
    "个人",
    "本人",
    "人员",
    "基本",
    "身份",
    "情况",
    "信息",
    "资料",
    "入党",
    "转正",
    "其他",
    "其它",
    "有关",
    "相关",
    "工作",
    "联系方式",
    "登记",
    "花名册",
    "名册",
];

/// Whether a column only says that there is something.
fn is_presence(purpose: &Purpose) -> bool {
    matches!(purpose, Purpose::Computed(Computed::Has(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_for(heads: &[&str]) -> String {
        let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
        match purpose(&heads) {
            Purpose::Key(key) => key.route().to_owned(),
            Purpose::Several(keys) if keys.len() == 1 => format!("?{}", keys[0]),
            Purpose::Several(keys) => keys.join(" "),
            other => format!("{other:?}"),
        }
    }

    /// The columns of the three profiles, as the specification lists them, and what the
    /// table in `docs/sheets.md` says of them.
    #[test]
    fn profiles_are_known_by_heart() {
        let both = "学历学位.全日制教育.学历 学历学位.在职教育.学历";
        let degrees = "学历学位.全日制教育.学位 学历学位.在职教育.学位";
        let last = "失联.最后组织生活 失联.最后交纳党费";
        for (head, meant) in [
            ("序号", "Number"),
            ("姓名", "姓名"),
            ("性别", "性别"),
            ("民族", "民族"),
            ("籍贯", "籍贯"),
            ("出生年月", "出生年月"),
            ("学历", both),
            ("学位", degrees),
            ("参加工作时间", "参加工作时间"),
            ("入党时间", "入党日期"),
            ("转正时间", "转正日期"),
            ("党龄", "Computed(Standing)"),
            ("身份证号", "身份证号码"),
            ("工作单位及职务", "工作单位及职务"),
            ("党内职务", "现任党内职务"),
            ("手机", "手机号码"),
            ("现居住地", "现居住地"),
            ("备注", "备注"),
            ("公民身份证号", "身份证号码"),
            ("出生日期", "出生年月"),
            ("人员类别", "Computed(Category)"),
            ("所在党支部", "Branch"),
            ("加入党组织日期", "入党日期"),
            ("转为正式党员日期", "转正日期"),
            ("工作岗位", "工作单位及职务"),
            ("联系电话", "手机号码"),
            ("家庭住址", "现居住地"),
            ("党籍状态", "Computed(State)"),
            ("是否失联党员", "Computed(Has(\"失联\"))"),
            ("失去联系日期", last),
            ("是否流动党员", "Computed(Has(\"流动\"))"),
            ("外出流向", "流动.外出流向"),
            ("公民身份号码", "身份证号码"),
            ("手机号码", "手机号码"),
            ("入党日期", "入党日期"),
            ("转正日期", "转正日期"),
            ("党龄校正值", "党龄校正月数"),
            ("是否农民工", "Unknown"),
            ("户籍所在地", "户籍所在地"),
            ("入党时所在支部", "入党时所在支部"),
        ] {
            assert_eq!(taken_for(&[head]), meant, "{head}");
        }
    }

    #[test]
    fn heads_above_say_which_block_is_meant() {
        for (heads, meant) in [
            (
                &["学历学位", "全日制教育", "学历"][..],
                "学历学位.全日制教育.学历",
            ),
            (&["在职教育", "学 历"], "学历学位.在职教育.学历"),
            (
                &["学历学位", "学历"],
                "学历学位.全日制教育.学历 学历学位.在职教育.学历",
            ),
            (&["全日制", "学历"], "学历学位.全日制教育.学历"),
            (&["流动情况", "时间"], "流动.流出日期"),
            (&["转出", "去向"], "转出.去向"),
            (&["基本情况", "姓名"], "姓名"),
            (&["姓\n名："], "姓名"),
            (&["身份证号码*"], "身份证号码"),
            (&["处置", "方式"], "Unknown"),
            (&["年龄（周岁）"], "Computed(Age)"),
            (&["*姓名"], "姓名"),
            (&["姓名（必填）"], "姓名"),
            (&["身份证号码（18位）"], "身份证号码"),
            (&["入党时间（年/月）"], "入党日期"),
            (&["性别（男/女）"], "性别"),
            // What is in brackets may make it another.
            (&["姓名（曾用名）"], "?姓名"),
            (&["出生年月（农历）"], "?出生年月"),
            // Of somebody else.
            (&["家庭主要成员", "出生年月"], "Unknown"),
            (&["家庭成员", "姓名"], "Unknown"),
            (&["配偶情况", "民族"], "?民族"),
            (&["紧急联系人", "联系电话"], "?手机号码"),
            (&["入党介绍人", "姓名"], "入党介绍人"),
            (&["入党介绍人", "性别"], "?性别"),
            (&["党支部书记", "年龄"], "Unknown"),
            (&["党员基本情况", "性别"], "性别"),
            (&["个人信息", "年龄"], "Computed(Age)"),
            // Nearly the same.
            (&["出生地"], "?籍贯"),
            (&["现任职务"], "工作单位及职务 现任党内职务"),
            (
                &["全日制教育", "学历学位"],
                "学历学位.全日制教育.学历 学历学位.全日制教育.学位",
            ),
            (
                &["学历学位", "在职教育", "毕业院校及专业"],
                "学历学位.在职教育.毕业院校系及专业",
            ),
            (&["党费（元/月）"], "月应交纳党费"),
            (&["通讯地址"], "?现居住地"),
            (&["照片"], "?照片"),
            (&["相片"], "?照片"),
            (&["家庭成员"], "Unknown"),
            (&["学历学位"], "Unknown"),
            (&["是否出国"], "Unknown"),
            (&[], "Unknown"),
        ] {
            assert_eq!(taken_for(heads), meant, "{heads:?}");
        }
    }
}
