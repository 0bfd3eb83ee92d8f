using Zhijian.Kernel;
using Zhijian.Matters.Evidence;

namespace Zhijian.Matters.Intake;

/// <summary>Attach a file that was taken into the store (附卷). The file is known by the hash of its content.</summary>
public sealed record AttachDocument(
    [Label("收到日期", "Received on")] DateOnly On,
    [Label("文件哈希", "Hash of the file")] string Hash,
    [Label("文件名", "Name")] string Name,
    [Label("字节数", "Bytes")] long Size,
    [Label("类型", "Type")] string MediaType,
    [Label("属于哪件证据", "Of which exhibit", HintZh = "编号，如 E1；限特定人员知悉的证据，文件也只有他们能看", HintEn = "e.g. E1; a file of one kept to named people is seen by them only")] string? Exhibit = null)
    : ICommand<AttachDocument>
{
    public static Decision Decide(Matter matter, AttachDocument c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var there = matter.Documents.FirstOrDefault(d => d.Hash == c.Hash);
        var attached = new DocumentAttached(c.On, c.Hash, c.Name, c.Size, c.MediaType);
        if (string.IsNullOrWhiteSpace(c.Exhibit))
            return there is null ? Decision.Of(attached) : new DocumentIsThere(there.Name);
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x);
        if (exhibit is null)
            return no!;
        if (exhibit.Files.FirstOrDefault(f => f.Hash == c.Hash) is { } same)
            return new DocumentIsThere(same.Name);
        var added = new ExhibitFileAdded(c.On, exhibit.Id, c.Hash, c.Name, c.Size, c.MediaType);
        return exhibit.IsKept || there is not null ? Decision.Of(added) : Decision.Of(attached, added);
    }
}

public sealed record DocumentIsThere(string Name)
    : Refusal("document-is-there", new Text($"同一文件已附卷：{Name}", $"the same file is attached already: {Name}"), null, new Text("无需重复附卷", "nothing to do"));

[EventType("matter.document-attached")]
public sealed record DocumentAttached(DateOnly On, string Hash, string Name, long Size, string MediaType) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Add(new AttachedDocument(Hash, Name, Size, MediaType, On));

    public Text Says(Matter matter) => new($"附卷：{Name}", $"Attached: {Name}");

    Law.Track? IMatterEvent.Track => null;
}
