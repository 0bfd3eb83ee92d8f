using System.Text.Json;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Clues;

namespace Zhijian.Supervision.Tests.Clues;

public sealed class FindingLinesTests
{
    private static readonly string Line = JsonSerializer.Serialize(Some.Finding(), Json.Options);

    private static Task<IReadOnlyList<Finding>> ReadAsync(string text) => FindingLines.ReadAsync(new StringReader(text), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_finding_a_line_empty_lines_left_out()
    {
        var read = await ReadAsync($"{Line}\n\n{Line.Replace("\"k1\"", "\"k2\"")}\n");
        read.Select(f => f.Key).ShouldBe(["k1", "k2"]);
        read[0].ShouldSatisfyAllConditions(f => f.Values["amount"].ShouldBe("61000"), f => f.Values["seller"].ShouldBeNull(), f => f.Rows.ShouldBe([new FindingRow("penalties", "k1", "R1")]));
    }

    [Theory]
    [InlineData("nonsense", "nonsense", "JSON")]
    [InlineData("\"score\":70", "\"score\":0", "1 至 100")]
    [InlineData("\"score\":70", "\"score\":\"70\"", "$.score")]
    [InlineData("\"key\":\"k1\"", "\"key\":\" \"", "“key”没有填")]
    [InlineData("\"key\":\"k1\"", "\"key\":\"k1\",\"colour\":\"red\"", "colour")]
    [InlineData("\"version\":1,", "", "version")]
    public async Task A_wrong_line_is_named_with_its_field(string was, string wrong, string says)
    {
        var text = was == wrong ? wrong : Line.Replace(was, wrong);
        var no = await Should.ThrowAsync<FindingFileException>(() => ReadAsync($"{Line}\n{text}\n"));
        no.Line.ShouldBe(2);
        no.Says.Zh.ShouldContain(says);
    }
}
