namespace Zhijian.Testing;

/// <summary>Test data by saying only what matters; the rest is valid and made up.</summary>
public static class A
{
    /// <summary>A registered matter that was played through the real steps: <c>A.Matter(m => m.Suspect("张某", "213").Detained().AcceptedForArrest("2025-09-26"))</c>.</summary>
    public static MatterStory Matter(Action<MatterStory>? tell = null) => Told(new MatterStory(), tell);

    /// <summary>A published case, as the import writes it: its record may end anywhere, and no step was taken here.</summary>
    public static MatterStory PublishedCase(Action<MatterStory>? tell = null) => Told(new MatterStory { IsPublished = true }, tell);

    /// <summary>A story whose first step is the registration itself.</summary>
    public static MatterStory Unregistered() => new();

    private static MatterStory Told(MatterStory story, Action<MatterStory>? tell)
    {
        tell?.Invoke(story);
        return story.Register();
    }
}
