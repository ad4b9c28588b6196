//! Rosters in the columns that others ask for: the notice's, the collection sheet of
//! 2017, the record of the national system.

use std::collections::BTreeMap;

use super::grid::{Column, Grid, Head, Line};
use super::heights::of_heads;
use super::register::SIZE;
use super::widths::fit;
use crate::author::member::{Given, given, key};
use crate::check::Affected;
use crate::derive::Facts;
use crate::forms::view::traced_title;
use crate::intake::heading::Computed;
use crate::intake::{here, latest};
use crate::model::handle::UnitId;
use crate::model::provenance::{KeyId, Keys, Traced};
use crate::tabulate::{Person, Source};

/// A roster that is known by heart.
#[derive(Debug)]
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    columns: &'static [(&'static str, Says)],
}

/// What a column says.
#[derive(Clone, Copy, Debug)]
enum Says {
    /// The number of the row.
    Number,
    /// What stands behind a key.
    Key(&'static str),
    /// The higher of two lines of education.
    Level,
    /// The degrees.
    Degree,
    /// The later of the two days of last contact.
    LastContact,
    /// What the program works out.
    Computed(Computed),
    /// The branch.
    Branch,
    /// Nothing: no key stands for it.
    Nothing,
}

use Says::{Branch, Degree, Key, LastContact, Level, Nothing, Number};

/// What the program works out.
const AGED: Says = Says::Computed(Computed::Standing);
const CATEGORY: Says = Says::Computed(Computed::Category);
const LOST: Says = Says::Computed(Computed::Has("失联"));
const AWAY: Says = Says::Computed(Computed::Has("流动"));

/// The least height of a row, in points.
const LEAST: f64 = 20.0;

/// The rosters.
pub static PROFILES: [Profile; 3] = [
    Profile {
        name: "花名册",
        columns: &[
            ("序号", Number),
            ("姓名", Key("姓名")),
            ("性别", Key("性别")),
            ("民族", Key("民族")),
            ("籍贯", Key("籍贯")),
            ("出生年月", Key("出生年月")),
            ("学历", Level),
            ("学位", Degree),
            ("参加工作时间", Key("参加工作时间")),
            ("入党时间", Key("入党日期")),
            ("转正时间", Key("转正日期")),
            ("党龄", AGED),
            ("身份证号", Key("身份证号码")),
            ("工作单位及职务", Key("工作单位及职务")),
            ("党内职务", Key("现任党内职务")),
            ("手机", Key("手机号码")),
            ("现居住地", Key("现居住地")),
            ("备注", Key("备注")),
        ],
    },
    Profile {
        name: "信息采集表",
        columns: &[
            ("姓名", Key("姓名")),
            ("性别", Key("性别")),
            ("民族", Key("民族")),
            ("公民身份证号", Key("身份证号码")),
            ("出生日期", Key("出生年月")),
            ("学历", Level),
            ("人员类别", CATEGORY),
            ("所在党支部", Branch),
            ("加入党组织日期", Key("入党日期")),
            ("转为正式党员日期", Key("转正日期")),
            ("工作岗位", Key("工作单位及职务")),
            ("联系电话", Key("手机号码")),
            ("家庭住址", Key("现居住地")),
            ("党籍状态", Says::Computed(Computed::State)),
            ("是否失联党员", LOST),
            ("失去联系日期", LastContact),
            ("是否流动党员", AWAY),
            ("外出流向", Key("流动.外出流向")),
        ],
    },
    Profile {
        name: "党员基本信息",
        columns: &[
            ("姓名", Key("姓名")),
            ("性别", Key("性别")),
            ("公民身份号码", Key("身份证号码")),
            ("民族", Key("民族")),
            ("出生日期", Key("出生年月")),
            ("学历", Level),
            ("人员类别", CATEGORY),
            ("学位", Degree),
            ("所在党支部", Branch),
            ("手机号码", Key("手机号码")),
            ("入党日期", Key("入党日期")),
            ("转正日期", Key("转正日期")),
            ("党龄", AGED),
            ("党龄校正值", Key("党龄校正月数")),
            ("工作岗位", Key("工作单位及职务")),
            ("是否农民工", Nothing),
            ("现居住地", Key("现居住地")),
            ("户籍所在地", Key("户籍所在地")),
            ("是否失联党员", LOST),
            ("是否流动党员", AWAY),
            ("入党时所在支部", Key("入党时所在支部")),
        ],
    },
];

impl Profile {
    /// The roster of units, one row for each file of a member; none where a day is missing.
    pub fn grid(&self, source: Source<'_>, units: &[UnitId]) -> Option<Grid> {
        let mut rows = Vec::new();
        for unit in units {
            for person in source.people(*unit)? {
                let row = self.row(source, &person, rows.len() + 1)?.into_iter();
                rows.push(Line::Texts(row.map(|cell| cell.value).collect()));
            }
        }
        let head = |((name, _), at): (&(&str, Says), u16)| Head {
            at: (0, at),
            size: (1, 1),
            text: (*name).to_owned(),
            is_open: false,
        };
        let column = |(name, says): &(&str, Says)| Column {
            name: (*name).to_owned(),
            width: says.width(),
            is_running: matches!(says, Key("备注")),
            is_number: false,
        };
        let heads: Vec<Head> = self.columns.iter().zip(0..).map(head).collect();
        let mut columns: Vec<Column> = self.columns.iter().map(column).collect();
        fit(&mut columns, &heads, &rows, SIZE);
        let mut grid = Grid {
            name: self.name.to_owned(),
            heads,
            columns,
            rows,
            least: LEAST,
            size: SIZE,
            is_landscape: true,
            ..Grid::default()
        };
        grid.head_rows = of_heads(&grid, 1, LEAST);
        Some(grid)
    }

    /// Whether what an error is about stands in the roster of units.
    pub fn is_spoiled(&self, source: Source<'_>, units: &[UnitId], affected: &Affected) -> bool {
        let mut each = affected.each();
        each.any(|one| self.is_spoiled_by(source, units, &one))
    }

    fn is_spoiled_by(&self, source: Source<'_>, units: &[UnitId], affected: &Affected) -> bool {
        if affected.is_of_everything() {
            return true;
        }
        let is_meant = |unit: &&UnitId| affected.unit.is_none_or(|of| of == **unit);
        let mut units = units.iter().filter(is_meant);
        let is_said = |person: &Person<'_>| {
            let row = self.row(source, person, 0);
            let mut keys = row.iter().flatten().map(|cell| cell.keys);
            // What cannot be said is spoiled.
            row.is_none() || keys.any(|keys| keys.meet(affected.keys))
        };
        let is_of_unit = |unit: &UnitId| {
            let Some(mut people) = source.people(*unit) else {
                return true;
            };
            affected.keys == Keys::ALL
                || people.any(|person| {
                    let is_he = affected.member.is_none_or(|member| member == person.id);
                    is_he && is_said(&person)
                })
        };
        affected.forms.is_empty() && units.any(is_of_unit)
    }

    fn row(
        &self,
        source: Source<'_>,
        person: &Person<'_>,
        number: usize,
    ) -> Option<Vec<Traced<String>>> {
        let mut cards = source.declared.cards.iter();
        let reference = cards.find_map(|card| source.reference(person.unit, card))?;
        let facts = Facts::derive(person.member, reference);
        let given = given(person.member);
        let said = self.columns.iter().map(|(_, says)| match says {
            Number => Traced::constant(number.to_string()),
            Branch => traced_title(source, person.unit),
            Says::Computed(computed) => {
                let here = here(*computed, person.member, reference, &facts);
                let here = here.unwrap_or_else(|| Traced::constant(Vec::new()));
                here.map(|texts| texts.join("—"))
            }
            Level => facts.schooling.text.clone().map(Option::unwrap_or_default),
            Key(route) => given_by(&given, &[route]).map(|texts| texts.join("、")),
            Degree => given_by(&given, &DEGREES).map(|texts| texts.join("、")),
            LastContact => given_by(&given, &LAST).map(|texts| latest(&texts).unwrap_or_default()),
            Nothing => Traced::constant(String::new()),
        });
        Some(said.collect())
    }
}

/// The keys of degrees.
const DEGREES: [&str; 2] = ["学历学位.全日制教育.学位", "学历学位.在职教育.学位"];
/// Those of last contact.
const LAST: [&str; 2] = ["失联.最后组织生活", "失联.最后交纳党费"];

impl Says {
    fn width(self) -> f64 {
        match self {
            Number => 10.0,
            Key("身份证号码") => 42.0,
            Key("手机号码") => 28.0,
            Key("工作单位及职务" | "现居住地" | "户籍所在地") | Branch => 45.0,
            Key("姓名") => 22.0,
            _ => 24.0,
        }
    }
}

/// The texts behind keys, as files have them.
fn given_by(given: &BTreeMap<KeyId, Vec<Given>>, routes: &[&str]) -> Traced<Vec<String>> {
    let keys = || routes.iter().filter_map(|route| key(route));
    let texts = keys().filter_map(|key| given.get(&key)).flatten();
    let text = |one: &Given| one.meant.as_ref().unwrap_or(&one.text).clone();
    Traced::constant(texts.map(text).collect()).joined(keys().map(Keys::of).collect())
}
