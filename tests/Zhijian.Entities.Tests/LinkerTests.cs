using Shouldly;
using Xunit;

namespace Zhijian.Entities.Tests;

public sealed class LinkerTests
{
    private static readonly Lazy<(Linker Run, int[] Truth)> Of2000 = new(() =>
    {
        var (table, truth, _) = Sample.Firms(2000);
        return (Linker.Run(table, Sample.Cleaning), truth);
    });

    [Fact]
    public void Without_labels_nearly_all_are_found_and_the_threshold_is_good()
    {
        var (run, truth) = Of2000.Value;
        var quality = Quality.Of(run.Clusters(), truth);
        quality.Precision.ShouldBeGreaterThan(0.99);
        quality.Recall.ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Same_input_same_result()
    {
        var (table, _, _) = Sample.Firms(2000);
        var (again, run) = (Linker.Run(table, Sample.Cleaning), Of2000.Value.Run);
        again.Pairs.ShouldBe(run.Pairs);
        again.Threshold.ShouldBe(run.Threshold);
        again.Clusters().ShouldBe(run.Clusters());
    }

    [Fact]
    public void The_volume_stays_within_the_budget_and_is_told()
    {
        var run = Of2000.Value.Run;
        run.CandidatePairs.ShouldBeLessThan(2000L * 150);
        run.Rules.Sum(r => r.Pairs).ShouldBeGreaterThanOrEqualTo(run.CandidatePairs);
        run.Rules.ShouldAllBe(r => r.Pairs > 0 && r.Rule.Length > 0);
    }

    [Fact]
    public void The_rows_of_an_explanation_add_up_to_the_score_exactly()
    {
        var run = Of2000.Value.Run;
        foreach (var pair in run.Pairs.Where((_, i) => i % 50 == 0))
        {
            var explanation = run.Explain(pair.A, pair.B);
            explanation.Rows.Reverse().Sum(r => r.Bits).ShouldBe(explanation.Score); // in any order
            ((float)explanation.Score).ShouldBe(pair.Score);
            explanation.Rows.Where(r => r.Left is null != (r.Right is null) && !r.Feature.EndsWith("branch")).ShouldAllBe(r => r.Bits == 0, "what is missing carries no weight");
        }
    }

    [Fact]
    public void Judgements_outrank_the_score_and_leave_no_trace()
    {
        var run = Of2000.Value.Run;
        var before = run.Clusters();
        var linked = run.Pairs.Where(p => p.Score > run.Threshold + 10 && before.Count(c => c == before[p.A]) == 2).Take(1).Single();
        var (a, b) = (run.Table.Ids[linked.A], run.Table.Ids[linked.B]);
        var judgements = new Judgements();

        judgements.Judge(a, b, PairJudgement.Different);
        run.Clusters(judgements: judgements).ShouldSatisfyAllConditions(c => c[linked.A].ShouldNotBe(c[linked.B]));
        judgements.Judge(a, b, PairJudgement.Unsure);
        run.Clusters(judgements: judgements).ShouldSatisfyAllConditions(c => c[linked.A].ShouldNotBe(c[linked.B]));
        judgements.Withdraw(b, a).ShouldBeTrue();
        run.Clusters(judgements: judgements).ShouldBe(before);

        var stranger = Enumerable.Range(0, run.Table.Count).First(i => before[i] != before[linked.A] && run.Score(i, linked.A) < -10);
        judgements.Judge(a, run.Table.Ids[stranger], PairJudgement.Same);
        run.Clusters(judgements: judgements).ShouldSatisfyAllConditions(c => c[linked.A].ShouldBe(c[stranger]));
        judgements.Withdraw(a, run.Table.Ids[stranger]).ShouldBeTrue();
        run.Clusters(judgements: judgements).ShouldBe(before);
        judgements.Withdraw(a, b).ShouldBeFalse();
    }

    [Fact]
    public void Different_stands_between_groups_and_not_only_between_two()
    {
        var run = Of2000.Value.Run;
        var before = run.Clusters();
        var group = before.Select((c, i) => (c, i)).GroupBy(x => x.c, x => x.i).First(g => g.Count() == 4).ToArray();
        var judgements = new Judgements();
        judgements.Judge(run.Table.Ids[group[0]], run.Table.Ids[group[3]], PairJudgement.Different);
        var after = run.Clusters(judgements: judgements);
        after[group[0]].ShouldNotBe(after[group[3]]);
        Enumerable.Range(0, before.Length).Except(group).ShouldAllBe(i => after[i] == before[i]);
    }

    [Fact]
    public void One_more_record_finds_its_cluster_and_is_found_by_the_next()
    {
        var (table, _, values) = Sample.Firms(2000);
        var run = Linker.Run(table, Sample.Cleaning);
        var clusters = run.Clusters();
        var index = new EntityIndex(run, clusters);
        var found = 0;
        for (var i = 0; i < 200; i++)
            if (index.Find("new", values[i]) is [var hit, ..] && hit.Cluster == clusters[i])
            {
                found++;
                hit.Explanation.Rows.Sum(r => r.Bits).ShouldBe(hit.Score);
            }
        found.ShouldBeGreaterThan(190);

        string?[] unknown = ["拉萨市鲲鹏雪莲酒业有限公司", "915401000000000001", null, "13900001111", "扎西"];
        index.Find("n1", unknown).ShouldBeEmpty();
        index.Add("n1", unknown).ShouldBeEmpty();
        index.Find("n2", unknown).ShouldHaveSingleItem().Id.ShouldBe("n1");
        index.Count.ShouldBe(2001);
    }

    [Fact]
    public void Two_files_are_linked_across_and_one_to_one_where_asked()
    {
        var (_, _, values) = Sample.Firms(600);
        var table = new RecordTable(Sample.Columns);
        foreach (var (v, i) in values.Select((v, i) => (v, i)))
            table.Add($"a{i}", v);
        table.SecondFrom = table.Count;
        foreach (var (v, i) in values.Select((v, i) => (v, i)))
            table.Add($"b{i}", v[0], v[1], v[2], v[3], null);
        var run = Linker.Run(table, Sample.Cleaning, new LinkOptions { OneToOne = true });
        run.Pairs.ShouldNotBeEmpty();
        run.Pairs.ShouldAllBe(p => p.A < 600 && p.B >= 600);
        run.Clusters().GroupBy(c => c).ShouldAllBe(g => g.Count() <= 2);
    }

    [Fact]
    public void A_branch_is_no_head_office()
    {
        var (table, _, values) = Sample.Firms(2000);
        var head = table.Add("head", "深圳市鲲鹏雪莲科技有限公司", null, "深圳市科苑路15号", "075526770001", "王大明");
        var same = table.Add("same", "深圳鲲鹏雪莲科技有限责任公司", null, "深圳市科苑路15号", null, "王大明");
        var branch = table.Add("branch", "深圳市鲲鹏雪莲科技有限公司北京分公司", null, null, null, "王大明");
        var run = Linker.Run(table, Sample.Cleaning);
        var clusters = run.Clusters();
        clusters[same].ShouldBe(clusters[head]);
        clusters[branch].ShouldNotBe(clusters[head]);
        run.Explain(head, branch).Relations.ShouldHaveSingleItem().En.ShouldContain("branch");
    }
}
