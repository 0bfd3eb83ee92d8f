namespace Zhijian.Cli.Tests;

/// <summary>Steps that several tests take first, through the command line. The clock of the tests stands at 2026-09-28.</summary>
public static class Steps
{
    public const string NewMatter = """
        {"title":"假冒滤清器案","on":"2026-09-01","rightType":"TM","rightHolders":[{"name":"某滤清器公司"}],
         "persons":[{"name":"黄某","charges":["213"],"measure":"detained"}]}
        """;

    public static async Task RegisterAsync(Office office, string body = NewMatter, string user = "lu")
    {
        var answer = await office.RunWithInputAsync(body, "do", "register-matter", "--as", user, "--body", "-");
        if (answer.Exit != 0)
            throw new InvalidOperationException(answer.Error);
    }

    /// <summary>The newest matter with one detained suspect under review for prosecution since 2026-09-03.</summary>
    public static async Task<string> ToProsecutionReviewAsync(Office office)
    {
        await RegisterAsync(office);
        var matter = (await office.JsonAsync(0, "list", "--as", "lu", "--live"))["rows"]![0]!["matter"]!.GetValue<string>();
        await office.OutAsync(0, "do", "accept-transfer", matter, "--as", "fang", "--on", "2026-09-03", "--transferredBy", "公安某区分局");
        return matter;
    }
}
