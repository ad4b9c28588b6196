//! A review for programs.

use serde_json::{Map, Value, json};

use super::Telling;
use crate::check::Diagnostic;
use crate::load::Files;
use crate::report::located::{Located, Locator};
use crate::review::{
    FileStatus, MemberChange, OutputChange, Paged, PrintStatus, Share, ValueChange,
};

/// The pages that look otherwise, from 1, and how many there are; why they are not known.
fn pages(output: &OutputChange, value: &mut Value) {
    let unknown = match &output.pages {
        Paged::Unlooked => return,
        Paged::Laid { counts, changed } => {
            let pages = changed.iter().map(|page| page + 1);
            value["pages"] = pages.collect();
            let [before, now] = *counts;
            let is_gone = output.change == PrintStatus::Gone;
            value["page_count"] = if is_gone { before } else { now }.into();
            if output.change == PrintStatus::Changed && before != now {
                value["old_page_count"] = before.into();
            }
            return;
        }
        Paged::TooMany => "too many outputs",
        Paged::TooLong => "too many members",
        Paged::Faulty => "faulty",
    };
    value["pages"] = Value::Null;
    value["pages_unknown"] = unknown.into();
}

impl Telling<'_> {
    /// One object.
    pub fn json(&self) -> Value {
        let (review, hidden) = (self.review, self.hidden());
        let text = |text: &str| hidden.text(text).into_owned();
        let files = review.files.iter().map(|file| {
            json!({
                "path": text(&file.path),
                "kind": file.kind,
                "change": file.change,
                "values": self.values(&file.values),
            })
        });
        let shares = |by: &[Share]| -> Vec<Value> {
            let by = by.iter();
            by.map(|share| {
                json!({
                    "path": text(&share.path),
                    "姓名": text(&share.name),
                    "change": share.change,
                })
            })
            .collect()
        };
        let cells = review.cells.iter().map(|cell| {
            json!({
                "org": text(&cell.org),
                "form": cell.form,
                "row": cell.row,
                "column": cell.column,
                "old": cell.old,
                "new": cell.new,
                "by": shares(&cell.by),
            })
        });
        let outputs = review
            .outputs
            .iter()
            .flat_map(|output| self.output_files(output));
        let refused = review.outputs.iter();
        let refused = refused.filter(|output| output.change == PrintStatus::Refused);
        let refused =
            refused.map(|output| json!({"path": text(&output.path), "form": output.form}));
        let [new, gone] = self.findings();
        json!({
            "from": self.between[0],
            "to": self.between[1],
            "members": review.members.iter().map(|it| self.member(it)).collect::<Vec<_>>(),
            "cells": cells.collect::<Vec<_>>(),
            "files": files.collect::<Vec<_>>(),
            "findings": {"new": new, "gone": gone},
            "outputs": outputs.collect::<Vec<_>>(),
            "refused": refused.collect::<Vec<_>>(),
        })
    }

    /// An output as the files of `out/` that change: of one that is called otherwise now,
    /// both name the other.
    fn output_files(&self, output: &OutputChange) -> Vec<Value> {
        let hidden = self.hidden();
        let text = |text: &str| hidden.text(text).into_owned();
        let files = output.files();
        let is_both = files.len() > 1;
        let files = files.into_iter().map(|(path, change)| {
            let mut value = json!({"path": text(path)});
            let is_old = is_both && change == FileStatus::Gone;
            if let Some(old) = output.old_path.as_ref().filter(|_| is_both && !is_old) {
                value["old_path"] = text(old).into();
            }
            if is_old {
                value["new_path"] = text(&output.path).into();
            }
            value["form"] = output.form.clone().into();
            value["change"] = json!(change);
            match output.change {
                PrintStatus::Refused => value["refused"] = true.into(),
                PrintStatus::Unfilled => value["unfilled"] = true.into(),
                // Nothing is drawn otherwise.
                PrintStatus::Moved if !is_old => value["pages"] = json!([]),
                _ if !is_old => pages(output, &mut value),
                _ => {}
            }
            value
        });
        files.collect()
    }

    fn member(&self, member: &MemberChange) -> Value {
        let hidden = self.hidden();
        let text = |text: &str| hidden.text(text).into_owned();
        let facts = member.facts.iter().map(|fact| {
            let keys = fact.keys.iter();
            let keys = keys.map(|cause| json!({"path": text(&cause.path), "key": cause.key}));
            let mut value = json!({"fact": fact.fact});
            if let Some(form) = &fact.form {
                value["form"] = form.clone().into();
            }
            value["old"] = fact.old.clone().into();
            value["new"] = fact.new.clone().into();
            value["keys"] = keys.collect();
            value
        });
        let mut value = json!({
            "姓名": text(&member.name),
            "path": text(&member.path),
            "old_path": member.old_path.as_deref().map(text),
            "change": member.change,
        });
        if let Some(unreadable) = member.unreadable {
            value["unreadable"] = unreadable.into();
        }
        value["values"] = self.values(&member.values).into();
        value["facts"] = facts.collect();
        value["registers"] = json!(member.registers);
        value
    }

    fn values(&self, values: &[ValueChange]) -> Vec<Value> {
        let hidden = self.hidden();
        let values = values.iter().map(|value| {
            let shown = |text: &str| Value::from(hidden.value(&value.key, text));
            let mut entry = Map::new();
            entry.insert("key".to_owned(), hidden.text(&value.key).into());
            entry.insert("line".to_owned(), value.line.into());
            entry.insert("old".to_owned(), shown(&value.old));
            entry.insert("new".to_owned(), shown(&value.new));
            if hidden.hides(&value.key, &value.old, &value.new) {
                entry.insert("masked".to_owned(), true.into());
            }
            Value::from(entry)
        });
        values.collect()
    }

    /// The findings that are new and those that are gone, with their places.
    pub(super) fn findings(&self) -> [Vec<Located>; 2] {
        let Some(states) = &self.review.states else {
            return Default::default();
        };
        let [old, new] = states
            .each_ref()
            .map(|state| &state.project.workspace.files);
        let located = |files: &Files, found: &[Diagnostic]| -> Vec<Located> {
            let mut locator = Locator::new(files, self.lang);
            found.iter().map(|one| locator.locate(one)).collect()
        };
        let [now, gone] = &self.review.findings;
        [located(new, now), located(old, gone)]
    }
}
