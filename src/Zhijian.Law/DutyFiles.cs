using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Reads data/duties/: one duty a file, with its worked examples.</summary>
public static class DutyFiles
{
    public static IReadOnlyList<DutyRule> Load(string data, IReadOnlyDictionary<string, Term> terms) =>
        [.. Files(data).Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file), terms))];

    public static IEnumerable<string> Files(string data) =>
        Directory.EnumerateFiles(Path.Combine(data, "duties"), "*.yaml").Order(StringComparer.Ordinal);

    private static DutyRule Read(DataNode node, string name, IReadOnlyDictionary<string, Term> terms)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var rule = new DutyRule
        {
            Id = name,
            Title = node.Text("title"),
            Track = node.Word<Track>("track"),
            Holder = node.Word<Holder>("holder"),
            Scope = node.Word<DutyScope>("scope"),
            OpensOn = node.Strings("opens_on"),
            When = node.Map("when"),
            Terms = [.. node.Items("terms").Select(t => ReadTerm(t, terms))],
            Extensions = [.. node.Items("extended_on").Select(e => ReadExtension(e, terms))],
            Restarts = [.. node.Items("restarted_on").Select(ReadRestart)],
            Suspensions = [.. node.Items("suspended_on").Select(ReadSuspension)],
            OtherReading = node.Find("other_reading") is { } other ? ReadReading(other, terms) : null,
            DischargedOn = node.Strings("discharged_on"),
            Step = node.FindString("step"),
            Late = node.FindText("late"),
            Source = node.Source,
        };
        if (rule.Terms.Count == 0)
            throw node.Error("“terms” is required");
        if (rule.OpensOn.Count == 0)
            throw node.Error("“opens_on” is required");
        if (rule.DischargedOn.Count == 0)
            throw node.Error("“discharged_on” is required: a duty that nothing discharges stays overdue for ever");
        if (!node.Items("examples").Any())
            throw node.Error("“examples” is required");
        _ = node.Date("checked");
        node.Done();
        return rule;
    }

    private static DutyTerm ReadTerm(DataNode node, IReadOnlyDictionary<string, Term> terms)
    {
        var fact = node.FindString("days_in");
        var term = new DutyTerm(node.Find("custody")?.Word<Custody>(), Known(node, terms)) { DaysIn = fact is null ? null : (fact, node.Reference()) };
        node.Done();
        return term;
    }

    private static DutyReading ReadReading(DataNode node, IReadOnlyDictionary<string, Term> terms)
    {
        var reading = new DutyReading(Known(node, terms), node.String("from"), node.Text("why"));
        node.Done();
        return reading;
    }

    private static DutyExtension ReadExtension(DataNode node, IReadOnlyDictionary<string, Term> terms)
    {
        var fact = node.FindString("days_in");
        var extension = new DutyExtension(node.String("occurrence"), fact is null ? Known(node, terms) : null, node.Find("replaces") is not null && node.Bool("replaces"), node.Text("reason"))
        {
            DaysIn = fact is null ? null : (fact, node.Reference()),
        };
        if (fact is not null && extension.Replaces)
            throw node.Get("replaces").Error("a number of days is added; only a term can take the place of another");
        node.Done();
        return extension;
    }

    private static DutySuspension ReadSuspension(DataNode node)
    {
        var suspension = new DutySuspension(node.String("occurrence"), node.Map("when"), node.String("resumed_on"), node.Text("reason"), node.Reference());
        node.Done();
        return suspension;
    }

    private static (string, Text, LegalRef) ReadRestart(DataNode node)
    {
        var restart = (node.String("occurrence"), node.Text("reason"), node.Reference());
        node.Done();
        return restart;
    }

    private static string Known(DataNode node, IReadOnlyDictionary<string, Term> terms)
    {
        var id = node.String("term");
        return terms.ContainsKey(id) ? id : throw node.Get("term").Error($"no data/law/terms/{id}.yaml");
    }

    /// <summary>The worked examples of one file; run by the tests.</summary>
    public static IEnumerable<DutyExample> Examples(string data, string file) => DataNode.Load(data, file).Items("examples").Select(node =>
    {
        var example = new DutyExample(
            node.Source,
            node.String("say"),
            [.. node.Items("given").Select(ReadOccurrence)],
            [.. node.Items("expect").Select(ReadExpected)]);
        node.Done();
        return example;
    });

    private static Occurrence ReadOccurrence(DataNode node)
    {
        var type = node.String("occurs");
        var on = PartialDate.TryParse(node.String("on")) ?? throw node.Get("on").Error("no date");
        var subject = node.FindString("subject");
        var facts = node.Map("facts");
        if (node.Find("custody") is { } custody)
            facts["custody"] = custody.Word<Custody>().ToString();
        node.Done();
        return new Occurrence(type, on, subject) { Facts = facts };
    }

    private static ExpectedDuty ReadExpected(DataNode node)
    {
        var expected = new ExpectedDuty(node.FindString("subject"), node.FindDate("due"), node.Word<DutyStatus>("status"));
        node.Done();
        return expected;
    }
}

public sealed record DutyExample(string Source, string Say, IReadOnlyList<Occurrence> Given, IReadOnlyList<ExpectedDuty> Expect);

/// <param name="Due">Null: the due date must be unknown.</param>
public sealed record ExpectedDuty(string? Subject, DateOnly? Due, DutyStatus Status);
