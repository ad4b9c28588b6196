//! How surnames are read, where that is not how their first character mostly is.

/// Surnames, those of two characters before those of one, each with a character that is
/// read so and in no other way.
const READINGS: [(&str, &str); 42] = [
    ("万俟", "末"), // Mòqí
    ("尉迟", "玉"), // Yùchí
    ("单于", "蝉"), // Chányú
    ("令狐", "灵"), // Línghú
    ("长孙", "掌"), // Zhǎngsūn
    ("澹台", "谈"), // Tántái
    ("单", "善"),   // Shàn
    ("曾", "增"),   // Zēng
    ("解", "谢"),   // Xiè
    ("仇", "求"),   // Qiú
    ("查", "渣"),   // Zhā
    ("区", "欧"),   // Ōu
    ("任", "人"),   // Rén
    ("华", "画"),   // Huà
    ("朴", "瓢"),   // Piáo
    ("盖", "舸"),   // Gě
    ("葛", "舸"),   // Gě
    ("翟", "宅"),   // Zhái
    ("繁", "婆"),   // Pó
    ("员", "运"),   // Yùn
    ("召", "绍"),   // Shào
    ("缪", "妙"),   // Miào
    ("秘", "必"),   // Bì
    ("种", "崇"),   // Chóng
    ("折", "舌"),   // Shé
    ("句", "沟"),   // Gōu
    ("贲", "奔"),   // Bēn
    ("卜", "补"),   // Bǔ
    ("应", "英"),   // Yīng
    ("褚", "楚"),   // Chǔ
    ("过", "锅"),   // Guō
    ("燕", "烟"),   // Yān
    ("於", "迂"),   // Yū
    ("撒", "洒"),   // Sǎ
    ("要", "腰"),   // Yāo
    ("薄", "博"),   // Bó
    ("盛", "圣"),   // Shèng
    ("瞿", "渠"),   // Qú
    ("祭", "债"),   // Zhài
    ("乐", "月"),   // Yuè
    ("覃", "秦"),   // Qín
    ("谌", "陈"),   // Chén
];

/// A name in parts: what is read as its surname begins, the surname as far as that is
/// decided by it, and the rest.
pub fn parts(name: &str) -> (&str, &str, &str) {
    let known = READINGS
        .iter()
        .find(|(surname, _)| name.starts_with(surname));
    let (surname, reading) = known.copied().unwrap_or_else(|| {
        let first = name.chars().next().map_or(0, char::len_utf8);
        (&name[..first], &name[..first])
    });
    (reading, surname, &name[surname.len()..])
}
