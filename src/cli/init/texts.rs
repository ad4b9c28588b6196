//! What stands in the files of a new workspace.

use std::path::{Path, PathBuf};

use super::answers::Answers;
use crate::author::{Given, scalar, template, template_showing};
use crate::derive::away_from_without;
use crate::load::{DATA, ORGANISATION, ROUND, travelling};
use crate::model::member::Member;
use crate::model::organisation::Organisation;
use crate::model::record::Record;
use crate::model::round::Round;
use crate::publish::OUT;
use crate::report::Lang;
use crate::typeset::fonts::USER_FONTS;

/// The files, by their paths in the workspace. Where organisations are there already,
/// none is added.
pub fn files(root: &Path, answers: &Answers, lang: Lang) -> Vec<(PathBuf, String)> {
    let data = Path::new(DATA);
    let mut files = vec![(data.join(ROUND), round(answers, lang))];
    let has_units = has_organisation(&root.join(DATA));
    if !has_units {
        let mut above = data.to_owned();
        if let Some(name) = &answers.organisation {
            above = above.join(folder(name));
            files.push((above.join(ORGANISATION), organisation(name, false, lang)));
        }
        for name in &answers.branches {
            files.push((
                above.join(folder(name)).join(ORGANISATION),
                organisation(name, true, lang),
            ));
        }
    }
    let sample = template(Member::KEYS, &[], lang.pick(0, 1));
    let head = lang.pick(SAMPLE, SAMPLE_EN);
    files.push((
        Path::new("样例").join("党员.yaml"),
        format!("{head}{sample}"),
    ));
    files.push((
        Path::new("layouts").join("说明.txt"),
        lang.pick(LAYOUTS, LAYOUTS_EN).to_owned(),
    ));
    files.push((".gitignore".into(), format!("/{OUT}/\n/{USER_FONTS}/\n")));
    files.push((".gitattributes".into(), ATTRIBUTES.to_owned()));
    files
}

const ATTRIBUTES: &str = "\
* text=auto eol=lf
*.jpg binary
*.jpeg binary
*.png binary
*.pdf binary
*.xlsx binary
*.xls binary
*.ttf binary
*.otf binary
";
const SAMPLE: &str = "\
# 样例：党员的文件可以写的每一个键。这个文件不读，只供照抄。
# 真的文件放在党支部的文件夹里：data/…/党员/姓名.yaml，一人一个；用不着的键不写。
# ● 是必须写的；“…”换成自己的内容。
";
const SAMPLE_EN: &str = "\
# A sample: every key that a member's file can have. Nothing reads this file.
# Real ones stand in the folder of their branch: data/…/党员/NAME.yaml.
# ● marks what must be given; put your own text for “…”.
";
const LAYOUTS: &str = "\
自己设计的表放在这个文件夹里，一张表一个文件夹；没有也可以。
照现成的表新建一张：paicha layouts new 名册 --like 附件3
";
const LAYOUTS_EN: &str = "\
Forms of your own stand here, a folder each; there need be none.
Make one after another: paicha layouts new NAME --like 附件3
";

fn round(answers: &Answers, lang: Lang) -> String {
    let note = |is_given: bool| {
        let words = lang.pick(
            "这是 2016 年通知里的日期，请改成本轮的",
            "the day of the notice of 2016: put that of your round",
        );
        (!is_given).then(|| words.to_owned())
    };
    let [baseline, search_end, filled_on] = answers.days;
    let days = [
        ("排查前基准日", baseline),
        ("联系查找结束日", search_end),
        ("填表日期", filled_on),
    ];
    let days = days.map(|(key, day)| Given {
        key,
        value: day.to_string(),
        note: note(!answers.is_of_notice),
    });
    let name = Given {
        key: "名称",
        value: scalar(&answers.name),
        note: None,
    };
    let given: Vec<Given<'_>> = [name].into_iter().chain(days).collect();
    let away_from = away_from_without(baseline).map(|day| ("流动统计起始日", day.to_string()));
    let usual: Vec<(&str, String)> = away_from.into_iter().collect();
    template_showing(Round::KEYS, &given, &usual, lang.pick(0, 1))
}

/// An organisation is called as was said; its kind and class are to be looked at.
fn organisation(name: &str, is_branch: bool, lang: Lang) -> String {
    let check = lang.pick("请核对", "please check");
    let mut given = vec![
        Given {
            key: "名称",
            value: scalar(name),
            note: None,
        },
        Given {
            key: "类型",
            value: if is_branch {
                "党支部"
            } else {
                "基层党委"
            }
            .to_owned(),
            note: (!is_branch).then(|| check.to_owned()),
        },
    ];
    if is_branch {
        given.push(Given {
            key: "党组织类别",
            value: "党政机关".to_owned(),
            note: Some(check.to_owned()),
        });
    }
    template(Organisation::KEYS, &given, lang.pick(0, 1))
}

fn folder(name: &str) -> String {
    travelling(name).unwrap_or_else(|| "党支部".to_owned())
}

/// Whether some folder holds an organisation.
fn has_organisation(data: &Path) -> bool {
    let entries = walkdir::WalkDir::new(data).into_iter().flatten();
    entries
        .into_iter()
        .any(|entry| entry.file_name() == ORGANISATION)
}
