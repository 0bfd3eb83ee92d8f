using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>A file of an exhibit; attach-document records it where it names one.</summary>
[EventType("evidence.file-added")]
public sealed record ExhibitFileAdded(DateOnly On, string Exhibit, string Hash, string Name, long Size, string MediaType) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Add(new AttachedDocument(Hash, Name, Size, MediaType, On));

    public Text Says(Matter matter) => new($"{Exhibit} 附文件：{Name}", $"File of {Exhibit}: {Name}");
}
