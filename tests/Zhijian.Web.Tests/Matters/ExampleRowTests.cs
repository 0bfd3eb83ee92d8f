using Shouldly;
using Xunit;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Tests.Matters;

public sealed class ExampleRowTests
{
    private static IReadOnlyList<ExampleRow> Of(string step) => ExampleRow.Of(TestLaw.Steps.Find(step)!, TestLaw.Book);

    [Fact]
    public void An_example_reads_in_the_words_of_the_form_with_its_stage_and_dates()
    {
        var row = Of("record-civil-court-receipt")[0];

        row.Passes.ShouldBeTrue();
        row.Before.Select(b => b.Zh).ShouldBe(["受理民事监督申请", "作出监督决定（民事）"]);
        row.Entered.Select(e => $"{e.Label.En}: {e.Value.En}").ShouldBe(["Received by the court on: 2025-06-30"]);
        row.Result.Select(r => r.Zh).ShouldBe(["法院处理中", "抗诉后裁定再审（民事）：2025-07-30"]);
    }

    [Fact]
    public void A_refused_one_says_why()
    {
        var row = Of("decide-non-prosecution")[2];

        (row.Passes, row.Says.En).ShouldBe((false, "the special kind needs the approval of the SPP"));
        row.Result.Single().Zh.ShouldBe("不能办理（special-needs-approval）");
        row.Entered.ShouldContain(e => e.Label.Zh == "种类" && e.Value.Zh == "特别不起诉（刑诉法182）");
    }

    [Fact]
    public void Every_step_has_examples_to_show() =>
        TestLaw.Steps.All.SelectMany(s => ExampleRow.Of(s, TestLaw.Book)).ShouldAllBe(r => r.Entered.Count > 0 && r.Result.Count > 0 && r.Says.Zh.Length > 0 && r.Says.En.Length > 0);
}
