//! Chinese: pages that break the contract.

use crate::check::finding::{Breach, BreachKind};

pub fn message(form: &str, breach: &Breach) -> String {
    let Breach { page, cell, kind } = breach;
    let cell = match cell.as_str() {
        "" => String::new(),
        cell => format!("“{cell}”栏"),
    };
    let place = format!("{form}第 {page} 页{cell}");
    match kind {
        BreachKind::OutsideCell { text, .. } => format!("{place}的文字超出格子：“{text}”"),
        BreachKind::OutsidePage { text } => format!("{place}的文字印到纸外：“{text}”"),
        BreachKind::Overlap { text, other } => format!("{place}的“{text}”与“{other}”印在一处"),
        BreachKind::Cut { text } => format!("{place}的文字被裁掉一部分：“{text}”"),
        BreachKind::Different { printed, value } => {
            format!("{place}印的是“{printed}”，数据是“{value}”")
        }
        BreachKind::Unprinted => format!("{form}没有印出{cell}"),
        BreachKind::UnknownCell(_) => format!(
            "{form}第 {page} 页有“{}”这一格，表里没有这一项",
            breach.cell
        ),
        BreachKind::Paper { found, expected } => format!(
            "{form}第 {page} 页是 {}，应为 {}",
            size(*found),
            size(*expected)
        ),
        BreachKind::PageCount {
            found,
            expected,
            or_more,
        } => {
            let least = if *or_more { "至少 " } else { " " };
            format!("{form}排成 {found} 页（说明除外），应为{least}{expected} 页")
        }
        BreachKind::NotesCount { found: 0 } => format!("{form}没有印出说明"),
        BreachKind::NotesCount { found } => {
            format!("{form}没有说明，后面却多出 {found} 页")
        }
        BreachKind::NoCell => format!("{form}第 {page} 页一格也没有"),
        BreachKind::CoarsePicture { size: (w, h), dpi } => format!(
            "{form}第 {page} 页的照片印成 {w:.0} × {h:.0} 毫米，只有每英寸 {dpi} 点，会发虚"
        ),
        BreachKind::StretchedPicture { printed, own } => {
            let way = if printed > own { "拉宽" } else { "拉长" };
            format!("{form}第 {page} 页的照片被{way}了")
        }
        BreachKind::ForeignFont { text, family } => {
            format!("{place}的“{text}”用了字体“{family}”，它不是任何一种用途的字体")
        }
        BreachKind::Shrunk { cells, usual } => {
            let cells: Vec<String> = cells
                .iter()
                .map(|(cell, size)| format!("“{cell}”{size} 磅"))
                .collect();
            format!("{form}的字由 {usual} 磅缩小：{}", cells.join("、"))
        }
    }
}

fn size((width, height): (f64, f64)) -> String {
    format!("{width:.0} × {height:.0} 毫米")
}

pub fn help(breach: &Breach) -> String {
    match &breach.kind {
        BreachKind::OutsideCell {
            size, room, count, ..
        } if count > room => format!(
            "格子宽 {:.0} 毫米，一行可容 {room} 字，现 {count} 字；改宽格子、缩小字号，或把文字写短",
            size.0
        ),
        BreachKind::OutsideCell { size, .. } => format!(
            "格子高 {:.0} 毫米，放不下这么多行；改高格子、缩小字号，或把文字写短",
            size.1
        ),
        BreachKind::OutsidePage { .. } => "改版面文件，使格子都在纸内".to_owned(),
        BreachKind::Overlap { .. } => "改版面文件，使两处错开".to_owned(),
        BreachKind::Cut { .. } => "改版面文件，去掉 clip，或给文字留够地方".to_owned(),
        BreachKind::Different { .. } => "改版面文件，格子里只印它的键的值".to_owned(),
        BreachKind::Unprinted => {
            "在版面文件里加上这一格，或者在 form.yaml 里去掉这一项".to_owned()
        }
        BreachKind::UnknownCell(Some(near)) => format!("是不是“{near}”？"),
        BreachKind::UnknownCell(None) => "改版面文件里的名称，或者在 form.yaml 里加上这一项".to_owned(),
        BreachKind::Paper { .. } => "改版面文件的纸张，或者改 form.yaml 的“纸张”".to_owned(),
        BreachKind::PageCount { .. } => "改版面文件，或者改 form.yaml 的“页数”".to_owned(),
        BreachKind::NotesCount { .. } => "改版面文件，或者改 form.yaml 的“说明”".to_owned(),
        BreachKind::NoCell => "改版面文件，去掉空页".to_owned(),
        BreachKind::CoarsePicture { .. } => "换一张更清楚的照片，或者印小一些".to_owned(),
        BreachKind::StretchedPicture { .. } => {
            "在版面文件里用 fit: \"contain\"，使照片保持原来的宽高比例".to_owned()
        }
        BreachKind::ForeignFont { .. } => {
            "版面文件里用 layouts/lib/fonts.typ 的 fangsong、song、hei、kai、biaosong；各用途的字体见 paicha fonts".to_owned()
        }
        BreachKind::Shrunk { .. } => "不必改；嫌小的，把文字写短".to_owned(),
    }
}
