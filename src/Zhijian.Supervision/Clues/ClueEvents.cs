using Zhijian.Kernel;

namespace Zhijian.Supervision.Clues;

/// <summary>A fact of the life of a clue.</summary>
public interface IClueEvent : IEvent
{
    void Apply(Clue clue, ClueRecorded recorded);

    /// <summary>One line for the timeline. It names no matter: not everybody who reads the clue may know of it.</summary>
    Text Says();
}

[EventType("clue.raised")]
public sealed record ClueRaised(
    string Unit, string UnitPath, string Model, int ModelVersion, string Key, string Subject, string? FoundUnit, int Score, Text Explanation,
    IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FindingRow> Rows, string Run, string? Origin) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded)
    {
        (clue.RaisedFor, clue.Office, clue.OfficePath, clue.Model, clue.Key, clue.Subject, clue.FoundUnit, clue.Origin) = (Unit, Unit, UnitPath, Model, Key, Subject, FoundUnit, Origin);
        clue.RaisedOn = DateOnly.ParseExact(recorded.ActedOn, "yyyy-MM-dd");
        clue.Holders.Add(UnitPath);
        NewFacts.Apply(clue, ModelVersion, Score, Explanation, Values, Rows, Run);
    }

    public Text Says() => Origin is null
        ? new Text($"模型第 {ModelVersion} 版发现，{Score} 分", $"found by version {ModelVersion} of the model, score {Score}")
        : new Text($"从“{Origin}”收到，{Score} 分", $"received from “{Origin}”, score {Score}");
}

[EventType("clue.facts-changed")]
public sealed record ClueFactsChanged(
    int ModelVersion, int Score, Text Explanation, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FindingRow> Rows, string Run, IReadOnlyList<FactChange> Changes) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded)
    {
        NewFacts.Apply(clue, ModelVersion, Score, Explanation, Values, Rows, Run);
        (clue.Changes, clue.Changed) = (Changes, clue.Changed + 1);
        if (clue.Judged?.Is == Judgement.NeedsData)
            clue.Judged = null; // what was waited for may have come
    }

    public Text Says() => new($"数据有变化：{NewFacts.Say(Changes)}", $"the facts changed: {NewFacts.Say(Changes)}");
}

/// <summary>It was judged, and then the facts changed: it comes back, and says what changed. The judgement stays in the log.</summary>
[EventType("clue.reopened")]
public sealed record ClueReopened(
    int ModelVersion, int Score, Text Explanation, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FindingRow> Rows, string Run, IReadOnlyList<FactChange> Changes) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded)
    {
        NewFacts.Apply(clue, ModelVersion, Score, Explanation, Values, Rows, Run);
        (clue.Changes, clue.Changed, clue.Reopened, clue.Judged, clue.HasEnded) = (Changes, clue.Changed + 1, clue.Reopened + 1, null, false);
    }

    public Text Says() => new($"处理后数据有变化，重新列出：{NewFacts.Say(Changes)}", $"came back, for the facts changed: {NewFacts.Say(Changes)}");
}

[EventType("clue.graded")]
public sealed record ClueGraded(ClueGrade Grade, string? Note) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded) => clue.Grade = Grade;

    public Text Says() => new($"定为 {Grade} 级{ClueText.After(Note, "：")}", $"graded {Grade}{ClueText.After(Note, ": ")}");
}

/// <summary>Assigned by the head of the office, or taken by the person themselves.</summary>
[EventType("clue.assigned")]
public sealed record ClueAssigned(string Person, string Name, bool Taken) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded) => clue.Person = Person;

    public Text Says() => Taken ? new Text($"{Name}领取", $"taken by {Name}") : new Text($"交{Name}办理", $"assigned to {Name}");
}

/// <param name="Reason">From data/clues/reasons.yaml, for one that is set aside.</param>
/// <param name="ReasonText">The reason as it read then.</param>
/// <param name="Of">The clue that this one repeats.</param>
[EventType("clue.judged")]
public sealed record ClueJudged(Judgement Judgement, string? Reason, Text? ReasonText, string? Note, string? Of, string? From, string? What) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded) => clue.Judged = new Judged(Judgement, Reason, Note, Of, From, What, recorded.Actor, recorded.ActedOn);

    public Text Says() => Judgement switch
    {
        Judgement.SetAside => new($"不采用：{ReasonText?.Zh}{ClueText.After(Note, "；")}", $"set aside: {ReasonText?.En}{ClueText.After(Note, "; ")}"),
        Judgement.Duplicate => new($"与 {Of} 重复{ClueText.After(Note, "：")}", $"duplicate of {Of}{ClueText.After(Note, ": ")}"),
        Judgement.NeedsData => new($"需要数据：向{From}调取{What}{ClueText.After(Note, "；")}", $"needs data: {What}, from {From}{ClueText.After(Note, "; ")}"),
        _ => new($"跟进{ClueText.After(Note, "：")}", $"to be followed{ClueText.After(Note, ": ")}"),
    };
}

[EventType("clue.judgement-withdrawn")]
public sealed record ClueJudgementWithdrawn(Judgement Judgement, string Reason) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded) => clue.Judged = null;

    public Text Says() => new($"撤回“{ClueText.Of(Judgement).Zh}”：{Reason}", $"withdrew “{ClueText.Of(Judgement).En}”: {Reason}");
}

[EventType("clue.transferred")]
public sealed record ClueTransferred(string Unit, string UnitPath, string UnitName, string Reason) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded) => clue.Transfer = new PendingTransfer(Unit, UnitPath, Reason, recorded.Actor, recorded.ActedOn);

    public Text Says() => new($"移送{UnitName}：{Reason}", $"transferred to {UnitName}: {Reason}");
}

/// <summary>The other procuratorate took the clue, or sent it back with its reason. Whoever takes it reviews it anew.</summary>
[EventType("clue.transfer-answered")]
public sealed record ClueTransferAnswered(bool Accepted, string? Reason) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded)
    {
        var transfer = clue.Transfer!;
        clue.Transfer = null;
        if (!Accepted)
            return;
        (clue.Office, clue.OfficePath, clue.Person, clue.Grade, clue.Judged) = (transfer.Unit, transfer.Path, null, null, null);
        if (!clue.Holders.Contains(transfer.Path))
            clue.Holders.Add(transfer.Path);
    }

    public Text Says() => Accepted ? new Text($"受移送院接收{ClueText.After(Reason, "：")}", $"the transfer was accepted{ClueText.After(Reason, ": ")}") : new Text($"受移送院退回：{Reason}", $"the transfer was returned: {Reason}");
}

[EventType("clue.became-matter")]
public sealed record ClueBecameMatter(string Matter) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded) => clue.Matters = [.. clue.Matters, Matter];

    public Text Says() => new("转为案件办理", "became a matter");
}

/// <param name="KindText">The kind as it read then.</param>
[EventType("clue.result-recorded")]
public sealed record ClueResultRecorded(string Kind, Text KindText, DateOnly On, string? Note) : IClueEvent
{
    public void Apply(Clue clue, ClueRecorded recorded) => (clue.Results, clue.HasEnded) = ([.. clue.Results, new ClueResult(Kind, On, Note, recorded.Actor)], true);

    public Text Says() => new($"结果（{On:yyyy-MM-dd}）：{KindText.Zh}{ClueText.After(Note, "；")}", $"result ({On:yyyy-MM-dd}): {KindText.En}{ClueText.After(Note, "; ")}");
}

/// <summary>
/// One part of a run: which clues it saw, new or again. It lies in a stream of its own, so that a clue that is found every night does not grow by an
/// event every night.
/// </summary>
[EventType("clue.run-seen")]
public sealed record ClueRunSeen(string Run, string? Origin, IReadOnlyList<string> Clues) : IEvent
{
    private const string Prefix = "clue-run/";

    /// <param name="first">The first clue of the part: a run sees a clue once.</param>
    public static string Stream(string run, string first) => $"{Prefix}{run}/{first}";

    public static bool IsStream(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal);
}

internal static class NewFacts
{
    private const int MostSaid = 5;

    public static void Apply(Clue clue, int version, int score, Text explanation, IReadOnlyDictionary<string, string?> values, IReadOnlyList<FindingRow> rows, string run) =>
        (clue.ModelVersion, clue.Score, clue.Explanation, clue.Values, clue.Rows, clue.Run) = (version, score, explanation, values, rows, run);

    public static string Say(IReadOnlyList<FactChange> changes) =>
        string.Join("; ", changes.Take(MostSaid).Select(c => $"{c.Name} {c.Was ?? "?"} → {c.Is ?? "?"}")) + (changes.Count > MostSaid ? " …" : "");
}
