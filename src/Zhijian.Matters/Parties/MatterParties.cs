using Zhijian.Entities;
using Zhijian.Kernel;

namespace Zhijian.Matters.Parties;

/// <summary>What may stand in several matters.</summary>
public enum PartyKind
{
    [Label("个人", "Person")]
    Person,

    [Label("企业、单位", "Firm")]
    Firm,

    [Label("品牌", "Brand")]
    Brand,

    [Label("网址", "Web address")]
    Site,
}

/// <summary>Someone or something of a matter that may stand in others too.</summary>
/// <param name="Id">Within the matter: P1, R1, brand-1, E1-1.</param>
public sealed record MatterParty(string Id, PartyKind Kind, string Name)
{
    public NamedParty Named => new(Name, Kind == PartyKind.Person);
}

/// <summary>Whom and what a matter names. Kept exhibits are left out: what is found is read by everyone who may see the matter. Pure.</summary>
public static class MatterParties
{
    private static readonly string[] Nobody = ["某", "未公布", "未知", "不详", "不明"];
    private static readonly char[] Between = ['、', '，', ',', '；', ';', '/'];

    public static IReadOnlyList<MatterParty> Of(Matter matter) =>
    [
        .. matter.Persons.Select(p => new MatterParty(p.Id, p.IsUnit ? PartyKind.Firm : PartyKind.Person, p.Name)),
        .. matter.RightHolders.Select(h => new MatterParty(h.Id, NamedParty.MayBePerson(h.Name) ? PartyKind.Person : PartyKind.Firm, h.Name)),
        .. (matter.Right?.Name ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((name, i) => new MatterParty($"brand-{i + 1}", PartyKind.Brand, name)),
        .. matter.Exhibits.Where(e => !e.IsKept && e.Stands).SelectMany(e => e.Captures.Select(c => new MatterParty($"{e.Id}-{c.Id}", PartyKind.Site, c.Address))),
    ];

    /// <summary>By what a party is looked up in other matters; two that may be the same have one in common. None for a name that names nobody: 张某, 姓名未公布.</summary>
    public static IReadOnlyList<string> Keys(MatterParty party, PairComparison comparison) => party.Kind switch
    {
        not PartyKind.Site when Nobody.Any(word => party.Name.Contains(word, StringComparison.Ordinal)) => [],
        PartyKind.Site => SiteKeys(party.Name),
        PartyKind.Brand => [.. comparison.Keys(new NamedParty(party.Name, IsPerson: true)).Select(k => $"brand {k}")],
        _ => [.. comparison.Keys(party.Named).Select(k => $"who {k}")],
    };

    /// <summary>Why two have a key in common, where nothing is weighed.</summary>
    public static Text Why(string key) => key switch
    {
        _ when key.StartsWith("site page ", StringComparison.Ordinal) => new("网址相同", "the same address"),
        _ when key.StartsWith("site ", StringComparison.Ordinal) => new("网站相同，页面不同", "the same site, another page"),
        _ when key.StartsWith("brand p:", StringComparison.Ordinal) => new("文字相同（繁简、全半角、大小写不计）", "the same words (script, width and case aside)"),
        _ => new("读音相同", "sounds the same"),
    };

    /// <summary>Whether a key says that it is the same, not only alike.</summary>
    public static bool IsExact(string key) => key.StartsWith("site page ", StringComparison.Ordinal) || key.StartsWith("brand p:", StringComparison.Ordinal) || key.StartsWith("who p:", StringComparison.Ordinal);

    private static IReadOnlyList<string> SiteKeys(string address)
    {
        if (!Uri.TryCreate(address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}", UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return [];
        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        return [$"site page {host}{uri.AbsolutePath.TrimEnd('/')}{uri.Query}".ToLowerInvariant(), $"site {host}".ToLowerInvariant()];
    }
}
