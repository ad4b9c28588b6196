//! The facts behind the forms, at the borders of every rule of domain.md.
//!
//! Expected values are worked out by hand from domain.md, never read off the
//! program; where the way there is not plain, a comment shows it. Unless a test
//! says otherwise, the round is that of the notice: 排查前基准日 2016-03-15,
//! 联系查找结束日 2016-04-15, 填表日期 2016-04-20, 附件7 2016-05-15.

mod age;
mod away;
mod classes;
mod coarse;
mod days;
mod departures;
mod dispositions;
mod explained;
mod harness;
mod letters;
mod lost;
mod points;
mod random;
mod registers;
mod reported;
mod reviewed;
mod roll;
mod sample;
mod snippet;
mod spelled;
mod standing;
mod tree;
