//! Pages in layers: the values over what is the same for all members.

use std::collections::BTreeSet;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Object};
use paicha::typeset::{Inspected, Pages, compile};
use serde_json::json;

use crate::harness::{Bench, Files};
use crate::pages::member;

const NAME: &str = "司马相如";

/// A card over its layers, and one whose back goes on to a further page.
fn cards() -> [(Bench, usize); 2] {
    let people = (0..60).map(|number| {
        json!({"称谓": "其他", "姓名": format!("某{number}"), "出生年月": "1990-02",
            "政治面貌": "群众", "工作单位及职务": "务农"})
    });
    let mut many = member(NAME);
    many["家庭主要成员"] = people.collect();
    [(member(NAME), 3), (many, 5)]
        .map(|(member, pages)| (Files::branch().member(NAME, &member).open(), pages))
}

/// Texts, lines and pictures, whatever the order in which they are drawn.
fn drawn(pages: &Inspected) -> Vec<BTreeSet<String>> {
    let page = |page: &paicha::typeset::PageFrame| {
        let texts = page.texts.iter().map(|run| {
            let (x, y) = run.origin;
            let cell = run.cell.as_deref().unwrap_or_default();
            format!(
                "{x:.2} {y:.2} {:.2} {} {cell} {}",
                run.width, run.size, run.text
            )
        });
        let rules = page.rules.iter().map(|rule| {
            let ((x, y), (to_x, to_y)) = (rule.start, rule.end);
            format!("{x:.2} {y:.2} {to_x:.2} {to_y:.2} {:.3}", rule.thickness)
        });
        let cells = page.cells.iter().map(|cell| {
            let (x, y, width, height) = cell.area;
            format!("{} {x:.2} {y:.2} {width:.2} {height:.2}", cell.name)
        });
        texts.chain(rules).chain(cells).collect()
    };
    pages.pages.iter().map(page).collect()
}

/// Of the sample every page that has a layer stands on it.
#[test]
fn no_page_is_refused_by_its_layer() {
    let bench = Bench::sample();
    let maker = bench.maker();
    for output in bench.outputs() {
        let form = &bench.project.catalogue.forms[output.form];
        let view = maker.view(&output).expect("data without errors");
        bench.pdf(form.id(), &view, &output.path);
    }
    assert_eq!(bench.refused_pages(), 0);
}

/// Rows that grow, and a value over its empty cell on a layer: each cell is there once.
#[test]
fn a_cell_and_its_value_are_one() {
    for (bench, _) in cards() {
        let view = bench.view("附件1", "支部", Some(NAME));
        let world = bench.world("附件1", &view);
        for pages in [compile(&world), Pages::whole(&world)] {
            for page in pages.unwrap().0.inspected.pages {
                let names: BTreeSet<&str> =
                    page.cells.iter().map(|cell| cell.name.as_str()).collect();
                assert_eq!(names.len(), page.cells.len());
            }
        }
    }
}

#[test]
fn values_over_layers_are_the_same_page_as_a_whole_one() {
    for (bench, count) in cards() {
        let view = bench.view("附件1", "支部", Some(NAME));
        let world = bench.world("附件1", &view);
        let layered = compile(&world).unwrap().0;
        let whole = Pages::whole(&world).unwrap().0;
        assert_eq!(layered.count(), count);
        assert_eq!(drawn(&layered.inspected), drawn(&whole.inspected));
        let layers = layered
            .inspected
            .pages
            .iter()
            .map(|page| page.layer.as_deref());
        let keys: Vec<Option<&str>> = layers.collect();
        assert_eq!(keys[0], Some("正面/1"));
        // A page that goes on is laid out as a whole.
        assert_eq!(keys[1].is_some(), count == 3, "{keys:?}");
        let notes = format!("说明/{count}/0");
        assert_eq!(keys[count - 1], Some(notes.as_str()));
    }
}

/// All marked content of a page has its structure element, which says so itself and
/// is found from the root; nothing else is.
#[test]
fn marked_content_of_both_layers_is_in_the_structure_tree() {
    for (bench, count) in cards() {
        let view = bench.view("附件1", "支部", Some(NAME));
        let pdf = Pdf::new(bench.pdf("附件1", &view, "ident")).unwrap();
        let root: Dict = pdf.xref().get(pdf.xref().root_id()).expect("a catalog");
        let tree: Dict = root.get("StructTreeRoot").expect("a structure tree");
        let mut in_tree = BTreeSet::new();
        walk(&tree, &mut in_tree);
        let nums: Array = tree.get::<Dict>("ParentTree").unwrap().get("Nums").unwrap();
        let parents: Vec<Object> = nums.iter::<Object>().collect();
        let mut marked = BTreeSet::new();
        assert_eq!(pdf.pages().len(), count);
        for page in pdf.pages().iter() {
            let id = page.raw().obj_id().expect("a page is an object");
            let key = page.raw().get::<i32>("StructParents").expect("a key");
            let place = parents
                .chunks(2)
                .find(|pair| pair[0].clone().into_i32() == Some(key));
            let elements = place.unwrap()[1].clone().into_array().unwrap();
            let elements: Vec<Object> = elements.iter().collect();
            let content = String::from_utf8_lossy(page.page_stream().unwrap()).into_owned();
            for mark in content.split("/MCID ").skip(1) {
                let digits = mark.split(|c: char| !c.is_ascii_digit()).next().unwrap();
                let mark: usize = digits.parse().unwrap();
                let element = elements[mark].clone().into_dict().expect("an element");
                let mark = (id.obj_number, mark);
                assert!(marks_of(&element).contains(&mark), "{mark:?}");
                assert!(marked.insert(mark), "{mark:?} twice");
            }
        }
        assert!(marked.len() > 150, "{}", marked.len());
        assert_eq!(marked, in_tree);
    }
}

/// The marks that an element has itself, with the page of each.
fn marks_of(element: &Dict<'_>) -> BTreeSet<(i32, usize)> {
    let page_of = |dict: &Dict<'_>| Some(dict.get::<Dict>("Pg")?.obj_id()?.obj_number);
    let kids = element.get::<Array>("K");
    let kids = kids.iter().flat_map(|kids| kids.iter::<Object>());
    let mark = |kid: Object<'_>| match kid {
        Object::Dict(kid) => Some((page_of(&kid)?, kid.get::<i32>("MCID")?)),
        kid => Some((page_of(element)?, kid.into_i32()?)),
    };
    let marks = kids.filter_map(mark);
    let marks = marks.map(|(page, mark)| (page, usize::try_from(mark).unwrap()));
    marks.collect()
}

/// The marks of an element and all below it.
fn walk(element: &Dict<'_>, found: &mut BTreeSet<(i32, usize)>) {
    found.extend(marks_of(element));
    let kids = element.get::<Array>("K");
    for kid in kids.iter().flat_map(|kids| kids.iter::<Object>()) {
        if let Object::Dict(kid) = kid {
            walk(&kid, found);
        }
    }
}
