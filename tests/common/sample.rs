//! A small valid workspace: a committee with two branches, four members.

use super::Workspace;

/// The fourteen columns of 附件7.
pub const DISPOSITIONS: [&str; 14] = [
    "纳入组织管理",
    "不予承认党员资格",
    "取消预备党员资格",
    "保留组织关系",
    "停止党籍",
    "退党除名",
    "限期改正",
    "劝退或劝而不退除名",
    "自行脱党除名",
    "警告",
    "严重警告",
    "撤销党内职务",
    "留党察看",
    "开除党籍",
];

pub const ROUND: &str = "data/排查.yaml";
pub const COMMITTEE: &str = "data/县直机关工委/党组织.yaml";
pub const OFFICE: &str = "data/县直机关工委/政府办党支部/党组织.yaml";
/// A member with nothing odd about him.
pub const ZHANG: &str = "data/县直机关工委/政府办党支部/党员/张建国.yaml";
/// Lost, and not found: a row of 附件3 and of 附件5.
pub const LI: &str = "data/县直机关工委/政府办党支部/党员/李明.yaml";
/// Lost, and found: a row of 附件3 and of 附件4.
pub const CHEN: &str = "data/县直机关工委/政府办党支部/党员/陈静.yaml";
pub const HOSPITAL: &str = "data/县直机关工委/县医院党支部/党组织.yaml";
/// Away for work: a row of 附件2.
pub const WANG: &str = "data/县直机关工委/县医院党支部/党员/王强.yaml";

/// All outputs of the sample in byte order: 附件1 of four members, 附件2–5 of
/// two branches, 附件6 and 附件7 of three organisations.
pub fn outputs() -> Vec<String> {
    let mut outputs = Vec::new();
    for (unit, members) in [
        ("县直机关工委", &[][..]),
        ("县直机关工委/县医院党支部", &["王强"]),
        ("县直机关工委/政府办党支部", &["张建国", "李明", "陈静"]),
    ] {
        let card = |member| format!("{unit}/附件1/{member}.pdf");
        outputs.extend(members.iter().map(card));
        let registers = TITLES.iter().filter(|_| !members.is_empty());
        let tables = TABLES.iter();
        outputs.extend(
            registers
                .chain(tables)
                .map(|title| format!("{unit}/{title}.pdf")),
        );
    }
    outputs.sort();
    outputs
}

const TITLES: [&str; 4] = [
    "附件2-流动党员基本信息登记表",
    "附件3-与党组织失去联系党员登记表",
    "附件4-经查找取得联系党员登记表",
    "附件5-经查找仍然无法取得联系党员登记表",
];
const TABLES: [&str; 2] = [
    "附件6-与党组织失去联系党员情况汇总表",
    "附件7-与党组织失去联系党员管理及处置情况汇总表",
];

/// Writes the sample.
pub fn workspace() -> Workspace {
    let workspace = Workspace::empty();
    workspace
        .write(ROUND, ROUND_TEXT)
        .write(
            COMMITTEE,
            "名称: 中共会宁县直属机关工作委员会\n类型: 党工委\n",
        )
        .write(OFFICE, OFFICE_TEXT)
        .write(ZHANG, ZHANG_TEXT)
        .write(LI, LI_TEXT)
        .write(CHEN, CHEN_TEXT)
        .write(HOSPITAL, HOSPITAL_TEXT)
        .write(WANG, WANG_TEXT);
    workspace
}

const ROUND_TEXT: &str = "\
名称: 党员组织关系集中排查
排查前基准日: 2016-03-15
联系查找结束日: 2016-04-15
填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}
流动统计起始日: 2016-01-01
";
const OFFICE_TEXT: &str = "\
名称: 中共会宁县人民政府办公室支部委员会
简称: 政府办党支部
类型: 党支部
党组织类别: 党政机关
填报单位: 会宁县人民政府办公室党支部
";
const HOSPITAL_TEXT: &str = "\
名称: 中共会宁县人民医院支部委员会
类型: 党支部
党组织类别: 其他事业单位
";
const ZHANG_TEXT: &str = "\
姓名: 张建国
性别: 男
出生年月: 1965-03-12
民族: 汉族
身份证号码: \"622423196503121236\"
手机号码: \"13893001234\"
入党日期: 1990-07-01
转正日期: 1991-07-01
学历学位:
  全日制教育: {学历: 高中}
月应交纳党费: 35.00
";
const LI_TEXT: &str = "\
姓名: 李明
性别: 男
出生年月: 1960-05-08
民族: 回族
身份证号码: \"622423196005081518\"
入党日期: 1985-07-01
转正日期: 1986-07-01
学历学位:
  全日制教育: {学历: 初中}
曾任党内职务: 支部书记
职业: 农村外出务工经商人员
失联:
  最后交纳党费: 2012-06-30
  情形: 外出务工经商
  结果: 无法取得联系
  查找记录:
    - {日期: 2016-03-20, 方式: 电话, 对象: 本人, 结果: 停机}
    - {日期: 2016-04-02, 方式: 走访户籍地, 对象: 父亲, 结果: 不知去向}
处置:
  - {方式: 自行脱党除名, 日期: 2016-05-10}
";
const CHEN_TEXT: &str = "\
姓名: 陈静
性别: 女
出生年月: 1985-11-20
民族: 汉族
身份证号码: \"620422198511200525\"
入党日期: 2006-06-10
转正日期: 2007-06-10
学历学位:
  全日制教育: {学历: 大学本科}
职业: 高校毕业生
失联:
  最后组织生活: 2010-05-20
  情形: 毕业后去向不明
  结果: 已取得联系
  取得联系日期: 2016-04-02
  主客观: 客观
  愿意纳入管理: true
处置:
  - {方式: 纳入组织管理, 日期: 2016-05-10}
";
const WANG_TEXT: &str = "\
姓名: 王强
性别: 男
出生年月: 1978-02-03
民族: 汉族
身份证号码: \"622423197802033513\"
入党日期: 2001-07-01
转正日期: 2002-07-01
学历学位:
  全日制教育: {学历: 大专}
流动:
  流出日期: 2015-03-01
  外出流向: 广东省深圳市
  外出类型: 省外
  外出原因: 务工
  活动证号码: 甘620422-0087
  与党组织联系情况: 每季度电话联系
  流出党支部联系人及联系方式: 陈静
  流入党支部联系人及联系方式: 无
  流入地: 深圳市宝安区某工厂
  流入地所在支部: 无
  从业状况: 其他
  党员身份: 农民
  开具组织关系: false
";
