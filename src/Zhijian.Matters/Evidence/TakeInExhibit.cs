using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Evidence;

/// <summary>Take in an exhibit (登记证据): what it is, who collected it where and from whom, where it lies in the file, and who may know it.</summary>
public sealed record TakeInExhibit(
    [Label("登记日期", "Taken in on")] DateOnly On,
    [Label("证据名称", "Title")] string Title,
    [Label("种类", "Kind")] ExhibitKind Kind,
    [Label("收集机关、人员", "Collected by")] string CollectedBy,
    [Label("在哪项职能中取得", "Collected in")] Track FoundIn,
    [Label("原件或者复制件", "Original or copy")] ExhibitForm Form,
    [Label("向谁收集", "Collected from")] string? CollectedFrom = null,
    [Label("收集地点", "Where")] string? Place = null,
    [Label("收集日期", "Collected on")] PartialDate? CollectedOn = null,
    [Label("卷", "Volume", HintZh = "如 证据卷二", HintEn = "e.g. evidence 2")] string? Volume = null,
    [Label("页", "Pages", HintZh = "如 41-46", HintEn = "e.g. 41-46")] string? Pages = null,
    [Label("附卷文件", "Files", HintZh = "本案附卷材料的编号 M1 或者哈希", HintEn = "documents of the matter, M1 or by hash")] IReadOnlyList<string>? Documents = null,
    [Label("限哪些人知悉", "Kept to", HintZh = "本院人员编号；不填则能看本案的都能看", HintEn = "ids of people of the unit; empty = whoever sees the matter")] IReadOnlyList<string>? KeptTo = null,
    [Label("限制知悉的理由", "Why it is kept", HintZh = "如 权利人书面申请，含商业秘密", HintEn = "e.g. a written application; it holds a trade secret"), LongText] string? KeptWhy = null)
    : ICommand<TakeInExhibit>
{
    public static Decision Decide(Matter matter, TakeInExhibit c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if ((ExhibitGuard.Empty(c.Title, "title", "证据名称", "Title") ?? ExhibitGuard.Empty(c.CollectedBy, "collectedBy", "收集机关、人员", "Collected by")) is { } empty)
            return empty;
        if (c.CollectedOn is { IsKnown: true } collected && collected.Earliest > c.On)
            return new CollectedLater(collected, c.On) { Field = "collectedOn" };
        IReadOnlyList<string> circle = [.. (c.KeptTo ?? []).Select(p => p.Trim()).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)];
        var hashes = new List<string>();
        foreach (var named in c.Documents ?? [])
        {
            if (DocumentOf(matter, named.Trim()) is not { } document)
                return new NoSuchDocument(named.Trim()) { Field = "documents" };
            if (!hashes.Contains(document.Hash))
                hashes.Add(document.Hash);
        }
        if (circle.Count == 0)
            return Decision.Of(Taken($"E{matter.Exhibits.Count(e => !e.IsKept) + 1}", c, hashes, []));
        if (Guard.NotOfTheUnit(circle, "keptTo", x) is { } stranger)
            return stranger;
        if (ExhibitGuard.Empty(c.KeptWhy, "keptWhy", "限制知悉的理由", "Why it is kept") is { } why)
            return why;
        if (hashes.Count > 0)
            return new KeptFilesApart() { Field = "documents" };
        circle = [.. circle.Append(x.Actor.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var again = 0; ; again++)
        {
            var id = KeptExhibits.IdOf(matter.Id, c, circle, again);
            if (matter.Exhibit(id) is not { } same)
                return Decision.Of(Taken(id, c, [], circle));
            // one that was withdrawn is how a wrong statement is set right: it is taken in again
            if (same.Withdrawn is null)
                return new SameExhibit(id);
        }
    }

    private static ExhibitTakenIn Taken(string id, TakeInExhibit c, IReadOnlyList<string> files, IReadOnlyList<string> circle) => new(
        c.On, id, c.Title.Trim(), c.Kind, c.CollectedBy.Trim(), c.FoundIn, c.Form, ExhibitGuard.Clean(c.CollectedFrom), ExhibitGuard.Clean(c.Place), c.CollectedOn,
        ExhibitGuard.Clean(c.Volume), ExhibitGuard.Clean(c.Pages), files, circle, ExhibitGuard.Clean(c.KeptWhy));

    private static AttachedDocument? DocumentOf(Matter matter, string named) =>
        named.StartsWith('M') && int.TryParse(named.AsSpan(1), out var n) && n >= 1 && n <= matter.Documents.Count ? matter.Documents[n - 1] : matter.Documents.FirstOrDefault(d => d.Hash == named);
}

public sealed record CollectedLater(PartialDate Collected, DateOnly On)
    : Refusal("collected-later", new Text($"收集日期 {Collected} 晚于登记日期 {On:yyyy-MM-dd}", $"collected on {Collected}, after it was taken in on {On:yyyy-MM-dd}"), null, new Text("核对日期", "check the dates"));

public sealed record NoSuchDocument(string Named)
    : Refusal("no-such-document", new Text($"本案没有附卷材料“{Named}”", $"no document “{Named}” is attached to the matter"), null, new Text("先附卷，再填 M1 或者哈希", "attach the file first, then give M1 or its hash"));

public sealed record KeptFilesApart()
    : Refusal(
        "kept-files-apart", new Text("附卷材料能看本案的人都能打开，不能作为限特定人员知悉的证据", "documents of the matter are open to everybody who sees it; an exhibit kept to named people cannot rest on them"), new LegalRef("刑诉法54第3款"),
        new Text("先登记证据，再把文件附到这件证据", "take the exhibit in first, then attach the file to it"));

public sealed record SameExhibit(string Id)
    : Refusal("same-exhibit", new Text($"同样的证据已登记为 {Id}", $"the same exhibit was taken in as {Id}"), null, new Text("无需重复登记", "nothing to do"));

[EventType("evidence.exhibit-taken-in")]
public sealed record ExhibitTakenIn(
    DateOnly On, string Exhibit, string Title, ExhibitKind Kind, string CollectedBy, Track FoundIn, ExhibitForm Form, string? CollectedFrom, string? Place, PartialDate? CollectedOn,
    string? Volume, string? Pages, IReadOnlyList<string> Files, IReadOnlyList<string> KeptTo, string? KeptWhy) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var exhibit = new Exhibit(this, recorded.Actor);
        foreach (var file in matter.Documents.Where(d => Files.Contains(d.Hash)))
            exhibit.Add(file);
        matter.Add(exhibit);
    }

    public Text Says(Matter matter) => new($"登记证据 {Exhibit}：{Title}（{Kind.Label().Zh}）", $"Exhibit {Exhibit} taken in: {Title} ({Kind.Label().En})");

    Track? IMatterEvent.Track => FoundIn;
}
