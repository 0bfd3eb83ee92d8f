using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Record what was restored, when it was seen and by what proof (公益修复效果); also at a later visit, after the case has ended.</summary>
public sealed record RecordPublicEffect(
    [Label("核实日期", "Seen on")] DateOnly On,
    [Label("修复了什么", "What was restored"), LongText] string Restored,
    [Label("凭据", "Proof", HintZh = "现场照片、检测报告、回访笔录", HintEn = "photographs, test report, record of the visit")] string Proof,
    [Label("效果", "Effect")] PublicEffect Effect,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordPublicEffect>
{
    public static Decision Decide(Matter matter, RecordPublicEffect c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("restored", c.Restored, new Text("修复了什么", "What was restored")), ("proof", c.Proof, new Text("凭据", "Proof")))
            ?? Decision.Of(new PublicEffectRecorded(c.On, c.Restored.Trim(), c.Proof.Trim(), c.Effect, proceeding.Id));
    }
}

public enum PublicEffect
{
    [Label("已全部修复", "Restored")]
    Full,

    [Label("部分修复，继续跟踪", "Restored in part, followed further")]
    Part,

    [Label("反弹", "Fallen back")]
    FallenBack,
}

[EventType("public-interest.effect-recorded")]
public sealed record PublicEffectRecorded(DateOnly On, string Restored, string Proof, PublicEffect Effect, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("effect", Words.Kebab(Effect));

    public Text Says(Matter matter) => new($"{Proceeding} 效果核实：{Effect.Label().Zh}，{Restored}（{Proof}）", $"{Proceeding}: {Effect.Label().En}: {Restored} ({Proof})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
