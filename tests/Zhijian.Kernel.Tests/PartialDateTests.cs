using System.Text.Json;
using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-17", "2024-02-17", "2024-02-17")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void It_spans_the_days_that_it_may_mean(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text);

        date.Earliest.ShouldBe(Some.Day(earliest));
        date.Latest.ShouldBe(Some.Day(latest));
    }

    [Fact]
    public void Only_a_whole_date_has_a_day()
    {
        PartialDate.Parse("2024-02-17").Day.ShouldBe(Some.Day("2024-02-17"));
        PartialDate.Parse("2024-02").Day.ShouldBeNull();
        PartialDate.Parse("2024").Day.ShouldBeNull();
        PartialDate.Unknown.Day.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2024-2")]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024/02/17")]
    [InlineData("24-02")]
    [InlineData("2024-02-17 ")]
    public void What_is_no_date_is_not_taken_for_one(string? text) => PartialDate.TryParse(text).ShouldBeNull();

    [Fact]
    public void The_empty_text_is_the_unknown_date_and_says_so()
    {
        PartialDate.Parse("").ShouldBe(PartialDate.Unknown);
        PartialDate.Parse("").ShouldBe(default);
        PartialDate.Unknown.IsKnown.ShouldBeFalse();
        PartialDate.Unknown.ToString().ShouldBe("未公布");
        (PartialDate.Unknown.Earliest, PartialDate.Unknown.Latest).ShouldBe((DateOnly.MinValue, DateOnly.MaxValue));
    }

    [Fact]
    public void A_year_sorts_before_its_months_and_a_month_before_its_days() =>
        new[] { "2024-02-17", "2024", "2023-12-31", "2024-02", "2024-01-31" }.Select(PartialDate.Parse).Order().Select(d => d.Value)
            .ShouldBe(["2023-12-31", "2024", "2024-01-31", "2024-02", "2024-02-17"]);

    [Fact]
    public void The_comparisons_follow_that_order()
    {
        var (month, day) = (PartialDate.Parse("2024-02"), PartialDate.Parse("2024-02-01"));

        (month < day).ShouldBeTrue();
        (month <= day).ShouldBeTrue();
        (day > month).ShouldBeTrue();
        (month >= day).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2024-02")]
    [InlineData("2024-02-17")]
    [InlineData("")]
    public void Json_keeps_it_as_far_as_it_is_known(string text) =>
        JsonSerializer.Deserialize<PartialDate>(JsonSerializer.Serialize(PartialDate.Parse(text))).ShouldBe(PartialDate.Parse(text));

    [Theory]
    [InlineData("\"2024-02-30\"")]
    [InlineData("20240217")]
    [InlineData("null")]
    public void Json_that_is_no_date_is_refused(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PartialDate>(json));
}
