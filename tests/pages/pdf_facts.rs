//! What the PDF says of itself, and that it says nothing of a person.

use hayro::hayro_syntax::Pdf;
use paicha::forms::View;

use crate::harness::{Bench, FORMS, Files};
use crate::pages::member;

const NAME: &str = "司马相如";
const ID: &str = "622423197802031234";

fn card() -> (Bench, View) {
    let bench = Files::branch().member(NAME, &member(NAME)).open();
    let view = bench.view("附件1", "支部", Some(NAME));
    (bench, view)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The XMP packet: PDF/A demands that it is not compressed.
fn xmp(pdf: &[u8]) -> String {
    let find = |part: &[u8]| pdf.windows(part.len()).position(|window| window == part);
    let start = find(b"<?xpacket begin").expect("XMP in plain bytes");
    let end = find(b"<?xpacket end").expect("its end");
    String::from_utf8(pdf[start..end].to_vec()).expect("UTF-8")
}

#[test]
fn every_form_is_pdf_a_2u_with_title_and_language() {
    let bench = Files::branch().open();
    for form in FORMS {
        let pdf = bench.pdf(form, &View::blank(), form);
        assert!(pdf.starts_with(b"%PDF-1.7"), "{form}");
        let xmp = xmp(&pdf);
        for part in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>U</pdfaid:conformance>",
            form,
            &bench.form(form).declaration.title,
        ] {
            assert!(xmp.contains(part), "{form}: no {part} in {xmp}");
        }
        assert!(xmp.contains("zh"), "{form}: no language in {xmp}");
    }
}

/// The catalog names a structure tree, says that the content is marked, and
/// which language it is in. Its objects may be compressed: a reader unpacks them.
#[test]
fn the_pdf_is_tagged_and_has_a_language() {
    let (bench, view) = card();
    let bytes = bench.pdf("附件1", &view, "ident");
    let pdf = Pdf::new(bytes).unwrap();
    let catalog = pdf
        .objects()
        .into_iter()
        .filter_map(|object| object.into_dict())
        .find(|dict| dict.contains_key(&b"StructTreeRoot"[..]))
        .expect("a catalog with a structure tree");
    for key in ["MarkInfo", "Lang", "Metadata", "OutputIntents"] {
        assert!(catalog.contains_key(key.as_bytes()), "no {key}");
    }
}

#[test]
fn nothing_of_a_person_stands_in_the_metadata() {
    let (bench, view) = card();
    let bytes = bench.pdf("附件1", &view, "会宁/附件1/司马相如.pdf");
    let xmp = xmp(&bytes);
    for part in [NAME, ID, "13893005678"] {
        assert!(!xmp.contains(part), "{part} in {xmp}");
        assert!(!holds(&bytes, part.as_bytes()), "{part} in the file");
        let utf16: Vec<u8> = part.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(!holds(&bytes, &utf16), "{part} in the file as UTF-16");
    }
    let pdf = Pdf::new(bytes).unwrap();
    let metadata = pdf.metadata();
    assert!(metadata.author.is_none());
    let title = metadata.title.as_ref().expect("a title");
    let utf16: Vec<u8> = NAME.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(!holds(title, &utf16) && !holds(title, NAME.as_bytes()));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (bench, view) = card();
    let first = bench.pdf("附件1", &view, "a");
    let (again, view) = card();
    assert!(first == again.pdf("附件1", &view, "a"));
    comemo::evict(0);
    assert!(first == bench.pdf("附件1", &view, "a"));
    let table = bench.view("附件6", "支部", None);
    assert!(bench.pdf("附件6", &table, "b") == bench.pdf("附件6", &table, "b"));
}
