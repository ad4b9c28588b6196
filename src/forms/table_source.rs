//! A table of a form of several, as it stands in the file. It is read as a form of one.

use super::mixed::Mixed;
use super::source::{
    ColumnSource, CustomSource, FormSource, Name, Prints, ReconciledSource, RelationSource,
    RowsSource, Scope, SupplementSource, Text, Texts,
};
use crate::model::named::Named;
use crate::model::node::Span;
use crate::model::provenance::KeyId;
use crate::model::record::record;
use crate::model::scalars::{Formula, Prose};
use crate::model::value::{Given as _, Value};

record! {
    /// A table of a form of several.
    TableSource {
        /// Its id.
        id: Name = "编号" required,
        /// The line above it.
        title: Prose = "标题",
        /// Register: which members.
        members: Texts = "对象",
        /// Register: what else must hold for a member.
        filter: Text = "筛选",
        /// Register: the list of members with a row for each entry.
        entries: Text = "逐条",
        /// Register: which of its entries.
        entry_filter: Text = "逐条筛选",
        /// Register: by what rows are sorted.
        sort: Texts = "排序",
        /// Register: by what rows are grouped.
        group: Text = "分组",
        /// Columns of a register, or the header tree of a cross-table.
        columns: Vec<ColumnSource> = "列",
        /// Rows of a cross-table.
        rows: Option<RowsSource> = "行",
        /// Cross-table: whether the columns are numbered.
        numbered: Option<Value<bool>> = "列号",
        /// Cross-table: its population.
        population: Texts = "人群",
        /// Cross-table: the two words of the corner cell.
        corner: Prints = "角",
        /// Register: a note below it.
        remark: Prose = "表注",
        /// Cross-table: counts beside it.
        supplement: Named<SupplementSource> = "补充资料",
        /// Cross-table: what must hold between columns.
        relations: Mixed<RelationSource> = "关系",
        /// Cross-table: how those who stand in registers are accounted for.
        reconciled: Option<ReconciledSource> = "对账",
        /// Cross-table: whether its figures are handed up by themselves.
        handed_up: Option<Value<bool>> = "上报",
    }
}

impl TableSource {
    /// For whom it would be made by itself: it is a cross-table where it has rows.
    pub fn scope(&self) -> Scope {
        match self.rows {
            Some(_) => Scope::Organisation,
            None => Scope::Branch,
        }
    }

    /// The form that it would be by itself, of a form's paper.
    pub fn alone(&self, form: &FormSource) -> FormSource {
        let this = self.clone();
        // What stands in a form for organisations is of all their branches.
        let all_levels = || Value {
            text: true.to_string(),
            span: self.place,
            key: KeyId::NONE,
            parsed: Ok(true),
        };
        FormSource {
            place: self.place,
            scope: None,
            all_levels: match (self.scope(), form.scope.given()) {
                (Scope::Organisation, _) => None,
                (_, Some(Scope::Organisation)) => Some(all_levels()),
                _ => form.all_levels.clone(),
            },
            id: this.id,
            title: this.title,
            members: this.members,
            filter: this.filter,
            entries: this.entries,
            entry_filter: this.entry_filter,
            sort: this.sort,
            group: this.group,
            columns: this.columns,
            rows: this.rows,
            numbered: this.numbered,
            population: this.population,
            corner: this.corner,
            without_rows: None,
            points: Vec::new(),
            remark: this.remark,
            supplement: this.supplement,
            relations: this.relations,
            reconciled: this.reconciled,
            handed_up: this.handed_up,
            head: Vec::new(),
            foot: Vec::new(),
            pages: None,
            notes: None,
            custom: CustomSource::default(),
            tables: Vec::new(),
            ..form.clone()
        }
    }
}

impl FormSource {
    /// The keys that are given which only forms of one scope have: their places, and the
    /// scope.
    pub fn keys_of_scopes(&self) -> Vec<(Span, &'static str, Scope)> {
        let first = |values: &[Value<Formula>]| values.first().map(|value| value.span);
        let reserved = self.reserved.entries.first().map(|(_, span, _)| *span);
        let given = [
            (
                self.cells.first().map(|cell| cell.place),
                "格",
                Scope::Member,
            ),
            (reserved, "仅限", Scope::Member),
            (first(&self.sort), "排序", Scope::Branch),
            (
                self.group.as_ref().map(|value| value.span),
                "分组",
                Scope::Branch,
            ),
            (
                self.entries.as_ref().map(|value| value.span),
                "逐条",
                Scope::Branch,
            ),
            (
                self.all_levels.as_ref().map(|value| value.span),
                "逐级",
                Scope::Branch,
            ),
            (
                self.rows.as_ref().map(|rows| rows.place),
                "行",
                Scope::Organisation,
            ),
            (first(&self.population), "人群", Scope::Organisation),
            (
                self.relations.first().map(|relation| relation.place),
                "关系",
                Scope::Organisation,
            ),
            (
                self.reconciled.as_ref().map(|block| block.place),
                "对账",
                Scope::Organisation,
            ),
            (
                self.numbered.as_ref().map(|value| value.span),
                "列号",
                Scope::Organisation,
            ),
            (
                self.corner.first().map(|value| value.span),
                "角",
                Scope::Organisation,
            ),
            (
                self.supplement.entries.first().map(|(_, span, _)| *span),
                "补充资料",
                Scope::Organisation,
            ),
            (
                self.handed_up.as_ref().map(|value| value.span),
                "上报",
                Scope::Organisation,
            ),
            (
                self.entry_filter.as_ref().map(|value| value.span),
                "逐条筛选",
                Scope::Branch,
            ),
            (
                self.remark.as_ref().map(|value| value.span),
                "表注",
                Scope::Branch,
            ),
            (
                self.without_rows.as_ref().map(|value| value.span),
                "空表",
                Scope::Branch,
            ),
        ];
        let given = given.into_iter();
        given
            .filter_map(|(span, key, of)| Some((span?, key, of)))
            .collect()
    }
}
