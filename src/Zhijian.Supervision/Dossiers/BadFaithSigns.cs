using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Models;

namespace Zhijian.Supervision.Dossiers;

/// <summary>A class of leads of the special supervision of bad-faith suits (批量维权、权利滥用、虚假诉讼、涉嫌犯罪).</summary>
public sealed record BadFaithClass(string Id, Text Title, LegalRef Basis, Text Says, IReadOnlyList<BadFaithSign> Signs);

/// <summary>A sign of bad faith: a figure of a dossier from some value on, or a question for people where no data tell.</summary>
public sealed record BadFaithSign
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required LegalRef Basis { get; init; }

    /// <summary>Which figure of the dossier; null: only people can tell.</summary>
    public string? Figure { get; init; }

    /// <summary>For a share: of which figure.</summary>
    public string? Of { get; init; }

    /// <summary>From where on it shows: a whole number, or <c>MODEL.PARAMETER</c>, so that dossier and model never differ.</summary>
    public string? Least { get; init; }

    /// <summary>What a person has to look at.</summary>
    public required Text Ask { get; init; }

    /// <summary>By figures alone. Pure.</summary>
    /// <param name="least">The value of <see cref="Least"/>.</param>
    public SignAnswer Judge(IReadOnlyDictionary<string, long?> figures, long? least)
    {
        var figure = Figure is null ? null : figures[Figure];
        var of = Of is null ? null : figures[Of];
        var answer = figure is null || least is null || (Of is not null && of is null or 0) ? Answer.Unknown
            : (Of is null ? figure >= least : figure > 0 && figure * 100 >= of * least) ? Answer.Yes : Answer.No;
        return new SignAnswer(this, answer, figure, of, least);
    }
}

/// <summary>The classes and their signs (data/dossiers/signs.yaml), checked against the figures and the parameters of the models.</summary>
public sealed class BadFaithSigns(IReadOnlyList<BadFaithClass> classes, ModelCatalogue models)
{
    /// <exception cref="DataFileException">The file is wrong; the message names file and line.</exception>
    public static BadFaithSigns Load(string data, ModelCatalogue models) => new(
        [.. DataNode.Load(data, Path.Combine(data, "dossiers", "signs.yaml")).Items().Select(c => Class(c, models))], models);

    public IReadOnlyList<SignClass> Judge(IReadOnlyDictionary<string, long?> figures) =>
        [.. classes.Select(c => new SignClass(c, [.. c.Signs.Select(s => s.Judge(figures, Value(s.Least)))]))];

    private long? Value(string? least) => least is null ? null : Parameter(least, models)?.Default is { } value ? long.Parse(value, CultureInfo.InvariantCulture) : long.Parse(least, CultureInfo.InvariantCulture);

    private static ModelParameter? Parameter(string least, ModelCatalogue models) => least.Split('.') is [var model, var parameter] ? models.Find(model)?.Parameter(parameter) : null;

    private static BadFaithClass Class(DataNode node, ModelCatalogue models)
    {
        var read = new BadFaithClass(node.String("id"), node.Text("title"), node.Reference(), node.Text("says"), [.. node.Items("signs").Select(s => Sign(s, models))]);
        node.Done();
        return read;
    }

    private static BadFaithSign Sign(DataNode node, ModelCatalogue models)
    {
        var sign = new BadFaithSign
        {
            Id = node.String("id"), Title = node.Text("title"), Basis = node.Reference(), Figure = node.FindString("figure"), Of = node.FindString("of"), Least = node.FindString("least"), Ask = node.Text("ask"),
        };
        foreach (var field in new[] { "figure", "of" })
            if (node.FindString(field) is { } name && !DossierFigures.Names.Contains(name))
                throw node.Get(field).Error($"“{name}” is no figure of a dossier: {string.Join(", ", DossierFigures.Names)}");
        if (sign.Figure is null != sign.Least is null)
            throw node.Error("“figure” and “least” go together; without them the sign is for people to see");
        if (sign.Least is { } least && !long.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out _) && Parameter(least, models)?.Default is null)
            throw node.Get("least").Error($"“{least}” is neither a whole number nor MODEL.PARAMETER of a model with a default");
        node.Done();
        return sign;
    }
}
