//! Which branch a row belongs to: by what stands in its column, or by what the call names.

use std::collections::HashMap;

use super::Refused;
use super::draft::open;
use super::mapping::{BRANCHES, Decisions, Fault, FaultKind, LEAVE, Mapping};
use crate::Project;
use crate::model::handle::UnitId;
use crate::model::meant::bare;

/// The branches of a workspace by what they are called.
pub struct Branches<'a> {
    project: &'a Project,
    mapping: &'a Mapping,
    named: Option<UnitId>,
    /// The one branch that there is.
    only: Option<UnitId>,
    by_name: HashMap<String, Vec<UnitId>>,
    found: HashMap<String, Option<UnitId>>,
    named_in: HashMap<String, Vec<UnitId>>,
}

impl<'a> Branches<'a> {
    /// Those to which members' files can be added: nothing stands below them, and they
    /// do not hand in figures alone.
    pub fn of(project: &'a Project, mapping: &'a Mapping, named: Option<UnitId>) -> Self {
        let mut by_name: HashMap<String, Vec<UnitId>> = HashMap::new();
        let mut all = Vec::new();
        for (id, unit) in project.workspace.units.iter() {
            if !is_branch(project, id) {
                continue;
            }
            all.push(id);
            let record = unit.organisation.record.as_ref();
            let names = record
                .into_iter()
                .flat_map(|record| [&record.name, &record.short_name, &record.unit]);
            let names = names.flatten().map(|name| name.text.as_str());
            let folder = unit.path.rsplit('/').next();
            for name in names.chain(folder).chain([unit.path.as_str()]) {
                let units = by_name.entry(bare(name)).or_default();
                if !units.contains(&id) {
                    units.push(id);
                }
            }
        }
        Self {
            project,
            mapping,
            named,
            only: match all[..] {
                [only] => Some(only),
                _ => None,
            },
            by_name,
            found: HashMap::new(),
            named_in: HashMap::new(),
        }
    }

    /// The branch of a row: by what stands in its column, else by what the call names, unless
    /// `above` it, or on the sheet, another is named.
    ///
    /// # Errors
    /// Where a decision stands in the mapping that cannot be.
    pub fn of_row(
        &mut self,
        name: Option<&str>,
        above: &[String],
        decisions: &mut Decisions,
    ) -> Result<Result<UnitId, Refused>, Fault> {
        let Some(name) = name else {
            let branch = self.named.or(self.only);
            // The nearest that names one.
            let mut named = above.iter().map(|text| (text, self.named_in(text)));
            let said = named.find(|(_, units)| !units.is_empty());
            let is_other = |(_, units): &(&String, Vec<UnitId>)| {
                branch.is_none_or(|branch| !units.contains(&branch))
            };
            return Ok(match (said.filter(is_other), branch) {
                (Some((text, _)), _) => Err(Refused::NamedAbove(text.clone())),
                (None, branch) => branch.ok_or(Refused::NoBranch),
            });
        };
        let found = self.find(name, decisions)?;
        Ok(match (self.named, found) {
            (Some(named), Some(found)) if named != found => {
                Err(Refused::NotNamedBranch(name.to_owned()))
            }
            (_, Some(found)) => Ok(found),
            (_, None) if self.is_left(name) => Err(Refused::BranchLeft(name.to_owned())),
            (_, None) => Err(Refused::UnknownBranch(name.to_owned())),
        })
    }

    /// Whether it is decided that the rows of a branch are not taken.
    fn is_left(&self, name: &str) -> bool {
        let decision = self.mapping.get(BRANCHES, name, "");
        decision.is_some_and(|(text, _)| text == LEAVE)
    }

    /// The branches whose names stand in a text, which many rows have above them.
    fn named_in(&mut self, text: &str) -> Vec<UnitId> {
        if let Some(units) = self.named_in.get(text) {
            return units.clone();
        }
        let (of, text) = (text.to_owned(), bare(text));
        let names = self.by_name.iter();
        let found =
            names.filter(|(name, _)| name.chars().count() > 2 && text.contains(name.as_str()));
        let units: Vec<UnitId> = found.flat_map(|(_, units)| units).copied().collect();
        self.named_in.insert(of, units.clone());
        units
    }

    fn find(&mut self, name: &str, decisions: &mut Decisions) -> Result<Option<UnitId>, Fault> {
        if let Some(found) = self.found.get(name) {
            return Ok(*found);
        }
        let units = &self.project.workspace.units;
        let path = |unit: &UnitId| units[*unit].path.clone();
        let found = match self.mapping.get(BRANCHES, name, "") {
            Some(_) if self.is_left(name) => None,
            Some((path, span)) => {
                let found = units.find(|unit| unit.path == path);
                let found = found.filter(|unit| is_branch(self.project, *unit));
                let fault = || self.mapping.at(span, FaultKind::NotBranch(path.to_owned()));
                Some(found.ok_or_else(fault)?)
            }
            None => {
                let called = self.by_name.get(&bare(name));
                let candidates = called.map(Vec::as_slice).unwrap_or_default();
                let found = match candidates {
                    [unit] => Some(*unit),
                    _ => None,
                };
                let candidates = match candidates {
                    [] => self.named.iter().map(path).collect(),
                    several => several.iter().map(path).collect::<Vec<_>>(),
                };
                let text = found.as_ref().map_or_else(|| open(&candidates), path);
                decisions.insert((BRANCHES, name.to_owned(), String::new()), text);
                found
            }
        };
        self.found.insert(name.to_owned(), found);
        Ok(found)
    }
}

/// Whether members' files can stand in a unit.
pub fn is_branch(project: &Project, unit: UnitId) -> bool {
    project.workspace.units[unit].takes_members()
}
