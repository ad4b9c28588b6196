//! What becomes of sheets that are taken in, for people.

mod refusals;
mod words;

pub use refusals::refusal;
pub use words::{
    ask, changed_meanwhile, done, dry, fault, no_branch, not_done, nothing_new, unread,
};

use super::Lang;
use super::mask::{mask, mask_under};
use super::visible::{one_line, shown};
use crate::intake::mapping::{BRANCHES, COLUMNS, OPEN, VALUES};
use crate::intake::{Conflict, Difference, Intake, Outcome, RowTaken, SheetSeen, Untaken};
use crate::model::meaning::{Kind, Shape};

/// All that was decided, each row, and the balance; what is open is decided in the file
/// that the call keeps decisions in.
pub fn text(intake: &Intake, mapping: &str, lang: Lang) -> String {
    let sheets = intake.sheets.iter();
    let mut lines: Vec<String> = sheets.map(|seen| sheet(seen, mapping, lang)).collect();
    for (part, head) in [
        (COLUMNS, words::columns(lang)),
        (VALUES, words::values(lang)),
        (BRANCHES, words::branches(lang)),
    ] {
        // What is asked about one cell stands with its row.
        let is_asked = |of: &str, value: &str, to: &str| {
            let of = (of.to_owned(), value.to_owned());
            to.starts_with(OPEN) && intake.of_cells.contains(&of)
        };
        let decisions = intake.decisions.iter();
        let of_part =
            decisions.filter(|((own, of, value), to)| *own == part && !is_asked(of, value, to));
        let mut of_part = of_part.peekable();
        if of_part.peek().is_some() {
            lines.push(head.to_owned());
        }
        lines.extend(of_part.map(|((_, of, value), to)| {
            let count = intake.counts.get(&(of.clone(), value.clone()));
            decision(
                part == VALUES,
                (of, value, to),
                count.copied().unwrap_or(0),
                lang,
            )
        }));
    }
    if !intake.remarks.is_empty() {
        lines.push(words::remarks(lang).to_owned());
        let remarks = intake.remarks.iter();
        lines.extend(remarks.map(|one| {
            let text = one_line(&one.text);
            words::remark(&one_line(&one.sheet), one.number, &text, lang)
        }));
    }
    if !intake.rows.is_empty() {
        lines.push(words::rows(lang).to_owned());
    }
    lines.extend(
        intake
            .rows
            .iter()
            .flat_map(|taken| row(taken, mapping, lang)),
    );
    lines.push(balance(intake, lang));
    mask(&(lines.join("\n") + "\n"))
}

fn sheet(seen: &SheetSeen, mapping: &str, lang: Lang) -> String {
    let state = match seen.is_taken {
        Some(true) if !seen.side_by_side.is_empty() => {
            &words::side_by_side(&seen.side_by_side.join(words::comma(lang)), lang)
        }
        Some(true) => words::taken(lang),
        Some(false) if seen.has_heads => words::left(lang),
        Some(false) => words::no_heads(lang),
        None => &words::hidden_sheet(mapping, lang),
    };
    let mut text = words::sheet(&one_line(&seen.name), state, lang);
    let rows: Vec<String> = seen.hidden_rows.iter().map(u32::to_string).collect();
    let of_rows = (words::hidden_rows(lang), rows);
    for (head, names) in [
        of_rows,
        (words::hidden_columns(lang), seen.hidden_columns.clone()),
    ] {
        if !names.is_empty() && seen.is_taken == Some(true) {
            text += &format!("\n  {head}{}", names.join(words::comma(lang)));
        }
    }
    text
}

fn decision(
    is_value: bool,
    (of, value, to): (&str, &str, &str),
    count: usize,
    lang: Lang,
) -> String {
    let (of, value, to) = (one_line(of), one_line(value), one_line(to));
    let to = if to.is_empty() {
        words::nothing(lang)
    } else {
        &to
    };
    let mark = if to.starts_with(OPEN) { "？" } else { "  " };
    match is_value {
        true => format!(
            "{mark}{of}{}{} → {to}{}",
            words::colon(lang),
            mask_under(&of, &value),
            words::cells(count, lang)
        ),
        false => format!("{mark}{of} → {to}"),
    }
}

fn row(row: &RowTaken, mapping: &str, lang: Lang) -> Vec<String> {
    let outcome = match &row.outcome {
        Outcome::New(path) => words::new(&shown(path), lang),
        Outcome::Merged(path, changes) => words::merged(&shown(path), *changes, lang),
        Outcome::Refused(why) => words::refused(why, mapping, lang),
    };
    let name = match row.name.as_str() {
        "" => String::new(),
        name => format!(" {}", one_line(name)),
    };
    let mut lines = vec![words::row(
        &one_line(&row.sheet),
        row.number,
        &name,
        &outcome,
        lang,
    )];
    lines.extend(row.untaken.iter().map(|one| untaken(one, mapping, lang)));
    lines.extend(row.conflicts.iter().map(|one| conflict(one, lang)));
    lines.extend(row.differences.iter().map(|one| difference(one, lang)));
    if !row.missing.is_empty() {
        lines.push(words::missing(&row.missing, lang));
    }
    if !row.namesakes.is_empty() {
        let files: Vec<String> = row.namesakes.iter().map(|path| shown(path)).collect();
        lines.push(words::namesakes(&files.join(words::comma(lang)), lang));
    }
    lines
}

fn untaken(one: &Untaken, mapping: &str, lang: Lang) -> String {
    let text = mask_under(&one.label, &one_line(&one.text));
    let cell = (&*one.cell, &*one_line(&one.label), &*text);
    words::untaken(cell, &one.why, mapping, lang)
}

fn conflict(one: &Conflict, lang: Lang) -> String {
    let route = one.key.route();
    let last = route.rsplit('.').next().unwrap_or(route);
    let is_flag = one.key.shape() == Shape::Scalar(Kind::Flag);
    let said = |text: &str| match (is_flag, text) {
        (true, "true") => "是".to_owned(),
        (true, "false") => "否".to_owned(),
        (_, text) => mask_under(last, &one_line(text)),
    };
    let [file, sheet] = [said(&one.file), said(&one.sheet)];
    let ways = (one.is_settled, one.is_by_hand);
    words::conflict(route, (&file, &sheet), ways, lang)
}

fn difference(one: &Difference, lang: Lang) -> String {
    words::difference(
        &one_line(&one.label),
        &one_line(&one.sheet),
        &one.here,
        lang,
    )
}

fn balance(intake: &Intake, lang: Lang) -> String {
    let [new, merged, refused] = intake.balance();
    words::balance(intake.rows.len(), new, merged, refused, lang)
}
