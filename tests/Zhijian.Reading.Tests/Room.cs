using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Reading.Tests;

/// <summary>A reading room over a folder that goes with it.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zhijian-").FullName;

    public Room(ReadingLimits? limits = null, Poppler? poppler = null)
    {
        Attachments = new Attachments(Path.Combine(_folder, "attachments"));
        Reading = new ReadingRoom(Attachments, Path.Combine(_folder, "reading"), poppler ?? Poppler.Find(), limits);
    }

    public Attachments Attachments { get; }

    public ReadingRoom Reading { get; }

    public string Folder => _folder;

    /// <summary>Takes the file in as an upload does, and reads it.</summary>
    public async Task<(string Hash, FileText Text, IReadOnlyList<PageText> Pages)> ReadAsync(byte[] content)
    {
        var stored = await Attachments.SaveAsync(new MemoryStream(content));
        var text = await Reading.ReadAsync(stored.Hash, stored.MediaType);
        var pages = new List<PageText>();
        await foreach (var page in Reading.PagesAsync(stored.Hash))
            pages.Add(page);
        pages.Count.ShouldBeEqual(text.State is TextState.Done ? text.Pages : pages.Count);
        return (stored.Hash, text, pages);
    }

    public async ValueTask DisposeAsync()
    {
        await Reading.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

internal static class Also
{
    public static void ShouldBeEqual(this int actual, int expected) => Shouldly.ShouldBeTestExtensions.ShouldBe(actual, expected);

    /// <summary>A sentence in both languages, and no name of an exception.</summary>
    public static Text ShouldBeSaid(this Text? why)
    {
        Shouldly.ShouldBeNullExtensions.ShouldNotBeNull(why);
        Shouldly.ShouldBeStringTestExtensions.ShouldNotContain(why.Value.En, "Exception");
        Shouldly.ShouldBeTestExtensions.ShouldNotBe(why.Value.Zh, why.Value.En);
        return why.Value;
    }
}
