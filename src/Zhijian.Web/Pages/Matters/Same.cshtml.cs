using Microsoft.AspNetCore.Mvc;
using Zhijian.Matters.Parties;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Whom and what of the matter other matters name: a hint with its reasons, on which a person decides.</summary>
public sealed class SameModel(Platform platform) : MatterPage(platform)
{
    public PartyAnswer Answer { get; private set; } = null!;

    /// <summary>Whom to call, by the path of the office.</summary>
    public IReadOnlyDictionary<string, OfficeToCall> Offices { get; private set; } = new Dictionary<string, OfficeToCall>();

    public bool MayJudge { get; private set; }

    /// <summary>Those that nobody judged to be different.</summary>
    public IEnumerable<SameParty> Open => Answer.Seen.Where(s => s.Judged?.Judgement != PartyIs.Different);

    public IEnumerable<SameParty> Different => Answer.Seen.Where(s => s.Judged?.Judgement == PartyIs.Different);

    public string Judge(SameParty s) => At("/steps/judge-party") + QueryString.Create(
        [KeyValuePair.Create("party", (string?)s.Own.Id), KeyValuePair.Create("otherMatter", (string?)s.Matter), KeyValuePair.Create("otherParty", (string?)s.Other.Id)]);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Answer = await Platform.Parties.FindAsync(Actor, Matter, HttpContext.RequestAborted);
        Offices = await OfficeToCall.OfAsync(Platform, Answer.Elsewhere.Select(e => e.OfficePath), HttpContext.RequestAborted);
        MayJudge = Zhijian.Matters.Access.May(Actor, Platform.Runner.Steps.Find("judge-party")!.Procedure, Matter);
        return Page();
    }
}
