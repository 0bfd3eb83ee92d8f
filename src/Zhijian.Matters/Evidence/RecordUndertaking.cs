using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Record a written undertaking of confidentiality (保密承诺书). It admits the person to an exhibit kept to named people, and only then its files open.</summary>
public sealed record RecordUndertaking(
    [Label("签署日期", "Signed on")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("承诺人", "Who signed", HintZh = "本院人员编号，如 lu", HintEn = "id of a person of the unit, e.g. lu")] string Signer,
    [Label("承诺书", "Paper", HintZh = "编号或者存放处", HintEn = "its number, or where it is kept")] string Paper)
    : ICommand<RecordUndertaking>
{
    public static Decision Decide(Matter matter, RecordUndertaking c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x);
        if (exhibit is null)
            return no!;
        if (!exhibit.IsKept)
            return new OpenExhibit(exhibit.Id) { Field = "exhibit" };
        if (Guard.NotOfTheUnit([c.Signer.Trim()], "signer", x) is { } stranger)
            return stranger;
        return ExhibitGuard.Empty(c.Paper, "paper", "承诺书", "Paper") is { } empty ? empty
            : exhibit.Undertakings.TryGetValue(c.Signer.Trim(), out var on) ? new UndertakenAlready(c.Signer.Trim(), on) { Field = "signer" }
            : Decision.Of(new UndertakingRecorded(c.On, exhibit.Id, c.Signer.Trim(), c.Paper.Trim()));
    }
}

public sealed record OpenExhibit(string Id)
    : Refusal("open-exhibit", new Text($"{Id} 不限特定人员知悉", $"{Id} is not kept to named people"), null, new Text("无需承诺书", "no undertaking is needed"));

public sealed record UndertakenAlready(string Person, DateOnly On)
    : Refusal("undertaken-already", new Text($"{Person} 已于 {On:yyyy-MM-dd} 签署承诺书", $"{Person} signed on {On:yyyy-MM-dd}"), null, new Text("无需重复登记", "nothing to do"));

[EventType("evidence.undertaking-recorded")]
public sealed record UndertakingRecorded(DateOnly On, string Exhibit, string Signer, string Paper) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Undertake(Signer, On);

    public Text Says(Matter matter) => new($"{Exhibit} 保密承诺书：{Signer}（{Paper}）", $"Undertaking for {Exhibit}: {Signer} ({Paper})");
}
