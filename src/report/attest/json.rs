//! The same for programs.

use serde_json::{Value, json};

use super::{Answer, Printing, Telling, name};
use crate::attest::{Attested, Integrity, NotPage, Page, Since, TextChange, Verdict};
use crate::report::located::Locator;

impl Telling<'_> {
    /// One object.
    pub fn json(&self) -> Value {
        let hidden = self.hidden();
        let pages = self.answers.iter().map(|answer| match answer {
            Answer::Page(page, attested) => self.page(page, attested),
            Answer::NotPage(file, fault) => json!({
                "file": hidden.text(file),
                "verdict": "not-a-page",
                "reason": reason(fault),
            }),
            Answer::Digest(digest, output) => json!({
                "digest": digest,
                "verdict": if output.is_some() { "stands" } else { "unknown" },
                "output": output.as_deref().map(|path| hidden.text(path)),
            }),
        });
        json!({"pages": pages.collect::<Vec<_>>()})
    }

    fn page(&self, page: &Page, attested: &Attested) -> Value {
        let hidden = self.hidden();
        let output = attested.output.as_ref();
        let form = output.map(|(_, form)| self.catalogue.forms[*form].id());
        let mut value = json!({
            "file": hidden.text(&page.file.to_string_lossy()),
            "verdict": name(&attested.verdict),
            "output": output.map(|(path, _)| hidden.text(path)),
            "form": form,
            "made_by": page.stamp.made_by,
            "revision": page.stamp.revision.as_ref().map(|revision| json!({
                "commit": revision.commit,
                "changed": revision.is_changed,
            })),
        });
        let of_file = match &attested.verdict {
            Verdict::Stands => Some(Integrity::Whole),
            Verdict::Otherwise(integrity) => Some(*integrity),
            Verdict::Changed(Some(since)) => Some(since.integrity),
            Verdict::Changed(None) | Verdict::Refused(_) | Verdict::Gone { .. } => None,
        };
        value["integrity"] = json!(match of_file {
            Some(Integrity::Whole) => "whole",
            Some(Integrity::Altered) => "altered",
            Some(Integrity::Unknown) | None => "unknown",
        });
        match &attested.verdict {
            Verdict::Changed(Some(since)) => self.since(&mut value, since, attested),
            Verdict::Refused(found) => {
                let mut locator = Locator::new(self.files, self.lang);
                let found = found.iter().map(|one| locator.locate(one));
                value["findings"] = json!(found.collect::<Vec<_>>());
            }
            _ => {}
        }
        value
    }

    fn since(&self, value: &mut Value, since: &Since, attested: &Attested) {
        let form = attested.output.as_ref().map(|(_, form)| *form);
        let changes = since.changes.iter().map(|change: &TextChange| {
            let ([old, new], hides) = self.shown(change);
            let mut entry = json!({"called": self.called(form, &change.of)});
            if let Printing::Cell(cell) | Printing::Row(cell) = &change.of {
                entry["cell"] = json!(self.hidden().text(cell));
            }
            entry["old"] = json!(old);
            entry["new"] = json!(new);
            if hides {
                entry["masked"] = json!(true);
            }
            entry
        });
        value["since"] = json!({
            "commit": since.commit,
            "values": changes.collect::<Vec<_>>(),
        });
    }
}

fn reason(fault: &NotPage) -> &'static str {
    match fault {
        NotPage::Unread(_) => "unread",
        NotPage::NotPdf => "not-pdf",
        NotPage::Encrypted => "encrypted",
        NotPage::Foreign => "foreign",
        NotPage::Unstamped => "no-digest",
        NotPage::Later => "later-version",
        NotPage::Several => "several-pages",
    }
}
