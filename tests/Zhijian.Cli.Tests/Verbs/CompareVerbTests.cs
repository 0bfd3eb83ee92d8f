using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests.Verbs;

public sealed class CompareVerbTests
{
    [Fact]
    public async Task Each_difference_is_a_line_with_its_place_and_nothing_is_written()
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        var file = office.Write("意见书.txt", "犯罪嫌疑人罗某，触犯刑法第二百一十四条。");

        var answer = await office.OutAsync(0, "compare", matter, file, "--as", "lu");

        answer.ShouldContain("5+2  被告人、犯罪嫌疑人：文书为“罗某”，案件记录为“黄某”");
        answer.ShouldContain("第二百一十四条");
        (await office.OutAsync(0, "compare", matter, office.Write("b.txt", "犯罪嫌疑人黄某，触犯刑法第二百一十三条。"), "--as", "lu")).ShouldBe("没有发现与案件记录不一致的地方\n");
        (await office.JsonAsync(0, "show", matter, "--as", "lu"))["timeline"]!.AsArray().Count.ShouldBe(2);
        (await office.RunAsync("compare", matter, file + ".no", "--as", "lu")).Exit.ShouldBe(1);
        (await office.RunAsync("compare", matter, file, "--as", "he")).Exit.ShouldBe(4);
    }
}
