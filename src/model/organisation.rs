//! An organisation: the `党组织.yaml` of a folder.

use super::codes::{OrganisationClass, OrganisationKind};
use super::dates::FillDates;
use super::noted::Noted;
use super::record::record;
use super::scalars::Text;
use super::telephone::Telephone;
use super::value::Value;

record! {
    /// A Party organisation.
    Organisation {
        /// Full name.
        name: Text = "名称" required "全称",
        /// Short name, printed as 所在党支部.
        short_name: Text = "简称" "印在表上的“所在党支部”",
        /// Kind.
        kind: Option<Value<OrganisationKind>> = "类型" required,
        /// Class; required for a branch.
        class: Option<Value<OrganisationClass>> = "党组织类别" "党支部必填",
        /// Reporting unit, printed at the head of registers and tables.
        unit: Text = "填报单位" "印在登记表和汇总表的左上角",
        /// Secretary.
        secretary: Text = "书记",
        /// Who fills in the forms.
        filled_by: Text = "填表人",
        /// Telephone.
        phone: Option<Value<Telephone>> = "联系电话" "带区号，例如 0943-3221234",
        /// Postal address.
        address: Text = "通讯地址",
        /// Postcode.
        postcode: Text = "邮编" "6 位，加引号",
        /// Fax.
        fax: Option<Value<Telephone>> = "传真",
        /// Days on which the forms are filled in, for this organisation and
        /// those below it.
        filled_on: FillDates = "填表日期" "与排查的不同才写；也可以每张表各写一天",
    }
}

impl<'a> Noted<'a, Organisation> {
    /// The short name, else the full one.
    pub fn title(self) -> &'a str {
        let name = self.short_name().or_else(|| self.name());
        name.map_or("", |value| value.text.as_str())
    }
}
