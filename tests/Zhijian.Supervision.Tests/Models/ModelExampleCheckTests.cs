using Shouldly;
using Xunit;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Tests.Models;

public sealed class ModelExampleCheckTests
{
    private static readonly string[] Columns = ["key", "subject", "score", "total"];
    private static readonly string[] RowColumns = ["finding_key", "set_name", "row_id", "rule"];

    private static readonly ModelExample Example = ModelText.Read(ModelText.Right).Examples[0] with
    {
        Source = "here:1", Rows = new DataRows(RowColumns, [["某甲", "penalty", "1", "R1"]]),
    };

    private static readonly DataRows Rows = new(RowColumns, [["某甲", "penalty", "1", "R1"]]);

    [Fact]
    public void What_is_expected_differs_in_nothing() => Check(["某甲", "某甲", "50", "1001"]).ShouldBeEmpty();

    [Theory]
    [InlineData("某甲", "某甲", "50", "1002", "expected the finding 某甲 · 1001", "did not expect the finding 某甲 · 1002")]
    [InlineData("某甲", null, "50", "1001", "a finding without a subject")]
    [InlineData("某甲", "某甲", "0", "1001", "a score is 1 to 100, not 0")]
    [InlineData("某甲", "某甲", "101", "1001", "a score is 1 to 100, not 101")]
    [InlineData("某甲", "某甲", null, "1001", "a score is 1 to 100, not NULL")]
    public void What_differs_is_said(string? key, string? subject, string? score, string? total, params string[] says) =>
        Check([key, subject, score, total]).ShouldBe(says.Select(s => $"here:1: {s}"), ignoreOrder: true);

    [Fact]
    public void A_finding_too_few_or_too_many_is_said()
    {
        ModelExampleCheck.Differences(Example, new DataRows(Columns, []), Rows).ShouldContain("here:1: expected the finding 某甲 · 1001");
        Check(["某甲", "某甲", "50", "1001"], ["某乙", "某乙", "50", "7"]).ShouldBe(["here:1: did not expect the finding 某乙 · 7", "here:1: the finding “某乙” rests on no row"]);
        Check(["某甲", "某甲", "50", "1001"], ["某甲", "某甲", "50", "1001"]).ShouldContain("here:1: the key “某甲” stands 2 times");
    }

    [Fact]
    public void Rows_are_compared_where_the_example_names_them()
    {
        var wrong = new DataRows(RowColumns, [["某甲", "penalty", "2", "R1"], ["某丙", "penalty", "3", null]]);

        ModelExampleCheck.Differences(Example, new DataRows(Columns, [["某甲", "某甲", "50", "1001"]]), wrong).ShouldBe(
            [
                "here:1: expected the row 某甲 · penalty · 1 · R1", "here:1: did not expect the row 某甲 · penalty · 2 · R1",
                "here:1: did not expect the row 某丙 · penalty · 3 · NULL", "here:1: a row rests on the finding “某丙”, which was not made",
            ],
            ignoreOrder: true);
    }

    private static IReadOnlyList<string> Check(params IReadOnlyList<string?>[] findings) => ModelExampleCheck.Differences(Example, new DataRows(Columns, findings), Rows);
}
