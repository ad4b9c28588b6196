//! Chinese.

use crate::check::{Finding, Lang};
use crate::load::{PathFaultKind, SourceFault, YamlCause};
use crate::model::problem::Fault;
use crate::model::value::Reason;

pub fn message(finding: &Finding) -> String {
    match finding {
        Finding::Of(violation) => violation.message(Lang::Zh),
        Finding::Path(kind) => path(kind),
        Finding::Source(fault) => source(fault),
        Finding::Yaml(cause) => yaml(cause),
        Finding::Key(fault) => key(fault),
        Finding::Unfinished(text) => format!("“{text}”按低一级学历归类"),
        Finding::UncountedEthnicity(text) => format!("“{text}”不计入少数民族"),
    }
}

pub fn help(finding: &Finding) -> Option<String> {
    let text = match finding {
        Finding::Of(violation) => return violation.help(Lang::Zh),
        Finding::Path(kind) => return path_help(kind).map(str::to_owned),
        Finding::Source(fault) => source_help(fault).to_owned(),
        Finding::Yaml(cause) => return yaml_help(cause).map(str::to_owned),
        Finding::Key(fault) => return key_help(fault),
        Finding::Unfinished(_) => "不用改；已经毕业的，写毕业的学历".to_owned(),
        Finding::UncountedEthnicity(_) => "民族已经确定的，改写民族名称".to_owned(),
    };
    Some(text)
}

fn path(kind: &PathFaultKind) -> String {
    match kind {
        PathFaultKind::NoData => "这里没有 data 文件夹".to_owned(),
        PathFaultKind::NoRound => "缺少排查文件 data/排查.yaml".to_owned(),
        PathFaultKind::SecondRound => "排查文件只能有一个，就是 data/排查.yaml".to_owned(),
        PathFaultKind::NoOrganisation => "data 文件夹里没有党组织".to_owned(),
        PathFaultKind::OrganisationMissing => {
            "文件夹里有党员或上报数字，却没有 党组织.yaml".to_owned()
        }
        PathFaultKind::MembersAndFigures => {
            "既有 党员/ 又有 汇总上报.yaml，人数会重复计算".to_owned()
        }
        PathFaultKind::BelowMembers => "有党员或上报数字的组织下面不能再有组织".to_owned(),
        PathFaultKind::Extension => "文件名要以 .yaml 结尾，否则读不到".to_owned(),
        PathFaultKind::Stray => "这个位置的 YAML 文件不会被读取".to_owned(),
        PathFaultKind::NotRead => "党员文件夹里的这个文件不会被读取".to_owned(),
        PathFaultKind::LinkLoop => "链接绕回了上级文件夹".to_owned(),
        PathFaultKind::Name => "文件名不是 UTF-8 编码".to_owned(),
        PathFaultKind::Unreadable(words) => format!("读不了：{}", unreadable(words)),
    }
}

/// The system's words for what is usual.
fn unreadable(words: &str) -> &str {
    match words {
        missing if missing.contains("os error 2)") => "文件不存在，可能是失效的链接",
        denied if denied.contains("os error 13)") => "没有读取的权限",
        other => other,
    }
}

fn path_help(kind: &PathFaultKind) -> Option<&'static str> {
    Some(match kind {
        PathFaultKind::NoData | PathFaultKind::NoRound => {
            "到工作文件夹里运行，或用 -C 指明；排查文件要有 名称、排查前基准日、联系查找结束日、填表日期"
        }
        PathFaultKind::SecondRound => "一个工作文件夹只做一轮排查；另一轮请另建工作文件夹",
        PathFaultKind::NoOrganisation => "为每个党组织建一个文件夹，里面放 党组织.yaml",
        PathFaultKind::OrganisationMissing => "在这个文件夹里新建 党组织.yaml，写上 名称、类型",
        PathFaultKind::MembersAndFigures => {
            "留下一样：逐人填报的留 党员/，只报数字的留 汇总上报.yaml"
        }
        PathFaultKind::BelowMembers => "把下级组织的文件夹移到这个党支部的文件夹以外",
        PathFaultKind::Extension => "把扩展名改为小写的 .yaml",
        PathFaultKind::Stray => "党员的文件放在党支部的 党员/ 文件夹里，不再分层",
        PathFaultKind::LinkLoop => "删去这个链接",
        PathFaultKind::Name => "给文件改名",
        PathFaultKind::NotRead => "党员的文件要以 .yaml 结尾；别的文件移到别处",
        PathFaultKind::Unreadable(_) => "删去失效的链接，或请管理员给读取的权限",
    })
}

fn source(fault: &SourceFault) -> String {
    match fault {
        SourceFault::Unreadable(words) => format!("读不了：{}", unreadable(words)),
        SourceFault::TooLarge(bytes) => {
            format!(
                "文件有 {} KB，超过 1024 KB，不像是手写的数据",
                bytes.div_ceil(1024)
            )
        }
        SourceFault::NotUtf8 { gbk: true, .. } => "文件是 GBK 编码，不是 UTF-8".to_owned(),
        SourceFault::NotUtf8 { gbk: false, .. } => "文件从这里起不是 UTF-8 文字".to_owned(),
        SourceFault::ByteOrderMark => "文件开头有 BOM 标记".to_owned(),
        SourceFault::Utf16 => "文件是 UTF-16 编码（记事本里叫“Unicode”）".to_owned(),
        SourceFault::Empty => "文件是空的".to_owned(),
        SourceFault::CarriageReturn(_) => "换行是 CRLF（Windows 格式），应为 LF".to_owned(),
    }
}

fn source_help(fault: &SourceFault) -> &'static str {
    match fault {
        SourceFault::Unreadable(_) => "检查文件的权限",
        SourceFault::TooLarge(_) => "检查是否误放了别的文件",
        SourceFault::NotUtf8 { gbk: false, .. } => {
            "改正这里损坏的文字，或用备份恢复；再另存为“UTF-8”编码"
        }
        SourceFault::NotUtf8 { .. } | SourceFault::Utf16 => "在编辑器里另存为，编码选“UTF-8”",
        SourceFault::Empty => "写上内容，或删去这个文件",
        SourceFault::ByteOrderMark => "在编辑器里另存为，编码选“UTF-8”（不带 BOM）",
        SourceFault::CarriageReturn(_) => "在编辑器右下角把“CRLF”改为“LF”后保存",
    }
}

fn yaml(cause: &YamlCause) -> String {
    match cause {
        YamlCause::Tab => "行首用了制表符（Tab）".to_owned(),
        YamlCause::Indentation => "这里的缩进与上面的行对不齐，或漏了冒号".to_owned(),
        YamlCause::TooFarIn => "这一行比上面的键多缩进了".to_owned(),
        YamlCause::WideColon => "冒号要用半角“: ”，这里是全角“：”".to_owned(),
        YamlCause::NoSpace => "冒号后面缺空格".to_owned(),
        YamlCause::SpecialStart(first) => format!("文字不能以“{first}”开头"),
        YamlCause::UnclosedQuote => "这个引号没有配对的另一半".to_owned(),
        YamlCause::UnclosedBracket => "这个括号没有配对的另一半".to_owned(),
        YamlCause::StrayColon => "这里不该有“键: 值”".to_owned(),
        YamlCause::TooManyAliases => "别名（*）层层展开，文字多得不合情理".to_owned(),
        YamlCause::TooDeep => "括号或缩进的层数太多".to_owned(),
        YamlCause::KeyNotText => "键要是文字，不能是列表或一组键".to_owned(),
        YamlCause::Tag => "不支持以“!”开头的标签".to_owned(),
        YamlCause::ManyDocuments => "“---”把一个文件分成了几份".to_owned(),
        YamlCause::Other(_) => "这里或上一行不合 YAML 的写法".to_owned(),
    }
}

fn yaml_help(cause: &YamlCause) -> Option<&'static str> {
    Some(match cause {
        YamlCause::Tab => "改用空格缩进，每层两个",
        YamlCause::Indentation => "同一层的键从同一列写起；冒号后面要有空格",
        YamlCause::TooFarIn => "与上面的键从同一列写起",
        YamlCause::WideColon => "改为半角冒号加一个空格",
        YamlCause::NoSpace => "在冒号后面加一个空格",
        YamlCause::SpecialStart(_) => "整段加上引号",
        YamlCause::UnclosedQuote => "在这段文字末尾补上引号",
        YamlCause::UnclosedBracket => "补上“]”或“}”",
        YamlCause::StrayColon => {
            "文字里有冒号加空格的，整段加上引号；新的键另起一行，与上面的键对齐"
        }
        YamlCause::TooManyAliases => "直接写出内容，不用别名",
        YamlCause::Tag => "文字以“!”开头的，加上引号",
        YamlCause::ManyDocuments => "一个文件只写一个人，删去“---”或另建文件",
        YamlCause::TooDeep => "检查括号是不是多了",
        YamlCause::KeyNotText => "键写成文字；文字以“{”或“[”开头的，整段加上引号",
        YamlCause::Other(_) => "文字里有“: ”“#”“[”“]”“{”“}”“>”“|”等符号的，整段加上引号",
    })
}

fn key(fault: &Fault) -> String {
    match fault {
        Fault::UnknownCustom { key, .. } => format!("没有表用到“自定义”的键“{key}”"),
        Fault::UnknownKey { key, .. } => format!("不认识“{key}”这个键"),
        Fault::DuplicateKey { key, .. } => format!("“{key}”写了两次"),
        Fault::MissingKey { key } => format!("缺少必填的“{key}”"),
        Fault::NotMap => "这里应是一组“键: 值”".to_owned(),
        Fault::NotList => "这里应是列表，每项一行，以“- ”开头".to_owned(),
        Fault::CutByComment { text } if text.is_empty() => {
            "这一项没有读到内容：“#”后面的文字算注释，不会打印".to_owned()
        }
        Fault::CutByComment { text } => {
            format!("只读到“{text}”，空格加“#”后面的文字算注释，不会打印")
        }
        Fault::PrivateUse('\u{fffd}') => "这里有一个字在转换编码时丢失了（U+FFFD）".to_owned(),
        Fault::PrivateUse(c) => {
            format!("用了自造字（U+{:04X}），别的电脑和打印机上没有", *c as u32)
        }
        Fault::Invisible(c) => format!("这里有看不见的字符（U+{:04X}）", *c as u32),
        Fault::BadValue { text, reason } => bad_value(text, reason),
    }
}

fn bad_value(text: &str, reason: &Reason) -> String {
    match reason {
        Reason::NotScalar => "这里应是一个值，不是列表或一组键".to_owned(),
        Reason::NotDate => format!("“{text}”不是认得的日期写法"),
        Reason::NoSuchDay => format!("没有“{text}”这个日期"),
        Reason::DayNeeded => format!("“{text}”要写到日"),
        Reason::NotNumber => format!("“{text}”不是数"),
        Reason::NotChosen(_) => format!("“{text}”不在可写的词里"),
        Reason::NotInteger => format!("“{text}”不是整数"),
        Reason::NotAmount => format!("“{text}”不是金额"),
        Reason::NotBoolean => format!("“{text}”不是 true 或 false"),
        Reason::NotListed(_) => format!("“{text}”不在所列的值里"),
        Reason::NotIdNumber if text.chars().count() == 18 => {
            format!("身份证号码只能是 17 位数字加一位数字或 X，“{text}”不是")
        }
        Reason::NotIdNumber => format!("身份证号码要有 18 位，“{text}”不是"),
        Reason::OldIdNumber(_) => format!("“{text}”是 15 位的旧身份证号码"),
        Reason::NotEthnicity => format!("“{text}”不是国家标准里的民族名称"),
        Reason::NotEducation => format!("“{text}”不是认得的学历"),
    }
}

fn key_help(fault: &Fault) -> Option<String> {
    let reason = match fault {
        Fault::UnknownCustom { known, .. } if known.is_empty() => {
            return Some("要加键，先写在 form.yaml 的“自定义”里".to_owned());
        }
        Fault::UnknownCustom { known, .. } => {
            return Some(format!(
                "可写：{}；要加键，写在 form.yaml 的“自定义”里",
                known.join("、")
            ));
        }
        Fault::UnknownKey {
            nearest: Some(nearest),
            ..
        } => return Some(format!("是不是“{nearest}”？")),
        Fault::UnknownKey { .. } => return Some("对照填写说明改正或删去".to_owned()),
        Fault::DuplicateKey { .. } => return Some("留一处，删去另一处".to_owned()),
        Fault::MissingKey { key } => return Some(format!("补写“{key}: …”")),
        Fault::CutByComment { .. } => {
            return Some("要打印的，整段加上引号；确是注释的，在“#”后加一个空格".to_owned());
        }
        Fault::PrivateUse(_) => {
            return Some("换成统一编码的字；这个字没有编码的，按公安机关的写法用别的字".to_owned());
        }
        Fault::Invisible(_) => return Some("删去，可用 paicha check --fix".to_owned()),
        Fault::NotMap => {
            return Some("下一层的键另起一行，缩进两格；没有的，删去这一行".to_owned());
        }
        Fault::NotList => {
            return Some("每项另起一行，缩进两格，以“- ”开头；没有的，删去这一行".to_owned());
        }
        Fault::BadValue { reason, text } => (reason, text),
    };
    Some(match reason.0 {
        Reason::NotScalar => "改为一行文字".to_owned(),
        Reason::NotDate => "可写 1965-03-12、1965-03、1965、1965.3.12、1965年3月12日".to_owned(),
        Reason::NoSuchDay => "核对月和日".to_owned(),
        Reason::DayNeeded => "例如 2016-04-20".to_owned(),
        Reason::NotNumber => "只写数字，例如 3 或 3.5".to_owned(),
        Reason::NotChosen(words) => format!("可写：{}", words.join("、")),
        Reason::NotInteger => "只写数字".to_owned(),
        Reason::NotAmount => "只写数字，至多两位小数，例如 35.00".to_owned(),
        Reason::NotBoolean => "是写 true，否写 false".to_owned(),
        Reason::NotListed(words) => {
            let nearest = crate::model::nearest::nearest_value(reason.1, words.iter().copied());
            let near = nearest
                .map(|word| format!("是不是“{word}”？"))
                .unwrap_or_default();
            format!("{near}可写：{}", words.join("、"))
        }
        Reason::NotIdNumber => "逐位核对，不加空格；只有末位可以是 X（不是字母 O）".to_owned(),
        Reason::OldIdNumber(new) => {
            let check = new.chars().last().unwrap_or('X');
            format!("在第 6 位后加“19”，末尾加校验码“{check}”，成为 18 位")
        }
        Reason::NotEthnicity => "例如“汉族”“回族”“东乡族”".to_owned(),
        Reason::NotEducation => {
            "例如 研究生、大学本科、大专、中专、高中、初中、小学；未毕业的加“肄业”".to_owned()
        }
    })
}
