using System.CommandLine;
using Zhijian.Web;

namespace Zhijian.Cli.Verbs;

/// <summary>Serves the platform in this process.</summary>
internal sealed class ServeVerb : Verb
{
    private readonly Option<string?> _port;
    private readonly Option<bool> _empty;

    public ServeVerb(Common common)
        : base(common, "serve", common.Say["启动网页和 API", "serve the pages and the API"])
    {
        _port = Text("--port", "N", "127.0.0.1 上的端口（默认 5080；0 为任一空闲端口）", "port on 127.0.0.1 (default 5080; 0 = any free port)");
        _empty = Flag("--empty", "不装样板检察院", "start without the sample office");
    }

    public override IReadOnlyList<string> Usage => ["serve [--port N] [--empty]"];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("serve", Say["第一次启动会装入样板检察院，并打印登录名", "the first start loads the sample office and prints the sign-ins"]),
        ("serve --port 8080 --empty --data /srv/zhijian", Say["不装样板，只有一名管理员", "without the sample office: one administrator"]),
    ];

    public override Task<int> RunAsync(Call call)
    {
        var (place, port) = (call.Place(), (int)(call.Number(_port, 0, 65535) ?? 5080));
        return WebHost.RunAsync(new ServeOptions(port, place.Folder, place.Postgres, call.Get(_empty)) { Time = call.Terminal.Time }, call.Terminal.Out, call.Terminal.Error, call.Stop);
    }
}
