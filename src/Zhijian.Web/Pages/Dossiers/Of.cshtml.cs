using Microsoft.AspNetCore.Mvc;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Dossiers;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Dossiers;

/// <summary>The dossier of one plaintiff or applicant. What is read together stands in the address; nothing is merged.</summary>
public sealed class OfModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    /// <summary>Rows of a table on the page; the API has more.</summary>
    public const int RowsShown = 30;

    [BindProperty(SupportsGet = true, Name = "key")]
    public string? Key { get; set; }

    /// <summary>Other writings that the reader takes for the same.</summary>
    [BindProperty(SupportsGet = true, Name = "also")]
    public string[] Also { get; set; } = [];

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>Clues that name the subject.</summary>
    public IReadOnlyList<ClueRow> Clues { get; private set; } = [];

    public static string At(string key, params IEnumerable<string> also) =>
        "/dossiers/of" + QueryString.Create(also.Select(a => KeyValuePair.Create("also", (string?)a)).Prepend(KeyValuePair.Create("key", (string?)key)));

    public string Without(string key) => At(Key!, Also.Where(a => a != key));

    public string With(string key) => At(Key!, Also.Append(key));

    public Kernel.Text TitleOf(string model) => Platform.TitleOfModel(model);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await OpenAsync() || string.IsNullOrEmpty(Key) || await Desk.Dossiers.OfAsync(Actor, Key, Also, Stop) is not { } dossier)
            return NotFound();
        Dossier = dossier;
        Clues = await Platform.ClueLists.OfSubjectsAsync(Actor, [.. dossier.Subjects.Select(s => Platform.Law.Characters.Folding.Fold(s.Name)).Distinct(StringComparer.Ordinal)], ct: Stop);
        return Page();
    }
}
