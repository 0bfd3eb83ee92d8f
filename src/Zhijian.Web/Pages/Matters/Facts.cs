using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;
using Zhijian.Matters;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The assessment of one charge in the table of persons: a proposal in a few words. Other than the recorded charges there are no standards to compare with.</summary>
/// <param name="Conclusion">Null where no standard is recorded for the charge.</param>
public sealed record Facts(Conclusion? Conclusion)
{
    /// <summary>All charges of a matter at once: each charge of its own would assess the others again.</summary>
    public static ILookup<(string Person, string Charge), Facts> Of(Matter matter, LawBook law, DateOnly today) =>
        new Assessor(law).Assess(MatterFacts.Of(matter, law, today)).Conclusions.ToLookup(c => (c.Person.Id, c.Charge.Id), c => new Facts(c));

    public static readonly Facts None = new((Conclusion?)null);

    /// <summary>The standards of the governing law that concern this case.</summary>
    public IReadOnlyList<StandardCheck> Standards => [.. (Conclusion?.Governing.Standards ?? []).Where(s => s.Applies != Answer.No && s.Threshold.Halves.Count == 0)];

    /// <summary>Their figures are known, so they can be compared now.</summary>
    public IReadOnlyList<StandardCheck> Known => [.. Standards.Where(s => !s.Figure.IsUnknown)];

    /// <summary>The first fact that would change the band.</summary>
    public Question? Ask => Conclusion?.Questions.FirstOrDefault(q => q.ChangesBand && !q.Fact.StartsWith("element:", StringComparison.Ordinal));
}
