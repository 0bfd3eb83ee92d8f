using System.IO.Compression;
using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests.Verbs;

public sealed class PaperVerbTests
{
    [Fact]
    public async Task What_is_missing_is_said_before_a_paper_is_made_then_it_is_listed_and_written()
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        (await office.OutAsync(0, "paper", matter, "--as", "lu")).ShouldBe("还没有文书\n");
        var plan = await office.OutAsync(0, "paper", matter, "--template", "indictment", "--as", "lu");
        plan.ShouldContain("【提起公诉：受理法院】");
        plan.ShouldContain("? 证据  --values evidence");
        plan.ShouldContain("（或者先办 prosecute）");
        (await office.JsonAsync(0, "paper", matter, "--template", "indictment", "--as", "lu"))["complete"]!.GetValue<bool>().ShouldBeFalse();

        await office.OutAsync(0, "do", "make-document", matter, "--as", "lu", "--on", "2026-09-28", "--template", "suspect-rights");
        (await office.OutAsync(0, "paper", matter, "--as", "lu")).ShouldContain("草稿");
        (await office.OutAsync(0, "paper", matter, "1", "--as", "lu")).ShouldContain("犯罪嫌疑人诉讼权利义务告知书");
        var file = Path.Combine(Directory.CreateTempSubdirectory("zhijian-paper-").FullName, "告知书.docx");
        (await office.RunAsync("paper", matter, "1", "--docx", file, "--as", "lu")).Exit.ShouldBe(0);
        using (var zip = ZipFile.OpenRead(file))
            zip.Entries.Select(e => e.FullName).ShouldContain("word/document.xml");

        (await office.RunAsync("paper", matter, "9", "--as", "lu")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(4), a => a.Error.ShouldContain("没有第“9”份文书"));
        (await office.RunAsync("paper", matter, "--template", "nonsense", "--as", "lu")).Exit.ShouldBe(4);
        (await office.RunAsync("paper", matter, "--docx", file, "--as", "lu")).Exit.ShouldBe(64);
        (await office.RunAsync("paper", matter, "1", "--as", "he")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(4), a => a.Error.ShouldContain("没有案件"));
    }
}
