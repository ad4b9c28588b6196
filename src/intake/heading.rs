//! What a column of a sheet stands for: its heads, those above it included, are looked up
//! among the keys, and in the table of what people write instead of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::author::member;
use crate::model::key::Key;
use crate::model::meant::{Place, bare, joined, places};
use crate::model::member::Member;
use crate::model::numbered::Document;
use crate::model::other_names::{OtherName, names};
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

/// The name by which the table knows members' files.
const FILE: &str = <Member as Document>::NAME;

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| places(<Member as Document>::KEYS));

/// The names of the table as they are compared, by the block and the name.
type Names = HashMap<(&'static str, String), (&'static str, &'static OtherName)>;

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let blocks = PLACES.iter().map(|place| place.route.as_str());
    let all = blocks.flat_map(|block| names(FILE, block).map(move |one| (block, one)));
    let all = all.map(|(block, (name, meant))| ((block, bare(name)), (name, meant)));
    // Of two that are alike the first stands.
    all.collect::<Vec<_>>().into_iter().rev().collect()
});

/// What a column is taken for, by its heads from the top.
pub fn purpose(heads: &[String]) -> Purpose {
    let heads: Vec<String> = heads.iter().map(|head| bare(head)).collect();
    let Some((own, above)) = heads.split_last() else {
        return Purpose::Unknown;
    };
    let blocks: Vec<&'static str> = above.iter().rev().filter_map(|head| block(head)).collect();
    let in_blocks = blocks.iter().find_map(|block| within(block, own));
    // 全日制教育 and below it 学历 may be written as one.
    let whole = || (!above.is_empty()).then(|| heads.concat());
    in_blocks
        .or_else(|| by_name("", &whole()?).filter(|found| !is_presence(found)))
        .or_else(|| by_name("", own))
        .or_else(|| elsewhere(own))
        .unwrap_or(Purpose::Unknown)
}

/// Whether a column only says that there is something.
fn is_presence(purpose: &Purpose) -> bool {
    matches!(purpose, Purpose::Computed(Computed::Has(_)))
}

/// The route of the block that a head stands for.
pub fn block(head: &str) -> Option<&'static str> {
    let head = bare(head);
    let is_block = |route: &str| PLACES.iter().any(|place| place.route == route);
    let own = PLACES.iter().find(|place| {
        let last = place.route.rsplit('.').next();
        !place.route.is_empty() && last == Some(&*head)
    });
    let named = || match NAMES.get(&("", head.clone()))?.1 {
        OtherName::Keys(keys) => keys.iter().copied().find(|key| is_block(key)),
        _ => None,
    };
    own.map(|place| place.route.as_str()).or_else(named)
}

/// A head within the block of a head above it, or in one below that.
fn within(block: &'static str, own: &str) -> Option<Purpose> {
    let below = format!("{block}.");
    let in_block = by_key(own, &|place| place.route == block);
    in_block
        .or_else(|| by_name(block, own))
        .or_else(|| by_key(own, &|place| place.route.starts_with(&below)))
}

/// Keys of this name in blocks; those of lists have no column.
fn by_key(own: &str, is_meant: &dyn Fn(&Place) -> bool) -> Option<Purpose> {
    let found = PLACES
        .iter()
        .filter(|place| is_meant(place))
        .flat_map(|place| {
            let keys = place.keys.iter().filter(|key: &&Key| key.name == own);
            keys.filter_map(|key| member::key(&joined(&place.route, key.name)))
        });
    of_keys(found.map(KeyId::route).collect())
}

/// Keys of blocks, where the name is that of few.
fn elsewhere(own: &str) -> Option<Purpose> {
    let found = by_key(own, &|place| !place.route.is_empty())?;
    let is_few = !matches!(&found, Purpose::Several(keys) if keys.len() > FEW);
    is_few.then_some(found)
}

/// More keys than these are no answer.
const FEW: usize = 3;

fn of_keys(routes: Vec<&'static str>) -> Option<Purpose> {
    match routes[..] {
        [] => None,
        [route] => member::key(route).map(Purpose::Key),
        _ => Some(Purpose::Several(routes)),
    }
}

/// The keys themselves, and what is written for them in a block.
fn by_name(block: &'static str, own: &str) -> Option<Purpose> {
    let is_top = block.is_empty() && PLACES[0].keys.iter().any(|key| key.name == own);
    let key = is_top.then(|| member::key(own)).flatten();
    if let Some(key) = key {
        return Some(Purpose::Key(key));
    }
    // A block as a column says whether there is one.
    let is_block = |route: &str| PLACES.iter().any(|place| place.route == route);
    let own_block = PLACES
        .iter()
        .find(|place| block.is_empty() && place.route == own);
    if let Some(place) = own_block.filter(|_| !own.is_empty()) {
        return Some(Purpose::Computed(Computed::Has(&place.route)));
    }
    let (name, meant) = *NAMES.get(&(block, own.to_owned()))?;
    Some(match meant {
        OtherName::Folder => Purpose::Branch,
        OtherName::Follows(keys) => match keys[..] {
            [] => Purpose::Number,
            ["出生年月"] => Purpose::Computed(Computed::Age),
            ["转正日期"] if name == "党龄" => Purpose::Computed(Computed::Standing),
            ["转正日期"] => Purpose::Computed(Computed::Category),
            ["停止党籍日期", ..] => Purpose::Computed(Computed::State),
            _ => Purpose::Computed(Computed::Lost),
        },
        OtherName::Keys(keys) => match keys[..] {
            [route] if is_block(route) => Purpose::Computed(Computed::Has(route)),
            _ => of_keys(
                keys.iter()
                    .copied()
                    .filter(|key| member::key(key).is_some())
                    .collect(),
            )?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_for(heads: &[&str]) -> String {
        let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
        match purpose(&heads) {
            Purpose::Key(key) => key.route().to_owned(),
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
            (&["年龄（周岁）"], "Unknown"),
            (&[], "Unknown"),
        ] {
            assert_eq!(taken_for(heads), meant, "{heads:?}");
        }
    }
}
