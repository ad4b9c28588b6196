//! Where the round stands, for programs.

use crate::load::Files;

use serde_json::{Value, json};

use super::{Advised, Branch, Missing, Progress, Share, Stage, When};
use crate::check::rules::dispositions::{not_grounded, reason};
use crate::model::code::Code as _;
use crate::report::Lang;
use crate::report::located::Locator;
use crate::report::mask::mask;

impl Progress<'_> {
    /// The contract for other programs.
    pub fn json(&self, files: &Files, lang: Lang) -> Value {
        let mut locator = Locator::new(files, lang);
        let missing = self
            .missing
            .iter()
            .map(|one| self.missing_json(one, &mut locator));
        let missing: Vec<Value> = missing.collect();
        let advised = self.advised.iter();
        let advised = advised.map(|one| {
            let line = locator.line(&one.path, one.at);
            advised_json(one, line, lang)
        });
        json!({
            "日期": self.day.map(|day| day.to_string()),
            "阶段": self.stages.iter().map(stage_json).collect::<Vec<_>>(),
            "党支部": self.branches.iter().map(|branch| self.branch_json(branch)).collect::<Vec<_>>(),
            "待补": missing,
            "建议处置": advised.collect::<Vec<_>>(),
        })
    }

    fn branch_json(&self, branch: &Branch) -> Value {
        let forms = self.forms.iter().zip(&branch.forms);
        let forms = forms.map(|(form, share)| (self.id(*form), share_json(*share)));
        json!({
            "路径": self.project.workspace.units[branch.unit].path,
            "党员": branch.members,
            "表": forms.collect::<serde_json::Map<_, _>>(),
            "查找": share_json(branch.searched),
            "处置": share_json(branch.decided),
        })
    }

    fn missing_json(&self, missing: &Missing<'_>, locator: &mut Locator<'_>) -> Value {
        let mut found = json!(locator.locate(missing.finding));
        let forms: Vec<String> = missing.forms.iter().map(|form| self.id(*form)).collect();
        found["表"] = json!(forms);
        found["期限"] = json!(missing.due.map(|due| due.to_string()));
        found
    }
}

fn share_json(share: Share) -> Value {
    json!({ "齐全": share.whole, "共": share.all })
}

fn stage_json(stage: &Stage<'_>) -> Value {
    let given = stage.given;
    let (state, days) = match stage.when {
        When::Ahead(days) => ("未开始", Some(days)),
        When::Now(days) => ("进行中", Some(days)),
        When::Over(days) => ("已结束", Some(days)),
        When::Unknown => ("不明", None),
    };
    let demands = given.demands.iter().map(|demand| &demand.text);
    json!({
        "名称": given.name.as_ref().map(|name| &name.text),
        "开始": given.begins.as_ref().and_then(|day| day.get()).map(ToString::to_string),
        "结束": given.ends.as_ref().and_then(|day| day.get()).map(ToString::to_string),
        "要求": demands.collect::<Vec<_>>(),
        "状态": state,
        "天数": days,
    })
}

fn advised_json(advised: &Advised, line: usize, lang: Lang) -> Value {
    let choices = advised.choices.iter().map(|(kind, row, ground)| {
        json!({
            "处置": kind.word(),
            "理由": reason(*row, lang),
            "还缺": ground.map(|ground| not_grounded::lacking(ground, lang)),
            "办法": ground.map(|ground| not_grounded::to_record(ground, lang)),
        })
    });
    json!({
        "姓名": advised.name,
        "path": mask(&advised.path.to_string_lossy()),
        "line": line,
        "建议": choices.collect::<Vec<_>>(),
    })
}
