using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Reads data/law/charges/: one offence a file, its texts by date and its standards by instrument.</summary>
public sealed class ChargeFiles(IReadOnlyDictionary<string, Instrument> instruments, StandardWords words)
{
    public static IReadOnlyDictionary<string, Charge> Load(string data, IReadOnlyDictionary<string, Instrument> instruments, StandardWords words)
    {
        var files = new ChargeFiles(instruments, words);
        return Directory.EnumerateFiles(Path.Combine(data, "law", "charges"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => files.Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file)))
            .ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    private Charge Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var texts = node.Items("texts").Select(ReadText).ToList();
        if (texts.Count == 0)
            throw node.Error("“texts” is required");
        var charge = new Charge
        {
            Id = name,
            Title = node.Text("title"),
            Reference = new LegalRef(node.String("reference")),
            Who = node.Text("who"),
            UnitReference = node.Bool("unit_possible") ? new LegalRef(node.String("unit_reference")) : null,
            Texts = texts,
            Thresholds = [.. node.Items("standards").SelectMany(g => ReadGroup(g, name, texts))],
        };
        if (charge.Thresholds.GroupBy(t => (t.Id, t.From)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw node.Get("standards").Error($"{twice.Key.Id} stands twice");
        _ = node.Date("checked");
        node.Done();
        return charge;
    }

    private StatuteText ReadText(DataNode node)
    {
        _ = CheckInstrument(node);
        var text = new StatuteText(
            node.String("version"),
            node.Date("from"),
            node.FindDate("to"),
            node.Reference(),
            [.. node.Items("elements").Select(ReadElement)],
            [.. node.Items("bands").Select(ReadBand)],
            [.. node.Items("excludes").Select(words.CheckObject)],
            node.FindString("note"));
        if (text.Bands.Count == 0)
            throw node.Error("“bands” is required");
        if (text.Bands.Zip(text.Bands.Skip(1)).Any(p => Band.CompareWeight(p.First, p.Second) >= 0))
            throw node.Get("bands").Error("bands stand from the lightest to the heaviest");
        node.Done();
        return text;
    }

    private static Element ReadElement(DataNode node)
    {
        var element = new Element(node.String("id"), new Text(node.String("zh"), node.String("en")), node.Find("by_standards") is not null && node.Bool("by_standards"));
        node.Done();
        return element;
    }

    private Band ReadBand(DataNode node)
    {
        var band = new Band(
            node.Int("min_months"), node.Int("max_months"), node.Bool("detention"), node.Bool("control"), node.Word<FineRule>("fine"),
            node.Find("life") is not null && node.Bool("life"),
            node.Find("fine_of") is { } share ? ReadShare(share) : null);
        node.Done();
        return band;
    }

    private FineShare ReadShare(DataNode node)
    {
        var share = new FineShare(words.CheckMetric(node.Get("metric")), Figure(node, "from"), Figure(node, "to"));
        node.Done();
        return share;
    }

    /// <summary>The rows of one instrument and period. <c>cite</c> is the citation, with {0} where the article of the row stands.</summary>
    private IEnumerable<Threshold> ReadGroup(DataNode group, string charge, IReadOnlyList<StatuteText> texts)
    {
        var shared = new Threshold
        {
            Id = charge,
            Charge = charge,
            Instrument = CheckInstrument(group),
            From = group.Date("from"),
            To = group.FindDate("to"),
            Texts = group.Strings("text"),
            Reference = group.Reference("cite"),
            Subject = ThresholdSubject.Any,
            Variant = "",
            Metric = "",
            Note = group.FindString("note"),
        };
        if (shared.To < shared.From)
            throw group.Get("to").Error("ends before it begins");
        if (shared.Texts.Count == 0)
            throw group.Error("“text” is required");
        foreach (var version in shared.Texts.Where(v => texts.All(t => t.Version != v)))
            throw group.Get("text").Error($"“{version}” is none of the texts above: {string.Join(", ", texts.Select(t => t.Version))}");
        var repeat = group.FindString("repeat_note");
        var rows = group.Items("rows").Select(r => ReadRow(r, shared))
            .Select(t => repeat is null || !t.NeedsRepeat ? t : t with { Note = t.Note is null ? repeat : $"{t.Note}。{repeat}" }).ToList();
        if (rows.Count == 0)
            throw group.Error("“rows” is required");
        group.Done();
        return rows;
    }

    private Threshold ReadRow(DataNode node, Threshold shared)
    {
        var article = node.FindString("article");
        if (shared.Reference.Article.Contains("{0}", StringComparison.Ordinal) != article is not null)
            throw node.Error(article is null ? "“article” is required" : "“cite” has no {0} for the article");
        var note = node.FindString("note");
        var row = shared with
        {
            Reference = shared.Reference with { Article = shared.Reference.Article.Replace("{0}", article, StringComparison.Ordinal) },
            Subject = node.Find("subject")?.Word<ThresholdSubject>() ?? ThresholdSubject.Any,
            Object = node.Find("object") is { } o ? words.CheckObject(o) : null,
            Variant = words.CheckVariant(node.Get("variant")),
            Metric = words.CheckMetric(node.Get("metric")),
            Base = FindFigure(node, "base"),
            BaseTo = FindFigure(node, "base_to"),
            Aggravated = FindFigure(node, "aggravated"),
            AggravatedTo = FindFigure(node, "aggravated_to"),
            Band = node.Find("band") is null ? 1 : node.Int("band"),
            OnlyBelow = node.Find("only_below") is { } below ? ReadBelow(below) : null,
            Attempt = node.Find("attempt")?.Word<AttemptRule>() ?? AttemptRule.No,
            Halves = [.. node.Items("halves").Select(ReadHalf)],
            Upper = node.Find("upper")?.String() == "unsettled" ? RefStatus.Unsettled : RefStatus.Verified,
            SameItem = node.Find("same_item")?.Word<RefStatus>() ?? RefStatus.Verified,
            Note = note is null ? shared.Note : shared.Note is null ? note : $"{note}。{shared.Note}",
        };
        if (row.Base is null && row.Aggravated is null)
            throw node.Error("“base” or “aggravated” is required");
        if (row.Aggravated <= row.Base)
            throw node.Get("aggravated").Error("the upper figure is not above the base");
        if (row.BaseTo < row.Base || row.AggravatedTo < row.Aggravated)
            throw node.Error("a range ends before it begins");
        node.Done();
        return row with { Id = IdOf(row) };
    }

    private static string IdOf(Threshold t) =>
        $"{t.Charge}-{t.Instrument}-{t.Subject.ToString().ToLowerInvariant()[0]}-{t.Object ?? "x"}-{t.Variant.ToUpperInvariant().Replace('-', '_')}-{t.Metric}";

    private OnlyBelow ReadBelow(DataNode node)
    {
        var below = new OnlyBelow(words.CheckMetric(node.Get("metric")), Figure(node, "figure"));
        node.Done();
        return below;
    }

    private Half ReadHalf(DataNode node)
    {
        var half = new Half(words.CheckMetric(node.Get("metric")), node.String("item"), Figure(node, "base"), Figure(node, "aggravated"));
        node.Done();
        return half;
    }

    private static decimal? FindFigure(DataNode node, string field) => node.Find(field) is null ? null : Figure(node, field);

    private static decimal Figure(DataNode node, string field) =>
        decimal.TryParse(node.String(field), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && decimal.Round(n, 2) == n
            ? n : throw node.Get(field).Error($"“{field}” is no figure");

    private string CheckInstrument(DataNode node)
    {
        var id = node.String("instrument");
        return instruments.ContainsKey(id) ? id : throw node.Get("instrument").Error($"no data/law/instruments/{id}.yaml");
    }
}
