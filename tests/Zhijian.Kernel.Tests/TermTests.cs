using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class TermTests
{
    private static readonly Term Changed = Some.Term(7, TermUnit.Day) with
    {
        Values = [Some.Length(7, TermUnit.Day, "2013-01-01"), Some.Length(10, TermUnit.Day, "2018-10-26")],
    };

    [Theory]
    [InlineData("2013-01-01", 7)]
    [InlineData("2018-10-25", 7)]
    [InlineData("2018-10-26", 10)]
    [InlineData("2026-11-22", 10)]
    public void The_length_is_the_one_in_force_on_the_day(string day, int length) => Changed.ValueOn(Some.Day(day))!.Length.ShouldBe(length);

    [Fact]
    public void Before_the_first_recorded_text_there_is_none() => Changed.ValueOn(Some.Day("2012-12-31")).ShouldBeNull();
}
