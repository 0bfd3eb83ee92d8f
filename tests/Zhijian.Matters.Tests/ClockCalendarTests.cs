using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

public sealed class ClockCalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 28, 9, 12, 0, TimeSpan.FromHours(8));

    private static MatterStory Story(bool secret = false)
    {
        var story = A.Matter(m => (secret ? m.InCircle() : m).Suspect("张某").OnBail().RightHolder("某滤清器公司"));
        return story.Transferred("2026-09-02");
    }

    private static string Of(MatterStory story, Language language = Language.Chinese) =>
        ClockCalendar.Of(story.Matter, story.Duties, Now, language).Replace("\r\n ", "");

    [Fact]
    public void Each_running_clock_is_an_all_day_event_with_a_stable_id_and_the_article()
    {
        var text = Of(Story());

        text.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:");
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.ShouldContain("UID:MS-2026-0001.decide-prosecution.P1.1.CR-PR-STD@zhijian\r\nDTSTAMP:20260928T011200Z\r\nDTSTART;VALUE=DATE:20261008\r\nDTEND;VALUE=DATE:20261009\r\n");
        text.ShouldContain("张某");
        text.ShouldContain("依据：刑诉法172；刑诉规则351");
        text.ShouldContain("顺延至其后首个工作日");
        text.ShouldContain("CLASS:CONFIDENTIAL\r\n");
        text.ShouldContain("TRIGGER;VALUE=DATE-TIME:20260930T010000Z\r\n"); // the working day before
        text.ShouldBe(Of(Story()));
    }

    [Fact]
    public void Of_a_matter_kept_to_a_circle_only_the_id_goes_out()
    {
        var text = Of(Story(secret: true), Language.English);

        text.ShouldContain("SUMMARY:MS-2026-0001\r\n");
        text.ShouldNotContain("张某");
        text.ShouldNotContain("滤清器");
        text.ShouldContain("Basis: 刑诉法172；刑诉规则351");
    }

    [Fact]
    public void What_was_done_is_not_in_it() =>
        Of(Story().Noticed("2026-09-03")).ShouldSatisfyAllConditions(t => t.ShouldNotContain("notify-suspect"), t => t.ShouldContain("decide-prosecution"));
}
