using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Plea;

/// <summary>
/// Check the conditions of the fast track (速裁程序; 刑诉法222、223; 规则273): three years or less, clear facts, consent, no exclusion. Where they are met, the
/// decision is due ten days after the file came, fifteen where more than a year is possible. What is not known leaves it open.
/// </summary>
public sealed record CheckFastTrack(
    [Label("审查日期", "Checked on")] DateOnly On,
    [Label("可能判处的刑罚", "Expected sentence")] ExpectedSentence Expected,
    [Label("事实清楚，证据确实、充分", "Facts clear, evidence sufficient")] Known ClearFacts,
    [Label("同意适用速裁程序", "Consents to the fast track")] Known Consents,
    [Label("不适用的情形", "Exclusion")] FastTrackExclusion Exclusion,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<CheckFastTrack>
{
    public static Decision Decide(Matter matter, CheckFastTrack c, StepContext x)
    {
        var (person, no) = matter.ChooseOne(c.Persons, c.On, x);
        if (person is null)
            return no!;
        return PleaGuard.NotToldYet(person, c.On) ?? Decision.Of(new FastTrackChecked(c.On, c.Expected, c.ClearFacts, c.Consents, c.Exclusion, [person.Id]));
    }
}

public enum ExpectedSentence
{
    [Label("一年以下", "A year or less")]
    UpToOneYear,

    [Label("超过一年，三年以下", "More than one year, up to three")]
    UpToThreeYears,

    [Label("超过三年", "More than three years")]
    OverThreeYears,

    [Label("尚不能判断", "Not known yet")]
    Unknown,
}

/// <summary>Three answers: what is not known is not no.</summary>
public enum Known
{
    [Label("是", "Yes")]
    Yes,

    [Label("否", "No")]
    No,

    [Label("未知", "Not known")]
    Unknown,
}

/// <summary>Where the fast track is not applied (刑诉法223).</summary>
public enum FastTrackExclusion
{
    [Label("没有", "None")]
    None,

    [Label("盲、聋、哑人，或者尚未完全丧失辨认、控制能力的精神病人", "Blind, deaf, mute or of limited capacity")]
    Disability,

    [Label("未成年人", "Minor")]
    Minor,

    [Label("有重大社会影响", "Great public effect")]
    PublicEffect,

    [Label("部分被告人有异议", "A joint defendant disagrees")]
    CoDefendantDisagrees,

    [Label("未就附带民事赔偿等达成调解或者和解", "No settlement with the victim on compensation")]
    NoSettlement,

    [Label("其他不宜适用的情形", "Other")]
    Other,

    [Label("未知", "Not known")]
    Unknown,
}

public enum FastTrackResult
{
    [Label("符合速裁程序适用条件", "the conditions are met")]
    Suitable,

    [Label("不符合速裁程序适用条件", "the conditions are not met")]
    Unsuitable,

    [Label("尚待查明", "still open")]
    Open,
}

[EventType("plea.fast-track-checked")]
public sealed record FastTrackChecked(DateOnly On, ExpectedSentence Expected, Known ClearFacts, Known Consents, FastTrackExclusion Exclusion, IReadOnlyList<string> Persons) : IMatterEvent
{
    private FastTrackResult Result =>
        Expected == ExpectedSentence.OverThreeYears || ClearFacts == Known.No || Consents == Known.No || Exclusion is not (FastTrackExclusion.None or FastTrackExclusion.Unknown) ? FastTrackResult.Unsuitable
        : Expected == ExpectedSentence.Unknown || ClearFacts == Known.Unknown || Consents == Known.Unknown || Exclusion == FastTrackExclusion.Unknown ? FastTrackResult.Open
        : FastTrackResult.Suitable;

    public void Apply(Matter matter, Recorded recorded)
    {
        // the duties see the occurrence
    }

    // the days run from the file, not from the check (规则273); a new check takes the place of the one before
    public IEnumerable<Occurrence> Occurrences(Matter matter)
    {
        foreach (var person in Persons)
        {
            yield return new Occurrence("fast-track-checked", On, person);
            if (Result == FastTrackResult.Suitable && matter.Occurrences.LastOrDefault(o => o.Subject == person && o.Type is "transfer-accepted" or "resubmitted") is { } received)
                yield return new Occurrence("fast-track-suitable", received.On, person)
                {
                    Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["over-a-year"] = Expected == ExpectedSentence.UpToThreeYears ? "yes" : "no" },
                };
        }
    }

    public Text Says(Matter matter) => new($"速裁程序适用条件（{matter.Names(Persons)}）：{Result.Label().Zh}", $"Fast track for {matter.Names(Persons)}: {Result.Label().En}");
}
