using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>Whether a party may still apply for supervision: the court first, and within the fixed period (民事监督规则20；行政监督规则20).</summary>
internal static class Application
{
    /// <param name="term">CV-APPLY or AD-APPLY.</param>
    /// <param name="from">The day from which the period runs.</param>
    /// <param name="applied">The day of the application.</param>
    public static Refusal? TooLate(string term, DateOnly from, DateOnly applied, StepContext x)
    {
        if (applied < from)
            return new AppliedTooEarly(applied, from) { Field = "appliedOn" };
        var rule = x.Law.Terms[term];
        // before the text in force on that day was recorded there is nothing to refuse by; the person checks
        var due = rule.Count(new CountFrom(from, Custody.Free), x.Law.Calendar).Due;
        return due is { } last && applied > last ? new AppliedTooLate(from, last, rule.ValueOn(from)!.Reference) { Field = "appliedOn" } : null;
    }

    /// <summary>Against a judgment the court must have been asked for a retrial (民诉法220；行政监督规则20).</summary>
    public static Refusal? CourtFirst(SupervisedObject what, RetrialRoute route, LegalRef basis) =>
        what == SupervisedObject.Judgment && route == RetrialRoute.NotNeeded ? new CourtComesFirst(basis) { Field = "retrial" } : null;
}

public sealed record CourtComesFirst(LegalRef Article)
    : Refusal("court-comes-first", new Text("对生效裁判申请监督，须先向法院申请再审", "against an effective judgment the court must first be asked for a retrial"), Article, new Text("选择再审申请的结果；法院尚未处理的，告知当事人先申请再审", "say how the court answered; if it was not asked, tell the party to ask it first"));

public sealed record AppliedTooEarly(DateOnly On, DateOnly From)
    : Refusal("applied-too-early", new Text($"申请日期 {On:yyyy-MM-dd} 早于起算日 {From:yyyy-MM-dd}", $"the application of {On:yyyy-MM-dd} is before {From:yyyy-MM-dd}, from which the period runs"), null, new Text("核对两个日期", "check both dates"));

public sealed record AppliedTooLate(DateOnly From, DateOnly Last, LegalRef Article)
    : Refusal(
        "applied-too-late",
        new Text($"自 {From:yyyy-MM-dd} 起算，申请监督的期间已于 {Last:yyyy-MM-dd} 届满；该期间不中止、中断、延长", $"the period from {From:yyyy-MM-dd} ended on {Last:yyyy-MM-dd}; it is fixed and is not suspended or extended"),
        Article,
        new Text("不予受理；符合依职权监督情形的（如虚假诉讼），改为依职权启动", "do not accept it; where a ground of office exists (false litigation), start ex officio"));
