using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class CheckFastTrackTests
{
    private static CheckFastTrack Check(
        ExpectedSentence expected = ExpectedSentence.UpToOneYear, Known clear = Known.Yes, Known consents = Known.Yes, FastTrackExclusion exclusion = FastTrackExclusion.None, string on = "2026-03-06") =>
        new(Day(on), expected, clear, consents, exclusion, ["P1"]);

    private static IEnumerable<Law.Duty> FastTrack(MatterStory story) => story.Duties.Where(d => d.Rule.Id.StartsWith("decide-fast-track", StringComparison.Ordinal) && d.Status == Law.DutyStatus.Open);

    [Fact]
    public void Ten_days_from_the_file_and_not_from_the_check()
    {
        var story = Told().Do(Check());

        FastTrack(story).ShouldHaveSingleItem().Count.Due.ShouldBe(Day("2026-03-12"));
        story.Duty("decide-prosecution").Status.ShouldBe(Law.DutyStatus.Open); // the ordinary month runs beside it
    }

    [Fact]
    public void Fifteen_where_more_than_a_year_is_possible() => FastTrack(Told().Do(Check(ExpectedSentence.UpToThreeYears))).ShouldHaveSingleItem().Count.Due.ShouldBe(Day("2026-03-17"));

    [Theory]
    [InlineData(ExpectedSentence.OverThreeYears, Known.Yes, Known.Yes, FastTrackExclusion.None)]
    [InlineData(ExpectedSentence.UpToOneYear, Known.No, Known.Yes, FastTrackExclusion.None)]
    [InlineData(ExpectedSentence.UpToOneYear, Known.Yes, Known.No, FastTrackExclusion.None)]
    [InlineData(ExpectedSentence.UpToOneYear, Known.Yes, Known.Yes, FastTrackExclusion.NoSettlement)]
    [InlineData(ExpectedSentence.Unknown, Known.Yes, Known.Yes, FastTrackExclusion.Minor)]
    public void One_no_and_it_is_not_met(ExpectedSentence expected, Known clear, Known consents, FastTrackExclusion exclusion)
    {
        var story = Told().Do(Check(expected, clear, consents, exclusion));

        story.LastLine().Zh.ShouldEndWith("不符合速裁程序适用条件");
        FastTrack(story).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ExpectedSentence.Unknown, Known.Yes, Known.Yes, FastTrackExclusion.None)]
    [InlineData(ExpectedSentence.UpToOneYear, Known.Unknown, Known.Yes, FastTrackExclusion.None)]
    [InlineData(ExpectedSentence.UpToOneYear, Known.Yes, Known.Unknown, FastTrackExclusion.None)]
    [InlineData(ExpectedSentence.UpToOneYear, Known.Yes, Known.Yes, FastTrackExclusion.Unknown)]
    public void What_is_not_known_leaves_it_open(ExpectedSentence expected, Known clear, Known consents, FastTrackExclusion exclusion)
    {
        var story = Told().Do(Check(expected, clear, consents, exclusion));

        story.LastLine().Zh.ShouldEndWith("尚待查明");
        FastTrack(story).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_check_takes_the_place_of_the_one_before()
    {
        FastTrack(Told().Do(Check()).Do(Check(ExpectedSentence.UpToThreeYears, on: "2026-03-09"))).ShouldHaveSingleItem().Rule.Id.ShouldBe("decide-fast-track-long");
        FastTrack(Told().Do(Check()).Do(Check(consents: Known.No, on: "2026-03-09"))).ShouldBeEmpty();
    }

    [Fact]
    public void After_a_resubmission_the_days_run_from_it() =>
        FastTrack(Told().Returned("2026-03-09").Resubmitted("2026-03-23").Do(Check(on: "2026-03-24"))).ShouldHaveSingleItem().Count.Due.ShouldBe(Day("2026-04-02"));

    [Fact]
    public void The_indictment_ends_it() => FastTrack(Told().Do(Check()).Prosecuted("2026-03-10")).ShouldBeEmpty();

    [Fact]
    public void Who_was_not_told_has_not_consented() => Transferred().ShouldRefuse<PleaRightsFirst>(Check(), "persons");
}
