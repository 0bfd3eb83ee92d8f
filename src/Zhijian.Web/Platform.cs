using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Offices;
using Zhijian.Reading;
using Zhijian.Store;

namespace Zhijian.Web;

/// <summary>Everything that a front end works with, opened once: the law, the units, the store, and what the modules offer on them.</summary>
public sealed class Platform : IAsyncDisposable
{
    private Platform(string folder, string data, LawBook law, UnitTree units, EventStore store, TimeProvider time)
    {
        (Data, Law, Units, Store, Time) = (data, law, units, store, time);
        Runner = new StepRunner(store, law, new StepCatalogue(law), time);
        Lists = new MatterLists(store);
        People = new People(store, units, time);
        Published = new PublishedCases(store, law, time);
        Reading = new ReadingRoom(store.Attachments, Path.Combine(folder, "reading"), Poppler.Find());
        ReadingMarks = new ReadingMarks(store);
    }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    public LawBook Law { get; }

    public UnitTree Units { get; }

    public EventStore Store { get; }

    public TimeProvider Time { get; }

    public StepRunner Runner { get; }

    public MatterLists Lists { get; }

    public People People { get; }

    public PublishedCases Published { get; }

    /// <summary>The text of files; whether a person may read one is asked of <see cref="FileOpening"/> before.</summary>
    public ReadingRoom Reading { get; }

    public ReadingMarks ReadingMarks { get; }

    /// <exception cref="DataFileException">A data file is wrong.</exception>
    /// <exception cref="StoreUnavailableException">The folder or the database refuses.</exception>
    public static async Task<Platform> OpenAsync(StoreOptions options, TimeProvider? time = null)
    {
        var data = DataFolder.Find();
        var law = LawBook.Load(data);
        var units = UnitTree.Load(data);
        time ??= TimeProvider.System;
        var store = await EventStore.OpenAsync(options, [new MatterProjection(law), new PeopleProjection()], time);
        return new Platform(options.Folder, data, law, units, store, time);
    }

    public async ValueTask DisposeAsync()
    {
        await Reading.DisposeAsync();
        await Store.DisposeAsync();
    }
}
