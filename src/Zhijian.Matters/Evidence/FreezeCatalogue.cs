using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Freeze the catalogue of the file (固定卷宗目录): from now on its bundle numbers stand, and its hash tells whether it was changed.</summary>
public sealed record FreezeCatalogue(
    [Label("日期", "Date")] DateOnly On,
    [Label("说明", "Note", HintZh = "如 移送起诉时", HintEn = "e.g. when it went to court")] string? Note = null)
    : ICommand<FreezeCatalogue>
{
    public static Decision Decide(Matter matter, FreezeCatalogue c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var lines = FileCatalogue.Of(matter);
        if (lines.Count == 0)
            return new NothingToFreeze();
        var hash = FileCatalogue.HashOf(lines);
        return matter.Catalogues.Count > 0 && matter.Catalogues[^1].Hash == hash ? new FrozenAlready(matter.Catalogues[^1].On) : Decision.Of(new CatalogueFrozen(c.On, hash, lines, ExhibitGuard.Clean(c.Note)));
    }
}

public sealed record NothingToFreeze()
    : Refusal("nothing-to-freeze", new Text("还没有证据", "there is no exhibit yet"), null, new Text("先登记证据", "take in an exhibit first"));

public sealed record FrozenAlready(DateOnly On)
    : Refusal("frozen-already", new Text($"目录自 {On:yyyy-MM-dd} 固定后没有变化", $"the catalogue has not changed since it was frozen on {On:yyyy-MM-dd}"), null, new Text("无需再次固定", "nothing to do"));

[EventType("evidence.catalogue-frozen")]
public sealed record CatalogueFrozen(DateOnly On, string Hash, IReadOnlyList<CatalogueLine> Lines, string? Note) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Add(new FrozenCatalogue(On, Hash, recorded.Actor, Lines, Note));

    public Text Says(Matter matter) => new($"固定卷宗目录：{Lines.Count} 件，{Hash[..16]}…", $"Catalogue frozen: {Lines.Count} exhibits, {Hash[..16]}…");

    Law.Track? IMatterEvent.Track => null;
}
