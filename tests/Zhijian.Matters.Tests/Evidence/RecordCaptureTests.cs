using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class RecordCaptureTests
{
    private static RecordCapture Capture() => new(Stories.Later, "E1", "https://shop.example/item/7", "2026-03-30 15:04", "取证软件 2.1", new Kernel.Money(90), 2160, new string('a', 64));

    private static MatterStory Page() => TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes("网店页面") with { Kind = ExhibitKind.ElectronicData });

    [Fact]
    public void A_page_is_kept_with_its_time_tool_and_hash() =>
        Page().Do(Capture()).Matter.Exhibit("E1")!.Captures.Single().ShouldBe(new Capture("E1.W1", "https://shop.example/item/7", "2026-03-30 15:04", "取证软件 2.1", new Kernel.Money(90), 2160, new string('a', 64)));

    [Fact]
    public void What_cannot_be_a_capture_is_refused()
    {
        TakeInExhibitTests.Taken().ShouldRefuse<NotElectronic>(Capture(), "exhibit");
        Page().ShouldRefuse<NoAddress>(Capture() with { Address = "shop.example" }, "address");
        Page().ShouldRefuse<NoAddress>(Capture() with { Address = "file:///etc/passwd" }, "address");
        Page().ShouldRefuse<NoTimeOfCapture>(Capture() with { CapturedAt = "下午" }, "capturedAt");
        Page().ShouldRefuse<NoTimeOfCapture>(Capture() with { CapturedAt = "2026-04-02 00:00" }, "capturedAt");
        Page().ShouldRefuse<FieldIsEmpty>(Capture() with { Tool = "" }, "tool");
        Page().ShouldRefuse<NoHash>(Capture() with { CaptureHash = "abc" }, "captureHash");
    }
}
