//! Cells that are ticked or set letter by letter: they show what the data says, or there is
//! an error.

use crate::common::Workspace;
use crate::common::sample::{self, ZHANG};
use crate::{expect_faults, form_of};

const FORM: &str = "编号: 便条\n标题: 便条\n纸张: 纵向\n范围: 党员\n\
    输出: \"{{ org }}/便条/{{ member }}.pdf\"\n格:\n  - {键: 性别, 格式: 勾选}\n\
    \x20 - {键: 身份证号码, 格式: 逐字}\n  - {键: 预备, 值: 预备党员, 格式: 勾选}\n";
const LAYOUT: &str = "#import \"/layouts/lib/page.typ\": setup\n\
    #import \"/layouts/lib/shown.typ\": boxes, field\n\
    #let t = json(\"/data.json\").格\n#show: setup.with(json(\"/form.json\"))\n\
    #field(\"性别\", t, 60mm, 8mm)\n#field(\"预备\", t, 60mm, 8mm)\n\
    #boxes(\"身份证号码\", t.at(\"身份证号码\", default: \"\"), 120mm, 8mm)\n";

fn workspace(layout: &str) -> Workspace {
    let workspace = sample::workspace();
    workspace
        .write(&form_of("便条"), FORM)
        .write("layouts/便条/layout.typ", layout);
    workspace
}

/// The text of each cell of a member's note, and of the blank one.
fn cells(
    workspace: &Workspace,
    member: Option<&str>,
) -> std::collections::BTreeMap<String, String> {
    let project = paicha::Project::open(workspace.root());
    let form = project.catalogue.get("便条").expect("a form");
    let Some(name) = member else {
        return paicha::forms::View::blank_of(form).cells;
    };
    let units = &project.workspace.units;
    let unit = units
        .find(|unit| unit.path.ends_with("政府办党支部"))
        .expect("a unit");
    let members = &units[unit].member_paths;
    let member = members.find(|path| path.ends_with(format!("{name}.yaml")));
    let view = paicha::forms::View::of(project.source(), form, unit, member);
    view.expect("readable").cells
}

#[test]
fn boxes_are_ticked_as_the_data_says() {
    let workspace = workspace(LAYOUT);
    workspace.expect(0, &["layouts", "check", "便条"]);
    workspace.expect(0, &["build", "--only", "便条"]);
    workspace.expect(0, &["build", "--only", "便条", "--blank"]);
    for (member, sex, probationer) in [
        (Some("张建国"), "☑男 ☐女", "☐是 ☑否"),
        (Some("陈静"), "☐男 ☑女", "☐是 ☑否"),
        (None, "☐男 ☐女", "☐是 ☐否"),
    ] {
        let cells = cells(&workspace, member);
        assert_eq!(
            (&*cells["性别"], &*cells["预备"]),
            (sex, probationer),
            "{member:?}"
        );
    }
    workspace
        .edit(ZHANG, "转正日期: 1991-07-01\n", "")
        .edit(ZHANG, "1990-07-01", "2015-12-01");
    assert_eq!(cells(&workspace, Some("张建国"))["预备"], "☑是 ☐否");
}

#[test]
fn a_tick_that_the_layout_sets_by_itself_is_an_error() {
    // A man as a woman.
    let wrong = LAYOUT.replace(
        "#field(\"性别\", t, 60mm, 8mm)",
        "#[#block(width: 60mm)[☐男 ☑女]#label(\"性别\")]",
    );
    let run = workspace(&wrong).expect(1, &["build", "--only", "便条"]);
    assert_eq!(run.codes(), ["E1106"], "{}", run.stderr);
    // A cell that nothing declares.
    let wrong = LAYOUT.replace(
        "#field(\"性别\", t, 60mm, 8mm)",
        "#field(\"性别\", t, 60mm, 8mm)\n☐男 ☐女",
    );
    let run = workspace(&wrong).expect(1, &["layouts", "check", "便条"]);
    assert_eq!(run.codes(), ["E1126"], "{}", run.stderr);
    assert!(
        run.stderr.contains("layouts/便条/layout.typ:6:"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_number_has_a_box_for_each_character() {
    let wrong = LAYOUT.replace(
        "#boxes(\"身份证号码\", t.at(\"身份证号码\", default: \"\"), 120mm, 8mm)",
        "#field(\"身份证号码\", t, 120mm, 8mm)",
    );
    let run = workspace(&wrong).expect(1, &["build", "--only", "便条"]);
    assert_eq!(run.codes(), ["E1128"], "{}", run.stderr);
    // Over two lines it would be misread.
    let wrong = LAYOUT.replace("120mm, 8mm)", "120mm, 16mm, n: 9)").replace(
        "#boxes(\"身份证号码\", t.at(\"身份证号码\", default: \"\"),",
        "#let halves(name, t, w, h, n: 9) = [#block(width: w, height: h, stack(..t.clusters().chunks(n).map(c => stack(dir: ltr, ..c.map(x => box(width: 5mm, x))))))#label(name)]\n\
         #halves(\"身份证号码\", t.at(\"身份证号码\", default: \"\"),",
    );
    let run = workspace(&wrong).expect(1, &["build", "--only", "便条"]);
    assert!(run.codes().contains(&"E1125"), "{}", run.stderr);
}

#[test]
fn only_choices_are_ticked() {
    let workspace = workspace(LAYOUT);
    workspace.edit(&form_of("便条"), "值: 预备党员", "值: 年龄");
    expect_faults(&workspace, &form_of("便条"), &[(9, "只有几项里选一项的")]);
}

const STRUCK: &str = "编号: 便条\n标题: 便条\n纸张: 纵向\n范围: 党员\n\
    输出: \"{{ org }}/便条/{{ member }}.pdf\"\n格:\n  - {键: 性别, 格式: 划去}\n\
    \x20 - {键: 预备, 值: 预备党员, 格式: 划去, 词: [预备, 正式]}\n";
const STRUCK_LAYOUT: &str = "#import \"/layouts/lib/page.typ\": setup\n\
    #import \"/layouts/lib/shown.typ\": struck\n\
    #let t = json(\"/data.json\").格\n#show: setup.with(json(\"/form.json\"))\n\
    #struck(\"性别\", t.at(\"性别\", default: \"\"), 60mm, 8mm)\n\
    #struck(\"预备\", t.at(\"预备\", default: \"\"), 60mm, 8mm)\n";

fn of_struck(layout: &str) -> Workspace {
    let workspace = workspace(layout);
    workspace.write(&form_of("便条"), STRUCK);
    workspace
}

#[test]
fn words_that_do_not_apply_are_struck_out() {
    let workspace = of_struck(STRUCK_LAYOUT);
    workspace.expect(0, &["layouts", "check", "便条"]);
    workspace.expect(0, &["build", "--only", "便条"]);
    workspace.expect(0, &["build", "--only", "便条", "--blank"]);
    for (member, sex, probationer) in [
        (Some("张建国"), "男/女\u{336}", "预\u{336}备\u{336}/正式"),
        (Some("陈静"), "男\u{336}/女", "预\u{336}备\u{336}/正式"),
        (None, "男/女", "预备/正式"),
    ] {
        let cells = cells(&workspace, member);
        let found = (&*cells["性别"], &*cells["预备"]);
        assert_eq!(found, (sex, probationer), "{member:?}");
    }
}

#[test]
fn what_is_struck_out_wrongly_is_an_error() {
    let set = |words: &str| {
        STRUCK_LAYOUT.replace(
            "#struck(\"性别\", t.at(\"性别\", default: \"\"), 60mm, 8mm)",
            &format!("#[#block(width: 60mm, {words})#label(\"性别\")]"),
        )
    };
    // A man as a woman; nothing; half a word; a line that is no stroke through the word.
    for words in [
        "[#strike(offset: -0.38em)[男]/女]",
        "[男/女]",
        "[男/#box[女#place(dx: -1em, dy: -0.5em, line(length: 0.5em))]]",
        "[男/#box[女#place(dx: -1em, dy: -0.05em, line(length: 1em))]]",
    ] {
        let run = of_struck(&set(words)).expect(1, &["build", "--only", "便条"]);
        assert!(run.codes().contains(&"E1106"), "{words}: {}", run.stderr);
    }
}

#[test]
fn words_belong_to_conditions_and_strokes_to_cards() {
    let workspace = of_struck(STRUCK_LAYOUT);
    workspace.edit(&form_of("便条"), "词: [预备, 正式]", "词: [预备]");
    expect_faults(&workspace, &form_of("便条"), &[(8, "“词”是两个词")]);
    let workspace = of_struck(STRUCK_LAYOUT);
    workspace.edit(
        &form_of("便条"),
        "{键: 性别, 格式: 划去}",
        "{键: 性别, 格式: 划去, 词: [男, 女]}",
    );
    expect_faults(&workspace, &form_of("便条"), &[(7, "“词”是两个词")]);
    let workspace = of_struck(STRUCK_LAYOUT);
    workspace.edit(
        &form_of("便条"),
        "{键: 性别, 格式: 划去}",
        "{键: 籍贯, 格式: 划去}",
    );
    expect_faults(&workspace, &form_of("便条"), &[(7, "只有几项里选一项的")]);
}
