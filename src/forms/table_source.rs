//! A table of a form of several, as it stands in the file. It is read as a form of one.

use super::mixed::Mixed;
use super::source::{
    ColumnSource, CustomSource, FormSource, Name, Prints, ReconciledSource, RelationSource,
    RowsSource, Scope, SupplementSource, Text, Texts,
};
use crate::model::named::Named;
use crate::model::provenance::KeyId;
use crate::model::record::record;
use crate::model::scalars::Prose;
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
            // What no table has is told of the form.
            cells: Mixed::default(),
            reserved: Named::default(),
            text: None,
            counted: Named::default(),
            divided: Named::default(),
            shares: Named::default(),
            persons: Named::default(),
            tables: Vec::new(),
            ..form.clone()
        }
    }
}
