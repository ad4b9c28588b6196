//! Photos: no page is wrong because of one, and none hangs or floods the program.
//! `files/` was made with Pillow (libjpeg-turbo, libpng) and FFmpeg, other programs than ours;
//! what is wrong with a photo is put in here.

#[path = "../common/mod.rs"]
mod common;

mod bench;
mod clean;
mod damaged;
mod hostile;
mod known;
mod meanwhile;
mod named;
mod png;
mod turned;
mod unprintable;
