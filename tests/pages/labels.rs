//! The labels of forms.md: each blank page holds them, in reading order, and
//! nothing else.

use crate::harness::{FORMS, Files, page_text, squash};

/// Labels of a page. `spanning` heads stand beside several rows and are drawn
/// amid them; all others follow one another in this order.
struct Labels {
    page: usize,
    spanning: &'static [&'static str],
    rows: &'static [&'static str],
}

/// The columns of 附件3–5 before and after 联系电话, which 附件5 does not have.
const REGISTER: [&str; 2] = [
    "姓名 性别 民族 年龄 党龄 学历 职业 曾任党内职务 \
     与党组织失去联系时间 失去联系情形 党组织类别",
    "备注",
];

const GROUPS: &str = "国有企业解除劳动关系人员 非公有制企业离职人员 农村外出务工经商人员 \
    机关事业单位离退休人员 高校毕业生 街道社区人户分离人员 组织关系在人才中心人员 其他 合计";

fn labels_of(form: &str) -> Vec<Labels> {
    let page = |page, spanning, rows| Labels {
        page,
        spanning,
        rows,
    };
    match form {
        "附件1" => vec![
            page(
                0,
                &["照片", "学历学位", "党员流动信息"],
                &[
                    "附件1 党员基本情况登记表",
                    "姓名 性别 出生年月（岁） 民族 籍贯 婚姻状况",
                    "入党日期 转正日期 参加工作时间 入党时所在支部 转正时所在支部",
                    "全日制教育 毕业院校系及专业 在职教育 毕业院校系及专业",
                    "工作单位及职务 组织关系所在单位 户籍所在地 现居住地",
                    "所在党支部 进入党支部日期 现任党内职务 入党介绍人",
                    "月应交纳党费 手机号码 身份证号码 QQ号码或微信号",
                    "流出日期 外出流向 外出类型 外出原因 活动证号码 与党组织联系情况",
                    "流出党支部联系人及联系方式 流入党支部联系人及联系方式",
                    "流入地（单位） 失去联系时间",
                ],
            ),
            page(
                1,
                &[
                    "民主评议情况",
                    "出国（境）情况",
                    "家庭主要成员及重要社会关系情况",
                ],
                &[
                    "奖惩情况 评议时间 评议结果",
                    "出国日期 出国原因 出国后与组织联系情况 党籍处理方式",
                    "回国日期 恢复组织生活情况",
                    "称谓 姓名 年龄 政治面貌 工作单位及职务",
                    "党支部意见 支部书记签字： 党支部（盖章） 年月日",
                    "党（工）委审核意见 党（工）委（盖章） 年月日",
                    "填表人签名：",
                ],
            ),
        ],
        "附件2" => vec![page(
            0,
            &[],
            &[
                "附件2 流动党员基本信息登记表",
                "姓名 性别 民族 学历 出生年月 入党时间",
                "流出地所在支部（乡镇村/社区） 流入地所在支部（省市县） 流动时间（年月日）",
                "从业状况 党员身份 有无开具组织关系 流动证号 联系方式",
                "备注：流动党员从业状况分为“两新”组织、个体户、其他三类；",
                "党员身份分为农民、下岗职工、社区居民、其他四类。",
                "填表人： 联系电话：",
            ],
        )],
        "附件6" => vec![page(
            0,
            &[],
            &[
                "附件6 与党组织失去联系党员情况汇总表 填报单位（盖章）： 填表日期：年月日",
                "经查找仍然无法取得联系党员 数量 结构 失去联系情况",
                "性别 民族 年龄 党龄 学历 党内职务 失去联系时间 失去联系情形",
                "项目 群体",
                "排查前在册党员人数 预备党员 人数 预备党员 女 少数民族",
                "35岁及以下 36岁至45岁 46岁至60岁 61岁及以上",
                "1年以下 1年至5年 6年至10年 11年至20年 21年及以上",
                "初中及以下 高中、中专 大学专科及以上 书记 副书记、委员",
                "6个月以上不满1年 1年至5年 6年至10年 11年及以上",
                "外出务工经商 单位改制或破产 毕业后去向不明 工作单位改变",
                "出国（境） 居住地改变 其他",
                GROUPS,
                "补充资料：流动党员人。 填表人： 联系电话：",
            ],
        )],
        "附件7" => vec![page(
            0,
            &["管理情况"],
            &[
                "附件7 与党组织失去联系党员管理及处置情况汇总表 填报单位（盖章）： 填表日期：年月日",
                "处理情况 组织处理 纪律处分 方式 群体",
                "纳入组织管理 不予承认党员资格 取消预备党员资格 保留组织关系 停止党籍",
                "退党除名 限期改正 劝退或劝而不退除名 自行脱党除名",
                "警告 严重警告 撤销党内职务 留党察看 开除党籍",
                GROUPS,
                "填表人： 联系电话：",
            ],
        )],
        _ => Vec::new(),
    }
}

fn without_folio(text: &str, page: usize) -> String {
    let folio = format!("—{}—", page + 1);
    text.strip_prefix(&folio)
        .unwrap_or_else(|| panic!("no folio: {text}"))
        .to_owned()
}

#[test]
fn blank_pages_hold_the_labels_and_nothing_else() {
    let bench = Files::branch().open();
    for form in FORMS {
        let pages = bench.blank(form);
        for labels in labels_of(form) {
            let mut text = without_folio(&page_text(&pages, labels.page), labels.page);
            for head in labels.spanning {
                assert!(text.contains(head), "{form}: {head} in {text}");
                text = text.replacen(head, "", 1);
            }
            assert_eq!(text, squash(&labels.rows.join("")), "{form}");
        }
    }
}

#[test]
fn registers_of_the_lost_have_their_columns_in_order() {
    let bench = Files::branch().open();
    let titles = [
        ("附件3", "与党组织失去联系党员登记表"),
        ("附件4", "经查找取得联系党员登记表"),
        ("附件5", "经查找仍然无法取得联系党员登记表"),
    ];
    for (form, title) in titles {
        let text = without_folio(&page_text(&bench.blank(form), 0), 0);
        let phone = if form == "附件5" {
            ""
        } else {
            "联系电话"
        };
        let head = "填报单位（盖章）： 填表日期：年月日";
        let foot = "填表人： 联系电话：";
        let expected = [form, title, head, REGISTER[0], phone, REGISTER[1], foot];
        assert_eq!(text, squash(&expected.join("")), "{form}");
    }
}

#[test]
fn the_label_of_the_form_stands_first_on_its_first_page() {
    let bench = Files::branch().open();
    for form in FORMS {
        let text = without_folio(&page_text(&bench.blank(form), 0), 0);
        assert!(text.starts_with(form), "{form}: {text}");
    }
}

/// The same through another program: the text layer of the PDF itself.
#[test]
#[ignore = "needs pdftotext"]
fn the_text_layer_of_the_pdf_holds_all_labels() {
    let bench = Files::branch().open();
    let dir = tempfile::tempdir().unwrap();
    for form in FORMS {
        let path = dir.path().join(format!("{form}.pdf"));
        let pdf = bench.pdf(form, &paicha::forms::View::blank(), form);
        std::fs::write(&path, pdf).unwrap();
        let output = std::process::Command::new("pdftotext")
            .args(["-raw"])
            .arg(&path)
            .arg("-")
            .output()
            .unwrap();
        let text = squash(&String::from_utf8(output.stdout).unwrap());
        for labels in labels_of(form) {
            for label in labels.rows.iter().chain(labels.spanning) {
                for word in label.split(' ').filter(|word| !word.is_empty()) {
                    assert!(text.contains(word), "{form}: {word} in {text}");
                }
            }
        }
    }
}
