using System.CommandLine;
using Zhijian.Law;
using Zhijian.Law.Catalogue;

namespace Zhijian.Cli.Verbs;

/// <summary>Writes the law book as documents, or says which of them are behind their data. Needs no store.</summary>
internal sealed class CatalogueVerb : Verb
{
    private readonly Option<bool> _check;
    private readonly Option<string?> _out;

    public CatalogueVerb(Common common)
        : base(common, "catalogue", common.Say["把法规库写成文档（docs/catalogue/）", "write the law book as documents (docs/catalogue/)"])
    {
        _check = Flag("--check", "只核对，不写；有一页不是最新的，退出码为 1", "only compare; exit code 1 when a page is behind");
        _out = Text("--out", "DIR", "写到哪里；不填为 data/ 旁的 docs/catalogue", "where to; by default docs/catalogue beside data/");
    }

    public override IReadOnlyList<string> Usage => ["catalogue [--check] [--out DIR]"];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("catalogue", Say["改了 data/ 以后重新生成", "make the pages anew after data/ changed"]),
        ("catalogue --check", Say["看有没有忘记生成", "see whether that was forgotten"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var data = DataFolder.Find();
        var folder = call.Get(_out) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(data))!, "docs", "catalogue");
        var pages = LawCatalogue.Of(call.Law());
        List<string> behind = [];
        foreach (var (name, text) in pages)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || await File.ReadAllTextAsync(path, call.Stop) != text)
                behind.Add(name);
        }
        if (!call.Get(_check))
        {
            try
            {
                Directory.CreateDirectory(folder);
                foreach (var name in behind)
                    await File.WriteAllTextAsync(Path.Combine(folder, name), pages[name], call.Stop);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new Failure(Exit.CouldNotRun, "file", Say[$"{folder} 写不进去：{e.Message}", $"{folder} cannot be written: {e.Message}"]);
            }
        }
        if (call.Json)
            call.Result(new { folder, pages = pages.Keys, behind });
        else
            call.Line(behind.Count == 0 ? Say[$"{pages.Count} 页都是最新的", $"{pages.Count} pages, all up to date"]
                : call.Get(_check) ? Say[$"不是最新的：{string.Join('、', behind)}；运行 {LawCatalogue.Renew}", $"behind: {string.Join(", ", behind)}; run {LawCatalogue.Renew}"]
                : Say[$"已写：{string.Join('、', behind)}", $"written: {string.Join(", ", behind)}"]);
        return behind.Count > 0 && call.Get(_check) ? Exit.CouldNotRun : Exit.Ok;
    }
}
