using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Tests.Modelling;

/// <summary>The words of a model as paragraphs, the mapping of a form, and files that wait for an import.</summary>
public sealed class ModellingTests
{
    private static readonly DataSet Set = new()
    {
        Id = "penalty", Title = new Text("处罚", "Penalties"), Meaning = "一行一份", Key = "no", Partition = "no",
        Columns = [new("no", new Text("文号", "number"), ColumnType.Text, "文号", true, false), new("sum", new Text("金额", "sum"), ColumnType.Money, "金额", false, false)],
    };

    [Fact]
    public void Prose_is_paragraphs_and_lists_whose_lines_go_on()
    {
        var blocks = Prose.Of("一行，\n接着。\n\nOne line\ngoes on.\n- 甲\n乙\n- two\n\n末");
        blocks.Select(b => b.Paragraph).ShouldBe(["一行，接着。", "One line goes on.", null, "末"]);
        blocks[2].Points.ShouldBe(["甲乙", "two"]);
    }

    [Fact]
    public void A_mapping_is_read_from_the_form_and_chosen_again()
    {
        var fields = new Dictionary<string, string> { ["from.no"] = "1", ["from.sum"] = "=", ["constant.sum"] = " 5 ", ["unit.sum"] = "ten-thousand-yuan" };
        var mapping = MappingForm.Read(Set, ["a", "b"], fields.GetValueOrDefault);
        mapping.Columns.ShouldBe([new MappedColumn("no", "b"), new MappedColumn("sum", null, "5", MoneyUnit.TenThousandYuan)]);
        mapping.Columns.Select(c => MappingForm.Chosen(c, ["a", "b"])).ShouldBe(["1", "="]);
        MappingForm.Chosen(null, ["a"]).ShouldBe("");
        foreach (var outside in new[] { "2", "-1", "x", "" })
            MappingForm.Read(Set, ["a", "b"], name => name == "from.no" ? outside : null).Columns.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_waiting_file_is_for_its_sender_and_goes_after_a_day()
    {
        var folder = Directory.CreateTempSubdirectory("zj-pending").FullName;
        var clock = new ManualClock();
        var pending = new PendingImports(folder, clock);
        static Actor Of(string id, string unit) => new(id, id, unit, $"/{unit}/", "X", [Role.Prosecutor]);
        var (lu, stop) = (Of("lu", "990100"), TestContext.Current.CancellationToken);
        Task<PendingImport> Take(string name, long most = 100) => pending.TakeAsync(lu, Set, name, "某局", new MemoryStream([1, 2, 3]), most, stop);
        var first = await Take("a.csv");
        (await pending.FindAsync(lu, Set, first.Id, stop)).ShouldBe(first);
        foreach (var (actor, id) in new[] { (Of("shen", "990100"), first.Id), (Of("lu", "990200"), first.Id), (lu, first.Id[1..] + "0"), (lu, "../a"), (lu, "") })
            (await pending.FindAsync(actor, Set, id, stop)).ShouldBeNull();
        (await pending.FindAsync(lu, Set with { Id = "company" }, first.Id, stop)).ShouldBeNull();
        (await Should.ThrowAsync<SourceUnreadableException>(() => Take("a.csv", most: 2))).Why.En.ShouldContain("longer");
        (await Should.ThrowAsync<SourceUnreadableException>(() => Take("a.exe"))).Why.Zh.ShouldContain(".exe");
        Directory.GetFiles(folder).Length.ShouldBe(2);
        clock.Advance(TimeSpan.FromHours(25));
        var second = await Take("b.csv");
        (await pending.FindAsync(lu, Set, first.Id, stop)).ShouldBeNull();
        File.Exists(pending.FileOf(first)).ShouldBeFalse();
        await pending.DoneAsync(second, new PendingResult(false, 1, 0, null), stop);
        (await pending.FindAsync(lu, Set, second.Id, stop))!.Result.ShouldBe(new PendingResult(false, 1, 0, null));
        Directory.GetFiles(folder).Length.ShouldBe(1);
        Directory.Delete(folder, recursive: true);
    }
}
