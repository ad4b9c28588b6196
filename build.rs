//! Has the crate built again when a built-in layout or the page of a rule
//! changes.

fn main() {
    println!("cargo::rerun-if-changed=layouts");
    println!("cargo::rerun-if-changed=docs/rules");
}
