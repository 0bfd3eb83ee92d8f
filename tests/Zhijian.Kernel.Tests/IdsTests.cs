using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class IdsTests
{
    [Fact]
    public void An_id_is_made_of_unit_year_and_serial() => MatterId.Of("CQ-JB", 2026, 137).Value.ShouldBe("CQ-JB-2026-0137");

    [Fact]
    public void Its_parts_can_be_read_back_although_the_unit_has_a_dash_too()
    {
        var id = MatterId.Parse("CQ-JB-2026-0137");

        id.Year.ShouldBe(2026);
        id.Serial.ShouldBe(137);
        id.ToString().ShouldBe("CQ-JB-2026-0137");
    }

    [Fact]
    public void The_serial_grows_beyond_four_digits_instead_of_being_cut() => MatterId.Of("MS", 2026, 123456).Value.ShouldBe("MS-2026-123456");

    [Fact]
    public void The_case_number_is_the_one_that_stands_on_documents() => MatterId.Parse("310115-2026-0007").CaseNumber.ShouldBe("知产案〔2026〕0007号");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MS-2026-137")] // too short
    [InlineData("ms-2026-0137")] // small letters: two spellings of one matter
    [InlineData("MS-1826-0137")] // no such year
    [InlineData("MS-2026-0137 ")]
    [InlineData("MS-2026-0137\n")]
    [InlineData("A-B-C-2026-0001")]
    [InlineData("MS-2026-0137/../x")]
    [InlineData("重庆-2026-0001")]
    public void What_is_not_an_id_is_not_taken_for_one(string? text) => MatterId.TryParse(text).ShouldBeNull();

    [Fact]
    public void The_error_shows_what_was_given_and_what_an_id_looks_like() =>
        Should.Throw<FormatException>(() => MatterId.Parse("137")).Message.ShouldSatisfyAllConditions(m => m.ShouldContain("137"), m => m.ShouldContain("CQ-JB-2026-0137"));
}
