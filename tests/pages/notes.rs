//! The notes, word for word as in the notice: `notes/附件N.txt` is taken from
//! its text.

use paicha::typeset::Inspected;

use crate::check;
use crate::harness::{Files, page_text, squash};

const NOTES: [(&str, &str); 6] = [
    ("附件1", include_str!("notes/附件1.txt")),
    ("附件3", include_str!("notes/附件3.txt")),
    ("附件4", include_str!("notes/附件4.txt")),
    ("附件5", include_str!("notes/附件5.txt")),
    ("附件6", include_str!("notes/附件6.txt")),
    ("附件7", include_str!("notes/附件7.txt")),
];

#[test]
fn the_last_page_holds_the_notes_word_for_word() {
    let bench = Files::branch().open();
    for (form, notes) in NOTES {
        let pages = bench.blank(form);
        let last = pages.pages.len() - 1;
        let folio = format!("—{}—", last + 1);
        let expected = folio + &squash(notes);
        assert_eq!(page_text(&pages, last), expected, "{form}");
        let (width, height) = pages.pages[last].size;
        assert!(width < height, "{form}: the notes stand on a portrait page");
    }
}

#[test]
fn form_2_has_no_notes() {
    let pages = Files::branch().open().blank("附件2");
    assert_eq!(pages.pages.len(), 1);
}

/// A form of a unit's own (附件7, note 6), blank, with these notes.
pub fn of_a_form_of_ones_own(notes: &[String]) -> Inspected {
    let form = serde_json::json!({
        "编号": "附件9", "标题": "自行设计的登记表", "纸张": "横向", "范围": "党支部",
        "输出": "{{ org }}/{{ id }}.pdf",
        "列": [{"键": "姓名", "表头": "姓名", "宽": 225}],
        "说明": {"标题": "填表说明", "条文": notes},
    });
    let layout = "#import \"/layouts/lib/register.typ\": register\n\
        #register(json(\"/form.json\"), json(\"/data.json\"))\n";
    let bench = Files::branch()
        .write("layouts/附件9/form.yaml", &form.to_string())
        .write("layouts/附件9/layout.typ", layout)
        .open();
    bench.blank("附件9")
}

#[test]
fn notes_that_do_not_fit_go_on_to_further_pages() {
    let paragraph = |n: usize| {
        let long = "本栏由党支部根据摸排查找情况逐项核对后填写，".repeat(n % 7 + 1);
        format!("{n}. {long}不得涂改。")
    };
    let notes: Vec<String> = (1..=30).map(paragraph).collect();
    let pages = of_a_form_of_ones_own(&notes);
    // 30 paragraphs of one to six lines are more than three pages of 22 lines.
    assert!(pages.pages.len() >= 4, "{} pages", pages.pages.len());
    let mut text = String::new();
    for page in 1..pages.pages.len() {
        let folio = format!("—{}—", page + 1);
        text += page_text(&pages, page).strip_prefix(&folio).unwrap();
    }
    assert_eq!(text, squash(&format!("填表说明{}", notes.concat())));
    check::inside("附件9", &pages);
    check::no_overlap("附件9", &pages);
}
