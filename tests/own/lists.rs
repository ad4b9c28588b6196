//! Registers with a row for each entry of a list; their order.

use crate::common::sample::{CHEN, LI, OFFICE, WANG};
use crate::{expect_faults, form_of, view, with_form};

const UNIT: &str = "县直机关工委/政府办党支部";
const SEARCHES: &str = "编号: 台账\n标题: 查找台账\n纸张: 横向\n范围: 党支部\n对象: 失联党员\n\
    逐条: 失联.查找记录\n输出: \"{{ org }}/台账.pdf\"\n排序: [拼音(姓名), -本条.日期]\n列:\n\
    \x20 - {键: 序号, 表头: 序号}\n  - {键: 姓名, 表头: 姓名}\n  - {键: 本条.日期, 表头: 日期}\n\
    \x20 - {键: 本条.方式, 表头: 方式}\n  - {表头: 天数, 值: \"天数(本条.日期, 填表日期)\"}\n";

/// 李明 was searched for on 2016-03-20 and on 2016-04-02, 陈静 on 2016-04-01; the form is
/// filled in on 2016-04-20.
#[test]
fn each_entry_of_a_list_has_a_row() {
    let workspace = with_form("台账", SEARCHES);
    workspace.edit(
        CHEN,
        "  主客观: 客观",
        "  查找记录: [{日期: 2016-04-01, 方式: 电话}]\n  主客观: 客观",
    );
    workspace.expect(0, &["build", "--only", "台账"]);
    let cells = view(&workspace, "台账", UNIT).cells;
    let row = |index: usize| {
        let cell = |key: &str| cells[&format!("行[{index}].{key}")].clone();
        ["序号", "姓名", "本条.日期", "本条.方式", "天数"].map(cell)
    };
    assert_eq!(row(0), ["1", "陈静", "2016.04.01", "电话", "19"]);
    assert_eq!(row(1), ["2", "李明", "2016.04.02", "走访户籍地", "18"]);
    assert_eq!(row(2), ["3", "李明", "2016.03.20", "电话", "31"]);
    assert!(!cells.contains_key("行[3].姓名"));
    // Where a value comes from is the entry of its row.
    let out = "县直机关工委/政府办党支部/台账.pdf";
    let run = workspace.expect(0, &["where", out, "--cell", "行[1].本条.方式"]);
    assert!(run.stdout.contains("李明.yaml:18:"), "{}", run.stdout);
    assert!(!run.stdout.contains("李明.yaml:17:"), "{}", run.stdout);
    let run = workspace.expect(0, &["where", "张建国.yaml"]);
    assert!(!run.stdout.contains("台账"), "{}", run.stdout);
}

#[test]
fn entries_are_filtered_and_what_a_coarse_date_leaves_open_is_an_error() {
    let filtered = SEARCHES.replace("输出:", "逐条筛选: 本条.日期 >= 2016-04-01\n输出:");
    let workspace = with_form("台账", &filtered);
    workspace.expect(0, &["build", "--only", "台账"]);
    let cells = view(&workspace, "台账", UNIT).cells;
    assert_eq!(cells["行[0].本条.方式"], "走访户籍地");
    assert!(!cells.contains_key("行[1].姓名"));
    // March to April: before or after the first of April.
    workspace.edit(LI, "{日期: 2016-04-02, 方式", "{日期: 2016, 方式");
    let run = workspace.expect(1, &["build", "--only", "台账"]);
    assert!(run.codes().contains(&"E0304"), "{}", run.stderr);
    assert!(run.stderr.contains("李明.yaml:18:"), "{}", run.stderr);
    let _ = OFFICE;
}

/// 李明 was searched for twice, once of that in April.
#[test]
fn entries_are_counted_by_a_condition() {
    let form = "编号: 查找次数\n标题: 查找次数\n纸张: 纵向\n范围: 党支部\n对象: 失联党员\n\
        筛选: 有(失联.查找记录, 本条.日期 >= 2016-04-01)\n输出: \"{{ org }}/查找次数.pdf\"\n列:\n\
        \x20 - {键: 姓名, 表头: 姓名}\n\
        \x20 - {表头: 三月, 值: '数(失联.查找记录, 本条.日期 在 2016-03-01..2016-03-31)'}\n";
    let workspace = with_form("查找次数", form);
    workspace.expect(0, &["build", "--only", "查找次数"]);
    let cells = view(&workspace, "查找次数", UNIT).cells;
    assert_eq!(cells["行[0].姓名"], "李明");
    assert_eq!(cells["行[0].三月"], "1");
    assert!(!cells.contains_key("行[1].姓名"));
    // The whole of 2016 is before the first of April, or behind it.
    workspace.edit(LI, "{日期: 2016-04-02, 方式", "{日期: 2016, 方式");
    let run = workspace.expect(1, &["build", "--only", "查找次数"]);
    assert!(run.codes().contains(&"E0304"), "{}", run.stderr);
    assert!(run.stderr.contains("李明.yaml:18:"), "{}", run.stderr);
    workspace.edit(&form_of("查找次数"), "本条.日期 在", "本条.日子 在");
    expect_faults(
        &workspace,
        &form_of("查找次数"),
        &[(10, "是不是“本条.日期”？")],
    );
}

#[test]
fn a_list_that_is_none_and_a_key_that_is_none_are_told() {
    let wrong = SEARCHES.replace("逐条: 失联.查找记录", "逐条: 失联.查找纪录");
    let workspace = with_form("台账", &wrong);
    let run = workspace.expect(1, &["layouts", "check"]);
    assert!(run.stderr.contains("form.yaml:6:5") && run.stderr.contains("是不是“失联.查找记录”？"));
    let wrong = SEARCHES.replace("键: 本条.方式", "键: 本条.方法");
    let workspace = with_form("台账", &wrong);
    expect_faults(&workspace, &form_of("台账"), &[(13, "是不是“本条.方式”？")]);
}

/// 陈 chen, 李 li, 张 zhang; 7, 7 and 7 strokes: 张 (弓) 7, 李 (木) 7, 陈 (阝) 7.
#[test]
fn names_stand_by_pinyin() {
    let form = "编号: 名册\n标题: 名册\n纸张: 纵向\n范围: 党支部\n排序: [拼音(姓名)]\n\
        输出: \"{{ org }}/名册.pdf\"\n列:\n  - {键: 姓名, 表头: 姓名}\n";
    let workspace = with_form("名册", form);
    workspace.expect(0, &["build", "--only", "名册"]);
    let names = |workspace: &crate::common::Workspace| {
        let cells = view(workspace, "名册", UNIT).cells;
        (0..3)
            .map(|row| cells[&format!("行[{row}].姓名")].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&workspace), ["陈静", "李明", "张建国"]);
    workspace.edit(&form_of("名册"), "拼音(姓名)", "-拼音(姓名)");
    assert_eq!(names(&workspace), ["张建国", "李明", "陈静"]);
    workspace.edit(&form_of("名册"), "-拼音(姓名)", "拼音(年龄)");
    expect_faults(
        &workspace,
        &form_of("名册"),
        &[(5, "这里要写得出文字的式子")],
    );
}

/// The committee has the members of both branches, each branch a group in the order of
/// the folders: 县医院 before 政府办.
#[test]
fn a_committee_lists_the_members_of_its_branches() {
    let form = "编号: 名单\n标题: 名单\n纸张: 纵向\n范围: 党支部\n逐级: true\n排序: [拼音(姓名)]\n\
        输出: \"{{ org }}/名单.pdf\"\n列:\n  - {键: 序号, 表头: 序号}\n  - {键: 姓名, 表头: 姓名}\n";
    let workspace = with_form("名单", form);
    workspace.expect(0, &["layouts", "check", "名单"]);
    for _ in 0..2 {
        workspace.expect(0, &["build"]);
        let pdfs = workspace.pdfs();
        let lists = pdfs.iter().filter(|path| path.ends_with("名单.pdf"));
        assert_eq!(lists.count(), 3, "{pdfs:?}");
    }
    let view = view(&workspace, "名单", "县直机关工委");
    let names = (0..4).map(|row| view.cells[&format!("行[{row}].姓名")].as_str());
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["王强", "陈静", "李明", "张建国"]
    );
    assert_eq!(view.cells["行[3].序号"], "4");
    assert_eq!(view.groups, [0, 1]);
    assert_eq!(view.cells["组[1].名"], "政府办党支部（3人）");
    let out = "县直机关工委/名单.pdf";
    let run = workspace.expect(0, &["where", out, "--cell", "行[0].姓名"]);
    assert!(
        run.stdout.contains("县医院党支部/党员/王强.yaml:1:"),
        "{}",
        run.stdout
    );
    // What is wrong with a member of any branch keeps the list from being made.
    workspace.edit(LI, "姓名: 李明", "姓名: ");
    let run = workspace.expect(1, &["build", "--only", "名单", "--keep-going"]);
    assert!(run.stderr.contains("李明.yaml"), "{}", run.stderr);
    let left: Vec<&str> = run
        .stderr
        .lines()
        .filter(|line| line.contains("名单.pdf"))
        .collect();
    assert!(
        left.iter()
            .any(|line| line.contains("县直机关工委/名单.pdf")),
        "{}",
        run.stderr
    );
    // Branches are one group already.
    let twice = form.replace("排序:", "分组: 性别\n排序:");
    let workspace = with_form("名单", &twice);
    expect_faults(&workspace, &form_of("名单"), &[(6, "按党支部分组")]);
}

const OVER_BRANCHES: &str = "编号: 名单\n标题: 名单\n纸张: 纵向\n范围: 党支部\n逐级: true\n\
    排序: [拼音(姓名)]\n输出: \"{{ org }}/名单.pdf\"\n列:\n  - {键: 序号, 表头: 序号}\n\
    \x20 - {键: 姓名, 表头: 姓名}\n  - {键: 自定义.说明, 表头: 说明}\n自定义: {说明: 文字}\n";
const COMMITTEE: &str = "out/县直机关工委/名单.pdf";

/// Members of branches without an error are not held: they are read again when
/// the list is made, and not for one of which nothing has changed.
#[test]
fn a_list_is_the_same_whether_members_are_held_or_not() {
    let workspace = with_form("名单", OVER_BRANCHES);
    workspace.expect(0, &["build", "--only", "名单"]);
    let held = workspace.read(COMMITTEE);
    workspace.remove(COMMITTEE);
    workspace.remove("out/清单.json");
    workspace.expect(0, &["build"]);
    assert!(workspace.read(COMMITTEE) == held);
    let run = workspace.expect(0, &["build"]);
    assert!(run.stderr.contains("做好 0 份"), "{}", run.stderr);
    workspace.edit(LI, "姓名: 李明", "姓名: 李明明");
    workspace.expect(0, &["build"]);
    let changed = workspace.read(COMMITTEE);
    assert!(changed != held);
    workspace.expect(0, &["build", "--verify"]);
    workspace.expect(0, &["build", "--only", "名单", "--force"]);
    assert!(workspace.read(COMMITTEE) == changed);
}

/// What shows only on the page of a list is told once, at the value in the file of the
/// member, whom nobody holds any more.
#[test]
fn what_is_wrong_with_a_page_of_a_list_is_told_at_the_member() {
    let workspace = with_form("名单", OVER_BRANCHES);
    let old = String::from_utf8(workspace.read(LI)).expect("UTF-8");
    workspace.write(LI, format!("{old}自定义: {{说明: 甲\u{10fff}乙}}\n"));
    let run = workspace.expect(1, &["build", "--keep-going"]);
    let line = old.lines().count() + 1;
    let places: Vec<&str> = run
        .stderr
        .lines()
        .filter(|line| line.contains("--> "))
        .collect();
    assert!(places.len() == 1, "{}", run.stderr);
    assert!(
        places[0].contains(&format!("李明.yaml:{line}:")),
        "{}",
        run.stderr
    );
    let lists = workspace
        .pdfs()
        .into_iter()
        .filter(|path| path.ends_with("名单.pdf"));
    assert_eq!(
        lists.collect::<Vec<_>>(),
        ["县直机关工委/县医院党支部/名单.pdf"]
    );
}

/// A unit that hands up figures only has no members to list, and the list says so.
#[test]
fn a_list_says_whom_it_is_without() {
    let form = "编号: 名单\n标题: 名单\n纸张: 纵向\n范围: 党支部\n逐级: true\n\
        输出: \"{{ org }}/名单.pdf\"\n列:\n  - {键: 姓名, 表头: 姓名}\n";
    let workspace = with_form("名单", form);
    workspace.remove(WANG);
    workspace.write("data/县直机关工委/县医院党支部/汇总上报.yaml", REPORTED);
    let run = workspace.expect(0, &["build", "--only", "名单"]);
    assert_eq!(workspace.pdfs().len(), 2, "{}", run.stderr);
    let view = view(&workspace, "名单", "县直机关工委");
    assert!(
        view.cells["不含"].contains("县人民医院"),
        "{}",
        view.cells["不含"]
    );
}

/// A committee, a branch that counts 3, and one that hands up 5.
#[test]
fn a_table_has_a_line_for_each_branch() {
    let form = "编号: 支部\n标题: 各支部\n纸张: 横向\n范围: 组织\n人群: 在册\n\
        输出: \"{{ org }}/支部.pdf\"\n行: {按: 各组织, 合计: 合计}\n列:\n  - {头: 人数, 名: 人数}\n\
        \x20 - {头: 女, 名: 女, 条件: 性别 = “女”}\n关系: [女 <= 人数]\n";
    let workspace = with_form("支部", form);
    workspace.expect(0, &["layouts", "check", "支部"]);
    workspace.remove(WANG);
    let reported = "其他表: {支部: {行: {各组织: {人数: 5, 女: 2}, 合计: {人数: 5, 女: 2}}}}\n";
    workspace.write(
        "data/县直机关工委/县医院党支部/汇总上报.yaml",
        format!("{reported}{REPORTED}"),
    );
    workspace.expect(0, &["build", "--only", "支部"]);
    let view = view(&workspace, "支部", "县直机关工委");
    let cell = |name: &str| view.cells[name].as_str();
    assert_eq!(view.counts["组织"], 2);
    assert_eq!([cell("组织[0].人数"), cell("组织[0].女")], ["5", "2"]);
    assert_eq!(cell("组织[1].名"), "政府办党支部");
    assert_eq!([cell("组织[1].人数"), cell("组织[1].女")], ["3", "1"]);
    assert_eq!([cell("合计.人数"), cell("合计.女")], ["8", "3"]);
    let out = "县直机关工委/支部.pdf";
    let run = workspace.expect(0, &["where", out, "--cell", "组织[1].女"]);
    assert!(run.stdout.contains("陈静.yaml"), "{}", run.stdout);
    let wrong = form.replace("按: 各组织,", "按: 各组织, 值: [甲],");
    let workspace = with_form("支部", &wrong);
    expect_faults(&workspace, &form_of("支部"), &[(7, "不再写“值”和“其余”")]);
}

/// The same units: what each has handed up or counts in tables that it has anyway.
#[test]
fn a_line_for_each_unit_takes_the_figures_of_other_tables() {
    let form = "编号: 数字\n标题: 各单位数字\n纸张: 横向\n范围: 组织\n\
        输出: \"{{ org }}/数字.pdf\"\n行: {按: 各组织, 合计: 合计}\n列:\n\
        \x20 - {头: 在册, 名: 在册, 取自: 附件6.排查前在册党员人数}\n\
        \x20 - {头: 流动, 名: 流动, 取自: 附件6.补充资料.流动党员}\n\
        \x20 - {头: 失联, 名: 失联, 取自: 附件6.人数}\n\
        \x20 - {头: 两项, 名: 两项, 和: [流动, 失联]}\n关系: [失联 <= 在册]\n";
    let workspace = with_form("数字", form);
    workspace.expect(0, &["layouts", "check", "数字"]);
    workspace.remove(WANG);
    // Nothing is handed up for the table itself.
    workspace.write(
        "data/县直机关工委/县医院党支部/汇总上报.yaml",
        "填表日期: {附件6: 2016-04-20, 附件7: 2016-05-15}\n附件6:\n  行:\n    其他:\n      \
         {人数: 2, 性别/女: 1, 年龄/46岁至60岁: 2, 党龄/21年及以上: 2, 学历/初中及以下: 2, \
         失去联系时间/1年至5年: 2, 失去联系情形/其他: 2}\n    合计:\n      \
         {排查前在册党员人数: 9, 人数: 2, 性别/女: 1, 年龄/46岁至60岁: 2, 党龄/21年及以上: 2, \
         学历/初中及以下: 2, 失去联系时间/1年至5年: 2, 失去联系情形/其他: 2}\n  \
         补充资料: {流动党员: 4}\n附件7: {行: {}, 对账: {附件4: 0, 附件5: 2, 处置: 0, 补转: 0, 待处置: 2}}\n",
    );
    let run = workspace.expect(0, &["build", "--only", "数字"]);
    // A branch has no unit below it.
    let made = workspace.pdfs();
    assert_eq!(made, ["县直机关工委/数字.pdf"], "{}", run.stderr);
    let view = view(&workspace, "数字", "县直机关工委");
    let line = |line: &str| {
        let cells = ["在册", "流动", "失联", "两项"];
        cells
            .map(|column| view.cells[&format!("{line}.{column}")].clone())
            .join(" ")
    };
    assert_eq!(line("组织[0]"), "9 4 2 6");
    // 张建国, 李明 and 陈静; 李明 was not found.
    assert_eq!(line("组织[1]"), "3 0 1 1");
    assert_eq!(line("合计"), "12 4 3 7");
    let out = "县直机关工委/数字.pdf";
    let origin = |cell: &str| workspace.expect(0, &["where", out, "--cell", cell]).stdout;
    assert!(origin("组织[1].失联").contains("李明.yaml"));
    assert!(origin("组织[0].两项").contains("汇总上报.yaml"));
    // An edit of somebody who counts there makes the table anew.
    workspace.edit(
        LI,
        "结果: 无法取得联系",
        "结果: 已取得联系\n  取得联系日期: 2016-04-10",
    );
    workspace.expect(0, &["build", "--only", "数字"]);
}

#[test]
fn what_takes_figures_counts_nobody_and_finds_them() {
    let form = |columns: &str, rows: &str| {
        format!(
            "编号: 数字\n标题: 各单位数字\n纸张: 横向\n范围: 组织\n份数: 2\n\
             输出: \"{{{{ org }}}}/数字.pdf\"\n行: {rows}\n列:\n{columns}"
        )
    };
    let units = "{按: 各组织, 合计: 合计}";
    let taken = "  - {头: 甲, 名: 甲, 取自: 附件6.人数}\n";
    let expect = |columns: &str, rows: &str, expected: &[(usize, &str)]| {
        expect_faults(
            &with_form("数字", &form(columns, rows)),
            &form_of("数字"),
            expected,
        );
    };
    expect(
        taken,
        "{按: 性别, 值: [男, 女], 合计: 合计}",
        &[(9, "“取自”只用在一个组织占一行")],
    );
    let counts = format!("{taken}  - {{头: 乙, 名: 乙, 条件: 性别 = “女”}}\n");
    expect(&counts, units, &[(10, "自己不数人")]);
    let unknown = "  - {头: 甲, 名: 甲, 取自: 附件6.人头}\n";
    expect(unknown, units, &[(9, "没有“附件6.人头”这个数可取")]);
    let unknown = "  - {头: 甲, 名: 甲, 取自: 附件9.人数}\n";
    expect(unknown, units, &[(9, "没有“附件9.人数”这个数可取")]);
}

/// 附件6 and 附件7 of a unit with nobody in them.
const REPORTED: &str =
    "填表日期: {附件6: 2016-04-20, 附件7: 2016-05-15}\n附件6: {行: {}}\n附件7: {行: {}}\n";
