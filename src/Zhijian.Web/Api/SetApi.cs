using System.Security.Cryptography;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Supervision;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Api;

/// <summary>A data set with what the unit has of it; own: what the last run read of it from the unit's matters.</summary>
public sealed record SetView(DataSet Set, SetImportRow? Newest, OwnRead? Own);

/// <summary>The data sets that models read.</summary>
public sealed record SetList(IReadOnlyList<SetView> Sets);

/// <summary>A data set with its imports, newest first.</summary>
public sealed record SetDetail(DataSet Set, IReadOnlyList<SetImportRow> Imports);

/// <summary>What an import took and left out, with the first rows that were left out and the first that were taken as they were understood; snapshot is null after a dry run.</summary>
public sealed record ImportView(bool Kept, long Rows, long LeftOut, IReadOnlyList<MappedColumn> Mapping, IReadOnlyList<RowError> Errors, DataRows Sample, string? Snapshot);

/// <summary>The data sets of the unit, and the import of a file as the body of a request.</summary>
internal static class SetApi
{
    private const string Tag = "sets";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/sets", ListAsync).Produces<SetList>().WithName("list-sets").WithSummary("数据集 · Data sets").WithTags(Tag);
        api.MapGet("/sets/{id}", OneAsync).Produces<SetDetail>().WithName("get-set").WithSummary("一个数据集 · One data set").WithTags(Tag);
        api.MapPost("/sets/{id}/imports", ImportAsync).Produces<ImportView>().WithMetadata(new Pieces.Limit()).WithName("import-set").WithSummary("导入数据 · Import a file (the body)").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("name", typeof(string), "文件名，后缀决定类型（csv、xlsx、jsonl、parquet）", "name of the file; its end says what it is (csv, xlsx, jsonl, parquet)"),
                new QueryParameter("source", typeof(string), "数据来源", "where it comes from"))
            .WithMetadata([.. AskedImport.Parameters]);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        var newest = await platform.Supervision.Sets.NewestAsync(actor, http.RequestAborted);
        var own = await platform.Supervision.Runs.OwnReadAsync(actor, http.RequestAborted);
        return Results.Json(new SetList([.. platform.Supervision.Catalogue.All.Select(s => new SetView(s, newest.GetValueOrDefault(s.Id), own.GetValueOrDefault(s.Id)))]), Json.Options);
    }

    private static async Task<IResult> OneAsync(string id, HttpContext http, Platform platform) => platform.Supervision.Catalogue.Find(id) is { } set
        ? Results.Json(new SetDetail(set, await platform.Supervision.Sets.HistoryAsync((await http.ActorAsync())!, id, http.RequestAborted)), Json.Options) : Problems.NotFound;

    private static async Task<IResult> ImportAsync(string id, HttpContext http, Platform platform)
    {
        var (set, no) = await OpenAsync(id, http, platform);
        if (set is null)
            return no!;
        var query = new QueryReader(http.Request);
        var (name, source) = (FileNames.Safe(query.Text("name") ?? "") ?? "", query.Text("source") ?? "");
        var (asked, wrong) = AskedImport.Read(http, query);
        if (asked is null)
            return wrong!;
        var file = Path.Combine(platform.Supervision.IncomingFolder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) + Path.GetExtension(name).ToLowerInvariant());
        try
        {
            await using (var to = File.Create(file))
                await http.Request.Body.CopyToAsync(to, http.RequestAborted);
            var (report, answer) = await ImportFileAsync(http, platform, asked, set, file, name, source);
            DropErrors(report);
            return answer;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The set, for whoever may import into it here; or the answer that says why not.</summary>
    internal static async Task<(DataSet? Set, IResult? No)> OpenAsync(string id, HttpContext http, Platform platform) =>
        platform.Supervision.Catalogue.Find(id) is not { } set ? (null, Problems.NotFound)
        : !UnitSets.MayImport((await http.ActorAsync())!) ? (null, Problems.Forbidden(UnitSets.Hands))
        : !SupervisionDesk.CanRun ? (null, Problems.NoDuckDb)
        : (set, null);

    /// <summary>Imports a file that lies there, or only reads it; the report is null where nothing was read.</summary>
    internal static async Task<(ImportReport? Report, IResult Answer)> ImportFileAsync(HttpContext http, Platform platform, AskedImport asked, DataSet set, string file, string name, string source)
    {
        var (actor, sets, stop) = ((await http.ActorAsync())!, platform.Supervision.Sets, http.RequestAborted);
        try
        {
            var kind = SourceKinds.Of(name);
            var (columns, proposed) = await sets.LookAsync(actor, set, file, kind, source, stop);
            var order = new ImportOrder(set, file, name, kind, source, asked.Mapping ?? proposed, asked.Adds);
            if (order.Mapping.Check(set, columns) is { } wrong)
                return (null, Problems.Refused(wrong));
            var (report, refusal) = asked.Dry ? (await sets.TryAsync(actor, order, ct: stop), null) : await sets.ImportAsync(actor, order, ct: stop);
            return (report, refusal is not null ? Problems.Refused(refusal) : Results.Json(
                new ImportView(report!.Snapshot is not null, report.Rows, report.Left, order.Mapping.Columns, report.Errors, report.Sample, report.Snapshot?.Hash), Json.Options));
        }
        catch (SourceUnreadableException e)
        {
            return (null, Problems.Fields(http, [new FieldError("", e.Why)]));
        }
    }

    /// <summary>The answer has the first of them; a file of all is kept only where it can be fetched.</summary>
    internal static void DropErrors(ImportReport? report)
    {
        if (report?.ErrorFile is { } errors)
            File.Delete(errors);
    }
}

/// <summary>How a file is to be imported, as the query string says. Mapping: null where the proposed one is taken.</summary>
internal sealed record AskedImport(bool Adds, bool Dry, ColumnMapping? Mapping)
{
    /// <summary>In the description of an address that reads it.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("add", typeof(bool), "true 并入；否则替换", "true: add to what is there; else in its place"),
        new("dry", typeof(bool), "true 只试读", "true: read it and keep nothing"),
        new("map", typeof(string), "列的对应，JSON 数组；不填按名称", "mapping of columns, a JSON array; by name without it"),
    ];

    /// <summary>Reads what is left of the query; or the answer that says what is wrong.</summary>
    public static (AskedImport? Asked, IResult? Wrong) Read(HttpContext http, QueryReader query)
    {
        var (adds, dry, map) = (query.YesNo("add") == true, query.YesNo("dry") == true, query.Text("map"));
        if (query.Problem(http) is { } problem)
            return (null, problem);
        var given = map is null ? null : Body.Parse<List<MappedColumn>>(map);
        return map is not null && given is null
            ? (null, Problems.Fields(http, [new FieldError("map", new Text("须为 JSON 数组：[{\"column\": …, \"from\": …}]", "a JSON array: [{\"column\": …, \"from\": …}]"))]))
            : (new AskedImport(adds, dry, given is null ? null : new ColumnMapping(given)), null);
    }
}
