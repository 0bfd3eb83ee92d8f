using Zhijian.Kernel;
using Zhijian.Marks;
using Zhijian.Store;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Api;

/// <summary>How many marks are like the query in one way; a mark may be in several.</summary>
public sealed record LikenessCount(LikenessKinds Kind, Text Title, int Marks);

/// <summary>Whether there is basically no difference, apart from likeness: yes or unknown, with the article and what a person has to look at.</summary>
public sealed record IdenticalView(Answer Answer, IReadOnlyList<Text> Differences, string Basis, Text? Ask);

/// <summary>A similar mark. The points of its lines add up to the score.</summary>
public sealed record SimilarMark(RegisteredMark Mark, IReadOnlyList<LikenessKinds> Kinds, int Score, IReadOnlyList<PointLine> Lines, IdenticalView Identical);

/// <summary>The likest marks of the unit's register.</summary>
public sealed record SimilarMarks(int Searched, int Total, IReadOnlyList<LikenessCount> Kinds, IReadOnlyList<SimilarMark> Marks)
{
    public static SimilarMarks Of(MarkAnswer answer, SimilarMarksRequest request, Signs signs) => new(
        answer.Searched, answer.Total, [.. answer.Kinds.Select(k => new LikenessCount(k.Key, PointWords.Of(k.Key), k.Value))],
        [.. answer.Hits.Select(h => new SimilarMark(h.Mark, [.. PointWords.Each(h.Likeness.Kinds)], h.Points.Total, PointWords.Explain(h.Likeness, h.Points), View(request.Judge(signs, h.Mark.Written))))]);

    private static IdenticalView View(IdenticalMark judged) =>
        new(judged.Answer, [.. judged.Differences.Select(IdenticalMark.Say)], IdenticalMark.Basis.Article, judged.Answer == Answer.Yes ? null : IdenticalMark.Ask);
}

/// <summary>Similar word marks in what the unit imported.</summary>
internal static class MarkApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/marks/similar", FindAsync).Produces<SimilarMarks>()
        .WithName("similar-marks").WithSummary("近似商标 · Similar word marks").WithTags("sets")
        .WithMetadata(
            new QueryParameter("q", typeof(string), "商标文字", "the words of the mark"),
            new QueryParameter("class", typeof(string), "尼斯类别，空格隔开", "Nice classes, separated by spaces"),
            new QueryParameter("group", typeof(string), "类似群，空格隔开", "similar groups, separated by spaces"),
            new QueryParameter("only", typeof(bool), "true 只查这些类别", "true: only these classes"),
            new QueryParameter("generic", typeof(string), "商品的通用名称，空格隔开", "generic names of the goods, separated by spaces"),
            new QueryParameter("limit", typeof(int), "1 至 200，默认 20", "1 to 200, by default 20"));

    private static async Task<IResult> FindAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        if (actor.Roles.All(r => r == Role.Administrator))
            return Problems.NotFound;
        var query = new QueryReader(http.Request);
        var limit = query.Number("limit", 20, 1, SimilarMarksRequest.MostTop);
        var only = query.YesNo("only") == true;
        var (request, field, wrong) = SimilarMarksRequest.Read(query.Text("q"), query.Text("class"), query.Text("group"), only, query.Text("generic"), limit);
        if (query.Problem(http) is { } problem)
            return problem;
        if (request is null)
            return Problems.Fields(http, [new Matters.FieldError(field, wrong)]);
        var marks = platform.Supervision.Marks;
        var (shelf, refusal) = await marks.OpenAsync(actor, build: false, http.RequestAborted);
        return refusal is not null ? Problems.Refused(refusal) : Results.Json(SimilarMarks.Of(shelf!.Search(request.Query), request, marks.Signs), Json.Options);
    }
}
