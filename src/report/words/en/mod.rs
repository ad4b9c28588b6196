//! English.

use crate::check::{Finding, Lang};
use crate::load::{PathFaultKind, SourceFault, YamlCause};
use crate::model::problem::Fault;
use crate::model::value::Reason;

pub fn message(finding: &Finding) -> String {
    match finding {
        Finding::Of(violation) => violation.message(Lang::En),
        Finding::Path(kind) => path(kind),
        Finding::Source(fault) => source(fault),
        Finding::Yaml(cause) => yaml(cause),
        Finding::Key(fault) => key(fault),
        Finding::Unfinished(text) => format!("“{text}” counts one level of education down"),
        Finding::UncountedEthnicity(text) => format!("“{text}” is not counted under 少数民族"),
    }
}

pub fn help(finding: &Finding) -> Option<String> {
    let text = match finding {
        Finding::Of(violation) => return violation.help(Lang::En),
        Finding::Path(kind) => return path_help(kind).map(str::to_owned),
        Finding::Source(fault) => source_help(fault).to_owned(),
        Finding::Yaml(cause) => return yaml_help(cause).map(str::to_owned),
        Finding::Key(fault) => return key_help(fault),
        _ => return None,
    };
    Some(text)
}

fn path(kind: &PathFaultKind) -> String {
    match kind {
        PathFaultKind::NoData => "there is no data folder here".to_owned(),
        PathFaultKind::NoRound => "the round's file data/排查.yaml is missing".to_owned(),
        PathFaultKind::SecondRound => "there can be one 排查.yaml only: data/排查.yaml".to_owned(),
        PathFaultKind::NoOrganisation => "the data folder holds no organisation".to_owned(),
        PathFaultKind::OrganisationMissing => "members or figures without a 党组织.yaml".to_owned(),
        PathFaultKind::MembersAndFigures => {
            "both 党员/ and 汇总上报.yaml: people would count twice".to_owned()
        }
        PathFaultKind::BelowMembers => {
            "no organisation can stand below one with members or figures".to_owned()
        }
        PathFaultKind::Extension => "the name must end in .yaml, or it is not read".to_owned(),
        PathFaultKind::Stray => "no YAML file is read here".to_owned(),
        PathFaultKind::NotRead => "this file among the members is not read".to_owned(),
        PathFaultKind::LinkLoop => "a link leads back to a folder above it".to_owned(),
        PathFaultKind::Name => "the name is not UTF-8".to_owned(),
        PathFaultKind::Unreadable(words) => format!("cannot be read: {words}"),
    }
}

fn path_help(kind: &PathFaultKind) -> Option<&'static str> {
    Some(match kind {
        PathFaultKind::NoData | PathFaultKind::NoRound => {
            "run in a workspace, or name it with -C; the round needs 名称, 排查前基准日, 联系查找结束日, 填表日期"
        }
        PathFaultKind::SecondRound => "use a workspace of its own for another round",
        PathFaultKind::NoOrganisation => "make a folder with a 党组织.yaml for each organisation",
        PathFaultKind::OrganisationMissing => "add a 党组织.yaml with 名称 and 类型",
        PathFaultKind::MembersAndFigures => "keep one of the two",
        PathFaultKind::BelowMembers => "move the organisation to the folder of the one above",
        PathFaultKind::Extension => "change the extension to .yaml",
        PathFaultKind::Stray => "members' files stand in the branch's 党员/ folder itself",
        PathFaultKind::LinkLoop => "remove the link",
        PathFaultKind::Name => "rename the file",
        PathFaultKind::NotRead | PathFaultKind::Unreadable(_) => return None,
    })
}

fn source(fault: &SourceFault) -> String {
    match fault {
        SourceFault::Unreadable(words) => format!("cannot be read: {words}"),
        SourceFault::TooLarge(bytes) => format!(
            "{} KB is too large, the limit is 1024 KB",
            bytes.div_ceil(1024)
        ),
        SourceFault::NotUtf8 { gbk: true, .. } => "the file is GBK, not UTF-8".to_owned(),
        SourceFault::NotUtf8 { gbk: false, .. } => "not UTF-8 from here on".to_owned(),
        SourceFault::ByteOrderMark => "the file begins with a byte order mark".to_owned(),
        SourceFault::Utf16 => "the file is UTF-16".to_owned(),
        SourceFault::Empty => "the file is empty".to_owned(),
        SourceFault::CarriageReturn(_) => "lines end with CRLF instead of LF".to_owned(),
    }
}

fn source_help(fault: &SourceFault) -> &'static str {
    match fault {
        SourceFault::Unreadable(_) => "check the permissions",
        SourceFault::TooLarge(_) => "check that this is the right file",
        SourceFault::NotUtf8 { .. } | SourceFault::Utf16 => "save it as UTF-8",
        SourceFault::Empty => "fill or remove it",
        SourceFault::ByteOrderMark => "save it as UTF-8 without BOM",
        SourceFault::CarriageReturn(_) => "save it with LF line ends",
    }
}

fn yaml(cause: &YamlCause) -> String {
    match cause {
        YamlCause::Tab => "a tab indents this line".to_owned(),
        YamlCause::Indentation => {
            "the indentation does not fit the lines above, or a colon is missing".to_owned()
        }
        YamlCause::TooFarIn => "this line is indented further than the key above".to_owned(),
        YamlCause::WideColon => "a full-width colon stands behind the key".to_owned(),
        YamlCause::NoSpace => "no space follows the colon".to_owned(),
        YamlCause::SpecialStart(first) => format!("a text cannot begin with “{first}”"),
        YamlCause::UnclosedQuote => "this quote is never closed".to_owned(),
        YamlCause::UnclosedBracket => "this bracket is never closed".to_owned(),
        YamlCause::StrayColon => "no “key: value” can stand here".to_owned(),
        YamlCause::TooManyAliases => "aliases multiply the text beyond reason".to_owned(),
        YamlCause::TooDeep => "nested too deeply".to_owned(),
        YamlCause::KeyNotText => "a key must be text".to_owned(),
        YamlCause::Tag => "tags (!) are not supported".to_owned(),
        YamlCause::ManyDocuments => "--- splits the file into several".to_owned(),
        YamlCause::Other(words) => format!("faulty YAML: {words}"),
    }
}

fn yaml_help(cause: &YamlCause) -> Option<&'static str> {
    Some(match cause {
        YamlCause::Tab => "indent with spaces, two a level",
        YamlCause::Indentation => {
            "keys of one level begin in the same column; a space follows the colon"
        }
        YamlCause::TooFarIn => "begin it in the same column as the key above",
        YamlCause::WideColon => "use a half-width colon and a space",
        YamlCause::NoSpace => "put a space behind the colon",
        YamlCause::SpecialStart(_) => "put the text into quotes",
        YamlCause::UnclosedQuote => "close it at the end of the text",
        YamlCause::UnclosedBracket => "add the missing ] or }",
        YamlCause::StrayColon => {
            "quote a text with a colon in it; begin a new key on a line of its own"
        }
        YamlCause::TooManyAliases => "write the text out",
        YamlCause::Tag => "quote a text that begins with !",
        YamlCause::ManyDocuments => "one file is one person: drop the --- or make another file",
        YamlCause::TooDeep | YamlCause::KeyNotText | YamlCause::Other(_) => return None,
    })
}

fn key(fault: &Fault) -> String {
    match fault {
        Fault::UnknownCustom { key, .. } => format!("no form declares the key “{key}” of 自定义"),
        Fault::UnknownKey { key, .. } => format!("unknown key “{key}”"),
        Fault::DuplicateKey { key, .. } => format!("“{key}” is given twice"),
        Fault::MissingKey { key } => format!("“{key}” must be given"),
        Fault::NotMap => "a block of keys belongs here".to_owned(),
        Fault::NotList => {
            "a list belongs here, each item on a line that begins with “- ”".to_owned()
        }
        Fault::CutByComment { text } if text.is_empty() => {
            "nothing is read here: what follows a # is a comment".to_owned()
        }
        Fault::CutByComment { text } => {
            format!("only “{text}” is read: what follows a space and a # is a comment")
        }
        Fault::PrivateUse('\u{fffd}') => {
            "a character was lost here when the encoding was changed (U+FFFD)".to_owned()
        }
        Fault::PrivateUse(c) => format!(
            "a private-use character (U+{:04X}): other machines and printers lack it",
            *c as u32
        ),
        Fault::Invisible(c) => format!("an invisible character (U+{:04X})", *c as u32),
        Fault::BadValue { text, reason } => match reason {
            Reason::NotScalar => "one value belongs here".to_owned(),
            Reason::NotDate => format!("“{text}” is no date"),
            Reason::NoSuchDay => format!("there is no day “{text}”"),
            Reason::DayNeeded => format!("“{text}” must be given to the day"),
            Reason::NotNumber => format!("“{text}” is no number"),
            Reason::NotChosen(_) => format!("“{text}” is none of the words"),
            Reason::NotInteger => format!("“{text}” is no whole number"),
            Reason::NotAmount => format!("“{text}” is no amount"),
            Reason::NotBoolean => format!("“{text}” is neither true nor false"),
            Reason::NotListed(_) => format!("“{text}” is not in the list"),
            Reason::NotIdNumber => format!("an ID number has 18 characters, “{text}” is none"),
            Reason::OldIdNumber(_) => format!("“{text}” is an old ID number of 15 digits"),
            Reason::NotEthnicity => format!("“{text}” is none of the names of GB/T 3304"),
            Reason::NotEducation => format!("“{text}” is no known level of education"),
        },
    }
}

fn key_help(fault: &Fault) -> Option<String> {
    let (reason, text) = match fault {
        Fault::UnknownCustom { known, .. } if known.is_empty() => {
            return Some("declare it in 自定义 of a form.yaml".to_owned());
        }
        Fault::UnknownCustom { known, .. } => {
            return Some(format!(
                "accepted: {}; more can be declared in 自定义 of a form.yaml",
                known.join(", ")
            ));
        }
        Fault::UnknownKey {
            nearest: Some(nearest),
            ..
        } => return Some(format!("did you mean “{nearest}”?")),
        Fault::UnknownKey { .. } => return Some("correct or drop it".to_owned()),
        Fault::DuplicateKey { .. } => return Some("keep one of them".to_owned()),
        Fault::MissingKey { key } => return Some(format!("add “{key}: …”")),
        Fault::CutByComment { .. } => {
            return Some("quote the text, or put a space behind the #".to_owned());
        }
        Fault::PrivateUse(_) => {
            return Some(
                "use the character of Unicode, or the one the police use instead".to_owned(),
            );
        }
        Fault::Invisible(_) => return Some("delete it; paicha check --fix does it".to_owned()),
        Fault::NotMap | Fault::NotList => return None,
        Fault::BadValue { reason, text } => (reason, text),
    };
    Some(match reason {
        Reason::NotScalar => "write it as one text".to_owned(),
        Reason::NotDate => {
            "accepted: 1965-03-12, 1965-03, 1965, 1965.3.12, 1965年3月12日".to_owned()
        }
        Reason::NoSuchDay => "check month and day".to_owned(),
        Reason::DayNeeded => "as 2016-04-20".to_owned(),
        Reason::NotNumber => "digits, as 3 or 3.5".to_owned(),
        Reason::NotChosen(words) => format!("accepted: {}", words.join(", ")),
        Reason::NotInteger => "digits only".to_owned(),
        Reason::NotAmount => "digits with at most two decimals, as 35.00".to_owned(),
        Reason::NotBoolean => "true or false".to_owned(),
        Reason::NotListed(words) => {
            let nearest = crate::model::nearest::nearest_value(text, words.iter().copied());
            let near = nearest
                .map(|word| format!("did you mean “{word}”? "))
                .unwrap_or_default();
            format!("{near}accepted: {}", words.join(", "))
        }
        Reason::NotIdNumber => "check the length; the last character may be X".to_owned(),
        Reason::OldIdNumber(new) => {
            let check = new.chars().last().unwrap_or('X');
            format!("insert 19 after the sixth digit and append the check character {check}")
        }
        Reason::NotEthnicity => "as 汉族, 回族, 东乡族".to_owned(),
        Reason::NotEducation => {
            "as 研究生, 大学本科, 大专, 中专, 高中, 初中, 小学; unfinished: …肄业".to_owned()
        }
    })
}
