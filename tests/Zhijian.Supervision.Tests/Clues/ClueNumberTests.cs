using Shouldly;
using Xunit;
using Zhijian.Supervision.Clues;

namespace Zhijian.Supervision.Tests.Clues;

public sealed class ClueNumberTests
{
    [Theory]
    [InlineData("penalty-at-threshold", "PAT")]
    [InlineData("hoarding", "HOA")]
    [InlineData("a-b-c-d-e-f-g-h", "ABCDEF")]
    [InlineData("--", "M")]
    public void The_letters_of_a_model_are_its_initials(string model, string letters) => ClueNumber.LettersOf(model).ShouldBe(letters);

    [Fact]
    public void A_number_is_read_back_in_its_parts()
    {
        var number = ClueNumber.Of("CQ-JB", 2026, "PAT", 43);
        number.Value.ShouldBe("CQ-JB-2026-PAT-0043");
        (number.Office, number.Year, number.Letters, number.Serial).ShouldBe(("CQ-JB", 2026, "PAT", 43));
        ClueNumber.OfStream(number.Stream).ShouldBe(number);
    }

    [Theory]
    [InlineData("MS-2026-0001")] // a matter
    [InlineData("MS-2026-pat-0001")]
    [InlineData("MS-2026-PAT-001")]
    [InlineData("MS-2026-PAT-0001\n")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_number_is_none(string? text) => ClueNumber.TryParse(text).ShouldBeNull();
}
