using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;
using Zhijian.Web.Api;
using Zhijian.Web.Book;

namespace Zhijian.Web.Pages.Book;

/// <summary>Try a case against the law book: facts as JSON in, the panel of a matter out. Nothing is kept, so there is nothing to protect.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(LawTerms.Limiter)]
[RequestSizeLimit(LawApi.MaxBytes * 4)] // percent-encoding may triple it
public sealed class AssessModel(Platform platform) : PageModel
{
    /// <summary>A case in which the old interpretation and the new one part, with facts still missing.</summary>
    public const string Example = """
        {
          "handledOn": "2026-09-28",
          "persons": [{ "id": "P1", "name": "赵某" }],
          "acts": [
            {
              "id": "a1", "charges": ["213"], "persons": ["P1"],
              "from": "2022-05-01", "to": "2025-01-18", "object": "goods", "continuing": true,
              "sold": [{ "quantity": 2160, "price": 150, "source": "销售台账 卷三 12—58" }],
              "stock": [{ "quantity": 840, "averageActual": 150, "source": "扣押清单 卷二 31" }],
              "elements": { "no-licence": { "answer": "yes", "source": "权利人证明 卷二 5" } }
            }
          ]
        }
        """;

    public string Json { get; private set; } = Example;

    public IReadOnlyList<FactError> Errors { get; private set; } = [];

    public IReadOnlyList<AssessmentPanel> Panels { get; private set; } = [];

    public void OnGet()
    {
        // the form with its example
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        Json = form["facts"].ToString();
        var (facts, errors) = Json.Length > LawApi.MaxBytes
            ? (null, [new FactError("", new Text("内容过长", "it is too long"))])
            : FactsFile.Read(Json, platform.Law);
        if (facts is not null && LawApi.TooMuch(facts) is { } most)
            (facts, errors) = (null, [new FactError("acts", most)]);
        Errors = errors;
        if (facts is null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else
        {
            var assessment = new Assessor(platform.Law).Assess(facts);
            Panels = [.. assessment.Conclusions.Select(c => AssessmentPanel.Of(platform.Law, assessment, c))];
        }
        return Page();
    }
}
