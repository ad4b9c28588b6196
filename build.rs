//! Has the crate built again when a built-in layout changes.

fn main() {
    println!("cargo::rerun-if-changed=layouts");
}
