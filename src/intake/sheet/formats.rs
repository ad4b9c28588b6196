//! Which formats of cells show a date to the month alone: behind `1990年7月` stands the
//! first day of the month, which nobody has written.

use std::collections::HashMap;

use super::bounds::Refusal;
use super::package::{Package, Part, attribute};

/// Of each format of a workbook's cells, in their order, whether it shows no day.
pub fn months(package: &mut Package<'_>, styles: &str) -> Result<Vec<bool>, Refusal> {
    let (mut codes, mut months, mut is_cells) = (HashMap::new(), Vec::new(), false);
    package.each(styles, &mut |part| {
        match part {
            Part::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let of = |name| attribute(element, name).unwrap_or_default();
                    codes.insert(of("numFmtId"), is_month(&of("formatCode")));
                }
                "cellXfs" => is_cells = true,
                "xf" if is_cells => {
                    let id = attribute(element, "numFmtId").unwrap_or_default();
                    let own = codes.get(&id).copied();
                    months.push(own.unwrap_or_else(|| BUILT_IN.contains(&id.as_str())));
                }
                _ => {}
            },
            Part::End("cellXfs") => is_cells = false,
            Part::End(_) => {}
        }
        Ok(())
    })?;
    Ok(months)
}

/// Formats that have no code in the file, as Chinese ones read them: `mmm-yy`, `yyyy年m月`.
pub const BUILT_IN: [&str; 6] = ["17", "27", "36", "50", "52", "57"];

/// Whether a format shows a year and a month, and no day.
pub fn is_month(code: &str) -> bool {
    let mut letters = String::new();
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    for c in code.split(';').next().unwrap_or_default().chars() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' | '_' | '*' if !is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '[' if !is_quoted => is_bracketed = true,
            ']' => is_bracketed = false,
            c if !is_quoted && !is_bracketed => letters.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    letters.contains('y') && letters.contains('m') && !letters.contains('d')
}

#[cfg(test)]
mod tests {
    use super::is_month;

    #[test]
    fn formats_without_a_day() {
        for code in [
            "yyyy\"年\"m\"月\"",
            "yyyy.mm",
            "[$-804]yyyy\\-mm;@",
            "mmm-yy",
        ] {
            assert!(is_month(code), "{code}");
        }
        for code in [
            "yyyy-mm-dd",
            "General",
            "0.00",
            "[red]0",
            "m\"月\"d\"日\"",
            "\"ym\"0",
        ] {
            assert!(!is_month(code), "{code}");
        }
    }
}
