using Shouldly;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

/// <summary>Dossiers and similar marks on the command line.</summary>
public sealed class DossierVerbTests
{
    private const string Suits = "case_no,filed_on,plaintiff,defendant,outcome,paid_account\n甲1号,2026-01-10,某甲,某店,撤诉,尾号1\n甲2号,2026-01-11,某乙,某店,撤诉,尾号1\n";

    [DuckFact]
    public async Task A_plaintiff_is_found_and_shown_with_the_signs_and_what_is_unknown()
    {
        await using var office = await Office.OpenAsync();
        (await office.OutAsync(0, "dossier", "find", "--as", "lu")).ShouldContain("没有导入：民事诉讼");
        await office.OutAsync(0, "set", "import", "suit", office.Write("s.csv", Suits), "--source", "某系统", "--as", "lu");
        (await office.OutAsync(0, "dossier", "find", "甲", "--as", "lu")).ShouldContain("某甲");
        var shown = await office.OutAsync(0, "dossier", "show", "某甲", "--also", "某乙", "--as", "lu");
        shown.ShouldSatisfyAllConditions(
            s => s.ShouldStartWith("某甲 + 某乙  2026-01-10 – 2026-01-11\n  起诉：2 件\n"), s => s.ShouldContain("批量维权  1/4"), s => s.ShouldContain("[有此特征] 撤诉、驳回比例高：2 / 2（100.0%），60% 以上才算 · 检例192"), s => s.ShouldContain("商标申请：未知"));
        (await office.OutAsync(0, "dossier", "show", "某甲", "--as", "lu", "--lang", "en")).ShouldContain("[does not show] awards of several plaintiffs go to one account: 2; counts from 3");
        (await office.JsonAsync(0, "dossier", "show", "某甲", "--as", "lu"))["figures"]!["suits"]!.GetValue<long>().ShouldBe(1);
        foreach (var (who, key) in new[] { ("lu", "没有"), ("he", "某甲"), ("admin", "某甲") })
            (await office.RunAsync("dossier", "show", key, "--as", who)).Error.ShouldContain("数据中没有");
        (await office.RunAsync("dossier", "--as", "lu")).Exit.ShouldBe(64);
    }

    [DuckFact]
    public async Task Marks_are_indexed_and_searched()
    {
        await using var office = await Office.OpenAsync();
        (await office.RunAsync("marks", "search", "耐克", "--as", "lu")).Error.ShouldContain("本院没有导入商标数据");
        await office.OutAsync(0, "set", "import", "trademark", office.Write("t.csv", "mark_no,nice_class,mark,applicant\n1,25,耐克,某甲\n2,9,奈克,某乙\n3,9,,图形\n"), "--source", "某系统", "--as", "lu");
        (await office.OutAsync(0, "marks", "index", "--as", "lu")).ShouldContain("2 件有文字的商标");
        (await office.OutAsync(0, "marks", "search", "耐剋", "--as", "lu")).ShouldSatisfyAllConditions(s => s.ShouldContain("耐克  1  第 25 类  某甲"), s => s.ShouldContain("共 2 件近似"));
        (await office.OutAsync(0, "marks", "search", "耐克", "--as", "lu")).ShouldContain("基本无差别");
        (await office.OutAsync(0, "marks", "search", "耐剋", "--only", "--class", "9", "--as", "lu")).ShouldContain("共 1 件近似");
        (await office.RunAsync("marks", "search", "耐克", "--class", "46", "--as", "lu")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(64), a => a.Error.ShouldContain("1 至 45"));
        (await office.RunAsync("marks", "search", "耐克", "--as", "he")).Error.ShouldContain("本院没有导入商标数据");
    }
}
