using Shouldly;
using Xunit;
using Zhijian.Supervision.Runs;
using Zhijian.Web.Clues;

namespace Zhijian.Web.Tests.Clues;

public sealed class RelationGraphTests
{
    [Fact]
    public void Nothing_is_no_graph() => RelationGraph.Of([]).ShouldBeNull();

    [Fact]
    public void A_name_stands_one_column_after_the_first_that_leads_to_it()
    {
        var graph = Graph("甲>乙", "乙>丙", "甲>丙", "丁>丙");
        graph.Nodes.ToDictionary(n => n.Name, n => n.X / 270).ShouldBe(new Dictionary<string, int> { ["甲"] = 0, ["乙"] = 1, ["丙"] = 1, ["丁"] = 0 }, ignoreOrder: true);
        graph.Lines.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("甲>甲")]
    [InlineData("甲>乙", "乙>甲")]
    [InlineData("甲>乙", "乙>丙", "丙>甲")]
    [InlineData("甲>乙", "乙>甲", "丙>丁", "丁>丙")]
    [InlineData("甲>乙", "丙>乙", "乙>丙")]
    [InlineData("甲>乙", "乙>甲", "丙>丁")]
    public void Circles_end_and_every_name_stands_once(params string[] links)
    {
        var graph = Graph(links);
        graph.Nodes.Select(n => n.Name).ShouldBe(links.SelectMany(l => l.Split('>')).Distinct(), ignoreOrder: true);
        graph.Nodes.Select(n => (n.X, n.Y)).Distinct().Count().ShouldBe(graph.Nodes.Count);
        graph.Nodes.ShouldAllBe(n => n.X + RelationGraph.NodeWidth <= graph.Width && n.Y + RelationGraph.NodeHeight <= graph.Height);
    }

    [Fact]
    public void A_line_ends_at_the_edge_of_the_box_it_leads_to_and_the_one_back_lies_beside_it()
    {
        var graph = Graph("甲>乙", "乙>甲", "甲>丙", "乙>丙", "丙>乙");
        foreach (var (line, to) in graph.Lines.Zip(["乙", "甲", "丙", "丙", "乙"], (line, to) => (line, graph.Nodes.Single(n => n.Name == to))))
        {
            (line.X2 == to.X || line.X2 == to.X + RelationGraph.NodeWidth || line.Y2 == to.Y || line.Y2 == to.Y + RelationGraph.NodeHeight).ShouldBeTrue($"{line}");
            line.X2.ShouldBeInRange(to.X, to.X + RelationGraph.NodeWidth);
            line.Y2.ShouldBeInRange(to.Y, to.Y + RelationGraph.NodeHeight);
        }
        graph.Lines.Select(l => (l.LabelX, l.LabelY)).Distinct().Count().ShouldBe(5);
        graph.Lines.Select(l => (Math.Min(l.X1, l.X2), Math.Min(l.Y1, l.Y2), Math.Max(l.X1, l.X2), Math.Max(l.Y1, l.Y2))).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Of_many_links_the_first_are_drawn() => Graph([.. Enumerable.Range(0, 100).Select(i => $"甲>乙{i}")]).Lines.Count.ShouldBe(RelationGraph.Most);

    [Fact]
    public void A_long_name_is_cut_in_its_box_and_kept_in_full() => Graph("一二三四五六七八九十一二>乙").Nodes[0].ShouldBe(new RelationGraph.Node("一二三四五六七八九十一二", "一二三四五六七八九十…", 0, 0));

    private static RelationGraph Graph(params string[] links) => RelationGraph.Of([.. links.Select(l => new FindingLink(l.Split('>')[0], l.Split('>')[1], "付款"))])!;
}
