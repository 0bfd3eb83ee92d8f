using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Record what was captured online (网页取证): address, time, price, number of sales, hash and tool.</summary>
public sealed record RecordCapture(
    [Label("登记日期", "Recorded on")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("网址", "Address", HintZh = "以 http:// 或 https:// 开头", HintEn = "begins with http:// or https://")] string Address,
    [Label("取证时间", "Captured at", HintZh = "北京时间，如 2026-09-20 15:04", HintEn = "time of China, e.g. 2026-09-20 15:04")] string CapturedAt,
    [Label("取证工具", "Tool", HintZh = "名称和版本", HintEn = "name and version")] string Tool,
    [Label("标价（元）", "Price (yuan)")] Money? Price = null,
    [Label("显示的销量", "Sales shown")] long? SalesCount = null,
    [Label("固定文件的哈希", "Hash of the capture", HintZh = "SHA-256，64 位十六进制", HintEn = "SHA-256, 64 hexadecimal digits")] string? CaptureHash = null)
    : ICommand<RecordCapture>
{
    public static Decision Decide(Matter matter, RecordCapture c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x);
        if (exhibit is null)
            return no!;
        if (exhibit.Is.Kind != ExhibitKind.ElectronicData)
            return new NotElectronic(exhibit.Id, exhibit.Is.Kind.Label()) { Field = "exhibit" };
        if (!Uri.TryCreate(c.Address.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new NoAddress(c.Address.Trim()) { Field = "address" };
        if (!DateTime.TryParseExact(c.CapturedAt.Trim(), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) || DateOnly.FromDateTime(at) > c.On)
            return new NoTimeOfCapture(c.CapturedAt.Trim()) { Field = "capturedAt" };
        if (ExhibitGuard.Empty(c.Tool, "tool", "取证工具", "Tool") is { } empty)
            return empty;
        var hash = ExhibitGuard.Clean(c.CaptureHash)?.ToLowerInvariant();
        return hash is not null && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            ? new NoHash(hash) { Field = "captureHash" }
            : Decision.Of(new CaptureRecorded(c.On, exhibit.Id, $"{exhibit.Id}.W{exhibit.Captures.Count + 1}", c.Address.Trim(), c.CapturedAt.Trim(), c.Tool.Trim(), c.Price, c.SalesCount, hash));
    }
}

public sealed record NotElectronic(string Id, Text Kind)
    : Refusal("not-electronic", new Text($"{Id} 是{Kind.Zh}，网页取证属于电子数据", $"{Id} is: {Kind.En}; a captured page is electronic data"), new LegalRef("刑诉法50第2款"), new Text("另登记一件电子数据", "take in an exhibit of electronic data"));

public sealed record NoAddress(string Given)
    : Refusal("no-address", new Text($"“{Given}”不是完整的网址", $"“{Given}” is no complete address"), null, new Text("连同 http:// 或 https:// 一起填写", "give it with http:// or https://"));

public sealed record NoTimeOfCapture(string Given)
    : Refusal("no-time-of-capture", new Text($"“{Given}”不是取证时间，或者晚于登记日期", $"“{Given}” is no time of capture, or after the day of the record"), null, new Text("填如 2026-09-20 15:04", "give it as 2026-09-20 15:04"));

public sealed record NoHash(string Given)
    : Refusal("no-hash", new Text($"“{Given}”不是 SHA-256", $"“{Given}” is no SHA-256"), null, new Text("填 64 位十六进制数字，或者留空", "give 64 hexadecimal digits, or leave it empty"));

[EventType("evidence.capture-recorded")]
public sealed record CaptureRecorded(DateOnly On, string Exhibit, string Capture, string Address, string CapturedAt, string Tool, Money? Price, long? SalesCount, string? CaptureHash) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Add(new Capture(Capture, Address, CapturedAt, Tool, Price, SalesCount, CaptureHash));

    public Text Says(Matter matter) => new($"{Capture} 网页取证：{Address}（{CapturedAt}）", $"{Capture} captured {Address} at {CapturedAt}");
}
