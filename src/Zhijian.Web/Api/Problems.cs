using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>Every way in which the API says no.</summary>
public static class Problems
{
    public static Problem Unauthenticated => new(401, "unauthenticated", new Text("未登录或令牌无效", "not signed in, or the token is not valid"));

    /// <summary>The same words for what never was, what another office has and what is kept to a circle: they cannot be told apart.</summary>
    public static Problem NotFound => new(404, "not-found", new Text("没有找到", "not found"));

    /// <summary>The law book is public: it says what it has.</summary>
    public static Problem NoCharge(string id, IEnumerable<string> known) => new(404, "no-charge", new Text($"没有罪名“{id}”", $"no charge “{id}”"), new Text(
        $"有：{string.Join('、', known)}", $"known: {string.Join(", ", known)}"))
    {
        More = { ["charges"] = new JsonArray([.. known.Select(k => JsonValue.Create(k))]) },
    };

    public static Problem CrossSite => new(403, "cross-site", new Text("请求来自其他网站", "the request comes from another site"), new Text(
        "用登录状态的写请求须来自本站页面；程序请使用令牌", "with a session, changes must come from our own pages; programs use a token"));

    public static Problem UndertakingMissing => new(403, "undertaking-missing", new Text("打开前须登记保密承诺书（刑诉法54第3款）", "the written undertaking is recorded before it is opened (CPL 54 III)"), new Text(
        "办理“登记保密承诺书”", "take the step record-undertaking"));

    public static Problem NoDuckDb => new(503, "no-duckdb", new Text("本机没有 libduckdb，不能导入数据和运行模型", "libduckdb is not on this machine: data are not imported and models do not run"), new Text(
        "运行 src/Zhijian.DuckDb/native/restore.sh，或用 ZHIJIAN_DUCKDB 指明文件", "run src/Zhijian.DuckDb/native/restore.sh, or name the file with ZHIJIAN_DUCKDB"));

    public static Problem Forbidden(IReadOnlyList<Role> needed) => new(403, "forbidden", new Text("您的角色不能办理这一步", "your roles do not allow this step"))
    {
        More = { ["neededRoles"] = new JsonArray([.. needed.Select(r => JsonValue.Create(Words.Kebab(r)))]) },
    };

    public static Problem Refused(Refusal refusal) => new(
        422,
        "refusal:" + refusal.Code,
        refusal.Says,
        new Text(Sentence(refusal.Remedy.Zh, refusal.Basis, "（", "）"), Sentence(refusal.Remedy.En, refusal.Basis, " (", ")")))
    {
        More =
        {
            ["code"] = refusal.Code,
            ["says"] = Both(refusal.Says),
            ["basis"] = refusal.Basis?.Article,
            ["basisStatus"] = refusal.Basis is { } basis ? Words.Kebab(basis.Status) : null,
            ["remedy"] = Both(refusal.Remedy),
            ["field"] = refusal.Field,
        },
    };

    /// <summary>What is wrong with which field or parameter; the empty name is the body as a whole.</summary>
    public static IResult Fields(HttpContext http, IEnumerable<FieldError> errors)
    {
        var language = ApiLanguage.Of(http.Request);
        var byField = errors.GroupBy(e => e.Field, StringComparer.Ordinal).Select(g => KeyValuePair.Create(
            g.Key, (JsonNode?)new JsonArray([.. g.Select(e => JsonValue.Create(e.Says.In(language)))])));
        return new Problem(400, "fields", new Text("请求内容有误", "something in the request is wrong")) { More = { ["errors"] = new JsonObject(byField) } };
    }

    public static Problem Header(string name, Text says) => new(400, "header", says) { More = { ["header"] = name } };

    /// <summary>412 where the client said which version it saw, 409 where somebody came in between all the same.</summary>
    public static Problem Conflict(StepOutcome.Conflict conflict, string name, bool asked) => Conflict(
        new PersonName(conflict.ChangedBy, name), conflict.ChangedAt, conflict.Version, asked,
        new Text($"{name} 已于 {conflict.ChangedAt} 改动本案", $"{name} changed the matter at {conflict.ChangedAt}"), new Text("重新读取案件，再决定是否办理", "read the matter again and decide anew"));

    public static Problem Conflict(PersonName by, string at, long version, bool asked, Text says, Text remedy) => new(asked ? 412 : 409, "conflict", says, remedy)
    {
        More = { ["changedBy"] = JsonSerializer.SerializeToNode(by, Json.Options), ["changedAt"] = at, ["version"] = version },
    };

    public static Problem KeyReused => new(422, "idempotency-key-reused", new Text(
        "此 Idempotency-Key 已用于另一请求", "this Idempotency-Key was used for another request"));

    public static Problem UnsupportedType(string expected) => new(415, "content-type", new Text($"Content-Type 须为 {expected}", $"the content type must be {expected}"));

    public static Problem TooLarge(long limit) => new(413, "too-large", new Text($"请求体超过 {limit} 字节", $"the body is larger than {limit} bytes"))
    {
        More = { ["limit"] = limit },
    };

    /// <param name="limit">In bytes; told in GB of 2^30.</param>
    public static Problem FileTooLarge(long limit) => new(413, "too-large", new Text($"文件超过 {limit >> 30} GB", $"the file is larger than {limit >> 30} GB"), new Text(
        "分成几个较小的文件，分别上传", "split it into smaller files and upload each"))
    {
        More = { ["limit"] = limit },
    };

    /// <summary>For answers that the framework leaves without a body.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        401 => Unauthenticated,
        404 => NotFound,
        405 => new Problem(405, "method", new Text("此地址不支持该方法", "this address does not take that method")),
        413 => new Problem(413, "too-large", new Text("请求体过大", "the body is too large")),
        415 => UnsupportedType("application/json"),
        429 => new Problem(429, "busy", new Text("同时的请求过多，请稍后再试", "too many requests at once; try again in a moment")),
        >= 500 => new Problem(status, "unexpected", new Text("系统出错，未作任何改动", "something went wrong on our side; nothing was changed")),
        _ => new Problem(status, "request", new Text("请求有误", "the request is wrong")),
    };

    private static string Sentence(string remedy, LegalRef? basis, string open, string close) => basis is null ? remedy : $"{remedy}{open}{basis.Article}{close}";

    private static JsonObject Both(Text text) => new() { ["zh"] = text.Zh, ["en"] = text.En };
}
