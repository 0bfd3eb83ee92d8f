using Zhijian.Kernel;
using Zhijian.Matters.Documents;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Documents;

/// <summary>An indictment of 张某 brought to each state, and who may do what with it.</summary>
internal static class DocumentStories
{
    public static readonly DateOnly On = Day("2026-03-12");

    public static Actor Prosecutor { get; } = An.Actor("lu", An.Office, Role.Prosecutor);

    public static Actor Head { get; } = An.Actor("zhou", An.Office, Role.OfficeHead);

    public static IReadOnlyDictionary<string, string> Asked { get; } = new Dictionary<string, string>
    {
        ["identities"] = "无前科。", ["facts-found"] = "事实一。\n事实二。", ["evidence"] = "证据。", ["assessment"] = "自愿认罪认罚。", ["attachments"] = "案卷二册。",
    };

    public static MakeDocument Indictment { get; } = new(On, "indictment", Values: Asked);

    public static MatterStory Indicted() =>
        A.Matter(m => m.Suspect("张某", "213").Suspect("李某", "214").RightHolder("某公司").Amount("sales-amount", 126_000)).By(Prosecutor).Do(new Matters.Criminal.AcceptTransfer(Day("2026-03-02"), "某市公安局", 0))
            .Do(new Matters.Criminal.Prosecute(Day("2026-03-10"), "某区人民法院"));

    public static MatterStory Draft() => Indicted().Do(Indictment);

    public static MatterStory Submitted() => Draft().Do(new SubmitDocument(On, 1));

    public static MatterStory Approved() => Submitted().By(Head).Do(new ApproveDocument(On, 1)).By(Prosecutor);

    public static MatterStory Finished() => Approved().Do(new FinishDocument(On, 1));

    public static MatterStory Cancelled() => Finished().By(Head).Do(new CancelDocument(On, 1, "写错法院")).By(Prosecutor);

    public static MatterStory At(PaperState state) => state switch
    {
        PaperState.Draft => Draft(),
        PaperState.Submitted => Submitted(),
        PaperState.Approved => Approved(),
        PaperState.Finished => Finished(),
        _ => Cancelled(),
    };

    public static Paper First(this MatterStory story) => story.Matter.Paper(1)!;

    /// <summary>In every other state the step is refused with what to do instead; a paper that is not there is refused, too.</summary>
    public static void ShouldBeOpenOnlyAt(IDated step, Actor by, params PaperState[] states)
    {
        foreach (var state in Enum.GetValues<PaperState>().Except(states))
            At(state).By(by).ShouldRefuse<PaperOutOfOrder>(step, "paper");
        Indicted().By(by).ShouldRefuse<UnknownPaper>(step, "paper");
    }
}
