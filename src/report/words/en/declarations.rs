//! English: declarations of forms.

use crate::check::finding::DeclarationFault;
use crate::derive::datum::Named;
use crate::expression::FaultKind;

pub fn message(fault: &DeclarationFault) -> String {
    match fault {
        DeclarationFault::IdTaken(id) => format!("another form has the id “{id}”"),
        DeclarationFault::Population(name) => format!("“{name}” names no group of members"),
        DeclarationFault::Pair(name) => {
            format!("there is no “{name}” above or below a table")
        }
        DeclarationFault::Cell(name, _) => format!("a card has no cell “{name}”"),
        DeclarationFault::Column(name, _) => {
            format!("a register has no column “{name}”, and members have no such key")
        }
        DeclarationFault::EmptyColumn => "a column of a register needs 键 or 值".to_owned(),
        DeclarationFault::Width(text) => format!("“{text}” is no width in mm"),
        DeclarationFault::TooWide(found, room) => {
            format!("the columns are {found} mm wide, there is room for {room} mm")
        }
        DeclarationFault::ScopeOfKey(key, scope) => {
            format!("only forms for {scope} have “{key}”")
        }
        DeclarationFault::NoRows => "a form for organisations needs 行".to_owned(),
        DeclarationFault::NoColumns => "the form has no column".to_owned(),
        DeclarationFault::NameTwice(name) => format!("two columns or rows are called “{name}”"),
        DeclarationFault::Leaf(name, _) => format!("the table has no column “{name}”"),
        DeclarationFault::BelowOne(text) => format!("“{text}” is less than 1"),
        DeclarationFault::Expression(fault) => expression(&fault.kind),
        DeclarationFault::Type(expected, found) => format!(
            "{} is needed here, this gives {}",
            expected.english(),
            found.english()
        ),
        DeclarationFault::CustomType(name) => format!("“{name}” is no type"),
        DeclarationFault::CustomTwice(key) => {
            format!("another form declares the key “{key}” with another type")
        }
        DeclarationFault::NoLayout => "a form for members needs a layout.typ of its own".to_owned(),
        DeclarationFault::Pattern(words) => format!("输出: {words}"),
        DeclarationFault::OutsideOut(path) => format!("the path “{path}” leads out of out/"),
        DeclarationFault::PathTwice(path) => format!("two outputs have the path {path}"),
        DeclarationFault::RowNever(name, _) => format!("“按” never gives a row “{name}”"),
        DeclarationFault::NoRest => "exactly one count of “分为” must take who is left".to_owned(),
        DeclarationFault::Needs(form) => {
            format!("this asks who stands in “{form}”, which is at fault itself")
        }
        DeclarationFault::Circle(form) => {
            format!("who stands in “{form}” depends on who stands in it")
        }
        DeclarationFault::GridShape => "grid.yaml cannot be read".to_owned(),
    }
}

pub fn help(fault: &DeclarationFault) -> Option<String> {
    let near = |near: &Option<String>| near.as_ref().map(|near| format!("did you mean “{near}”?"));
    match fault {
        DeclarationFault::Population(_) => {
            let facts = Named::all().filter(|fact| fact.is_population());
            let names: Vec<&str> = facts.map(|fact| fact.name).collect();
            Some(format!("accepted: {}", names.join(", ")))
        }
        DeclarationFault::Pair(_) => Some(format!(
            "accepted: {}",
            crate::forms::cells::PAIRS.join(", ")
        )),
        DeclarationFault::Cell(_, near) => near.map(|near| format!("did you mean “{near}”?")),
        DeclarationFault::Column(_, other) | DeclarationFault::Leaf(_, other) => near(other),
        DeclarationFault::TooWide(..) => Some("make columns narrower, or fewer".to_owned()),
        DeclarationFault::Expression(fault) => expression_help(&fault.kind),
        DeclarationFault::CustomType(_) => {
            Some("accepted: 文字, 数, 日期, 是否, or a list of words: [甲, 乙]".to_owned())
        }
        DeclarationFault::CustomTwice(_) => Some("write both alike, or use another key".to_owned()),
        DeclarationFault::NoLayout => Some("write one after layouts/附件1/layout.typ".to_owned()),
        DeclarationFault::RowNever(_, near) => near.map(|near| format!("did you mean “{near}”?")),
        DeclarationFault::NoRest => Some("leave exactly one of “分为” without “条件”".to_owned()),
        DeclarationFault::Needs(form) => Some(format!("mend the form.yaml of “{form}” first")),
        DeclarationFault::GridShape => Some("write it as paicha layouts grid prints it".to_owned()),
        DeclarationFault::PathTwice(_) => {
            Some("put {{ org }} into 输出, for members {{ member }}, too".to_owned())
        }
        _ => None,
    }
}

fn expression(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Character(character) => format!("“{character}” means nothing in expressions"),
        FaultKind::OpenText => "the quotation mark is not closed".to_owned(),
        FaultKind::End => "the expression ends too early".to_owned(),
        FaultKind::Unexpected(text) => format!("“{text}” cannot stand here"),
        FaultKind::UnknownName(name, _) => format!("there is no key or fact “{name}”"),
        FaultKind::UnknownFunction(name) => format!("there is no function “{name}”"),
        FaultKind::Arguments { name, count } => format!("“{name}” takes values: {count}"),
        FaultKind::Type { expected, found } => {
            format!(
                "{} is needed here, not {}",
                expected.english(),
                found.english()
            )
        }
        FaultKind::Unlike(a, b) => {
            format!("{} cannot be compared with {}", a.english(), b.english())
        }
        FaultKind::UnknownWord { name, word, .. } => format!("“{name}” is never “{word}”"),
        FaultKind::TooLong => "the expression is too long".to_owned(),
    }
}

fn expression_help(kind: &FaultKind) -> Option<String> {
    match kind {
        FaultKind::UnknownName(_, near) => {
            near.as_ref().map(|near| format!("did you mean “{near}”?"))
        }
        FaultKind::UnknownWord { near, .. } => near.map(|near| format!("did you mean “{near}”?")),
        FaultKind::UnknownFunction(_) => Some("accepted: 周年, 月数, 天数, 有, 数, 年".to_owned()),
        FaultKind::Unexpected(_) => Some(
            "且, 或, 非 and 在 stand between spaces; texts in quotation marks: 性别 = “女”"
                .to_owned(),
        ),
        _ => None,
    }
}
