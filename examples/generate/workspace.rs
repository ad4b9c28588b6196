//! The files of a made-up county: committees, their branches, members of every
//! kind that the forms know.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use paicha::model::code::Code as _;
use paicha::model::codes::{LossCause, Occupation};

/// Members of a branch, and branches of a committee.
const OF_BRANCH: usize = 60;
const OF_COMMITTEE: usize = 12;
/// Different photos: so many that what is remembered of one is forgotten before
/// it comes again.
const PHOTOS: usize = 8;
const PORTRAITS: &str = "data/会宁县直机关工委/政府办党支部/照片";

const SURNAMES: [&str; 40] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹",
    "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
];
const GIVEN: [&str; 36] = [
    "建", "国", "志", "明", "文", "秀", "英", "玉", "兰", "海", "晓", "燕", "永", "强", "德", "福",
    "小", "红", "春", "梅", "金", "龙", "世", "昌", "慧", "敏", "俊", "杰", "素", "珍", "天", "佑",
    "维", "新", "成", "林",
];
const PEOPLES: [&str; 5] = ["汉族", "汉族", "汉族", "回族", "东乡族"];
const LEVELS: [&str; 6] = ["初中", "高中", "中专", "大专", "大学本科", "研究生"];
const ROUND: &str = "\
名称: 党员组织关系集中排查
文号: 会政办发〔2016〕34号
规则: 2016
排查前基准日: 2016-03-15
联系查找结束日: 2016-04-15
填表日期: {默认: 2016-04-20, 附件7: 2016-05-15}
流动统计起始日: 2016-01-01
";

/// Where the round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// Everything is decided: nothing is found.
    Ended,
    /// Of every other lost member nothing is decided, and who was not found was looked for
    /// in one way only: nearly every branch has warnings and notices.
    #[allow(dead_code, reason = "not all who make workspaces make these")]
    Midway,
}

/// Writes a workspace with so many members into a folder.
pub fn generate(members: usize, folder: &Path, round: Round) -> io::Result<()> {
    let data = folder.join("data");
    write(&data.join("排查.yaml"), ROUND)?;
    let county = data.join("某县");
    let name = "名称: 中共某县委员会\n类型: 地方党委\n";
    write(&county.join("党组织.yaml"), name)?;
    let photos = photos()?;
    for branch in 0..members.div_ceil(OF_BRANCH) {
        let committee = county.join(format!("{:03}工委", branch / OF_COMMITTEE));
        if branch % OF_COMMITTEE == 0 {
            let number = branch / OF_COMMITTEE;
            let name = format!("名称: 中共某县第{number}工作委员会\n类型: 党工委\n");
            write(&committee.join("党组织.yaml"), &name)?;
        }
        let folder = committee.join(format!("{branch:04}支部"));
        let name = format!(
            "名称: 中共某县第{branch}支部委员会\n简称: 第{branch}支部\n类型: 党支部\n\
             党组织类别: 党政机关\n填表人: 某某\n联系电话: 0943-3221234\n"
        );
        write(&folder.join("党组织.yaml"), &name)?;
        fs::create_dir_all(folder.join("照片"))?;
        for (number, photo) in photos.iter().enumerate() {
            fs::write(folder.join(format!("照片/样张{number}.jpg")), photo)?;
        }
        for member in branch * OF_BRANCH..((branch + 1) * OF_BRANCH).min(members) {
            let file = folder.join(format!("党员/{member:06}.yaml"));
            write(&file, &text(member, round))?;
        }
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().expect("a file stands in a folder"))?;
    fs::write(path, text)
}

/// The drawn portraits of the sample data, in the order of their names.
fn photos() -> io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(PORTRAITS);
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    paths.sort();
    paths.into_iter().take(PHOTOS).map(fs::read).collect()
}

/// Mixes a number well (SplitMix64): the same for the same number.
fn mixed(number: usize) -> usize {
    let mut z = (number as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) as usize
}

/// The file of a member.
fn text(member: usize, round: Round) -> String {
    let random = mixed(member);
    let pick = |list: &[&'static str], by: usize| list[(random >> by) % list.len()];
    let is_man = random % 2 == 1;
    let sex = if is_man { "男" } else { "女" };
    // A day of its own for each of ten thousand; then the next three figures.
    let (year, month, day) = (
        1950 + member % 35,
        1 + member / 35 % 12,
        1 + member / 420 % 28,
    );
    let order = 2 * (member / 11760) + usize::from(is_man);
    let area = if year < 1985 { "622423" } else { "620422" };
    let digits = format!("{area}{year:04}{month:02}{day:02}{order:03}");
    let id = format!(
        "{digits}{}",
        paicha::model::id_number::check_character(&digits)
    );
    let name = format!(
        "{}{}{}",
        pick(&SURNAMES, 8),
        pick(&GIVEN, 16),
        pick(&GIVEN, 24)
    );
    let is_probationer = member.is_multiple_of(97);
    let joined = match is_probationer {
        true => 2015,
        false => year + 22 + (random >> 32) % 6,
    };
    let mut text = format!(
        "姓名: {name}\n性别: {sex}\n出生年月: {year}-{month:02}-{day:02}\n民族: {}\n\
         籍贯: 甘肃会宁\n婚姻状况: 已婚\n照片: 照片/样张{}.jpg\n身份证号码: \"{id}\"\n\
         手机号码: \"139{:08}\"\n入党日期: {joined}-07-01\n入党介绍人: [李明远, 王志强]\n",
        pick(&PEOPLES, 40),
        member % PHOTOS,
        member % 100_000_000,
    );
    if !is_probationer {
        let _ = writeln!(text, "转正日期: {}-07-01", confirmed(joined));
    }
    let _ = write!(
        text,
        "参加工作时间: {}-09\n学历学位:\n  全日制教育: {{学历: {}, 毕业院校系及专业: 某学校某专业}}\n\
         工作单位及职务: 某县某局第{}科科员\n户籍所在地: 某县某镇某路{}号\n现居住地: 某县某镇某小区{}号楼\n\
         进入党支部日期: {joined}-07-01\n月应交纳党费: 35.00\n党费: {{交纳基数: 3500, 类别: 在职}}\n",
        year + 20,
        pick(&LEVELS, 48),
        member % 9 + 1,
        member % 300 + 1,
        member % 40 + 1,
    );
    match member % 25 {
        3 if !is_probationer => text.push_str(&standing(not_found(random), member, round)),
        7 if !is_probationer => text.push_str(&standing(found(random), member, round)),
        11 => text.push_str(AWAY),
        _ => {}
    }
    let _ = write!(
        text,
        "奖惩情况: {}年获县级先进个人。\n民主评议:\n  - {{评议时间: 2014, 评议结果: 合格}}\n  \
         - {{评议时间: 2015, 评议结果: 优秀}}\n家庭主要成员:\n  \
         - {{称谓: 父亲, 姓名: 某父, 出生年月: {}-02, 政治面貌: 群众, 工作单位及职务: 务农}}\n  \
         - {{称谓: 配偶, 姓名: 某某, 出生年月: {year}-06, 政治面貌: 群众, 工作单位及职务: 某学校教师}}\n",
        joined + 8,
        year - 24,
    );
    text
}

/// What is on record of a lost member so far.
fn standing(mut block: String, member: usize, round: Round) -> String {
    if round == Round::Midway {
        let decided = block.find("处置:").unwrap_or(block.len());
        let second = block
            .rfind("    - {日期: 2016-04-02, 方式")
            .filter(|at| *at < decided);
        match (member % 2, second) {
            (0, _) => block.truncate(decided),
            (_, Some(second)) => block.replace_range(second..decided, ""),
            _ => {}
        }
    }
    block
}

/// There was no 预备期 from April 1969 to August 1977.
fn confirmed(joined: usize) -> usize {
    match joined {
        1970..=1977 => joined,
        _ => joined + 1,
    }
}

fn pick_word(words: &[&'static str], number: usize) -> &'static str {
    words[number % words.len()]
}

/// Any but 其他, which needs a reason.
fn cause(random: usize) -> &'static str {
    let words = LossCause::WORDS;
    pick_word(&words[..words.len() - 1], random >> 28)
}

fn not_found(random: usize) -> String {
    format!(
        "职业: {}\n失联:\n  最后交纳党费: {}-06-30\n  情形: {}\n  原因: 外出后更换号码\n  \
         结果: 无法取得联系\n  查找记录:\n    \
         - {{日期: 2016-03-22, 方式: 电话, 对象: 本人, 结果: 停机, 查找人: 某某}}\n    \
         - {{日期: 2016-04-02, 方式: 走访户籍地, 对象: 其兄, 结果: 不知去向, 查找人: 某某}}\n\
         处置:\n  - {{方式: 自行脱党除名, 日期: 2016-05-10}}\n",
        pick_word(Occupation::WORDS, random >> 12),
        2013 + (random >> 20) % 3 - usize::from((random >> 20) % 3 == 2),
        cause(random),
    )
}

fn found(random: usize) -> String {
    format!(
        "职业: {}\n失联:\n  最后组织生活: 2013-05-20\n  情形: {}\n  结果: 已取得联系\n  \
         取得联系日期: 2016-04-02\n  主客观: 客观\n  愿意纳入管理: true\n\
         处置:\n  - {{方式: 纳入组织管理, 日期: 2016-05-10}}\n",
        pick_word(Occupation::WORDS, random >> 12),
        cause(random),
    )
}

const AWAY: &str = "\
流动:
  流出日期: 2015-11-05
  外出流向: 广东省深圳市
  外出类型: 省外
  外出原因: 务工
  活动证号码: 无
  与党组织联系情况: 每月电话联系
  流出党支部联系人及联系方式: 某某 0943-3221234
  流入党支部联系人及联系方式: 无
  流入地: 深圳市南山区某公司
  流入地所在支部: 无
  从业状况: 其他
  党员身份: 农民
  开具组织关系: false
";
