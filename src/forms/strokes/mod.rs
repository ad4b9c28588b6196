//! The order of strokes of the mainland: 《通用规范汉字表》, by the number of strokes, then by
//! their kinds, 横竖撇点折.

use std::sync::LazyLock;

/// One line for each number of strokes, its characters in order. See the README beside it
/// for origin and licence.
const ORDER: &str = include_str!("order.txt");

/// The characters with their places in the order, by character.
static PLACES: LazyLock<Vec<(char, usize)>> = LazyLock::new(|| {
    let groups = ORDER.lines().filter_map(|line| line.split_once('\t'));
    let characters = groups.flat_map(|(_, characters)| characters.chars());
    let places = characters.enumerate();
    let mut places: Vec<_> = places
        .map(|(place, character)| (character, place))
        .collect();
    places.sort_unstable();
    places
});

/// Where a character stands; none where the norm does not have it.
pub fn place(character: char) -> Option<usize> {
    let found = PLACES.binary_search_by_key(&character, |(of, _)| *of);
    found.ok().map(|at| PLACES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted by hand, those of 通用规范汉字表, in their order.
    const COUNTED: [(u32, &str); 16] = [
        (2, "丁卜"),
        (3, "于万习马"),
        (4, "王韦尤毛牛方文尹孔邓"),
        (5, "甘艾左石龙卢叶田史白丛冯包宁司"),
        (6, "邢吉巩毕朱乔伍任华向庄刘齐关江许孙牟纪"),
        (7, "麦严苏杜李杨吴时何佟余邹应汪沈宋陆陈"),
        (8, "武苗苑范林欧尚罗季岳金周庞郑单孟"),
        (9, "项赵胡柯柳钟段侯俞饶姜洪祝胥姚贺"),
        (10, "秦袁耿聂莫夏顾柴钱徐殷翁凌高郭唐涂"),
        (11, "黄萧曹龚崔符康章梁"),
        (12, "彭葛董蒋韩程傅鲁童曾温谢"),
        (13, "蓝蒙楚赖雷路詹鲍解窦"),
        (14, "蔡裴管廖谭熊翟"),
        (15, "樊颜黎潘"),
        (16, "薛霍冀"),
        (17, "戴魏"),
    ];

    fn group(count: u32) -> &'static str {
        let head = format!("{count}\t");
        let line = ORDER.lines().find_map(|line| line.strip_prefix(&head));
        line.expect("a line for each number")
    }

    #[test]
    fn each_character_of_the_norm_stands_there_once() {
        assert_eq!(PLACES.len(), 8_105);
        assert!(PLACES.windows(2).all(|two| two[0].0 != two[1].0));
    }

    #[test]
    fn surnames_have_the_strokes_of_the_norm() {
        let all: String = COUNTED.iter().map(|(_, names)| *names).collect();
        assert!(all.chars().count() >= 150);
        for (count, names) in COUNTED {
            for name in names.chars() {
                assert!(group(count).contains(name), "{count} {name}");
            }
        }
        for (count, character) in [(3, '及'), (4, '瓦'), (6, '那'), (17, '鞠'), (11, '敢')] {
            assert!(group(count).contains(character), "{count} {character}");
        }
    }

    /// The first and the last of some counts of 一级字表 (丰 … 幻: 横横横竖, 折折折点… 折), and
    /// what stands alone.
    #[test]
    fn counts_begin_and_end_as_those_of_the_norm() {
        let ends = [
            (1, "一", "乙"),
            (2, "二", "乜"),
            (3, "三", "幺"),
            (4, "丰", "幻"),
            (5, "玉", "丝"),
            (26, "蠼", "蠼"),
            (30, "爨", "爨"),
            (36, "齉", "齉"),
        ];
        for (count, first, last) in ends {
            let of = group(count);
            assert!(of.starts_with(first) && of.ends_with(last), "{count}: {of}");
        }
    }

    /// By kinds of strokes, as in 《GB13000.1字符集汉字字序（笔画序）规范》: 横竖撇点折.
    #[test]
    fn the_kinds_of_strokes_tell_apart_what_has_as_many() {
        let ordered = [
            "王尤毛方邓",
            "甘石卢白宁",
            "严苏李吴何沈陈",
            "武林罗金郑孟",
            "赵胡钟侯姜贺",
            "秦莫夏钱高",
            "黄曹崔康梁",
            "彭董韩程温谢",
        ];
        for names in ordered {
            let places: Vec<_> = names.chars().map(place).collect();
            assert!(places.is_sorted(), "{names} {places:?}");
        }
    }
}
