using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class NotifyAdministrativePartiesTests
{
    [Fact]
    public void The_notice_is_sent_within_three_days_and_the_other_party_has_fifteen_to_answer()
    {
        var story = Suits.Administrative();
        story.Duty("administrative-acceptance-notice", "A1").Count.Due.ShouldBe(Day("2025-05-22"));

        story.Do(new NotifyAdministrativeParties(Day("2025-05-21")));
        story.Duty("administrative-acceptance-notice", "A1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.Duties.ShouldNotContain(d => d.Rule.Id == "administrative-answer"); // nobody knows yet when the copy came

        story.Do(new NotifyAdministrativeParties(Day("2025-05-21"), Day("2025-05-26")));
        story.Duty("administrative-answer", "A1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-06-10")), d => d.Rule.Holder.ShouldBe(Law.Holder.Party));
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("2025-05-26");
    }

    [Fact]
    public void A_copy_is_not_received_before_it_was_sent_nor_in_the_future()
    {
        Suits.Administrative().ShouldRefuse<ReceivedBeforeSent>(new NotifyAdministrativeParties(Day("2025-05-21"), Day("2025-05-20")), "receivedOn");
        Suits.Administrative().ShouldRefuse<DateInFuture>(new NotifyAdministrativeParties(Day("2025-05-21"), Day("2027-01-01")), "receivedOn");
    }

    [Fact]
    public void Without_a_proceeding_it_is_refused_with_the_article() => A.Matter().ShouldRefuse<NoProceeding>(new NotifyAdministrativeParties(Day("2025-05-21")), "proceeding").Basis!.Article.ShouldBe("行政监督规则32、33");
}
