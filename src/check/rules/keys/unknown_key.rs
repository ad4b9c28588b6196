//! Keys are fixed, most are labels printed on the forms.

use super::listed;
use crate::check::prelude::*;
use crate::model::unknown::{Meant, Unknown};

rule! {
    /// A key that is none here.
    enum UnknownKey = E0050 "不认识的键" Error;

    /// A key that this block does not have.
    InBlock(unknown: Unknown)
        zh { format!("不认识“{}”这个键", unknown.key) } { way(unknown, Lang::Zh) };
        en { format!("unknown key “{}”", unknown.key) } { way(unknown, Lang::En) };
    /// A key where ids of tables stand; those there are.
    Table(key: String, known: Vec<String>)
        zh "不认识“{key}”这个键" { format!("可写：{}", known.join("、")) };
        en "unknown key “{key}”" { format!("accepted: {}", known.join(", ")) };
    /// A key of 自定义 that no form declares; those that are declared.
    Custom(key: String, known: Vec<String>)
        zh "没有表用到“自定义”的键“{key}”" { match known[..] {
            [] => "要加键，先写在 form.yaml 的“自定义”里".to_owned(),
            _ => format!("可写：{}；要加键，写在 form.yaml 的“自定义”里", known.join("、")),
        } };
        en "no form declares the key “{key}” of 自定义" { match known[..] {
            [] => "declare it in 自定义 of a form.yaml".to_owned(),
            _ => format!(
                "accepted: {}; more can be declared in 自定义 of a form.yaml",
                known.join(", ")
            ),
        } };
}

/// The way out: the key that is meant, with its block, else the keys that there are.
fn way(unknown: &Unknown, lang: Lang) -> String {
    let key = &unknown.key;
    match (&unknown.meant, lang) {
        (Meant::Here(keys), _) => near_ones(lang, keys),
        (Meant::Elsewhere(routes, line), _) => {
            let is_same = routes.iter().all(|route| parted(route).1 == key);
            let places = routes.iter().map(|route| match is_same {
                true => block(parted(route).0, lang),
                false => named(route, lang),
            });
            let places = joined(lang, &places.collect::<Vec<_>>());
            match (is_same, lang) {
                (true, Lang::Zh) => format!("“{key}”要写在{places}里：{line}"),
                (true, Lang::En) => format!("“{key}” belongs {places}: {line}"),
                (false, Lang::Zh) => format!("是不是{places}？写成：{line}"),
                (false, Lang::En) => format!("did you mean {places}? {line}"),
            }
        }
        (Meant::Follows([]), Lang::Zh) => format!("“{key}”由软件编排，删去这一行"),
        (Meant::Follows([]), Lang::En) => format!("“{key}” is given by the program: drop it"),
        (Meant::Follows(keys), Lang::Zh) => {
            let keys: Vec<String> = keys.iter().map(|key| format!("“{key}”")).collect();
            format!("“{key}”由软件按{}得出，删去这一行", keys.join("、"))
        }
        (Meant::Follows(keys), Lang::En) => {
            format!("“{key}” follows from {}: drop it", keys.join(", "))
        }
        (Meant::Folder, Lang::Zh) => {
            format!("“{key}”看文件放在哪个组织的文件夹里，删去这一行")
        }
        (Meant::Folder, Lang::En) => {
            format!("“{key}” is where the file stands: drop it")
        }
        (Meant::Nothing, _) => {
            let is_given = |name: &&str| unknown.given.contains(name);
            let keys = unknown.block.keys.iter().map(|key| key.name);
            let free: Vec<&str> = keys.clone().filter(|name| !is_given(name)).collect();
            let free = if free.is_empty() {
                keys.collect()
            } else {
                free
            };
            let listed = listed(&unknown.block, &free, lang);
            match (free.contains(&"备注"), lang) {
                (false, _) => listed,
                (true, Lang::Zh) => format!("{listed}；表上没有这一栏的，记在“备注”里"),
                (true, Lang::En) => format!("{listed}; what no form has goes into 备注"),
            }
        }
    }
}

fn parted(route: &str) -> (&str, &str) {
    route.rsplit_once('.').unwrap_or(("", route))
}

/// A block in words: “学历学位”的“全日制教育”.
fn block(route: &str, lang: Lang) -> String {
    let steps: Vec<String> = route.split('.').map(|step| format!("“{step}”")).collect();
    match (route, lang) {
        ("", Lang::Zh) => "最外层（行首不空格）".to_owned(),
        ("", Lang::En) => "at the top, without indentation".to_owned(),
        (_, Lang::Zh) => steps.join("的"),
        (_, Lang::En) => format!("in {}", steps.join(", ")),
    }
}

/// A key with its block in words.
fn named(route: &str, lang: Lang) -> String {
    let (of, key) = parted(route);
    match (of, lang) {
        ("", Lang::Zh) => format!("最外层的“{key}”"),
        ("", Lang::En) => format!("“{key}” at the top"),
        (_, Lang::Zh) => format!("{}里的“{key}”", block(of, lang)),
        (_, Lang::En) => format!("“{key}” {}", block(of, lang)),
    }
}
