//! How a member is counted, and why: where he stands, which figures count him, what is
//! decided about him, which pages print him, and how all of it comes about.

pub mod counted;
pub mod decision;
pub mod values;
mod working;

use serde_json::{Value as Json, json};

use self::counted::{Share, Standing};
use self::decision::Decision;
use self::values::OnDays;
use super::Lang;
use super::cited::Cited;
use super::mask::mask;
use crate::model::handle::FormId;
use crate::model::provenance::Keys;
use crate::publish::{KeyPlace, Maker, Output, Places};
use crate::tabulate::Person;

/// What a member is explained from.
pub struct Sources<'a> {
    maker: &'a Maker<'a>,
    person: Person<'a>,
    places: Places<'a>,
}

/// How a member is counted.
pub struct Account<'a> {
    /// His file; masked, as all that follows.
    path: String,
    name: String,
    organisation: &'a str,
    standings: Vec<Standing>,
    shares: Vec<Share>,
    decision: Decision,
    outputs: Vec<String>,
    days: Vec<OnDays>,
}

impl Sources<'_> {
    /// The places of keys of the member, of his unit and of the round.
    fn places(&mut self, form: FormId, keys: Keys) -> Vec<KeyPlace> {
        let form = &self.maker.catalogue.forms[form];
        let of = (self.person.unit, self.person.id);
        self.places.inputs(form, of, keys)
    }

    /// The values at places.
    fn cited(&self, places: &[KeyPlace]) -> Vec<Cited> {
        let files = &self.maker.source.workspace.files;
        places.iter().map(|place| Cited::of(files, place)).collect()
    }

    /// The values of keys.
    fn inputs(&mut self, form: FormId, keys: Keys) -> Vec<Cited> {
        let places = self.places(form, keys);
        self.cited(&places)
    }
}

impl<'a> Account<'a> {
    /// That of a member of a unit whose members are held.
    pub fn of(maker: &'a Maker<'a>, person: Person<'a>, outputs: &[Output], lang: Lang) -> Self {
        let mut sources = Sources {
            maker,
            person,
            places: Places::of(maker),
        };
        let name = person.member.name.as_ref();
        let printing = counted::outputs(&sources, outputs);
        Self {
            path: mask(&person.file.path.to_string_lossy()),
            name: name.map_or_else(String::new, |name| mask(&name.text)),
            organisation: &maker.source.workspace.units[person.unit].path,
            outputs: printing.into_iter().map(mask).collect(),
            standings: counted::standings(&mut sources),
            shares: counted::shares(&mut sources),
            decision: decision::decision(&sources, lang),
            days: values::told(&mut sources, lang),
        }
    }

    /// For people.
    pub fn text(&self, lang: Lang) -> String {
        let (name, organisation, path) = (&self.name, self.organisation, &self.path);
        let mut text = format!("{name}  {organisation}  {path}\n");
        text += &counted::text(&self.standings, &self.shares, self, lang);
        text += &decision::text(&self.decision, lang);
        text += lang.pick("\n印在这些表上\n", "\nPrinted or counted on\n");
        text.extend(self.outputs.iter().map(|path| format!("  {path}\n")));
        text + &values::text(&self.days, self, lang)
    }

    /// For programs.
    pub fn json(&self) -> Json {
        json!({
            "path": self.path,
            "姓名": self.name,
            "org": self.organisation,
            "forms": counted::standings_json(&self.standings),
            "figures": counted::shares_json(&self.shares),
            "dispositions": decision::json(&self.decision),
            "outputs": self.outputs,
            "days": values::json(&self.days),
        })
    }
}
