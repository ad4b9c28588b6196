//! The round: `排查.yaml`.

use chrono::NaiveDate;

use super::codes::{AgeMethod, EmptyCell, ProbationerCount, RollSplit, RuleSet};
use super::dates::FillDates;
use super::record::record;
use super::scalars::{Line, Text};
use super::value::{Day, Given as _, Value};

record! {
    /// A round of checking, with its reference days and settings.
    Round {
        /// Name.
        name: Text = "名称" required,
        /// Number of the notice.
        number: Text = "文号" "例如 会政办发〔2016〕34号",
        /// Rule set of dispositions.
        rules: Option<Value<RuleSet>> = "规则" "按哪一年的规定处置",
        /// Day at which the roll is counted.
        baseline: Day = "排查前基准日" required "排查前在册党员数到这一天",
        /// Day at which lost time is counted.
        search_ended: Day = "联系查找结束日" required "失去联系的时间算到这一天",
        /// Days on which the forms are filled in.
        filled_on: FillDates = "填表日期" required "年龄、党龄算到这一天；也可以每张表各写一天",
        /// Who is away on a day from this one to 填表日期 counts as 流动, also who left before
        /// and is still away; by default 1 January of the year of 排查前基准日.
        away_from: Day = "流动统计起始日" "这一天到填表日期之间有一天在外的算流动党员，以前外出还没有返回的也算；不写是排查前基准日那年的 1 月 1 日",
        /// How ages are counted.
        age_method: Option<Value<AgeMethod>> = "年龄算法",
        /// Where probationers stand in the columns of 党龄.
        probationers: Option<Value<ProbationerCount>> = "预备党员计入" "预备党员计入哪一栏党龄",
        /// Whether the roll is split over the rows of 附件6.
        roll_split: Option<Value<RollSplit>> = "在册按群体" "附件6 的在册人数要不要按群体分",
        /// What an empty text cell prints.
        empty_cell: Option<Value<EmptyCell>> = "空白处" "没有内容的格印什么",
        /// Which forms a build makes: ids, or 全部; without it those that are made unless
        /// they are left out.
        forms: Vec<Value<Line>> = "表" "做哪些表：写编号，或者写 全部",
        /// Whether pages tell the revision of the data.
        tells_revision: Option<Value<bool>> = "印版本" "写 true：每一页写明是按 git 的哪个版本做的",
        /// The stages.
        stages: Vec<Stage> = "阶段" "排查的几个阶段，一个一项",
    }
}

record! {
    /// A stage of the round.
    Stage {
        /// Name.
        name: Text = "名称" required "例如 动员部署",
        /// First day.
        begins: Day = "开始",
        /// Last day.
        ends: Day = "结束",
        /// What is due.
        demands: Vec<Value<Line>> = "要求" "到时要报的",
    }
}

impl Round {
    /// The first day of the round: the earliest start of a stage, without
    /// stages the 排查前基准日 (domain: reference dates).
    pub fn begins(&self) -> Option<NaiveDate> {
        let first = self
            .stages
            .iter()
            .filter_map(|stage| stage.begins.given())
            .min();
        first.or(self.baseline.given()).copied()
    }
}
