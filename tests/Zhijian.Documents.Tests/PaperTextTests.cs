using Shouldly;
using Xunit;

namespace Zhijian.Documents.Tests;

public sealed class PaperTextTests
{
    [Fact]
    public void Two_papers_are_the_same_when_they_read_the_same()
    {
        (Some.Paper with { Body = [.. Some.Paper.Body] }).ShouldBe(Some.Paper);
        (Some.Paper with { Body = [new PaperLine("别的")] }).ShouldNotBe(Some.Paper);
        (Some.Paper with { Body = [.. Some.Paper.Body.Select(l => l with { Heading = false })] }).ShouldNotBe(Some.Paper); // it would look different
    }

    [Fact]
    public void A_day_is_written_without_leading_zeros() => PaperText.Day(new DateOnly(2026, 9, 3)).ShouldBe("2026年9月3日");
}
