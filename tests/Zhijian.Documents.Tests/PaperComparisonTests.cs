using Shouldly;
using Xunit;

namespace Zhijian.Documents.Tests;

public sealed class PaperComparisonTests
{
    private static PaperText With(params string[] body) => Some.Paper with { Body = [.. body.Select(b => new PaperLine(b))] };

    [Fact]
    public void The_same_text_has_no_difference() => PaperComparison.Of(Some.Paper, Some.Paper).ShouldAllBe(l => l.IsSame);

    [Fact]
    public void Inside_a_paragraph_only_what_changed_is_marked()
    {
        var line = PaperComparison.Of(With("数额十二万元。"), With("数额十五万元。")).Single(l => !l.IsSame);

        line.Pieces.ShouldBe([new(Change.Same, "数额十"), new(Change.Taken, "二"), new(Change.Added, "五"), new(Change.Same, "万元。")]);
    }

    [Fact]
    public void A_paragraph_that_came_and_one_that_went_stand_whole()
    {
        PaperComparison.Of(With("甲。"), With("甲。", "乙。")).Single(l => !l.IsSame).Pieces.ShouldBe([new(Change.Added, "乙。")]);
        PaperComparison.Of(With("甲。", "乙。"), With("甲。")).Single(l => !l.IsSame).Pieces.ShouldBe([new(Change.Taken, "乙。")]);
    }

    [Fact]
    public void Both_versions_can_be_read_back()
    {
        var (before, after) = (With("被告人张某销售假冒运动鞋。", "请依法判处。"), With("被告人张某、李某销售假冒运动鞋。", "附件。", "请依法判处！"));
        var lines = PaperComparison.Of(before, after);

        static IEnumerable<string> Read(IReadOnlyList<ChangedLine> lines, Change not) =>
            lines.Select(l => string.Concat(l.Pieces.Where(p => p.Change != not).Select(p => p.Text))).Where(t => t.Length > 0);
        Read(lines, Change.Added).ShouldBe(before.Lines());
        Read(lines, Change.Taken).ShouldBe(after.Lines());
    }
}
