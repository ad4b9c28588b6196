//! The lists of the notice's forms and of the data format.

use super::code::code_list;

code_list! {
    /// Sex.
    Sex { Male = "男", Female = "女" }
}

code_list! {
    /// 职业, the eight groups (附件3 note 6), also the rows of 附件6 and 附件7.
    Occupation {
        StateEnterprise = "国有企业解除劳动关系人员",
        PrivateEnterprise = "非公有制企业离职人员",
        RuralMigrant = "农村外出务工经商人员",
        Retired = "机关事业单位离退休人员",
        Graduate = "高校毕业生",
        MovedResident = "街道社区人户分离人员",
        TalentCentre = "组织关系在人才中心人员",
        Other = "其他",
    }
}

code_list! {
    /// 失去联系情形 (附件3 note 4).
    LossCause {
        WorkElsewhere = "外出务工经商",
        Restructured = "单位改制或破产",
        AfterGraduation = "毕业后去向不明",
        NewEmployer = "工作单位改变",
        Abroad = "出国（境）",
        Moved = "居住地改变",
        Other = "其他",
    }
}

code_list! {
    /// 党组织类别 (附件3 note 5).
    OrganisationClass {
        StateEnterprise = "国有企业",
        PrivateEnterprise = "非公有制企业",
        Village = "农村",
        Office = "党政机关",
        School = "学校",
        Institution = "其他事业单位",
        Community = "街道社区",
        SocialOrganisation = "社会组织",
        Other = "其他",
    }
}

code_list! {
    /// 类型 of an organisation.
    OrganisationKind {
        Branch = "党支部",
        GeneralBranch = "党总支",
        PrimaryCommittee = "基层党委",
        WorkingCommittee = "党工委",
        LeadingGroup = "党组",
        LocalCommittee = "地方党委",
    }
}

impl OrganisationKind {
    /// Whether it is a committee that issues letters of introduction, as branches, general
    /// branches and leading groups do not.
    pub fn issues_letters(self) -> bool {
        matches!(
            self,
            Self::PrimaryCommittee | Self::WorkingCommittee | Self::LocalCommittee
        )
    }
}

code_list! {
    /// 结果 of a search for a lost member.
    SearchResult { Searching = "查找中", Found = "已取得联系", NotFound = "无法取得联系" }
}

code_list! {
    /// 方式 of one attempt to reach a lost member.
    SearchMethod {
        Telephone = "电话",
        ShortMessage = "短信",
        Messenger = "微信QQ",
        Letter = "信函",
        HomeVisit = "走访户籍地",
        RelativesVisit = "走访亲友",
        Colleagues = "原单位同事",
        Classmates = "同学",
        Police = "公安协查",
        Announcement = "公告",
        Other = "其他",
    }
}

code_list! {
    /// 主客观: why contact was lost.
    Fault { Objective = "客观", Subjective = "主观" }
}

code_list! {
    /// 改正结果 after 限期改正.
    Correction { Unchanged = "未改正", Corrected = "已改正" }
}

code_list! {
    /// 外出类型 of a member away from home.
    AwayRange { Province = "省外", City = "省内市外", County = "市内县外", Within = "县内" }
}

code_list! {
    /// 从业状况 (附件2).
    Employment { NewOrganisation = "“两新”组织", SelfEmployed = "个体户", Other = "其他" }
}

code_list! {
    /// 党员身份 (附件2).
    Status { Peasant = "农民", LaidOff = "下岗职工", Resident = "社区居民", Other = "其他" }
}

code_list! {
    /// 类别 for 党费.
    DuesClass {
        Employed = "在职",
        Retired = "离退休",
        Peasant = "农民",
        Student = "学生",
        NoIncome = "无固定收入",
    }
}

code_list! {
    /// 原因 for which membership ended.
    Departure { Removed = "除名", Died = "死亡", Left = "退党", Expelled = "开除" }
}

code_list! {
    /// The fourteen dispositions: the columns of 附件7.
    Disposition {
        Managed = "纳入组织管理",
        NotRecognised = "不予承认党员资格",
        ProbationCancelled = "取消预备党员资格",
        RelationKept = "保留组织关系",
        Suspended = "停止党籍",
        LeftParty = "退党除名",
        ToCorrect = "限期改正",
        AdvisedOut = "劝退或劝而不退除名",
        DroppedOut = "自行脱党除名",
        Warning = "警告",
        SeriousWarning = "严重警告",
        RemovedFromPost = "撤销党内职务",
        OnProbation = "留党察看",
        Expelled = "开除党籍",
    }
}

code_list! {
    /// 规则: which rule set of dispositions is in force.
    RuleSet { Of2016 = "2016", Of2019 = "2019" }
}

code_list! {
    /// 年龄算法.
    AgeMethod { Completed = "周岁", YearDifference = "年份差" }
}

code_list! {
    /// 预备党员计入: where probationers stand in the columns of 党龄.
    ProbationerCount { UnderOneYear = "1年以下", Nowhere = "不计" }
}

code_list! {
    /// 在册按群体: whether the roll is split over the rows of 附件6.
    RollSplit { TotalOnly = "仅合计", ByGroup = "分列" }
}

code_list! {
    /// 空白处: what an empty text cell prints.
    EmptyCell { Blank = "留空", None = "无", Dash = "—" }
}
