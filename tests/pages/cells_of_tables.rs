//! Registers and cross-tables as cell → text.

use serde_json::{Value, json};

use crate::check;
use crate::harness::{Files, cell};

/// Lost since 2010-10-10: 65 months on 2016-03-15, 66 on 2016-04-15; 38 years
/// old, 14 years of 党龄 on 2016-04-20.
fn lost(name: &str, result: Value) -> Value {
    let mut member = json!({
        "姓名": name, "性别": "女", "出生年月": "1978-02-03", "民族": "回族",
        "身份证号码": "622423197802031245", "手机号码": "13893005678",
        "入党日期": "2001-05-01", "转正日期": "2002-04-20", "进入党支部日期": "2003-05-20",
        "学历学位": {"全日制教育": {"学历": "高中"}, "在职教育": {"学历": "大学专科"}},
        "曾任党内职务": ["组织委员"], "职业": "农村外出务工经商人员",
        "失联": {"最后组织生活": "2010-10-10", "情形": "居住地改变", "备注": "户籍已迁出。"},
    });
    for (key, value) in result.as_object().unwrap() {
        member["失联"][key] = value.clone();
    }
    member
}

const REGISTER_ROW: [(&str, &str); 13] = [
    ("姓名", "马兰"),
    ("性别", "女"),
    ("民族", "回族"),
    ("年龄", "38"),
    ("党龄", "14"),
    ("学历", "大学专科"),
    ("职业", "③"),
    ("曾任党内职务", "组织委员"),
    ("失去联系时间", "5年6个月"),
    ("失去联系情形", "⑥"),
    ("党组织类别", "④"),
    ("联系电话", "13893005678"),
    ("备注", "户籍已迁出。"),
];

#[test]
fn a_row_of_the_registers_of_the_lost() {
    let not_found = json!({"结果": "无法取得联系"});
    let found = json!({"结果": "已取得联系", "取得联系日期": "2016-04-02"});
    let bench = Files::branch()
        .member("马兰", &lost("马兰", not_found))
        .member("马莲", &lost("马莲", found))
        .open();
    for (form, rows) in [("附件3", 2), ("附件4", 1), ("附件5", 1)] {
        let view = bench.view(form, "支部", None);
        let pages = bench.pages_of(form, &view);
        assert_eq!(view.counts["行"], rows, "{form}");
        for (key, text) in REGISTER_ROW {
            let name = format!("行[0].{key}");
            match (form, key) {
                ("附件5", "联系电话") => assert!(!pages.texts().contains_key(&name)),
                ("附件4", "姓名") => assert_eq!(cell(&pages, &name), "马莲"),
                _ => assert_eq!(cell(&pages, &name), text, "{form}: {name}"),
            }
        }
        let head = [
            ("填报单位", "会宁县人民政府办公室党支部"),
            ("填表日期", "2016年4月20日"),
            ("填表人", "陈頔"),
            ("联系电话", "0943-3221234"),
        ];
        for (name, text) in head {
            assert_eq!(cell(&pages, name), text, "{form}: {name}");
        }
        check::all(form, &view, &pages);
    }
}

#[test]
fn a_row_of_the_register_of_the_floating() {
    let member = json!({
        "姓名": "马兰", "性别": "女", "出生年月": "1978-02-03", "民族": "回族",
        "手机号码": "13893005678", "入党日期": "2001-05-01", "转正日期": "2002-05-01",
        "学历学位": {"全日制教育": {"学历": "高中"}},
        "流动": {"流出日期": "2015-03-01", "外出类型": "省外", "从业状况": "“两新”组织",
                 "党员身份": "农民", "开具组织关系": true, "活动证号码": "甘白会2015003",
                 "流入地所在支部": "深圳市南山区某社区党支部"},
    });
    let bench = Files::branch().member("马兰", &member).open();
    let view = bench.view("附件2", "支部", None);
    let pages = bench.pages_of("附件2", &view);
    let row = [
        ("姓名", "马兰"),
        ("性别", "女"),
        ("民族", "回族"),
        ("学历", "高中"),
        ("出生年月", "1978.02"),
        ("入党时间", "2001.05.01"),
        ("流出地所在支部", "政府办党支部"),
        ("流入地所在支部", "深圳市南山区某社区党支部"),
        ("流动时间", "2015.03.01"),
        ("从业状况", "“两新”组织"),
        ("党员身份", "农民"),
        ("开具组织关系", "有"),
        ("流动证号", "甘白会2015003"),
        ("联系方式", "13893005678"),
    ];
    for (key, text) in row {
        assert_eq!(cell(&pages, &format!("行[0].{key}")), text, "{key}");
    }
    check::all("附件2", &view, &pages);
}

/// The rows of 附件6 and 附件7.
pub const GROUPS: [&str; 9] = [
    "国有企业解除劳动关系人员",
    "非公有制企业离职人员",
    "农村外出务工经商人员",
    "机关事业单位离退休人员",
    "高校毕业生",
    "街道社区人户分离人员",
    "组织关系在人才中心人员",
    "其他",
    "合计",
];

const COLUMNS_6: &str = "排查前在册党员人数 排查前在册党员人数/预备党员 人数 人数/预备党员 性别/女 \
    民族/少数民族 年龄/35岁及以下 年龄/36岁至45岁 年龄/46岁至60岁 年龄/61岁及以上 党龄/1年以下 \
    党龄/1年至5年 党龄/6年至10年 党龄/11年至20年 党龄/21年及以上 学历/初中及以下 学历/高中、中专 \
    学历/大学专科及以上 党内职务/书记 党内职务/副书记、委员 失去联系时间/6个月以上不满1年 \
    失去联系时间/1年至5年 失去联系时间/6年至10年 失去联系时间/11年及以上 失去联系情形/外出务工经商 \
    失去联系情形/单位改制或破产 失去联系情形/毕业后去向不明 失去联系情形/工作单位改变 \
    失去联系情形/出国（境） 失去联系情形/居住地改变 失去联系情形/其他";

const COLUMNS_7: &str = "纳入组织管理 不予承认党员资格 取消预备党员资格 保留组织关系 停止党籍 \
    退党除名 限期改正 劝退或劝而不退除名 自行脱党除名 警告 严重警告 撤销党内职务 留党察看 开除党籍";

/// One who could not be found, in the row of 农村外出务工经商人员: these columns
/// of 附件6 hold 1, all others 0. 排查前在册党员人数 stands in the total only.
const ONE_6: [&str; 9] = [
    "人数",
    "性别/女",
    "民族/少数民族",
    "年龄/36岁至45岁",
    "党龄/11年至20年",
    "学历/大学专科及以上",
    "党内职务/副书记、委员",
    "失去联系时间/1年至5年",
    "失去联系情形/居住地改变",
];

#[test]
fn the_cross_tables_hold_their_figures() {
    let mut member = lost("马兰", json!({"结果": "无法取得联系"}));
    member["处置"] = json!([{"方式": "自行脱党除名", "日期": "2016-05-10"}]);
    let bench = Files::branch().member("马兰", &member).open();
    for (form, columns) in [("附件6", COLUMNS_6), ("附件7", COLUMNS_7)] {
        let view = bench.view(form, "支部", None);
        let pages = bench.pages_of(form, &view);
        for group in GROUPS {
            for column in columns.split_whitespace() {
                let of_row = group == GROUPS[2] || group == "合计";
                let figure = match column {
                    _ if column.starts_with("排查前") && group != "合计" => "",
                    "排查前在册党员人数" => "1",
                    "自行脱党除名" if of_row => "1",
                    _ if of_row && ONE_6.contains(&column) => "1",
                    _ => "0",
                };
                let name = format!("{group}.{column}");
                assert_eq!(cell(&pages, &name), figure, "{form}: {name}");
            }
        }
        check::all(form, &view, &pages);
    }
    assert_eq!(
        cell(&bench.pages("附件6", "支部"), "补充资料.流动党员"),
        "0"
    );
    assert_eq!(
        cell(&bench.pages("附件7", "支部"), "填表日期"),
        "2016年5月15日"
    );
}

#[test]
fn blank_tables_have_all_cells_and_nothing_in_them() {
    let bench = Files::branch().open();
    let head = ["填报单位", "填表日期", "填表人", "联系电话"];
    let foot_only = ["填表人", "联系电话"];
    let mut of_6: Vec<String> = vec!["补充资料.流动党员".to_owned()];
    let mut of_7: Vec<String> = vec!["对账".to_owned()];
    for group in GROUPS {
        of_6.extend(COLUMNS_6.split_whitespace().map(|c| format!("{group}.{c}")));
        of_7.extend(COLUMNS_7.split_whitespace().map(|c| format!("{group}.{c}")));
    }
    for (form, fixed, table) in [
        ("附件2", &foot_only[..], vec![]),
        ("附件3", &head, vec![]),
        ("附件4", &head, vec![]),
        ("附件5", &head, vec![]),
        ("附件6", &head, of_6),
        ("附件7", &head, of_7),
    ] {
        let mut expected = table;
        expected.extend(fixed.iter().map(|name| (*name).to_owned()));
        expected.sort();
        let texts = bench.blank(form).texts();
        assert_eq!(
            texts.keys().cloned().collect::<Vec<_>>(),
            expected,
            "{form}"
        );
        assert!(texts.values().all(String::is_empty), "{form}: {texts:?}");
    }
}
