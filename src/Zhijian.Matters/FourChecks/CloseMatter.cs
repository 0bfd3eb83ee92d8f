using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;

namespace Zhijian.Matters.FourChecks;

/// <summary>Close the matter (结案). Each of the four functions must have an outcome with its reason, and nothing that the office owes may be open.</summary>
public sealed record CloseMatter([Label("结案日期", "Closed on")] DateOnly On) : ICommand<CloseMatter>
{
    public static Decision Decide(Matter matter, CloseMatter c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        return Obstacles(matter, x.Law) is [var obstacle, ..] ? obstacle : Decision.Of(new MatterClosed(c.On));
    }

    /// <summary>Everything that keeps the matter from being closed now (结案闸口); empty when nothing does.</summary>
    public static IReadOnlyList<Refusal> Obstacles(Matter matter, LawBook law)
    {
        var obstacles = new List<Refusal>();
        var missing = Enum.GetValues<Track>().Where(t => !matter.Checks.ContainsKey(t)).ToList();
        if (missing.Count > 0)
            obstacles.Add(new ChecksMissing([.. missing.Select(TrackNames.Of)]));
        var questions = CheckQuestions.Of(matter, law);
        if (questions.Where(q => q.Answer is null).Select(q => q.Rule.Title).Distinct().ToList() is { Count: > 0 } unanswered)
            obstacles.Add(new ChecksUnanswered(unanswered));
        if (matter.Checks.Where(c => CheckQuestions.IsOutrun(c.Value, questions.Where(q => q.Function == c.Key))).Select(c => TrackNames.Of(c.Key)).ToList() is { Count: > 0 } outrun)
            obstacles.Add(new ConclusionOutrun(outrun));
        var running = matter.Accusations.Where(a => !a.Accusation.Stage.IsFinal()).Select(a => (a.Person.Name, a.Accusation.Stage)).Distinct().ToList();
        if (matter.Published is null && running.Count > 0)
            obstacles.Add(new PersonsUndecided([.. running.Select(r => new Text($"{r.Name}（{r.Stage.Label().Zh}）", $"{r.Name} ({r.Stage.Label().En})"))]));
        var unfinished = matter.Proceedings.Where(p => !law.StageOf(p).Final).Select(p => new Text($"{p.Id} {p.Title}（{law.StageOf(p).Title.Zh}）", $"{p.Id} {p.Title} ({law.StageOf(p).Title.En})")).ToList();
        if (matter.Published is null && unfinished.Count > 0)
            obstacles.Add(new ProceedingsOpen(unfinished));
        var protests = matter.Persons.Select(p => (p.Name, Since: RecordProtestReview.PendingSince(matter, p.Id))).Where(p => p.Since is not null).ToList();
        if (matter.Published is null && protests.Count > 0)
            obstacles.Add(new ProtestPending([.. protests.Select(p => new Text($"{p.Name}（{p.Since:yyyy-MM-dd} 提出抗诉）", $"{p.Name} (protest of {p.Since:yyyy-MM-dd})"))]));
        var owed = law.Duties.Derive(matter.Occurrences, matter.Published is null)
            .Where(d => d is { Status: DutyStatus.Open, Rule.Holder: Holder.Office }).Select(d => d.Rule.Title).Distinct().ToList();
        if (owed.Count > 0)
            obstacles.Add(new DutiesOpen(owed));
        return obstacles;
    }
}

public sealed record ChecksMissing(IReadOnlyList<Text> Functions)
    : Refusal(
        "checks-missing",
        new Text($"四查未完：{string.Join('、', Functions.Select(f => f.Zh))}尚无结论", $"the four checks are incomplete: {string.Join(", ", Functions.Select(f => f.En))}"),
        null,
        new Text("对每项职能登记结论和理由", "record an outcome and its reason for each function"));

public sealed record ConclusionOutrun(IReadOnlyList<Text> Functions)
    : Refusal("conclusion-outrun", new Text($"{string.Join('、', Functions.Select(f => f.Zh))}的四查结论早于后来的成案", $"the conclusion is older than what was opened since: {string.Join(", ", Functions.Select(f => f.En))}"), null, new Text("重新登记该职能的结论", "record the conclusion of that function again"));

public sealed record PersonsUndecided(IReadOnlyList<Text> Names)
    : Refusal("persons-undecided", new Text($"尚未办结：{string.Join('、', Names.Select(n => n.Zh))}", $"not decided yet: {string.Join(", ", Names.Select(n => n.En))}"), null, new Text("每人每罪办结后再结案", "close when every charge of every person has ended"));

public sealed record ProceedingsOpen(IReadOnlyList<Text> Proceedings)
    : Refusal("proceedings-open", new Text($"监督程序尚未终结：{string.Join('、', Proceedings.Select(p => p.Zh))}", $"supervision is not at its end: {string.Join(", ", Proceedings.Select(p => p.En))}"), null, new Text("各程序终结后再结案", "close when every proceeding has ended"));

public sealed record ProtestPending(IReadOnlyList<Text> Protests)
    : Refusal("protest-pending", new Text($"抗诉尚未由上一级检察院审查：{string.Join('、', Protests.Select(p => p.Zh))}", $"the next higher procuratorate has not decided on the protest: {string.Join(", ", Protests.Select(p => p.En))}"), new LegalRef("刑诉法232；规则589"), new Text("登记上一级检察院支持或者撤回抗诉后再结案", "record that it supports or withdraws the protest, then close"));

public sealed record DutiesOpen(IReadOnlyList<Text> Duties)
    : Refusal("duties-open", new Text($"本院尚有未履行的义务：{string.Join('、', Duties.Select(d => d.Zh))}", $"duties of the office are open: {string.Join(", ", Duties.Select(d => d.En))}"), null, new Text("履行或登记履行后再结案", "do them, or record that they were done"));

[EventType("matter.closed")]
public sealed record MatterClosed(DateOnly On) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.ClosedOn = On;

    public Text Says(Matter matter) => new("结案", "Matter closed");

    Track? IMatterEvent.Track => null;
}

/// <summary>The names of the four procuratorial functions.</summary>
public static class TrackNames
{
    public static Text Of(Track track) => track switch
    {
        Track.Criminal => new Text("刑事检察", "Criminal"),
        Track.Civil => new Text("民事检察", "Civil"),
        Track.Administrative => new Text("行政检察", "Administrative"),
        _ => new Text("公益诉讼检察", "Public interest"),
    };
}
