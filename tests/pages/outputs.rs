//! The outputs that are held fast as plans and as pixels: each form blank and
//! filled in, and the card of a member who has too much of everything.

use std::sync::LazyLock;

use paicha::forms::View;
use paicha::typeset::Inspected;
use serde_json::{Value, json};

use crate::harness::{Bench, FORMS, Files};
use crate::pages::member;

/// An output: its name as in the files that hold it fast.
pub struct Output {
    pub name: String,
    pub pages: Inspected,
    pub pdf: Vec<u8>,
}

/// All of them, made once for all tests.
pub fn all() -> &'static [Output] {
    static ALL: LazyLock<Vec<Output>> = LazyLock::new(make);
    &ALL
}

/// The branch of the sample whose forms have most to show: a register of two
/// pages, a line of 对账. `docs/sample-data.md` works it out by hand.
const BRANCH: &str = "会宁县直机关工委/政府办党支部";
/// A member of it with a photo, who was away for a while.
const MEMBER: &str = "曹国庆";

fn make() -> Vec<Output> {
    let sample = Bench::sample();
    let mut outputs = Vec::new();
    for form in FORMS {
        outputs.push(output(&sample, form, "空白", &View::blank()));
        let member = (form == "附件1").then_some(MEMBER);
        let view = sample.view(form, BRANCH, member);
        outputs.push(output(&sample, form, "已填", &view));
    }
    let bench = Files::branch().member("丁", &extreme()).open();
    let view = bench.view("附件1", "支部", Some("丁"));
    outputs.push(output(&bench, "附件1", "极端", &view));
    outputs
}

fn output(bench: &Bench, form: &str, variant: &str, view: &View) -> Output {
    let name = format!("{form}-{variant}");
    Output {
        pages: bench.pages_of(form, view),
        pdf: bench.pdf(form, view, &name),
        name,
    }
}

/// Ten years of reviews, twelve relatives, long texts, a name of four rare
/// characters: the rows of the first side grow, the second goes on.
fn extreme() -> Value {
    let mut member = member("𤧛祎䶮𬭎");
    let address = "会宁县䶮家湾乡𬭎泉村第三村民小组，原会师镇长征南路二百三十八号".repeat(2);
    for key in ["工作单位及职务", "组织关系所在单位", "现居住地"] {
        member[key] = json!(address);
    }
    member["入党时所在支部"] = json!("中共会宁县新添堡回族乡农业技术推广服务中心支部委员会");
    member["入党介绍人"] = json!(["欧阳震华", "阿依古丽·买买提", "司马相如"]);
    member["QQ号码或微信号"] = json!("wxid_abcdefghijklmnopqrst");
    member["奖惩情况"] =
        json!("2008年获甘肃省抗震救灾先进个人称号，记三等功一次；2014年年度考核优秀。".repeat(20));
    let review = |n: usize| {
        let result = ["合格", "优秀", "基本合格", "不合格"][n % 4];
        json!({"评议时间": (2006 + n).to_string(), "评议结果": result})
    };
    member["民主评议"] = (0..10).map(review).collect();
    let stay = |year: usize| {
        json!({"出国日期": format!("{year}-09-01"), "出国原因": "劳务",
            "党籍处理方式": "保留组织关系", "回国日期": format!("{}-07", year + 1)})
    };
    member["出国"] = [2002, 2006, 2011].map(stay).to_vec().into();
    let relative = |n: usize| {
        json!({"称谓": "兄弟", "姓名": format!("𤧛{}", ["翀", "頔", "㛃"][n % 3]), "年龄": 20 + n,
            "政治面貌": "中共预备党员",
            "工作单位及职务": format!("会宁县第{n}中学教师，兼任教务处副主任、工会委员")})
    };
    member["家庭主要成员"] = (0..12).map(relative).collect();
    member
}
