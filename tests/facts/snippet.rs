//! YAML snippets: keys that replace those of a base.

/// What a member must have beside name and ID number; any of it can be replaced.
const MEMBER: &str = "\
性别: 男
出生年月: 1980-06-15
民族: 汉族
入党日期: 2005-07-01
转正日期: 2006-07-01
学历学位: {全日制教育: {学历: 高中}}
职业: 其他";

/// The lines of `base` but those whose key `more` gives, then `more`; a key
/// without a value takes a line away.
pub fn over(base: &str, more: &str) -> String {
    let key = |line: &str| line.split_once(':').map(|(key, _)| key.to_owned());
    let given: Vec<_> = more.lines().filter_map(key).collect();
    let kept = base
        .lines()
        .filter(|line| !given.contains(&key(line).unwrap_or_default()));
    let added = more.lines().filter(|line| !line.ends_with(':'));
    kept.chain(added).collect::<Vec<_>>().join("\n")
}

/// A member's file. The ID number follows 出生年月 and 性别, where the snippet
/// does not give or take it away.
pub fn member(number: usize, snippet: &str) -> String {
    let text = over(&format!("姓名: 党员{number}\n{MEMBER}"), snippet);
    let value = |key: &str| {
        let lines = text.lines();
        lines
            .filter_map(|line| line.strip_prefix(key))
            .next_back()
            .unwrap_or_default()
            .trim()
    };
    if snippet.contains("身份证号码:") {
        return text;
    }
    let born: String = value("出生年月:").replace('-', "");
    let sequence = number * 2 + usize::from(value("性别:") == "男");
    let id = match born.len() {
        8 => id_number(&born, sequence),
        // A day that contradicts what the file says, so that it stays coarse.
        _ => id_number("19010101", sequence),
    };
    format!("{text}\n身份证号码: \"{id}\"")
}

/// An ID number of 会宁 with its check character (ISO 7064 MOD 11-2).
pub fn id_number(born: &str, sequence: usize) -> String {
    let body = format!("622423{born}{:03}", sequence % 1000);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = body.bytes().map(|digit| u32::from(digit - b'0'));
    let sum: u32 = digits
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"];
    format!("{body}{}", check[sum as usize % 11])
}
