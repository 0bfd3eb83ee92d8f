using Shouldly;
using Xunit;
using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Documents.DocumentStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Documents;

public sealed class ServeDocumentTests
{
    private static readonly ServeDocument Serve = new(On, 1, "某区人民法院", ServiceChannel.InPerson, "回证1号");

    [Fact]
    public void Only_what_is_finished_is_served() => ShouldBeOpenOnlyAt(Serve, Prosecutor, PaperState.Finished);

    [Fact]
    public void It_may_be_served_again_and_on_others()
    {
        var story = Finished().Do(Serve).Do(Serve with { Receipt = "回证2号" }).Do(Serve with { Recipient = "张某", Channel = ServiceChannel.Post });

        story.First().Services.Select(s => (s.Recipient, s.Channel, s.Receipt)).ShouldBe([
            ("某区人民法院", ServiceChannel.InPerson, "回证1号"), ("某区人民法院", ServiceChannel.InPerson, "回证2号"), ("张某", ServiceChannel.Post, "回证1号"),
        ]);
        story.Matter.Timeline.Select(e => e.Event).OfType<PaperServed>().Select(e => e.Again).ShouldBe([false, true, false]);
        story.First().State.ShouldBe(PaperState.Finished);
    }

    [Fact]
    public void Recipient_and_receipt_are_needed()
    {
        Finished().ShouldRefuse<FieldIsEmpty>(Serve with { Recipient = " " }, "recipient");
        Finished().ShouldRefuse<FieldIsEmpty>(Serve with { Receipt = "" }, "receipt");
    }

    [Fact]
    public void Not_before_it_was_finished() => Finished().ShouldRefuse<BeforeThePaper>(Serve with { On = Day("2026-03-11") }, "on");
}
