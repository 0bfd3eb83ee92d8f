using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Enter goods of an exhibit into the ledger (涉案物品登记), or bring a line up to date after samples or destruction.</summary>
public sealed record RecordGoods(
    [Label("日期", "Date")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("品名", "Name")] string Name,
    [Label("数量", "Quantity")] long Quantity,
    [Label("单位", "Unit", HintZh = "如 件、台、双", HintEn = "e.g. pieces, pairs")] string Unit,
    [Label("正品单价（元）", "Price of the genuine (yuan)")] Money? GenuinePrice = null,
    [Label("正品单价来源", "Source of that price")] string? GenuineSource = null,
    [Label("涉案单价（元）", "Price of the false (yuan)")] Money? FalsePrice = null,
    [Label("涉案单价来源", "Source of that price")] string? FalseSource = null,
    [Label("已取样数", "Samples taken")] long? Samples = null,
    [Label("已销毁数", "Destroyed")] long? Destroyed = null,
    [Label("销毁笔录", "Record of the destruction")] string? DestructionPaper = null,
    [Label("改写哪一行", "Line to bring up to date", HintZh = "如 E1.G1；不填为新的一行", HintEn = "e.g. E1.G1; empty = a new line")] string? Line = null)
    : ICommand<RecordGoods>
{
    public static Decision Decide(Matter matter, RecordGoods c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x);
        if (exhibit is null)
            return no!;
        if ((ExhibitGuard.Empty(c.Name, "name", "品名", "Name") ?? ExhibitGuard.Empty(c.Unit, "unit", "单位", "Unit")) is { } empty)
            return empty;
        if (c.GenuinePrice is not null && ExhibitGuard.Empty(c.GenuineSource, "genuineSource", "正品单价来源", "Source of that price") is { } genuine)
            return genuine;
        if (c.FalsePrice is not null && ExhibitGuard.Empty(c.FalseSource, "falseSource", "涉案单价来源", "Source of that price") is { } falsely)
            return falsely;
        // the same subtraction tells also what would overflow as a sum
        if (c.Quantity <= 0 || (c.Samples ?? 0) < 0 || (c.Destroyed ?? 0) < 0 || (c.Samples ?? 0) > c.Quantity || (c.Destroyed ?? 0) > c.Quantity - (c.Samples ?? 0))
            return new MoreThanThere(c.Quantity, c.Samples ?? 0, c.Destroyed ?? 0) { Field = "quantity" };
        if (c.Destroyed > 0 && ExhibitGuard.Empty(c.DestructionPaper, "destructionPaper", "销毁笔录", "Record of the destruction") is { } paper)
            return paper;
        var line = ExhibitGuard.Clean(c.Line);
        return line is not null && exhibit.Goods.All(g => g.Id != line)
            ? new NoSuchLine(line, exhibit.Id) { Field = "line" }
            : Decision.Of(new GoodsRecorded(c.On, exhibit.Id, line ?? $"{exhibit.Id}.G{exhibit.Goods.Count + 1}", c.Name.Trim(), c.Quantity, c.Unit.Trim(), c.GenuinePrice, ExhibitGuard.Clean(c.GenuineSource),
                c.FalsePrice, ExhibitGuard.Clean(c.FalseSource), c.Samples ?? 0, c.Destroyed ?? 0, ExhibitGuard.Clean(c.DestructionPaper)));
    }
}

public sealed record MoreThanThere(long Quantity, long Samples, long Destroyed)
    : Refusal(
        "more-than-there", new Text($"数量 {Quantity}，取样 {Samples}，销毁 {Destroyed}：不相符", $"quantity {Quantity}, samples {Samples}, destroyed {Destroyed}: they do not agree"), null,
        new Text("数量须大于零，取样与销毁之和不超过数量", "the quantity is above zero, and samples and destroyed together are not more"));

public sealed record NoSuchLine(string Line, string Exhibit)
    : Refusal("no-such-line", new Text($"{Exhibit} 的物品登记没有“{Line}”", $"the ledger of {Exhibit} has no line “{Line}”"), null, new Text("填已有的行号，或者留空登记新的一行", "give a line that is there, or leave it empty for a new one"));

[EventType("evidence.goods-recorded")]
public sealed record GoodsRecorded(
    DateOnly On, string Exhibit, string Line, string Name, long Quantity, string Unit, Money? GenuinePrice, string? GenuineSource, Money? FalsePrice, string? FalseSource, long Samples, long Destroyed,
    string? DestructionPaper) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownExhibit(Exhibit).Put(new GoodsLine(Line, Name, Quantity, Unit, GenuinePrice, GenuineSource, FalsePrice, FalseSource, Samples, Destroyed, DestructionPaper));

    public Text Says(Matter matter) => new($"{Line} {Name} {Quantity} {Unit}", $"{Line} {Name}: {Quantity} {Unit}");
}
