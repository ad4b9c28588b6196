//! Where the round stands, for people.

use crate::load::Files;

use super::{Branch, Progress, Share, When};
use crate::Project;
use crate::check::rules::dispositions::{not_grounded, reason};
use crate::forms::long_day;
use crate::model::code::Code as _;
use crate::model::handle::FormId;
use crate::report::Lang;
use crate::report::located::Locator;
use crate::report::mask::mask;
use crate::report::table::aligned;

/// So many of what is missing are told; the others are counted.
const MOST: usize = 20;

impl Progress<'_> {
    /// For the terminal.
    pub fn text(&self, files: &Files, lang: Lang) -> String {
        let mut locator = Locator::new(files, lang);
        let parts = [
            self.heading(lang),
            self.table(lang),
            self.without_members(lang),
            self.missing_text(&mut locator, lang),
            self.advised_text(&mut locator, lang),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        mask(&parts.join("\n"))
    }

    fn heading(&self, lang: Lang) -> String {
        let round = self.project.workspace.round();
        let name = round.and_then(|round| round.name.as_ref());
        let mut text = name.map(|name| name.text.clone()).unwrap_or_default();
        if let Some(day) = self.day {
            text += &lang.pick(format!("，{}", long_day(day)), format!(", {day}"));
        }
        text.push('\n');
        for stage in &self.stages {
            let given = stage.given;
            let name = given.name.as_ref().map_or("", |name| &name.text);
            let days = [&given.begins, &given.ends].map(|day| {
                let day = day.as_ref().map(|day| day.text.as_str());
                day.unwrap_or("?").to_owned()
            });
            let mark = if matches!(stage.when, When::Now(_)) {
                "▶"
            } else {
                " "
            };
            let when = when(stage.when, lang);
            text += &format!("{mark} {name}  {} — {}  {when}\n", days[0], days[1]);
            if matches!(stage.when, When::Now(_)) {
                let demands = given.demands.iter();
                text.extend(demands.map(|demand| format!("    · {}\n", demand.text)));
            }
        }
        text
    }

    fn table(&self, lang: Lang) -> String {
        if self.branches.is_empty() {
            return lang
                .pick("还没有党员。\n", "there are no members yet\n")
                .to_owned();
        }
        let mut head = vec![
            lang.pick("党支部", "branch").to_owned(),
            lang.pick("党员", "members").to_owned(),
        ];
        head.extend(self.forms.iter().map(|form| self.id(*form)));
        head.extend(
            lang.pick(["查找", "处置"], ["searched", "decided"])
                .map(str::to_owned),
        );
        let of_branch = |branch: &Branch| {
            let mut line = vec![title(self.project, branch), branch.members.to_string()];
            line.extend(branch.forms.iter().map(|share| share.text()));
            line.extend([branch.searched.text(), branch.decided.text()]);
            line
        };
        let lines = std::iter::once(head).chain(self.branches.iter().map(of_branch));
        let note = lang.pick(
            "每格是“没有错误的/全部”：党员的表按份，登记表按行，汇总表按张；查找是有结果的/失联的，处置是已定的/有结果的。\n",
            "a cell is whole/all: cards, rows of registers, tables; searched: with a result/lost; decided: of those\n",
        );
        aligned(&lines.collect::<Vec<_>>()) + note
    }

    /// Branches to which nobody has been added yet: nothing is wrong with them, but they are
    /// not whole.
    fn without_members(&self, lang: Lang) -> String {
        let empty = self.branches.iter().filter(|branch| branch.members == 0);
        let mut names: Vec<String> = empty.map(|branch| title(self.project, branch)).collect();
        let count = names.len();
        if count == 0 {
            return String::new();
        }
        names.truncate(MOST);
        let names = names.join(lang.pick("、", ", "));
        let more = if count > MOST { " …" } else { "" };
        lang.pick(
            format!(
                "还没有党员的党支部 {count} 个：{names}{more}\n  \
                 有名册的用 paicha import 导入，没有的用 paicha new 党员 加\n"
            ),
            format!(
                "branches without members, {count}: {names}{more}\n  \
                 take a roster in with paicha import, or add members with paicha new\n"
            ),
        )
    }

    fn missing_text(&self, locator: &mut Locator<'_>, lang: Lang) -> String {
        let count = self.missing.len();
        if count == 0 && self.branches.iter().any(|branch| branch.members == 0) {
            return String::new();
        }
        if count == 0 {
            return lang
                .pick("没有缺的，也没有错的。\n", "nothing is missing or wrong\n")
                .to_owned();
        }
        let mut text = lang.pick(
            format!("要补、要改的 {count} 处，急的在前：\n"),
            format!("missing or wrong: {count}, most urgent first\n"),
        );
        for missing in self.missing.iter().take(MOST) {
            let found = locator.locate(missing.finding);
            let severity = lang.severity(missing.finding.severity);
            let forms: Vec<String> = missing.forms.iter().map(|form| self.id(*form)).collect();
            let forms = forms.join(lang.pick("、", ", "));
            let due = missing
                .due
                .map(|due| lang.pick(format!("，{due} 前要报"), format!(", due {due}")));
            let concerns = match forms.is_empty() {
                true => String::new(),
                false => lang.pick(
                    format!("（{forms}{}）", due.clone().unwrap_or_default()),
                    format!(" ({forms}{})", due.unwrap_or_default()),
                ),
            };
            text += &format!(
                "  {}:{}:{}  {severity} {}  {}{concerns}\n",
                found.path, found.line, found.column, found.code, found.message
            );
        }
        if count > MOST {
            text += &lang.pick(
                format!("  还有 {} 处，用 paicha check 查看\n", count - MOST),
                format!("  and {} more: see paicha check\n", count - MOST),
            );
        }
        text
    }

    fn advised_text(&self, locator: &mut Locator<'_>, lang: Lang) -> String {
        let mut text = String::new();
        for advised in &self.advised {
            let place = locator.line(&advised.path, advised.at);
            text += &format!("  {}:{place}  {}\n", advised.path.display(), advised.name);
            for (kind, row, ground) in &advised.choices {
                let lacking = ground.map(|ground| {
                    let (what, how) = (
                        not_grounded::lacking(ground, lang),
                        not_grounded::to_record(ground, lang),
                    );
                    lang.pick(
                        format!("；还缺：{what}，{how}"),
                        format!("; lacking: {what}, {how}"),
                    )
                });
                let (kind, why) = (kind.word(), reason(*row, lang));
                let lacking = lacking.unwrap_or_default();
                text += &lang.pick(
                    format!("    {kind}（{why}）{lacking}\n"),
                    format!("    {kind} ({why}){lacking}\n"),
                );
            }
            if advised.choices.is_empty() {
                text += lang.pick(
                    "    文件里的情况不足以提出建议\n",
                    "    what is on record recommends none\n",
                );
            }
        }
        if text.is_empty() {
            return text;
        }
        let head = lang.pick(
            "还没有处置的，按规定建议（由党组织决定）：\n",
            "not decided yet; the rules recommend (the organisation decides):\n",
        );
        format!("{head}{text}")
    }

    /// The id of a form.
    pub(super) fn id(&self, form: FormId) -> String {
        self.project.catalogue.forms[form].id().to_owned()
    }
}

impl Share {
    fn text(self) -> String {
        format!("{}/{}", self.whole, self.all)
    }
}

/// The short name of a branch, else its folder.
fn title(project: &Project, branch: &Branch) -> String {
    let unit = &project.workspace.units[branch.unit];
    let record = unit.organisation.record.as_ref();
    let title = record.and_then(|record| record.short_name.as_ref().or(record.name.as_ref()));
    title.map_or_else(|| unit.path.clone(), |title| title.text.clone())
}

fn when(when: When, lang: Lang) -> String {
    match when {
        When::Ahead(days) => {
            lang.pick(format!("{days} 天后开始"), format!("begins in {days} days"))
        }
        When::Now(0) => lang.pick("今天结束".to_owned(), "ends today".to_owned()),
        When::Now(days) => lang.pick(format!("还有 {days} 天"), format!("{days} days left")),
        When::Over(days) => lang.pick(format!("已过 {days} 天"), format!("over for {days} days")),
        When::Unknown => String::new(),
    }
}
