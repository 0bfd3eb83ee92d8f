using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Web.Docket;

namespace Zhijian.Web.Tests.Pages;

public sealed class DocketGroupsTests
{
    private static readonly WorkCalendar Calendar = LawBook.Load(DataFolder.Find()).Calendar;

    private static readonly DateOnly Monday = new(2026, 9, 28);

    internal static WorkRow Row(string? due, bool moves = true, string law = "刑诉法172", string? question = null) => new(
        "MS-2026-0001", "k", "某案", "internal", 0, "lu", "office", "criminal", "prosecution-review", "prosecute", "决定", "Decide", "张某", "P1", "213", "free",
        "2026-09-01", due, moves ? 1 : 0, law, "verified", "", "", "", "", question, question);

    private static IReadOnlyList<string> Titles(DateOnly today, params IReadOnlyList<WorkRow> rows) => [.. DocketGroups.Of(rows, today, Calendar).Select(g => g.Title.Zh)];

    [Fact]
    public void The_most_urgent_comes_first_and_the_unknown_is_not_last() => Titles(
        Monday,
        Row("2026-09-27"), Row("2026-09-28"), Row("2026-09-29"), Row("2026-09-30"), Row("2026-10-03", moves: false), Row("2026-10-10"), Row("2026-10-19"), Row(null, question: "何日受理"), Row(null, law: ""))
        .ShouldBe(["已超期", "今日到期", "明日到期（9月29日 周二）", "国庆节假期内到期，不顺延 · 9月30日 周三前办结", "期限未能计算，先补充事实", "本周到期（9月29日—10月4日）", "下周到期（10月5日—11日）", "其后", "无法定期限"]);

    [Fact]
    public void Nothing_is_a_holiday_group_that_moves_or_ends_on_a_working_day() =>
        Titles(Monday, Row("2026-09-30", moves: false), Row("2026-10-08", moves: false)).ShouldBe(["本周到期（9月29日—10月4日）", "下周到期（10月5日—11日）"]);

    [Fact]
    public void A_closed_day_far_ahead_is_not_yet_urgent() => Titles(Monday, Row("2026-10-25", moves: false)).ShouldBe(["其后"]);

    [Fact]
    public void On_the_last_working_day_the_holiday_comes_before_the_next_working_day()
    {
        var groups = DocketGroups.Of([Row("2026-10-05", moves: false), Row("2026-10-08")], new DateOnly(2026, 9, 30), Calendar);
        groups.Select(g => g.Title.Zh).ShouldBe(["国庆节假期内到期，不顺延 · 9月30日 周三前办结", "下一个工作日前到期（10月8日 周四）"]);
        groups[0].Note!.Value.Zh.ShouldBe("今天是最后一个工作日");
    }

    [Fact]
    public void Inside_the_holiday_there_is_no_working_day_left_to_name() =>
        Titles(new DateOnly(2026, 10, 2), Row("2026-10-05", moves: false)).ShouldBe(["国庆节假期内到期，不顺延 · 假期中就要办结"]);

    [Fact]
    public void A_plain_weekend_counts_like_a_holiday() =>
        DocketGroups.Of([Row("2026-10-18", moves: false)], new DateOnly(2026, 10, 14), Calendar)[0].Title.ShouldBe(
            new Text("周末到期，不顺延 · 10月16日 周五前办结", "On the weekend, not extended · finish by Fri 16 Oct"));

    [Fact]
    public void A_week_names_its_worked_weekend_and_its_closed_days()
    {
        var week = DocketGroups.Of([Row("2026-10-09")], Monday, Calendar)[0];
        week.Note!.Value.Zh.ShouldContain("10月10日 周六上班");
        week.Note!.Value.Zh.ShouldContain("10月7日 周三放假");
    }

    [Fact]
    public void A_year_without_a_notice_is_no_holiday_and_no_error() =>
        Titles(new DateOnly(2026, 12, 30), Row("2027-01-02", moves: false)).ShouldBe(["本周到期（12月31日—1月3日）"]);
}
