using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>The parts of a term file that name other term files: they are known only when all files were read.</summary>
internal sealed record TermParts(IReadOnlyList<DataNode> Extensions, IReadOnlyList<DataNode> Variants)
{
    public static TermParts Read(DataNode node) => new([.. node.Items("extensions")], [.. node.Items("variants")]);

    public static TermExclusion Exclusion(DataNode node)
    {
        var exclusion = new TermExclusion(node.Text("reason"), node.Reference());
        node.Done();
        return exclusion;
    }

    public static TermRestart Restart(DataNode node)
    {
        var restart = new TermRestart(node.Text("reason"), node.Reference(), AtMost(node));
        node.Done();
        return restart;
    }

    /// <summary>Puts the figures of the files that are named where they are used: a number of law is written once.</summary>
    public static IReadOnlyDictionary<string, TermFile> Resolve(IReadOnlyDictionary<string, (TermFile File, TermParts Parts)> read) => read.ToDictionary(
        r => r.Key,
        r => r.Value.File with
        {
            Term = r.Value.File.Term with
            {
                Extensions = [.. r.Value.Parts.Extensions.Select(e => Extension(e, r.Value.File.Term, id => Find(read, e, id)))],
                Variants = [.. r.Value.Parts.Variants.Select(v => Variant(v, id => Find(read, v, id)))],
            },
        },
        StringComparer.Ordinal);

    private static TermExtension Extension(DataNode node, Term owner, Func<string, Term> find)
    {
        var extension = (node.FindString("term"), node.Find("length")) switch
        {
            ({ } id, null) when find(id) is var term => new TermExtension(node.Text("reason"), term.Values, AtMost(node), node.FindText("approver"), term.Values[^1].Reference, id),
            (null, null) => new TermExtension(node.Text("reason"), [], AtMost(node), node.FindText("approver"), node.Reference(), null),
            (null, _) => Fixed(node, owner),
            _ => throw node.Get("length").Error("the length is that of the term it names; do not write it twice"),
        };
        node.Done();
        var (unit, other) = (owner.Values[^1].Unit, extension.Values.Select(v => (TermUnit?)v.Unit).FirstOrDefault());
        if (unit is TermUnit.DayBefore or TermUnit.SameDay || (other is { } u && IsWorking(u) != IsWorking(unit)))
            throw node.Error("a term can be extended only by what can be added to it");
        return extension;
    }

    private static TermExtension Fixed(DataNode node, Term owner)
    {
        var value = new TermValue(owner.Values[0].From, node.Int("length"), node.Word<TermUnit>("unit"), node.Reference());
        return value.Length > 0
            ? new TermExtension(node.Text("reason"), [value], AtMost(node), node.FindText("approver"), value.Reference, null)
            : throw node.Get("length").Error("a length is positive");
    }

    private static TermVariant Variant(DataNode node, Func<string, Term> find)
    {
        var variant = new TermVariant(node.Text("reason"), find(node.String("term")).Id);
        node.Done();
        return variant;
    }

    private static Term Find(IReadOnlyDictionary<string, (TermFile File, TermParts Parts)> read, DataNode node, string id) =>
        read.TryGetValue(id, out var other) ? other.File.Term : throw node.Get("term").Error($"there is no term “{id}”");

    private static bool IsWorking(TermUnit unit) => unit is TermUnit.WorkingDay or TermUnit.Hour;

    private static int? AtMost(DataNode node) => node.Find("at_most") is null ? null
        : node.Int("at_most") is > 0 and var times ? times : throw node.Get("at_most").Error("at least once");
}
