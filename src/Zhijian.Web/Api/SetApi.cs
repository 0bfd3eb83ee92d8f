using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Supervision;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Api;

/// <summary>A data set with what the unit has of it.</summary>
public sealed record SetView(DataSet Set, SetImportRow? Newest);

/// <summary>The data sets that models read.</summary>
public sealed record SetList(IReadOnlyList<SetView> Sets);

/// <summary>A data set with its imports, newest first.</summary>
public sealed record SetDetail(DataSet Set, IReadOnlyList<SetImportRow> Imports);

/// <summary>What an import took and left out, with the first rows that were left out and the first that were taken as they were understood; snapshot is null after a dry run.</summary>
public sealed record ImportView(bool Kept, long Rows, long LeftOut, IReadOnlyList<MappedColumn> Mapping, IReadOnlyList<RowError> Errors, DataRows Sample, string? Snapshot);

/// <summary>The data sets of the unit, and the import of a file as the body of a request.</summary>
internal static class SetApi
{
    private const long MostBytes = 2L << 30;
    private const string Tag = "sets";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/sets", ListAsync).Produces<SetList>().WithName("list-sets").WithSummary("数据集 · Data sets").WithTags(Tag);
        api.MapGet("/sets/{id}", OneAsync).Produces<SetDetail>().WithName("get-set").WithSummary("一个数据集 · One data set").WithTags(Tag);
        api.MapPost("/sets/{id}/imports", ImportAsync).Produces<ImportView>().WithMetadata(new Limit()).WithName("import-set").WithSummary("导入数据 · Import a file (the body)").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("name", typeof(string), "文件名，后缀决定类型（csv、xlsx、jsonl、parquet）", "name of the file; its end says what it is (csv, xlsx, jsonl, parquet)"),
                new QueryParameter("source", typeof(string), "数据来源", "where it comes from"),
                new QueryParameter("add", typeof(bool), "true 并入；否则替换", "true: add to what is there; else in its place"),
                new QueryParameter("dry", typeof(bool), "true 只试读", "true: read it and keep nothing"),
                new QueryParameter("map", typeof(string), "列的对应，JSON 数组；不填按名称", "mapping of columns, a JSON array; by name without it"));
    }

    private static async Task<IResult> ListAsync(HttpContext http, Platform platform)
    {
        var newest = await platform.Supervision.Sets.NewestAsync((await http.ActorAsync())!, http.RequestAborted);
        return Results.Json(new SetList([.. platform.Supervision.Catalogue.All.Select(s => new SetView(s, newest.GetValueOrDefault(s.Id)))]), Json.Options);
    }

    private static async Task<IResult> OneAsync(string id, HttpContext http, Platform platform) => platform.Supervision.Catalogue.Find(id) is { } set
        ? Results.Json(new SetDetail(set, await platform.Supervision.Sets.HistoryAsync((await http.ActorAsync())!, id, http.RequestAborted)), Json.Options) : Problems.NotFound;

    private static async Task<IResult> ImportAsync(string id, HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        if (platform.Supervision.Catalogue.Find(id) is not { } set)
            return Problems.NotFound;
        if (!UnitSets.MayImport(actor))
            return Problems.Forbidden(UnitSets.Hands);
        if (!SupervisionDesk.CanRun)
            return Problems.NoDuckDb;
        var query = new QueryReader(http.Request);
        var (name, source, adds, dry, map) = (FileNames.Safe(query.Text("name") ?? "") ?? "", query.Text("source") ?? "", query.YesNo("add") == true, query.YesNo("dry") == true, query.Text("map"));
        if (query.Problem(http) is { } problem)
            return problem;
        var given = map is null ? null : Body.Parse<List<MappedColumn>>(map);
        if (map is not null && given is null)
            return Problems.Fields(http, [new FieldError("map", new Text("须为 JSON 数组：[{\"column\": …, \"from\": …}]", "a JSON array: [{\"column\": …, \"from\": …}]"))]);
        var file = Path.Combine(platform.Supervision.IncomingFolder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) + Path.GetExtension(name).ToLowerInvariant());
        try
        {
            await using (var to = File.Create(file))
                await http.Request.Body.CopyToAsync(to, http.RequestAborted);
            var kind = SourceKinds.Of(name);
            var (columns, proposed) = await platform.Supervision.Sets.LookAsync(actor, set, file, kind, source, http.RequestAborted);
            var order = new ImportOrder(set, file, name, kind, source, given is null ? proposed : new ColumnMapping(given), adds);
            if (order.Mapping.Check(set, columns) is { } wrong)
                return Problems.Refused(wrong);
            if (dry)
                return View(order, await platform.Supervision.Sets.TryAsync(actor, order, ct: http.RequestAborted));
            var (report, refusal) = await platform.Supervision.Sets.ImportAsync(actor, order, ct: http.RequestAborted);
            return refusal is null ? View(order, report!) : Problems.Refused(refusal);
        }
        catch (SourceUnreadableException e)
        {
            return Problems.Fields(http, [new FieldError("", e.Why)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IResult View(ImportOrder order, ImportReport r) =>
        Results.Json(new ImportView(r.Snapshot is not null, r.Rows, r.Left, order.Mapping.Columns, r.Errors, r.Sample, r.Snapshot?.Hash), Json.Options);

    private sealed class Limit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
