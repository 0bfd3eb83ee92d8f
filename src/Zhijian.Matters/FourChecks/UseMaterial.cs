using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Evidence;

namespace Zhijian.Matters.FourChecks;

/// <summary>
/// Use in one function what another learned (跨职能使用材料), for a named purpose. The rules of data/sharing/ allow it, ask first, or forbid it; every use is
/// recorded with its basis.
/// </summary>
public sealed record UseMaterial(
    [Label("日期", "Date")] DateOnly On,
    [Label("材料", "Material", HintZh = "发现 D1、证据 E1、附卷材料 M1、某人某罪的事实 P1.213", HintEn = "a finding D1, an exhibit E1, a document M1, the facts of a person and charge P1.213")] string Item,
    [Label("材料性质", "What it is")] Material Material,
    [Label("从哪项职能", "Learned in")] Track From,
    [Label("用于哪项职能", "Used in")] Track To,
    [Label("用途", "Purpose")] Purpose Purpose,
    [Label("理由", "Reason", HintZh = "要证明或者核查什么", HintEn = "what it is to prove or help to check"), LongText] string Reason,
    [Label("用于哪个程序", "In which proceeding", HintZh = "如 C1；不填为该职能", HintEn = "e.g. C1; empty = the function")] string? Into = null,
    [Label("核对情况", "What was looked at", HintZh = "规则要求先核对的，写明核对结果和谁同意", HintEn = "where the rule asks first: what was found and who agreed"), LongText] string? Confirmed = null)
    : ICommand<UseMaterial>
{
    public static Decision Decide(Matter matter, UseMaterial c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (Items.Find(matter, c.Item) is not { } item)
            return new UnknownItem(c.Item, [.. Items.Of(matter).Select(i => i.Id)]) { Field = "item" };
        if (c.From == c.To)
            return new SameFunction(TrackNames.Of(c.To)) { Field = "to" };
        if (item.Finding is { } finding && (finding.FoundIn != c.From || finding.Material != c.Material))
            return new FindingSaysOtherwise(item.Id, TrackNames.Of(finding.FoundIn), finding.Material.Label()) { Field = finding.FoundIn != c.From ? "from" : "material" };
        if (Guard.Empty(c.Reason, "reason", "理由", "Reason") is { } empty)
            return empty;
        if (item.Exhibit is { } exhibit && exhibit.Is.FoundIn != c.From)
            return new ExhibitSaysOtherwise(item.Id, TrackNames.Of(exhibit.Is.FoundIn)) { Field = "from" };
        if (item.Exhibit is { } thing && !Items.CanBe(thing.Is.Kind, c.Material))
            return new ExhibitIsOtherMaterial(item.Id, thing.Is.Kind.Label()) { Field = "material" };
        var into = string.IsNullOrWhiteSpace(c.Into) ? null : c.Into.Trim();
        if (into is not null && matter.Proceeding(into)?.Track != c.To)
            return new NoSuchProceedingThere(into, TrackNames.Of(c.To)) { Field = "into" };
        var rule = SharingRule.For(x.Law.Sharing, c.Material, c.From, c.To, c.Purpose);
        if (rule.Answer == SharingAnswer.Forbidden)
            return new UseForbidden(rule.Title, rule.Reference) { Field = "to" };
        var confirmed = string.IsNullOrWhiteSpace(c.Confirmed) ? null : c.Confirmed.Trim();
        return rule.Answer == SharingAnswer.Ask && confirmed is null
            ? new UseAsksFirst(item.Id, rule.Asks!.Value, rule.Reference) { Field = "confirmed" }
            : Decision.Of(new MaterialUsed(c.On, new MaterialUse(item.Id, c.Material, c.From, c.To, into, c.Purpose, rule.Id, rule.Answer, rule.Reference, c.Reason.Trim(), confirmed)));
    }
}

/// <summary>What can be used: findings, documents and established facts of the matter.</summary>
public static class Items
{
    /// <param name="Finding">Set for a finding: it knows where it was made and on what it rests.</param>
    /// <param name="Exhibit">Set for an exhibit: its kind says what material it can be.</param>
    public sealed record Item(string Id, string Title, FindingRecorded? Finding = null, Exhibit? Exhibit = null);

    public static IEnumerable<Item> Of(Matter matter) =>
    [
        .. matter.Findings.Select(f => new Item(f.Id, f.Is.What, f.Is)),
        // one kept to named people is not used elsewhere: the record of the use is read by everybody who sees the matter
        .. matter.Exhibits.Where(e => e.Stands && !e.IsKept).Select(e => new Item(e.Id, e.Is.Title, Exhibit: e)),
        .. matter.Documents.Select((d, i) => new Item($"M{i + 1}", d.Name)),
        .. matter.Facts.Select(f => new Item($"{f.Person}.{f.Charge}", $"{matter.NameOf(f.Person)} {f.Charge}")),
    ];

    /// <summary>Statements, opinions and things differ; a secret, personal data or a plea may be in any of them.</summary>
    internal static bool CanBe(ExhibitKind kind, Material material) => material switch
    {
        Material.Statement or Material.Plea => kind is ExhibitKind.Testimony or ExhibitKind.VictimStatement or ExhibitKind.SuspectStatement,
        Material.Opinion => kind is ExhibitKind.ExpertOpinion or ExhibitKind.InquestRecord,
        Material.Object => kind is ExhibitKind.Physical or ExhibitKind.Documentary or ExhibitKind.ElectronicData,
        Material.OfficialPaper => kind == ExhibitKind.Documentary,
        _ => true,
    };

    public static Item? Find(Matter matter, string id) => Of(matter).FirstOrDefault(i => i.Id == id.Trim());
}

/// <summary>A use of material across functions. <paramref name="Rule"/>: the file of data/sharing/ that governed it, with its answer and basis as they were then.</summary>
public sealed record MaterialUse(
    string Item, Material Material, Track From, Track To, string? Proceeding, Purpose Purpose, string Rule, SharingAnswer Answer, LegalRef Basis, string Reason, string? Confirmed);

public sealed record UnknownItem(string Id, IReadOnlyList<string> Known)
    : Refusal(
        "unknown-item", new Text($"本案没有材料“{Id}”", $"the matter has no material “{Id}”"), null,
        Known.Count == 0 ? new Text("先登记发现或者附卷", "record a finding or attach a document first") : new Text($"可填：{string.Join('、', Known)}", $"give one of: {string.Join(", ", Known)}"));

public sealed record SameFunction(Text Function)
    : Refusal("same-function", new Text($"材料本来就是{Function.Zh}的，不是跨职能使用", $"it belongs to the function {Function.En}; that is no use across functions"), null, new Text("不必登记", "nothing need be recorded"));

public sealed record ExhibitSaysOtherwise(string Id, Text FoundIn)
    : Refusal("exhibit-says-otherwise", new Text($"{Id} 登记为在{FoundIn.Zh}中取得", $"{Id} was recorded as collected in {FoundIn.En}"), null, new Text("按登记填写", "give it as recorded"));

public sealed record ExhibitIsOtherMaterial(string Id, Text Kind)
    : Refusal("exhibit-is-other-material", new Text($"{Id} 是{Kind.Zh}，与所填材料性质不符", $"{Id} is: {Kind.En}; it is not the material given"), null, new Text("按证据种类填写材料性质", "give the material that its kind is"));

public sealed record FindingSaysOtherwise(string Id, Text FoundIn, Text Material)
    : Refusal("finding-says-otherwise", new Text($"{Id} 登记为在{FoundIn.Zh}中发现，材料性质为{Material.Zh}", $"{Id} was recorded as found in {FoundIn.En}, resting on: {Material.En}"), null, new Text("按登记填写；登记有误的，提出更正", "give it as recorded; if the record is wrong, propose a correction"));

public sealed record NoSuchProceedingThere(string Id, Text Function)
    : Refusal("no-such-proceeding-there", new Text($"“{Id}”不是本案{Function.Zh}的程序", $"“{Id}” is no proceeding of the function {Function.En}"), null, new Text("填该职能的程序编号，或者不填", "give a proceeding of that function, or leave it out"));

public sealed record UseForbidden(Text Rule, LegalRef Article)
    : Refusal("use-forbidden", new Text($"不得使用：{Rule.Zh}", $"it may not be used: {Rule.En}"), Article, new Text("以其他来源的材料为据", "rest it on material from another source"));

public sealed record UseAsksFirst(string Item, Text Asks, LegalRef Article)
    : Refusal("use-asks-first", new Text($"使用 {Item} 前须先核对：{Asks.Zh}", $"before {Item} is used it must be looked at: {Asks.En}"), Article, new Text("登记“跨职能使用材料”，写明核对情况和谁同意", "record the use of material with what was found and who agreed"));

[EventType("checks.material-used")]
public sealed record MaterialUsed(DateOnly On, MaterialUse Use) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Used(Use, recorded);

    public Text Says(Matter matter) => new(
        $"{Use.Item} 由{TrackNames.Of(Use.From).Zh}用于{TrackNames.Of(Use.To).Zh}{(Use.Proceeding is null ? "" : $" {Use.Proceeding}")}，作{Use.Purpose.Label().Zh}（{Use.Basis}）",
        $"{Use.Item} of {TrackNames.Of(Use.From).En} used in {TrackNames.Of(Use.To).En}{(Use.Proceeding is null ? "" : $" {Use.Proceeding}")} as {Use.Purpose.Label().En} ({Use.Basis})");

    Track? IMatterEvent.Track => Use.To;
}
