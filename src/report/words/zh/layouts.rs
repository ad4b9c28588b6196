//! Chinese: layouts and fonts.

use crate::check::finding::LayoutFinding;

pub fn message(finding: &LayoutFinding) -> String {
    match finding {
        LayoutFinding::Unnamed { form, cell } => {
            format!("{form}印了“{cell}”的值，却没有给那一格起名")
        }
        LayoutFinding::KeyUnprinted(key) => format!("“{key}”是必填的，却没有一张表印它"),
        LayoutFinding::Grid {
            page,
            missing,
            lies,
            at,
            along,
            ..
        } => {
            let (line, edge) = if *lies {
                ("横线", "上边")
            } else {
                ("竖线", "左边")
            };
            let fault = if *missing {
                "少了一条"
            } else {
                "多了一条"
            };
            format!(
                "空白表第 {page} 页{fault}{line}：离纸的{edge} {at:.1} 毫米，从 {:.1} 到 {:.1} 毫米",
                along.0, along.1
            )
        }
        LayoutFinding::Warning(words) => format!("版面文件有疑点：{words}"),
        LayoutFinding::FontFile => "这个文件不是字体，或者读不了，没有用它".to_owned(),
    }
}

pub fn help(finding: &LayoutFinding) -> Option<String> {
    Some(match finding {
        LayoutFinding::Unnamed { cell, .. } => {
            format!("写成 [#block(…, 值)#label(\"{cell}\")]，或者用 layouts/lib/cell.typ 的 value")
        }
        LayoutFinding::KeyUnprinted(key) => {
            format!("在党员的表的 form.yaml 的“格”里和版面里加上“{key}”")
        }
        LayoutFinding::Grid {
            nearest: Some(near),
            missing: true,
            ..
        } => format!(
            "版面上最近的一条在 {near:.1} 毫米；改版面，或者用 paicha layouts grid 重写 grid.yaml"
        ),
        LayoutFinding::Grid { missing: true, .. } => {
            "改版面，或者用 paicha layouts grid 重写 grid.yaml".to_owned()
        }
        LayoutFinding::Grid { .. } => {
            "从版面里去掉，或者用 paicha layouts grid 重写 grid.yaml".to_owned()
        }
        LayoutFinding::Warning(_) => return None,
        LayoutFinding::FontFile => "换成 .ttf、.otf 或 .ttc 字体文件，或者删去".to_owned(),
    })
}
