using Shouldly;
using Xunit;

namespace Zhijian.Law.Tests;

public sealed class CalendarFilesTests : IDisposable
{
    private const string File = "calendar/2026.yaml";

    private readonly TemporaryData _data = new(File);

    public void Dispose() => _data.Dispose();

    private DataFileException Wrong() => Should.Throw<DataFileException>(() => CalendarFiles.Load(_data.Root));

    [Fact]
    public void A_year_is_read_with_its_closed_and_its_worked_days()
    {
        var year = CalendarFiles.Load(_data.Root).Years[2026];

        year.Off[new DateOnly(2026, 10, 1)].ShouldBe("国庆节");
        year.Work.Keys.ShouldContain(new DateOnly(2026, 10, 10));
        year.Reference.ShouldStartWith("https://www.gov.cn/");
    }

    [Theory]
    [InlineData("reference: https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm\n", "“reference” is required")]
    [InlineData("checked: 2026-11-22\n", "“checked” is required")]
    [InlineData("year: 2026\n", "“year” is required")]
    public void Without_year_reference_or_the_day_it_was_checked_it_does_not_load(string line, string says)
    {
        _data.Replace(File, line, "");

        var error = Wrong();

        error.Path.ShouldBe("data/calendar/2026.yaml");
        error.Message.ShouldContain(says);
    }

    [Fact]
    public void The_year_is_the_one_in_the_name_of_the_file()
    {
        _data.Replace(File, "year: 2026", "year: 2025");

        Wrong().Line.ShouldBe(_data.LineOf(File, "year:"));
    }

    [Theory]
    [InlineData("2026-10-01: 国庆节", "2025-10-01: 国庆节")] // another year
    [InlineData("2026-10-01: 国庆节", "2026-10-32: 国庆节")]
    [InlineData("2026-10-01: 国庆节", "10-01: 国庆节")]
    public void A_day_of_another_year_or_none_is_refused_at_its_line(string day, string wrong)
    {
        _data.Replace(File, day, wrong);

        Wrong().Line.ShouldBe(_data.LineOf(File, wrong));
    }

    [Fact]
    public void A_worked_day_that_is_no_weekend_is_a_slip()
    {
        _data.Replace(File, "2026-10-10: 国庆节", "2026-10-09: 国庆节");

        Wrong().ShouldSatisfyAllConditions(e => e.Line.ShouldBe(_data.LineOf(File, "2026-10-09")), e => e.Message.ShouldContain("Friday"));
    }

    [Fact]
    public void A_day_is_not_closed_and_worked()
    {
        _data.Replace(File, "2026-10-10: 国庆节", "2026-10-03: 国庆节");

        Wrong().Message.ShouldContain("“off”");
    }

    [Fact]
    public void A_day_that_stands_twice_is_refused()
    {
        _data.Replace(File, "  2026-10-02: 国庆节", "  2026-10-01: 国庆节");

        Wrong().Path.ShouldBe("data/calendar/2026.yaml");
    }

    [Fact]
    public void A_third_list_is_refused()
    {
        _data.Replace(File, "work: ", "half:\n  2026-02-13: 春节\nwork: ");

        Wrong().ShouldSatisfyAllConditions(e => e.Message.ShouldContain("half"), e => e.Line.ShouldBe(_data.LineOf(File, "half:")));
    }
}
