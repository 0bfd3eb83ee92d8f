using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Examine an exhibit (审查证据): legality, authenticity and relevance, and what follows: admitted, to be supplemented, excluded.</summary>
public sealed record ExamineExhibit(
    [Label("审查日期", "Examined on")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("合法性", "Legality")] Quality Legality,
    [Label("真实性", "Authenticity")] Quality Authenticity,
    [Label("关联性", "Relevance")] Quality Relevance,
    [Label("结论", "Conclusion")] ExhibitVerdict Verdict,
    [Label("排除的理由", "Ground of exclusion")] ExclusionGround? Ground = null,
    [Label("说明", "Note", HintZh = "需要补正什么；或者认定的依据", HintEn = "what is to be supplemented; or on what the finding rests"), LongText] string? Note = null)
    : ICommand<ExamineExhibit>
{
    public static Decision Decide(Matter matter, ExamineExhibit c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x);
        if (exhibit is null)
            return no!;
        if (c.Verdict == ExhibitVerdict.Admitted)
            return new[] { c.Legality, c.Authenticity, c.Relevance }.All(q => q == Quality.Stands) ? Decision.Of(Examined(exhibit, c)) : new NotAllStands() { Field = "verdict" };
        if (ExhibitGuard.Empty(c.Note, "note", "说明", "Note") is { } empty)
            return empty;
        if (c.Verdict == ExhibitVerdict.ToSupplement)
            return Decision.Of(Examined(exhibit, c));
        if (c.Ground is not { } ground)
            return new GroundMissing() { Field = "ground" };
        return !Fits(ground, exhibit.Is.Kind) ? new GroundOfAnotherKind(exhibit.Id, exhibit.Is.Kind.Label(), ground.Label()) { Field = "ground" }
            : QualityOf(ground, c) != Quality.Fails ? new GroundNotFound(ground.Label()) { Field = "ground" }
            : Decision.Of(Examined(exhibit, c));
    }

    private static ExhibitExamined Examined(Exhibit exhibit, ExamineExhibit c) =>
        new(c.On, exhibit.Id, c.Legality, c.Authenticity, c.Relevance, c.Verdict, c.Verdict == ExhibitVerdict.Excluded ? c.Ground : null, ExhibitGuard.Clean(c.Note));

    /// <summary>刑诉法56 names the kinds: statements fall when they were forced, things and papers when the fault is neither mended nor explained.</summary>
    private static bool Fits(ExclusionGround ground, ExhibitKind kind) => ground switch
    {
        ExclusionGround.ForcedConfession => kind == ExhibitKind.SuspectStatement,
        ExclusionGround.ForcedTestimony => kind is ExhibitKind.Testimony or ExhibitKind.VictimStatement,
        ExclusionGround.NotMended => kind is ExhibitKind.Physical or ExhibitKind.Documentary,
        _ => true,
    };

    private static Quality QualityOf(ExclusionGround ground, ExamineExhibit c) => ground switch
    {
        ExclusionGround.NotTrue => c.Authenticity,
        ExclusionGround.NotRelevant => c.Relevance,
        _ => c.Legality,
    };
}

/// <summary>One of the three qualities of evidence.</summary>
public enum Quality
{
    [Label("成立", "Stands")]
    Stands,

    [Label("存疑", "In doubt")]
    Doubtful,

    [Label("不成立", "Fails")]
    Fails,
}

/// <summary>Why an exhibit is excluded, each with its article.</summary>
public enum ExclusionGround
{
    [Label("刑讯逼供等非法方法收集的供述（刑诉法52、56）", "A confession extorted by torture or other unlawful means (CPL 52, 56)")]
    ForcedConfession,

    [Label("暴力、威胁等非法方法收集的证言、陈述（刑诉法52、56）", "Testimony or a statement obtained by violence, threats or the like (CPL 52, 56)")]
    ForcedTestimony,

    [Label("违反程序、可能严重影响司法公正，不能补正或者合理解释（刑诉法56）", "A breach of procedure that may seriously harm justice, neither mended nor explained (CPL 56)")]
    NotMended,

    [Label("查证不属实（刑诉法50第3款）", "Not verified as true (CPL 50 III)")]
    NotTrue,

    [Label("不能证明案件事实（刑诉法50第1款）", "It proves no fact of the case (CPL 50 I)")]
    NotRelevant,
}

public sealed record NotAllStands()
    : Refusal("not-all-stands", new Text("合法性、真实性、关联性都成立才能采信", "legality, authenticity and relevance must all stand"), new LegalRef("刑诉法50第3款"), new Text("存疑的，结论填补正", "where one is in doubt, have it supplemented"));

public sealed record GroundMissing()
    : Refusal("ground-missing", new Text("排除证据须写明理由", "an exclusion needs its ground"), new LegalRef("刑诉法56"), new Text("选择排除的理由", "choose the ground"));

public sealed record GroundOfAnotherKind(string Id, Text Kind, Text Ground)
    : Refusal(
        "ground-of-another-kind", new Text($"{Id} 是{Kind.Zh}，不适用“{Ground.Zh}”", $"{Id} is: {Kind.En}; the ground “{Ground.En}” is for another kind"), new LegalRef("刑诉法56第1款"),
        new Text("选择适用于这种证据的理由", "choose a ground for this kind of evidence"));

public sealed record GroundNotFound(Text Ground)
    : Refusal("ground-not-found", new Text($"“{Ground.Zh}”与对三性的认定不一致", $"“{Ground.En}” does not agree with what was found"), new LegalRef("刑诉法56"), new Text("相应一项应为“不成立”", "the quality that it concerns must be “fails”"));

[EventType("evidence.exhibit-examined")]
public sealed record ExhibitExamined(
    DateOnly On, string Exhibit, Quality Legality, Quality Authenticity, Quality Relevance, ExhibitVerdict Verdict, ExclusionGround? Ground, string? Note) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Examined(new ExhibitExamination(On, Verdict, Ground?.Label(), Note, recorded.Actor));

    public Text Says(Matter matter) => new($"{Exhibit} 审查：{Verdict.Label().Zh}{(Ground is { } g ? $"，{g.Label().Zh}" : "")}", $"{Exhibit} examined: {Verdict.Label().En}{(Ground is { } h ? $", {h.Label().En}" : "")}");
}
