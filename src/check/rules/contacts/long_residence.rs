//! 户籍所在地 has at most 32 characters (附件1 note 9).

use crate::check::prelude::*;

rule! {
    /// 户籍所在地 with more than 32 characters.
    LongResidence {
        /// How many it has.
        characters: usize,
    } = E0501 "户籍所在地超过32字" Error, member;
    zh "户籍所在地有 {characters} 个字，不能多于 32 个" "写到门牌号即可，省去可省的字";
    en "户籍所在地 has {characters} characters, more than 32" "leave out what can be left out";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(residence) = &case.member.registered_at else {
        return;
    };
    let characters = residence.text.chars().count();
    if characters > 32 {
        found.push(case.finding(LongResidence { characters }, residence));
    }
}
