//! Texts are made of characters that can be printed.

use crate::check::prelude::*;

rule! {
    /// A character that stands in no text.
    OddCharacter {
        /// It.
        character: char,
    } = E0045 "含有控制字符" Error;
    zh {
        let [name, from, ..] = words(*character);
        format!("这里有看不见的{name}（U+{:04X}）{from}", u32::from(*character))
    } "删去它，或用 paicha check --fix 改";
    en {
        let [.., name, from] = words(*character);
        format!("an invisible {name} stands here (U+{:04X}){from}", u32::from(*character))
    } "remove it, or run paicha check --fix";
}

/// What a character is and where it comes from, in Chinese and in English.
fn words(character: char) -> [&'static str; 4] {
    match character {
        '\0' => ["空字符", "", "NUL", ""],
        '\u{7}' => [
            "响铃符",
            "，是 Word 表格的单元格标记",
            "bell character",
            ", which marks cells of tables in Word",
        ],
        '\u{8}' => ["退格符", "", "backspace", ""],
        '\u{b}' => [
            "纵向制表符",
            "，是 Word 里按 Shift+Enter 换的行",
            "vertical tab",
            ", Word's break of lines",
        ],
        '\u{c}' => [
            "换页符",
            "，是 Word 里的分页",
            "form feed",
            ", Word's break of pages",
        ],
        '\r' => [
            "回车符",
            "，后面没有换行符",
            "carriage return",
            " without a line feed",
        ],
        '\u{13}'..='\u{15}' => [
            "控制字符",
            "，是 Word 的域标记",
            "control character",
            ", which marks fields in Word",
        ],
        '\u{1a}' => [
            "替换符",
            "，是旧程序的文件结束标记",
            "substitute",
            ", the end of files of old programs",
        ],
        '\u{1b}' => [
            "转义符（ESC）",
            "，是命令行窗口的颜色代码",
            "escape (ESC)",
            ", of a terminal's colours",
        ],
        '\u{1e}' => [
            "控制字符",
            "，是 Word 的不间断连字符",
            "control character",
            ", Word's no-break hyphen",
        ],
        '\u{1f}' => [
            "控制字符",
            "，是 Word 的可选连字符",
            "control character",
            ", Word's optional hyphen",
        ],
        '\u{7f}' => ["删除符（DEL）", "", "delete (DEL)", ""],
        '\u{85}' => ["换行符（NEL）", "", "next line (NEL)", ""],
        '\u{2028}' => ["行分隔符", "", "line separator", ""],
        '\u{2029}' => ["段落分隔符", "", "paragraph separator", ""],
        '\u{feff}' => [
            " BOM 标记",
            "，多半是几个文件拼在一起留下的",
            "byte order mark",
            ", left where files were joined",
        ],
        '\0'..='\x1f' => ["控制字符", "", "control character", ""],
        '\u{80}'..='\u{9f}' => [
            "控制字符",
            "，多半是转换编码时出的错",
            "control character",
            ", likely of a wrong encoding",
        ],
        _ => [
            "非字符",
            "，不代表任何字",
            "noncharacter",
            ", which stands for nothing",
        ],
    }
}
