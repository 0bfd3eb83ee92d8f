using System.CommandLine;

namespace Zhijian.Cli.Verbs;

/// <summary>Makes an access token for the API; it is shown once.</summary>
internal sealed class TokenVerb : Verb
{
    private readonly Argument<string?> _user;
    private readonly Option<string?> _label;
    private readonly Option<string?> _days;

    public TokenVerb(Common common)
        : base(common, "token", common.Say["为人员建立 API 令牌", "make an API token for a person"])
    {
        _user = Word("USER", "人员编号", "id of the person");
        _label = Text("--label", "L", "用途，便于以后辨认（默认 cli）", "what it is for (default: cli)");
        _days = Text("--days", "N", "有效天数（默认 90，最多 3650）", "days for which it is valid (default 90, at most 3650)");
    }

    public override IReadOnlyList<string> Usage => ["token USER [--label L] [--days N]"];

    public override string Details => Say[
        "令牌只显示一次，库里只存它的散列。标准输出只有令牌本身，便于直接存入变量。", "The token is shown once; the store keeps its hash. Standard output is the token and nothing else, so that it fits into a variable."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("token lu --label 报表 --days 30", Say["三十天有效", "valid for thirty days"]),
        ("token lu > token.txt   # curl -H \"Authorization: Bearer $(cat token.txt)\" http://127.0.0.1:5080/api/…", Say["用它调用 API", "use it with the API"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var user = call.Need(_user);
        var days = (int)(call.Number(_days, 1, 3650) ?? 90);
        await using var platform = await call.OpenAsync();
        var person = await call.PersonAsync(platform, user);
        var expires = platform.Runner.Today.AddDays(days);
        var label = call.Get(_label) is { Length: > 0 } given ? given : "cli";
        var token = await platform.People.CreateTokenAsync(person.Id, label, expires);
        if (call.Json)
        {
            call.Result(new { token, person = person.Id, label, expiresOn = expires });
            return Exit.Ok;
        }
        call.Line(token);
        call.Note(Say[$"{person.Name}（{person.Id}）的令牌，用到 {expires:yyyy-MM-dd}；不再显示第二次", $"token of {person.Id}, valid until {expires:yyyy-MM-dd}; it is not shown again"]);
        return Exit.Ok;
    }
}
