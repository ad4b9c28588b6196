//! Feeds bytes to reading and checking: as a member's file, the round, an
//! organisation, the figures of a unit, or a photo, by their first byte.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use paicha::check::fix::fixed;
use paicha::forms::{Catalogue, LayoutFiles, found};
use paicha::load::{Album, Files, Picture, Unit, Workspace, decoded, file_of, raw};
use paicha::model::codes::RollSplit;
use paicha::model::member::Member;
use paicha::tabulate::Source;

const ROUND: &str =
    "名称: 排查\n排查前基准日: 2016-03-15\n联系查找结束日: 2016-04-15\n填表日期: 2016-04-20\n";
const BRANCH: &str = "名称: 甲支部\n类型: 党支部\n党组织类别: 农村\n";

/// Photos with more dots than this only cost time: what reads them is the same.
const DOTS: usize = 1 << 20;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::of(&LayoutFiles::of(&Files::in_folder(Path::new("/nowhere")))));

fuzz_target!(|data: &[u8]| {
    let Some((kind, bytes)) = data.split_first() else {
        return;
    };
    if kind % 5 == 4 {
        return look(bytes);
    }
    let kind = kind % 5;
    // Bytes of other encodings are looked at as `--fix` reads them.
    let Ok(read) = decoded(bytes) else {
        return;
    };
    let text = read.text;
    if kind == 0
        && let Some((mended, _)) = fixed::<Member>(Path::new("甲.yaml"), &text)
    {
        assert!(!mended.contains(raw::is_odd));
    }
    let text = |own: u8, other: &str| {
        if kind == own {
            text.clone()
        } else {
            other.to_owned()
        }
    };
    let member = text(0, "姓名: 甲\n");
    let path = Path::new("data/甲支部/党员/甲.yaml");
    let organisation = file_of(Path::new("data/甲支部/党组织.yaml"), &text(2, BRANCH));
    let figures = || file_of(Path::new("data/甲支部/汇总上报.yaml"), &text(3, ""));
    let unit = Unit {
        path: "甲支部".to_owned(),
        parent: None,
        below: Vec::new(),
        organisation,
        member_paths: [path.to_owned()].into_iter().collect(),
        figures: (kind == 3).then(figures),
        texts: Vec::new(),
    };
    let workspace = Workspace {
        files: Files::in_folder(Path::new("/nowhere")),
        settings: None,
        round: Some(file_of(Path::new("data/排查.yaml"), &text(1, ROUND))),
        units: [unit].into_iter().collect(),
        faults: Vec::new(),
        unfinished: Vec::new(),
        texts: Vec::new(),
        album: Album::default(),
    };
    let declared = CATALOGUE.declared(RollSplit::TotalOnly);
    let roster =
        |unit, _: &Unit| declared.roster(&workspace, unit, |_, path| file_of(path, &member));
    let rosters = workspace.units.par_map(roster);
    found::all(Source::all(&workspace, &declared, &rosters), &CATALOGUE);
});

/// Looks at a photo. What is left of one that is whole is whole, and the same.
fn look(bytes: &[u8]) {
    let Ok(picture) = Picture::of(bytes) else {
        return;
    };
    let (width, height) = picture.size();
    if width * height <= DOTS && Picture::whole(bytes).is_ok() {
        let plain = Picture::whole(&picture.bytes).expect("a whole picture");
        assert!(plain.bytes == picture.bytes);
    }
}
