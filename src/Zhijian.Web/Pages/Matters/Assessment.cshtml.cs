using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;
using Zhijian.Matters;
using Zhijian.Web.Book;

namespace Zhijian.Web.Pages.Matters;

/// <summary>A person and charge among the cards on top; <paramref name="Conclusion"/>: null where no standard is recorded.</summary>
public sealed record AssessmentCard(Person Person, string Charge, Conclusion? Conclusion);

/// <summary>The assessment of a matter (定性评估): every person × charge, and one of them in full. Proposals with their basis; nothing is decided here.</summary>
public sealed class AssessmentModel(Platform platform) : MatterPage(platform)
{
    public IReadOnlyList<AssessmentCard> Cards { get; private set; } = [];

    public AssessmentCard? Chosen { get; private set; }

    public AssessmentPanel? Panel { get; private set; }

    public FactsOfCharge? Recorded { get; private set; }

    public bool MayRecord => May("record-facts");

    public async Task<IActionResult> OnGetAsync(string id, string? person, string? charge)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var assessment = new Assessor(Platform.Law).Assess(MatterFacts.Of(Matter, Platform.Law, Platform.Runner.Today));
        Cards = [.. Matter.Accusations.Select(a => new AssessmentCard(
            a.Person, a.Accusation.Charge, assessment.Conclusions.FirstOrDefault(c => c.Person.Id == a.Person.Id && c.Charge.Id == a.Accusation.Charge)))];
        Chosen = person is null ? Cards.FirstOrDefault(c => c.Conclusion is not null) ?? (Cards is [var first, ..] ? first : null) : Cards.FirstOrDefault(c => c.Person.Id == person && c.Charge == charge);
        if (person is not null && Chosen is null)
            return NotFound();
        if (Chosen?.Conclusion is { } conclusion)
        {
            Recorded = Matter.Facts.FirstOrDefault(f => f.Person == Chosen.Person.Id && f.Charge == Chosen.Charge);
            Panel = AssessmentPanel.Of(Platform.Law, assessment, conclusion, Sources(Recorded?.Facts), MayRecord ? HrefOf(Chosen) + "/facts" : null);
        }
        return Page();
    }

    /// <summary>Where a date comes from the registration it says so, with the date as far as it is known there.</summary>
    private Dictionary<string, string> Sources(EstablishedFacts? facts)
    {
        var ui = HttpContext.RequestServices.GetRequiredService<Ui>();
        var sources = new Dictionary<string, string>(facts?.Sources ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        if (facts is { From: not null } or { To: not null })
            return sources;
        if (Matter.ActsFrom is { IsKnown: true } from)
            sources.TryAdd("from", ui[$"案件登记：{from}", $"registration: {from.Value}"]);
        if ((Matter.ActsTo ?? Matter.ActsFrom) is { IsKnown: true } to)
            sources.TryAdd("to", ui[$"案件登记：{to}", $"registration: {to.Value}"]);
        return sources;
    }

    public string HrefOf(AssessmentCard card) => At($"/assessment/{card.Person.Id}/{card.Charge}");

    public Text TitleOf(string charge) => Platform.Law.Vocabulary.Charge(charge)?.Title ?? new Text(charge, charge);
}
