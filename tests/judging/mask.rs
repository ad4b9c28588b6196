//! The mask, beside what the readers take for numbers, and beside what is none.

use paicha::model::contact::{is_messenger, is_mobile, is_telephone};
use paicha::model::date::PartialDate;
use paicha::model::id_number::IdNumber;
use paicha::model::value::Scalar as _;
use paicha::report::mask::mask;
use proptest::prelude::*;

fn figures(text: &str) -> usize {
    text.chars().filter(|c| c.is_numeric()).count()
}

/// A text whose number must be hidden: at most the first six figures and the last four
/// are left, three are gone, nothing moves, and a second mask changes nothing.
#[track_caller]
fn hidden(text: &str) {
    let masked = mask(text);
    let (before, after) = (figures(text), figures(&masked));
    assert!(after <= 10 && before - after >= 3, "{text:?} → {masked:?}");
    let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    assert_eq!(places(text), places(&masked), "{text:?} → {masked:?}");
    assert_eq!(mask(&masked), masked, "{text:?}");
}

/// Six figures of an ID number or three of a telephone number, and the last four.
#[test]
fn what_is_left_of_a_number() {
    for (text, masked) in [
        ("\"622423196503121234\"", "\"622423********1234\""),
        ("13893001234", "138****1234"),
        ("62242319650312123X。", "622423********123X。"),
        ("0943-3221234", "094*-***1234"),
        ("6224231965O3121236", "622423********1236"),
        ("１３８９３００１２３４", "１３８＊＊＊＊１２３４"),
        ("622423 19650312 1236", "622423 ******** 1236"),
        ("622423-1965-03-12-1236", "622423-****-**-**-1236"),
        ("138 9300 1234x", "138 **** *234x"),
        ("138-9300-1234", "138-****-1234"),
        ("2016-04-20 13893001234", "2016-04-20 138****1234"),
        ("QQ：903523132", "QQ：90*****32"),
    ] {
        assert_eq!(mask(text), masked);
    }
}

#[test]
fn numbers_are_hidden_however_they_are_written() {
    for text in [
        "(0943)3221234",
        "（0943）3221234",
        "（0943） 3221234转802",
        "0943-3221234-802",
        "0943 3221234",
        "０９４３－３２２１２３４",
        "010-66551234",
        "01066551234",
        "0943.3221234",
        "0943—3221234",
        "0943－3221234转12",
        "138－9300－1234",
        "138.9300.1234",
        "138·9300·1234",
        "138．9300．1234",
        "138\u{a0}9300\u{a0}1234",
        "138\u{3000}9300\u{3000}1234",
        "138\u{200b}9300\u{200b}1234",
        "1\u{200d}3893001\u{feff}234",
        "1389300\u{ad}1234",
        "1389300\u{1b}1234",
        "138–9300–1234",
        "138/9300/1234",
        "138,9300,1234",
        "138_9300_1234",
        "138 - 9300 - 1234",
        "1 3 8 9 3 0 0 1 2 3 4",
        "1-3-8-9-3-0-0-1-2-3-4",
        "13-89-30-01-23-4",
        "1838-11-51234",
        "+8613893001234",
        "+86 138 9300 1234",
        "+86-138-9300-1234",
        "（+86）13893001234",
        "００８６１３８９３００１２３４",
        "٠١٣٨٩٣٠٠١٢٣٤",
        "𝟏𝟑𝟖𝟗𝟑𝟎𝟎𝟏𝟐𝟑𝟒",
        "电话13893001234转告",
        "tel13893001234",
        "zhang13893001234li",
        "QQ13893001234",
        "138930O1234",
        "1389300123",
        "138930012345",
        "622423-1965-03-12-1236",
        "622423─19650312─1236",
        "622423\u{fe31}19650312\u{fe32}1236",
        "622423.1965.03.12.1236",
        "622423 1965-03-12 1236",
        "622423/1965/03/12/1236",
        "622423 1965-03-12 123",
        "622423 1965-03-12 12361",
        "622423－１９６５－０３－１２－１２３６",
        "622423 19650312 123X",
        "62242319650312123x",
        "６２２４２３１９６５０３１２１２３Ｘ",
        "622423650312123",
        "ID622423196503121236号",
        "身份证622423196503121236，电话",
        "6224231965O3I21236",
        "622423196503121236.yaml",
        "QQ：903523132",
        "qq: 12345",
        "ＱＱ号码９０３５２３１３２",
        "QQ号码或微信号: \"903523132\"",
        "QQ号码或微信号:\n  903523132",
        "QQ号码或微信号: >-\n  19650312",
        "“903523132、张”不像 QQ 号码或微信号",
    ] {
        // Short numbers leave less.
        match text.contains("12345") && figures(text) == 5 {
            true => assert_eq!(mask(text), "qq: 12*45"),
            false => hidden(text),
        }
    }
    // What stands beside a number is none of it.
    assert_eq!(mask("1965-03-12 13893001234"), "1965-03-12 138****1234");
    assert_eq!(mask("12 13893001234 2016-04"), "12 138****1234 2016-04");
    let two = mask("13893001234 18993001235、0943-3221234 0943-3225678");
    assert!(two.starts_with("138****1234 189****1235、"), "{two}");
    assert!(
        !two.contains("3221234") && !two.contains("3225678"),
        "{two}"
    );
}

#[test]
fn what_is_no_number_of_a_person_stays() {
    for text in [
        "1965-03-12 1990.07.01 2016年4月20日 1990.10 1965",
        "１９６５－０３－１２ １９６５．３ １９６５年３月１２日",
        "2016-04-20至2016-05-01、2016/4/20",
        "2016-04-20-2016-05-01",
        "2015.09-2016.04 2012.09—2015.06 2009-09-2012-06",
        "19650312 20160420",
        "入党日期: 1990-07-01 # 1991-07-01 2016",
        "2014 2015 2016 2017",
        "2014-2016 2015—2017",
        "会政办发〔2016〕34号",
        "中组发〔2015〕10号、甘组通字〔2016〕21 号",
        "E0101 E0102 E0103 W0503 N0916",
        "E0101、E0102、W0305",
        "GB/T 9704-2012、GB 11643-1999",
        "党费 35.00 元，12345678.90 元，123,456,789.00",
        "1.00 2.50 1200.00 300.50",
        "文件有 1048576 KB，超过 1024 KB",
        "文件有 5120 MB",
        "邮编: \"730700\"",
        "[12, 34, 56, 78, 90, 123, 45]",
        "[311, 402, 123, 456]",
        "附件1 附件11-2016",
        "Windows 10.0.19045.3693 v1.22.333",
        "paicha 0.1.0, Office 15.0.4420.1017",
        "abc def2016 ghi x86_64 Typst",
        "data/县直机关工委/政府办党支部/党员/张建国.yaml:12:5",
        "第 12 页，共 120 页 3/4",
        "6ba7b8109dad11d180b400c04fd430c8",
        "9012345678901234567890123456789012345678901234567890123456789abc",
        "校验和: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "U+4E00 U+1F600",
        "10:30:15 2016-04-20 10:30",
        "QQ群 1990-07-01",
        "622423********1234 138-****-1234",
    ] {
        assert_eq!(mask(text), text);
    }
    for text in [
        "1965-03-12",
        "1965.3.12",
        "1965年3月",
        "１９６５．３",
        "１９６５－０３－１２",
    ] {
        assert!(PartialDate::read(text).is_ok());
        let listed = format!("{text} {text}、{text}—{text}");
        assert_eq!(mask(&listed), listed);
    }
}

/// Long texts of all that may follow one another. A time that grew with the square of the
/// length would be minutes; it is the thread's own, whatever else the machine does.
#[test]
fn the_mask_takes_time_as_the_text_is_long() {
    for part in [
        "1",
        "1 ",
        "1-",
        "12.",
        "1990-",
        "1990-07-01 ",
        "1, ",
        "9a",
        "QQ:\n",
        "-",
        "\u{200b}",
    ] {
        let text = part.repeat((1 << 18) / part.len());
        let started = cpu_time::ThreadTime::now();
        assert_eq!(mask(&text).len(), text.len());
        let time = started.elapsed();
        assert!(time.as_secs() < 10, "{part:?}: {time:?}");
    }
}

/// Figures as they are, or in full width.
fn written(figures: &str, wide: bool) -> Vec<String> {
    let shift = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
    let figures = figures.chars();
    figures
        .map(|c| if wide { shift(c) } else { c }.to_string())
        .collect()
}

fn id_number() -> impl Strategy<Value = String> {
    let day = (1900..2016i32, 1..=12u32, 1..=28u32);
    (110_000..660_000u32, day, 0..1000u32, "[0-9Xx]")
        .prop_filter("a year", |(area, ..)| !(180_000..220_000).contains(area))
        .prop_map(|(area, (year, month, day), serial, last)| {
            format!("{area}{year}{month:02}{day:02}{serial:03}{last}")
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn id_numbers(
        number in id_number(),
        wide: bool,
        between in "[ \\-－.·/—\u{a0}\u{3000}\u{200b}\u{feff}]",
        grouped in 0..4usize,
        around in prop::sample::select(vec!["", "“", "号", "x", " "]),
    ) {
        let mut parts = written(&number, wide);
        let places: &[usize] = [&[][..], &[14, 6], &[14, 12, 10, 6], &[6]][grouped];
        for place in places {
            parts.insert(*place, between.clone());
        }
        let text = parts.concat();
        if places.is_empty() {
            prop_assert!(IdNumber::read(&text).is_ok(), "{}", text);
        }
        hidden(&format!("{around}{text}{around}"));
    }

    #[test]
    fn old_id_numbers(number in "[1-6][0-9]{14}", wide: bool) {
        hidden(&written(&number, wide).concat());
    }

    #[test]
    fn mobiles(
        number in "1[3-7][0-9]{9}",
        wide: bool,
        prefix in prop::sample::select(vec!["", "+86", "+86 ", "+86-"]),
        // In groups of any sizes, as the reader takes them.
        joints in prop::collection::vec(prop::sample::select(vec!["", "", "", " ", "-", "－", "  ", " -"]), 11),
        between in prop::sample::select(vec!["", ".", "·", "\u{a0}", "\u{200b}", "/", "—"]),
    ) {
        let figures = written(&number, wide);
        let groups: String = figures.iter().zip(&joints).map(|(c, joint)| format!("{c}{joint}")).collect();
        let text = format!("{prefix}{}", groups.trim_end_matches([' ', '-', '－']));
        prop_assert!(is_mobile(&text), "{}", text);
        hidden(&text);
        hidden(&format!("电话{text}。"));
        let text = [figures[..3].concat(), figures[3..7].concat(), figures[7..].concat()];
        hidden(&text.join(between));
    }

    #[test]
    fn telephones(
        area in "0[1-9][0-9]{1,2}",
        local in "[2-8][0-9]{6,7}",
        shape in 0..6usize,
        wide: bool,
        extension in prop::sample::select(vec!["", "转8", "转802", "-802", "-123456", " 12"]),
    ) {
        let text = match shape {
            0 => format!("{area}-{local}{extension}"),
            1 => format!("({area}){local}{extension}"),
            2 => format!("（{area}）{local}{extension}"),
            3 => format!("{area} {local}{extension}"),
            4 => format!("（{area}） {local}{extension}"),
            _ => format!("{area}{local}"),
        };
        let text = if wide { written_digits(&text) } else { text };
        prop_assert!(is_telephone(&text), "{}", text);
        hidden(&text);
        hidden(&format!("联系电话: {text}"));
    }

    #[test]
    fn messengers(
        number in "[1-9][0-9]{5,10}",
        label in prop::sample::select(vec!["QQ：", "QQ号", "QQ号码: ", "qq", "QQ"]),
        more in prop::sample::select(vec!["", "、微信：zhangjg65", "；zhang_1"]),
    ) {
        let text = format!("{label}{number}{more}");
        prop_assert!(is_messenger(&text), "{}", text);
        prop_assert!(!mask(&text).contains(&number), "{}", mask(&text));
        let text = format!("QQ号码或微信号: \"{number}\"");
        prop_assert!(!mask(&text).contains(&number), "{}", mask(&text));
    }

    #[test]
    fn any_text_keeps_its_places(text: String, part in "[0-9Xx １９.年QQ\n-]{0,40}") {
        for text in [text, part] {
            let masked = mask(&text);
            let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            prop_assert_eq!(places(&text), places(&masked));
            prop_assert_eq!(mask(&masked), masked);
        }
    }
}

fn written_digits(text: &str) -> String {
    let wide = |c: char| match c.is_ascii_digit() {
        true => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
        false => c,
    };
    text.chars().map(wide).collect()
}
