//! Chinese: declarations of forms.

use crate::check::finding::DeclarationFault;
use crate::derive::datum::Named;
use crate::expression::FaultKind;

pub fn message(fault: &DeclarationFault) -> String {
    match fault {
        DeclarationFault::IdTaken(id) => format!("编号“{id}”已有别的表用了"),
        DeclarationFault::Population(name) => format!("“{name}”不是一群党员的名称"),
        DeclarationFault::Pair(name) => format!("表首和表尾没有“{name}”可填"),
        DeclarationFault::Cell(name, _) => format!("党员的表没有“{name}”这一格可填"),
        DeclarationFault::Column(name, _) => {
            format!("登记表没有“{name}”这一列可填，党员文件也没有这个键")
        }
        DeclarationFault::EmptyColumn => "登记表的列要写“键”或“值”".to_owned(),
        DeclarationFault::Width(text) => format!("列宽“{text}”不是毫米数"),
        DeclarationFault::TooWide(found, room) => {
            format!("各列合计宽 {found} 毫米，超过版心的 {room} 毫米")
        }
        DeclarationFault::ScopeOfKey(key, scope) => {
            format!("“{key}”只用在范围是“{scope}”的表里")
        }
        DeclarationFault::NoRows => "范围是“组织”的表要有“行”".to_owned(),
        DeclarationFault::NoColumns => "这张表一列也没有".to_owned(),
        DeclarationFault::NameTwice(name) => format!("有两列或两行都叫“{name}”"),
        DeclarationFault::Leaf(name, _) => format!("这张表没有名为“{name}”的列"),
        DeclarationFault::BelowOne(text) => format!("“{text}”太小，至少是 1"),
        DeclarationFault::Expression(fault) => expression(&fault.kind),
        DeclarationFault::Type(expected, found) => {
            format!("这里要写得出{expected}的式子，这一个得出的是{found}")
        }
        DeclarationFault::CustomType(name) => format!("“{name}”不是一种类型"),
        DeclarationFault::CustomTwice(key) => format!("“自定义”的键“{key}”在别的表里是另一种类型"),
        DeclarationFault::NoLayout => "范围是“党员”的表要有自己的版面文件 layout.typ".to_owned(),
        DeclarationFault::Pattern(words) => format!("“输出”的写法不对：{words}"),
        DeclarationFault::OutsideOut(path) => format!("路径“{path}”不在 out/ 里"),
        DeclarationFault::PathTwice(path) => format!("有两份的路径都是 {path}"),
        DeclarationFault::RowNever(name, _) => format!("“按”的式子不会得出“{name}”这一行"),
        DeclarationFault::NoRest => "“对账”的“分为”里，要有一项、也只有一项收下其余的人".to_owned(),
        DeclarationFault::Needs(form) => format!("这里要用“{form}”列的人，那张表有错"),
        DeclarationFault::Circle(form) => format!("“{form}”列哪些人，绕了一圈又要看它自己"),
        DeclarationFault::GridShape => "grid.yaml 写得不对".to_owned(),
    }
}

pub fn help(fault: &DeclarationFault) -> Option<String> {
    let near = |near: &Option<String>| near.as_ref().map(|near| format!("是不是“{near}”？"));
    match fault {
        DeclarationFault::Population(_) => {
            let facts = Named::all().filter(|fact| fact.is_population());
            let names: Vec<&str> = facts.map(|fact| fact.name).collect();
            Some(format!(
                "可写：{}，或者一张党员、党支部的表的编号",
                names.join("、")
            ))
        }
        DeclarationFault::Pair(_) => {
            Some(format!("可写：{}", crate::forms::cells::PAIRS.join("、")))
        }
        DeclarationFault::Cell(_, near) => near.map(|near| format!("是不是“{near}”？")),
        DeclarationFault::Column(_, other) | DeclarationFault::Leaf(_, other) => near(other),
        DeclarationFault::TooWide(..) => Some("减小列宽，或者减少列".to_owned()),
        DeclarationFault::Expression(fault) => expression_help(&fault.kind),
        DeclarationFault::CustomType(_) => {
            Some("可写：文字、数、日期、是否，或者列出可选的词：[甲, 乙]".to_owned())
        }
        DeclarationFault::CustomTwice(_) => Some("两张表写成一样，或者换一个键名".to_owned()),
        DeclarationFault::NoLayout => Some("照 layouts/附件1/layout.typ 写一个".to_owned()),
        DeclarationFault::RowNever(_, near) => near.map(|near| format!("是不是“{near}”？")),
        DeclarationFault::NoRest => Some("“分为”里只留一项不写“条件”".to_owned()),
        DeclarationFault::Needs(form) => Some(format!("先改好“{form}”的 form.yaml")),
        DeclarationFault::GridShape => Some("照 paicha layouts grid 列出的样子写".to_owned()),
        DeclarationFault::PathTwice(_) => {
            Some("“输出”里写上 {{ org }}，党员的表还要写上 {{ member }}".to_owned())
        }
        _ => None,
    }
}

fn expression(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Character(character) => format!("式子里不能有“{character}”"),
        FaultKind::OpenText => "引号没有闭合".to_owned(),
        FaultKind::End => "式子没有写完".to_owned(),
        FaultKind::Unexpected(text) => format!("式子在“{text}”这里看不懂"),
        FaultKind::UnknownName(name, _) => format!("没有“{name}”这个键，也没有这一项"),
        FaultKind::UnknownFunction(name) => format!("没有“{name}”这个函数"),
        FaultKind::Arguments { name, count } => format!("“{name}”的括号里要写 {count} 个值"),
        FaultKind::Type { expected, found } => format!("这里要用{expected}，写的是{found}"),
        FaultKind::Unlike(a, b) => format!("{a}不能与{b}比"),
        FaultKind::UnknownWord { name, word, .. } => format!("“{name}”不会是“{word}”"),
        FaultKind::TooLong => "式子太长".to_owned(),
    }
}

fn expression_help(kind: &FaultKind) -> Option<String> {
    match kind {
        FaultKind::UnknownName(_, near) => near.as_ref().map(|near| format!("是不是“{near}”？")),
        FaultKind::UnknownWord { near, .. } => near.map(|near| format!("是不是“{near}”？")),
        FaultKind::UnknownFunction(_) => Some("可写：周年、月数、天数、有、数、年".to_owned()),
        FaultKind::Unexpected(_) => {
            Some("“且”“或”“非”“在”前后要空格；文字要加引号，例如 性别 = “女”".to_owned())
        }
        _ => None,
    }
}
