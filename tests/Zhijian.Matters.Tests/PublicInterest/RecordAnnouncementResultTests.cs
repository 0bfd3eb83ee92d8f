using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class RecordAnnouncementResultTests
{
    [Fact]
    public void Nobody_sues_and_three_months_run_from_the_end_of_the_announcement()
    {
        NobodySued().StageOf().ShouldBe("announcement-over");
        NobodySued().Duty("public-announcement").Status.ShouldBe(DutyStatus.Discharged);
        NobodySued().Duty("decide-civil-suit", "G1").Count.Due.ShouldBe(Day("2025-09-19"));
    }

    [Fact]
    public void A_body_may_sue_before_it_ends()
    {
        BodySued().StageOf().ShouldBe("another-sued");
        BodySued().Duties.ShouldNotContain(d => d.Rule.Id == "decide-civil-suit");
    }

    [Fact]
    public void That_nobody_sues_shows_only_after_the_last_day() =>
        Announced().ShouldRefuse<AnnouncementRuns>(new RecordAnnouncementResult(Day("2025-06-19"), AnnouncementResult.NobodySues), "on").Basis!.Article.ShouldContain("检察公益诉讼解释13");

    [Fact]
    public void Without_announcement_or_without_naming_the_body_it_is_refused()
    {
        Inquired(PublicLine.Civil).ShouldRefuse<ProceedingOutOfOrder>(new RecordAnnouncementResult(Day("2025-06-20"), AnnouncementResult.NobodySues), "proceeding");
        Announced().ShouldRefuse<FieldIsEmpty>(new RecordAnnouncementResult(Day("2025-06-20"), AnnouncementResult.BodySues), "plaintiff");
    }
}
