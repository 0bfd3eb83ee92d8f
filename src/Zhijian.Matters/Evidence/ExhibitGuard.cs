using System.Text.RegularExpressions;
using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>What all steps on an exhibit share: it is there, for this person, it stands, and the day fits.</summary>
internal static partial class ExhibitGuard
{
    public static (Exhibit? Exhibit, Refusal? No) Find(Matter matter, string id, DateOnly on, StepContext x, bool standing = true)
    {
        if (Guard.NotAfterToday(on, x) is { } impossible)
            return (null, impossible);
        if (matter.Exhibit(id.Trim()) is not { } exhibit)
            return (null, new UnknownExhibit(id.Trim()) { Field = "exhibit" });
        if (standing && exhibit.Withdrawn is { } withdrawn)
            return (null, new ExhibitIsWithdrawn(exhibit.Id, withdrawn.On) { Field = "exhibit" });
        return on < exhibit.Is.On ? (null, new BeforeTakenIn(exhibit.Id, exhibit.Is.On) { Field = "on" }) : (exhibit, null);
    }

    /// <summary>Like <see cref="Find"/>, and it is still in the hands of the office.</summary>
    public static (Exhibit? Exhibit, Refusal? No) InHand(Matter matter, string id, DateOnly on, StepContext x)
    {
        var (exhibit, no) = Find(matter, id, on, x, standing: false);
        return exhibit?.GoneOn is { } gone ? (null, new ExhibitIsGone(exhibit.Id, gone) { Field = "exhibit" }) : (exhibit, no);
    }

    public static FieldIsEmpty? Empty(string? text, string field, string zh, string en) =>
        string.IsNullOrWhiteSpace(text) ? new FieldIsEmpty(field, new Text(zh, en)) { Field = field } : null;

    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Exhibits that a source names: “E3 第4页”.</summary>
    public static IReadOnlyList<string> Named(string? source) => source is null ? [] : [.. Number().Matches(source).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// A source that everybody reads may name an exhibit of the matter that stands; never one kept to some, for its number alone would tell that it is there.
    /// </summary>
    public static Refusal? Source(Matter matter, string? source, string field)
    {
        foreach (var id in Named(source))
        {
            if (KeptExhibits.IsKept(id))
                return new KeptExhibitNamed(id) { Field = field };
            if (matter.Exhibits.Count > 0 && matter.Exhibit(id) is null)
                return new UnknownExhibit(id) { Field = field };
            if (matter.Exhibit(id)?.Withdrawn is { } withdrawn)
                return new ExhibitIsWithdrawn(id, withdrawn.On) { Field = field };
        }
        return null;
    }

    [GeneratedRegex("(?<![A-Za-z0-9-])(E[1-9][0-9]{0,4}|K[0-9A-F]{6})(?![A-Za-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}

public sealed record UnknownExhibit(string Id)
    : Refusal("unknown-exhibit", new Text($"本案没有证据“{Id}”", $"the matter has no exhibit “{Id}”"), null, new Text("填证据编号，如 E1", "give the number of an exhibit, e.g. E1"));

public sealed record ExhibitIsWithdrawn(string Id, DateOnly On)
    : Refusal("exhibit-withdrawn", new Text($"{Id} 已于 {On:yyyy-MM-dd} 撤下", $"{Id} was withdrawn on {On:yyyy-MM-dd}"), null, new Text("另行取得后重新登记", "take it in anew if it was obtained again"));

public sealed record ExhibitIsGone(string Id, DateOnly On)
    : Refusal("exhibit-gone", new Text($"{Id} 已于 {On:yyyy-MM-dd} 离开本院保管", $"{Id} left the custody of the office on {On:yyyy-MM-dd}"), null, new Text("核对编号；如登记有误，提出更正", "check the number; if the record is wrong, propose a correction"));

public sealed record BeforeTakenIn(string Id, DateOnly On)
    : Refusal("before-taken-in", new Text($"早于 {Id} 的取得日期 {On:yyyy-MM-dd}", $"before {Id} was taken in on {On:yyyy-MM-dd}"), null, new Text("核对日期", "check the date"));

public sealed record KeptExhibitNamed(string Id)
    : Refusal(
        "kept-exhibit-named", new Text($"{Id} 限特定人员知悉，而这里所有能看本案的人都看得到", $"{Id} is kept to named people, and this is read by everybody who sees the matter"), new LegalRef("刑诉法54第3款"),
        new Text("改用可以公开引用的证据作来源", "name a source that may be quoted openly"));
