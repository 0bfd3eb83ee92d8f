using Zhijian.Kernel;

namespace Zhijian.Matters.Intake;

/// <summary>Attach a file that was taken into the store (附卷). The file is known by the hash of its content.</summary>
public sealed record AttachDocument(
    [Label("收到日期", "Received on")] DateOnly On,
    [Label("文件哈希", "Hash of the file")] string Hash,
    [Label("文件名", "Name")] string Name,
    [Label("字节数", "Bytes")] long Size,
    [Label("类型", "Type")] string MediaType)
    : ICommand<AttachDocument>
{
    public static Decision Decide(Matter matter, AttachDocument c, StepContext x) =>
        Guard.NotAfterToday(c.On, x) is { } future ? future
        : matter.Documents.FirstOrDefault(d => d.Hash == c.Hash) is { } same ? new DocumentIsThere(same.Name)
        : Decision.Of(new DocumentAttached(c.On, c.Hash, c.Name, c.Size, c.MediaType));
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
