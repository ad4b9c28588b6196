//! Chinese: pages that break the contract.

use crate::check::finding::{Breach, BreachKind};

pub fn message(form: &str, breach: &Breach) -> String {
    let Breach { page, cell, kind } = breach;
    let cell = match cell.as_str() {
        "" => String::new(),
        cell => format!("“{cell}”栏"),
    };
    match kind {
        BreachKind::OutsideCell { text, .. } => {
            format!("{form}第 {page} 页{cell}的文字超出格子：“{text}”")
        }
        BreachKind::OutsidePage { text } => {
            format!("{form}第 {page} 页{cell}的文字印到纸外：“{text}”")
        }
        BreachKind::Overlap { text, other } => {
            format!("{form}第 {page} 页{cell}的“{text}”与“{other}”印在一处")
        }
        BreachKind::Different { printed, value } => {
            format!("{form}第 {page} 页{cell}印的是“{printed}”，数据是“{value}”")
        }
    }
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
        BreachKind::Different { .. } => "改版面文件，格子里只印它的键的值".to_owned(),
    }
}
