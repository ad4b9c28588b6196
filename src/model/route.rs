//! Routes of keys as people write them: `失联.查找记录[0].日期`. An empty pair of
//! brackets stands for every item of a list.

use super::node::{Entry, Kind, Node, Span};

/// A step of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An item of a list; all of them where there is no number.
    Item(Option<usize>),
}

/// A value that a route leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutePlace {
    /// The route, with the numbers of items.
    pub route: String,
    /// Where the value stands; its key where there is no value.
    pub span: Span,
    /// Whether there is a value.
    pub is_given: bool,
}

/// The places in a file that a route leads to, in the order of the file.
pub fn follow(tree: &Node, route: &str) -> Vec<RoutePlace> {
    let mut places = Vec::new();
    walk(
        tree,
        Span::default(),
        String::new(),
        &steps(route),
        &mut places,
    );
    places
}

/// Whether two routes lead to the same value, or one of them to a block or a
/// list that holds the other's.
pub fn meet(a: &str, b: &str) -> bool {
    steps(a).iter().zip(&steps(b)).all(|pair| match pair {
        (Step::Item(None), Step::Item(_)) | (Step::Item(_), Step::Item(None)) => true,
        (a, b) => a == b,
    })
}

/// The routes of all values of a file.
pub fn all(tree: &Node) -> Vec<String> {
    let mut routes = Vec::new();
    collect(tree, String::new(), &mut routes);
    routes
}

fn steps(route: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for part in route.split('.') {
        let (key, items) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !key.is_empty() {
            steps.push(Step::Key(key));
        }
        let items = items.split('[').skip(1);
        steps.extend(items.map(|item| Step::Item(item.trim_end_matches(']').parse().ok())));
    }
    steps
}

fn walk(node: &Node, key: Span, route: String, steps: &[Step<'_>], places: &mut Vec<RoutePlace>) {
    let Some((step, rest)) = steps.split_first() else {
        let is_given = !node.is_empty() && node.span.start < node.span.end;
        let span = if is_given { node.span } else { key };
        places.push(RoutePlace {
            route,
            span,
            is_given,
        });
        return;
    };
    match (step, &node.kind) {
        (Step::Key(key), Kind::Map(entries)) => {
            if let Some(entry) = entries.iter().find(|entry| entry.key == *key) {
                let route = below(&route, entry);
                walk(&entry.value, entry.key_span, route, rest, places);
            }
        }
        (Step::Item(wanted), Kind::List(items)) => {
            for (index, item) in items.iter().enumerate() {
                if wanted.is_none_or(|wanted| wanted == index) {
                    walk(item, key, format!("{route}[{index}]"), rest, places);
                }
            }
        }
        // A single value stands for a list of one.
        (Step::Item(None | Some(0)), Kind::Scalar(_)) => walk(node, key, route, rest, places),
        _ => {}
    }
}

fn collect(node: &Node, route: String, routes: &mut Vec<String>) {
    match &node.kind {
        Kind::Null | Kind::Scalar(_) => routes.push(route),
        Kind::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{route}[{index}]"), routes);
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                collect(&entry.value, below(&route, entry), routes);
            }
        }
    }
}

fn below(route: &str, entry: &Entry) -> String {
    match route {
        "" => entry.key.clone(),
        route => format!("{route}.{}", entry.key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_that_hold_one_another_meet() {
        for (a, b, expected) in [
            ("手机号码", "手机号码", true),
            ("手机号码", "手机号", false),
            ("学历学位", "学历学位.在职教育.学历", true),
            ("学历学位.在职教育.学历", "学历学位.全日制教育", false),
            ("出国[].出国日期", "出国[1].出国日期", true),
            ("出国[0].出国日期", "出国[1].出国日期", false),
            ("失联.查找记录", "失联.查找记录[2].日期", true),
        ] {
            assert_eq!(meet(a, b), expected, "{a} {b}");
            assert_eq!(meet(b, a), expected, "{b} {a}");
        }
    }
}
