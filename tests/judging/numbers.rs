//! Section 8: what an ID number says about itself and its owner.

use crate::harness::{Row, base, judge, member, number, path};

const WATCHED: &[&str] = &[
    "E0101", "E0102", "E0103", "W0104", "E0105", "W0106", "E0107", "E0108",
];

/// The first 17 characters, 出生年月, 性别, codes.
type Case = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const RIGHT: &[Case] = &[
    ("62242319650312123", "1965-03-12", "男", ""),
    ("62242319650312124", "1965-03-12", "女", ""),
    // The birth date, perhaps a coarse one.
    ("62242319650312001", "1965-03-13", "男", "W0104"),
    ("62242319650312003", "1965-04-12", "男", "W0104"),
    ("62242319650312005", "1966-03-12", "男", "W0104"),
    ("62242319650312007", "1965-03", "男", ""),
    ("62242319650312009", "1965-04", "男", "W0104"),
    ("62242319650312011", "1965", "男", ""),
    ("62242319650312013", "1964", "男", "W0104"),
    ("62242319880229001", "1988-02-29", "男", ""),
    // The sex.
    ("62242319650312126", "1965-03-12", "男", "E0105"),
    ("62242319650312125", "1965-03-12", "女", "E0105"),
    ("62242319650312100", "1965-03-12", "女", ""),
    ("62242319650312999", "1965-03-12", "男", ""),
    ("62242319650312998", "1965-03-12", "男", "E0105"),
    // A birth date that is none; then it is not compared.
    ("62242319651312001", "1965-03-12", "男", "E0108"),
    ("62242319650012001", "1965-03-12", "男", "E0108"),
    ("62242319650431001", "1965-04-30", "男", "E0108"),
    ("62242319650300001", "1965-03-12", "男", "E0108"),
    ("62242319650332001", "1965-03-12", "男", "E0108"),
    ("62242319650229001", "1965-02-28", "男", "E0108"),
    ("62242319000229001", "1965-02-28", "男", "E0108"),
    ("62242319651312002", "1965-03-12", "男", "E0105 E0108"),
    // Codes of today and of other days, whatever the year of birth.
    ("62042219650312001", "1965-03-12", "男", ""),
    ("62242319900312001", "1990-03-12", "男", ""),
    ("11010119650312001", "1965-03-12", "男", ""),
    ("44030619650312001", "1965-03-12", "男", ""),
    // 重庆市市中区 before 1997, 潜江市, 绍兴县 until 2013.
    ("51020219650312001", "1965-03-12", "男", ""),
    ("42900519650312001", "1965-03-12", "男", ""),
    ("33062119650312001", "1965-03-12", "男", ""),
    ("62249919650312001", "1965-03-12", "男", "W0106"),
    ("99999919650312001", "1965-03-12", "男", "W0106"),
    ("00000019650312001", "1965-03-12", "男", "W0106"),
    // A province and a city are no counties.
    ("62000019650312001", "1965-03-12", "男", "W0106"),
    // All at once.
    ("99999919650312002", "1965-03-13", "男", "W0104 E0105 W0106"),
    ("99999919651312002", "1965-03-13", "男", "E0105 W0106 E0108"),
];

fn row(n: usize, written: &str, birth: &str, sex: &str, codes: &str) -> Row {
    let keys =
        format!("性别: {sex}; 出生年月: {birth}; 身份证号码: {written}; 入党日期: 1992-07-01");
    Row {
        label: keys.clone(),
        text: member(n, &keys),
        codes: codes.to_owned(),
    }
}

#[test]
fn what_a_number_with_the_right_check_character_says() {
    let case = |(n, &(digits, birth, sex, codes)): (usize, &Case)| {
        row(n, &format!("\"{}\"", number(digits)), birth, sex, codes)
    };
    let rows: Vec<Row> = RIGHT.iter().enumerate().map(case).collect();
    let findings = judge(&base(), WATCHED, &rows);
    for n in 0..rows.len() {
        for finding in findings.get(&path(n)).into_iter().flatten() {
            if !WATCHED.contains(&finding.code.as_str()) {
                continue;
            }
            assert_eq!(finding.field, "身份证号码", "{finding:?}");
            let related = usize::from(["W0104", "E0105"].contains(&finding.code.as_str()));
            assert_eq!(finding.related.len(), related, "{finding:?}");
        }
    }
}

/// With another check character nothing else in the number can be trusted.
#[test]
fn check_characters() {
    let mut rows = Vec::new();
    for serial in ["123", "125", "127", "129", "131"] {
        let seventeen = format!("62242319650312{serial}");
        let right = number(&seventeen);
        for check in "0123456789X".chars() {
            let written = format!("{seventeen}{check}");
            let codes = if written == right { "" } else { "E0101" };
            rows.push(row(
                rows.len(),
                &format!("\"{written}\""),
                "1965-03-12",
                "男",
                codes,
            ));
        }
    }
    // Unknown code, month 13, another sex: one finding.
    let wrong = number("99999919651312002");
    let check = if wrong.ends_with('1') { '2' } else { '1' };
    let written = format!("\"{}{check}\"", &wrong[..17]);
    rows.push(row(rows.len(), &written, "1965-03-12", "男", "E0101"));
    judge(&base(), WATCHED, &rows);
}

/// x, full-width characters, and no quotes: the text that stands in the file.
#[test]
fn ways_of_writing_a_number() {
    let with_x = (1..500_usize)
        .map(|serial| number(&format!("62242319650312{:03}", 2 * serial + 1)))
        .filter(|number| number.ends_with('X'))
        .take(5)
        .collect::<Vec<String>>();
    let wide = |text: &str| -> String {
        let shift = |c: char| char::from_u32(u32::from(c) + 0xfee0).expect("a character");
        text.chars().map(shift).collect()
    };
    let plain = number("62242319650312999");
    let written = [
        format!("\"{}\"", with_x[0]),
        format!("\"{}\"", with_x[1].to_lowercase()),
        with_x[2].clone(),
        wide(&with_x[3]),
        format!("\"{}\"", wide(&with_x[4].to_lowercase())),
        plain.clone(),
    ];
    let mut rows: Vec<Row> = Vec::new();
    for text in &written {
        rows.push(row(rows.len(), text, "1965-03-12", "男", ""));
    }
    judge(&base(), WATCHED, &rows);
    // Written otherwise it is the same number: the later ones repeat it.
    let mut same: Vec<Row> = Vec::new();
    let x = &with_x[0];
    for text in [
        x.clone(),
        x.to_lowercase(),
        wide(x),
        format!("\"{}\"", wide(&x.to_lowercase())),
    ] {
        let codes = if same.is_empty() { "" } else { "E0107" };
        same.push(row(same.len(), &text, "1965-03-12", "男", codes));
    }
    judge(&base(), WATCHED, &same);
}

/// Neither 18 characters nor digits: an error, and nothing is read from it.
#[test]
fn numbers_of_another_shape() {
    let workspace = base();
    let shapes = [
        "622423650312123",
        "6224231965031212",
        "6224231965031212367",
        "62242319650312A236",
        "6224231965031212X6",
    ];
    for (n, written) in shapes.iter().enumerate() {
        workspace.write(
            &path(n),
            row(n, &format!("\"{written}\""), "1965-03-12", "男", "").text,
        );
    }
    let findings = crate::harness::check(&workspace);
    for (n, written) in shapes.iter().enumerate() {
        let all = findings[&path(n)]
            .iter()
            .filter(|finding| finding.field == "身份证号码");
        let codes: Vec<&str> = all.map(|finding| finding.code.as_str()).collect();
        assert!(
            codes.len() == 1 && codes[0].starts_with("E01"),
            "{written}: {codes:?}"
        );
        assert!(
            !["E0101", "E0105", "E0108"].contains(&codes[0]),
            "{written}: {codes:?}"
        );
    }
}

/// All but the repeated number may be on record as right.
#[test]
fn waived() {
    let waive = |rule: &str| format!("豁免: [{{规则: {rule}, 原因: 公安机关已出具证明}}]");
    let cases = [
        ("622423196503120001", "1965-03-12", "E0101", ""),
        (&number("62242319650312003"), "1965-03-13", "W0104", ""),
        (&number("62242319650312002"), "1965-03-12", "E0105", ""),
        (&number("99999919650312001"), "1965-03-12", "W0106", ""),
        (&number("62242319651312001"), "1965-03-12", "E0108", ""),
        (&number("62242319650312111"), "1965-03-12", "W0106", ""),
        (&number("62242319650312111"), "1965-03-12", "E0107", "E0107"),
    ];
    let mut rows = Vec::new();
    for (written, birth, rule, codes) in cases {
        let mut row = row(rows.len(), &format!("\"{written}\""), birth, "男", codes);
        row.text += &format!("{}\n", waive(rule));
        rows.push(row);
    }
    judge(&base(), WATCHED, &rows);
}
