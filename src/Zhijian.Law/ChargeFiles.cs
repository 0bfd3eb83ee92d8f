using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Reads data/law/charges/: one offence a file, its texts by date and its thresholds by instrument.</summary>
public static class ChargeFiles
{
    public static IReadOnlyDictionary<string, Charge> Load(string data, IReadOnlyDictionary<string, Instrument> instruments) =>
        Directory.EnumerateFiles(Path.Combine(data, "law", "charges"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file), instruments))
            .ToDictionary(c => c.Id, StringComparer.Ordinal);

    private static Charge Read(DataNode node, string name, IReadOnlyDictionary<string, Instrument> instruments)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var texts = node.Items("texts").Select(t => ReadText(t, instruments)).ToList();
        if (texts.Count == 0)
            throw node.Error("“texts” is required");
        var charge = new Charge
        {
            Id = name,
            Title = node.Text("title"),
            Reference = new LegalRef(node.String("reference")),
            UnitPossible = node.Bool("unit_possible"),
            Texts = texts,
            Thresholds = [.. node.Items("thresholds").Select(t => ReadThreshold(t, [.. texts.Select(x => x.Version)], instruments))],
        };
        _ = node.Date("checked");
        node.Done();
        return charge;
    }

    private static StatuteText ReadText(DataNode node, IReadOnlyDictionary<string, Instrument> instruments)
    {
        CheckInstrument(node, instruments);
        var text = new StatuteText(
            node.String("version"),
            node.Date("from"),
            node.FindDate("to"),
            node.Reference(),
            [.. node.Items("elements").Select(ReadElement)],
            ReadBand(node.Get("base")),
            node.Find("aggravated") is { } upper ? ReadBand(upper) : null);
        node.Done();
        return text;
    }

    private static Element ReadElement(DataNode node)
    {
        var element = new Element(node.String("id"), new Text(node.String("zh"), node.String("en")));
        node.Done();
        return element;
    }

    private static Band ReadBand(DataNode node)
    {
        var band = new Band(node.Int("min_months"), node.Int("max_months"), node.Bool("detention"), node.Bool("control"), node.Word<FineRule>("fine"));
        node.Done();
        return band;
    }

    private static Threshold ReadThreshold(DataNode node, IReadOnlyList<string> versions, IReadOnlyDictionary<string, Instrument> instruments)
    {
        var instrument = CheckInstrument(node, instruments);
        var threshold = new Threshold
        {
            Id = node.String("id"),
            Instrument = instrument,
            From = node.Date("from"),
            To = node.FindDate("to"),
            Reference = node.Reference(),
            Texts = node.Strings("text"),
            Subject = node.Word<ThresholdSubject>("subject"),
            Object = node.String("object"),
            Variant = node.String("variant"),
            Metric = node.String("metric"),
            Base = node.Money("base"),
            Aggravated = node.Find("aggravated") is null ? null : node.Money("aggravated"),
            Note = node.FindString("note"),
        };
        if (threshold.To < threshold.From)
            throw node.Get("to").Error("ends before it begins");
        if (threshold.Aggravated <= threshold.Base)
            throw node.Get("aggravated").Error("the upper figure is not above the base");
        if (threshold.Texts.Count == 0)
            throw node.Error("“text” is required");
        foreach (var version in threshold.Texts.Except(versions))
            throw node.Get("text").Error($"“{version}” is none of the texts above: {string.Join(", ", versions)}");
        node.Done();
        return threshold;
    }

    private static string CheckInstrument(DataNode node, IReadOnlyDictionary<string, Instrument> instruments)
    {
        var id = node.String("instrument");
        return instruments.ContainsKey(id) ? id : throw node.Get("instrument").Error($"no data/law/instruments/{id}.yaml");
    }
}

/// <summary>A law, interpretation or other document with the days on which it is in force.</summary>
public sealed record Instrument(string Id, string Title, string? Number, DateOnly From, DateOnly? To, LegalRef Reference, string? Note)
{
    public static IReadOnlyDictionary<string, Instrument> Load(string data) =>
        Directory.EnumerateFiles(Path.Combine(data, "law", "instruments"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file)))
            .ToDictionary(i => i.Id, StringComparer.Ordinal);

    private static Instrument Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var instrument = new Instrument(
            node.String("id"), node.String("title"), node.FindString("number"), node.Date("from"), node.FindDate("to"), node.Reference(), node.FindString("note"));
        _ = (node.String("kind"), node.FindDate("promulgated"), node.Strings("repeals"), node.Date("checked"));
        node.Done();
        return instrument;
    }
}

/// <summary>An offence (罪名) with its texts and thresholds through time.</summary>
public sealed record Charge
{
    /// <summary>The article of the Criminal Law: 213, 219-1.</summary>
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required LegalRef Reference { get; init; }

    /// <summary>Whether a unit can commit it (刑法30、220).</summary>
    public required bool UnitPossible { get; init; }

    public required IReadOnlyList<StatuteText> Texts { get; init; }

    public required IReadOnlyList<Threshold> Thresholds { get; init; }
}

/// <summary>One text of the article, in force from a day (to a day, inclusive).</summary>
public sealed record StatuteText(string Version, DateOnly From, DateOnly? To, LegalRef Reference, IReadOnlyList<Element> Elements, Band Base, Band? Aggravated);

/// <summary>One thing to prove.</summary>
public sealed record Element(string Id, Text Title);

/// <summary>A sentencing band in months of fixed-term imprisonment. <paramref name="Detention"/>: 拘役; <paramref name="Control"/>: 管制.</summary>
public sealed record Band(int MinMonths, int MaxMonths, bool Detention, bool Control, FineRule Fine);

/// <summary>How the fine stands beside the imprisonment.</summary>
public enum FineRule
{
    /// <summary>并处罚金</summary>
    And,

    /// <summary>并处或者单处罚金</summary>
    AndOrOnly,
}

/// <summary>For whom a figure holds: until 2007-04-04 a unit had three times that of an individual.</summary>
public enum ThresholdSubject
{
    Any,
    Individual,
    Unit,
}

/// <summary>A figure from which an act is an offence (base) or falls into the upper band (aggravated). Inclusive: “以上” includes the figure (刑法99).</summary>
public sealed record Threshold
{
    public required string Id { get; init; }

    public required string Instrument { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required LegalRef Reference { get; init; }

    /// <summary>The texts of the article to which it belongs (1997, 2020).</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    public required ThresholdSubject Subject { get; init; }

    public bool AppliesTo(bool unit) => Subject == ThresholdSubject.Any || Subject == (unit ? ThresholdSubject.Unit : ThresholdSubject.Individual);

    public required string Object { get; init; }

    public required string Variant { get; init; }

    /// <summary>What is measured: illegal_turnover, sales_amount, illegal_gains, unsold_value …</summary>
    public required string Metric { get; init; }

    public required Money Base { get; init; }

    public Money? Aggravated { get; init; }

    public string? Note { get; init; }
}
