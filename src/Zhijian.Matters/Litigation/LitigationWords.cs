using Zhijian.Kernel;

namespace Zhijian.Matters.Litigation;

/// <summary>What of a civil or administrative suit is supervised (民诉法219；行诉法93).</summary>
public enum SupervisedObject
{
    [Label("生效判决、裁定、调解书", "Effective judgment, ruling or mediation")]
    Judgment,

    [Label("审判程序中审判人员违法行为", "Conduct of the judges in the trial")]
    TrialConduct,

    [Label("执行活动（含非诉执行）", "Enforcement, also without a suit")]
    Enforcement,
}

/// <summary>The court whose act is supervised; who may protest depends on it.</summary>
public enum CourtLevel
{
    [Label("基层人民法院", "Basic court")]
    Basic,

    [Label("中级人民法院（含知识产权法院）", "Intermediate court, also an IP court")]
    Intermediate,

    [Label("高级人民法院", "High court")]
    High,

    [Label("最高人民法院", "Supreme People's Court")]
    Supreme,
}

/// <summary>The level that the name of a court states.</summary>
internal static class CourtLevels
{
    /// <returns>null where the name does not tell.</returns>
    public static CourtLevel? Of(string? court) => court switch
    {
        null => null,
        _ when court.Contains("最高人民法院") => CourtLevel.Supreme,
        _ when court.Contains("高级人民法院") => CourtLevel.High,
        _ when court.Contains("中级人民法院") || court.Contains("知识产权法院") || court.Contains("海事法院") || court.Contains("金融法院") => CourtLevel.Intermediate,
        _ when court.EndsWith("人民法院", StringComparison.Ordinal) => CourtLevel.Basic,
        _ => null,
    };
}

/// <summary>The kind of case by which the court of second instance is chosen (知识产权法庭规定2); where it is the SPC, only the SPP protests.</summary>
public enum CaseSubject
{
    [Label("商标、著作权等其他知识产权案件", "Trademark, copyright or other IP case")]
    Other,

    [Label("专利", "Patent")]
    Patent,

    [Label("植物新品种", "Plant variety")]
    PlantVariety,

    [Label("集成电路布图设计", "Layout of an integrated circuit")]
    CircuitLayout,

    [Label("技术秘密", "Technical secret")]
    TechnicalSecret,

    [Label("计算机软件", "Computer software")]
    Software,

    [Label("垄断", "Antitrust")]
    Antitrust,
}

/// <summary>How the court answered before the procuratorate is asked (民诉法220；行政监督规则20).</summary>
public enum RetrialRoute
{
    [Label("再审申请被驳回", "Application for retrial rejected")]
    Rejected,

    [Label("法院逾期未作裁定", "No ruling within the time")]
    NoRuling,

    [Label("再审裁判确有错误", "Retrial judgment is wrong")]
    RetrialJudgment,

    [Label("不适用（审判人员违法、执行活动）", "Not needed: conduct of judges, enforcement")]
    NotNeeded,
}

/// <summary>Times that do not count towards the review (民事监督规则52；行政监督规则56).</summary>
public enum PauseReason
{
    [Label("调卷", "Calling in the file")]
    File,

    [Label("鉴定", "Expert opinion")]
    Appraisal,

    [Label("评估", "Assessment")]
    Assessment,

    [Label("审计", "Audit")]
    Audit,

    [Label("专家咨询", "Consulting experts")]
    Consultation,
}

/// <summary>How the facts were inquired into (调查核实).</summary>
public enum InquiryMeans
{
    [Label("查询、调取证据材料", "Looking up, obtaining evidence")]
    Records,

    [Label("询问当事人、案外人", "Questioning parties or others")]
    Questioning,

    [Label("咨询专业人员", "Asking a specialist")]
    Specialist,

    [Label("勘验", "Inspection of things or places")]
    Inspection,

    [Label("类案检索", "Search for similar cases")]
    SimilarCases,

    [Label("听证", "Hearing")]
    Hearing,
}

/// <summary>What the procuratorate decides after the review (民诉法219；行诉法93).</summary>
public enum SupervisionDecision
{
    [Label("抗诉", "Protest")]
    Protest,

    [Label("提请上级院抗诉", "Ask the higher office to protest")]
    RequestProtest,

    [Label("再审检察建议", "Suggest a retrial")]
    RetrialSuggestion,

    [Label("检察建议（审判人员违法、执行活动）", "Suggestion on trial conduct or enforcement")]
    Suggestion,

    [Label("不支持监督申请", "Application not supported")]
    NotSupported,

    [Label("终结审查", "End the review")]
    End,
}

/// <summary>What the office above answers to a request to protest.</summary>
public enum HigherAnswer
{
    [Label("已向法院提出抗诉", "It protested")]
    Protested,

    [Label("不予抗诉", "It does not protest")]
    Declined,
}

/// <summary>How the court dealt with the protest or the suggestion.</summary>
public enum CourtReply
{
    [Label("裁定再审", "Retrial ordered")]
    Retrial,

    [Label("采纳、已纠正", "Adopted, put right")]
    Adopted,

    [Label("不采纳", "Not adopted")]
    NotAdopted,
}

/// <summary>How the retrial ended.</summary>
public enum RetrialResult
{
    [Label("改判", "Judgment changed")]
    Changed,

    [Label("撤销原判，发回重审", "Set aside and remanded")]
    Remanded,

    [Label("再审中调解或者撤诉", "Settled or withdrawn in the retrial")]
    Settled,

    [Label("维持原判", "Judgment upheld")]
    Upheld,
}

/// <summary>What follows when the court did not adopt the opinion (跟进监督).</summary>
public enum FollowUp
{
    [Label("提请上级院监督", "Ask the higher office")]
    Higher,

    [Label("不再跟进", "Leave it there")]
    None,
}
