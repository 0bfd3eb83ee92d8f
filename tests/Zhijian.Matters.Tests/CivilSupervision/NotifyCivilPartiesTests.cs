using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class NotifyCivilPartiesTests
{
    [Fact]
    public void The_notice_is_sent_within_three_days_and_the_other_party_has_fifteen_to_answer()
    {
        var story = Suits.Civil();
        story.Duty("civil-acceptance-notice", "C1").Count.Due.ShouldBe(Day("2025-05-22"));

        story.Do(new NotifyCivilParties(Day("2025-05-21")));
        story.Duty("civil-acceptance-notice", "C1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.Duties.ShouldNotContain(d => d.Rule.Id == "civil-answer"); // nobody knows yet when the copy came

        story.Do(new NotifyCivilParties(Day("2025-05-21"), Day("2025-05-26")));
        story.Duty("civil-answer", "C1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-06-10")), d => d.Rule.Holder.ShouldBe(Law.Holder.Party));
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("2025-05-26");
    }

    [Fact]
    public void A_copy_is_not_received_before_it_was_sent_nor_in_the_future()
    {
        Suits.Civil().ShouldRefuse<ReceivedBeforeSent>(new NotifyCivilParties(Day("2025-05-21"), Day("2025-05-20")), "receivedOn");
        Suits.Civil().ShouldRefuse<DateInFuture>(new NotifyCivilParties(Day("2025-05-21"), Day("2027-01-01")), "receivedOn");
    }

    [Fact]
    public void Without_a_proceeding_it_is_refused_with_the_article() => A.Matter().ShouldRefuse<NoProceeding>(new NotifyCivilParties(Day("2025-05-21")), "proceeding").Basis!.Article.ShouldBe("民事监督规则33、34");
}
