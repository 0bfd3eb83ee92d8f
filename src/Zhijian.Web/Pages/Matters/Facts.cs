using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;
using Zhijian.Matters;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The assessment of one charge in the table of persons: a proposal in a few words. Other than the recorded charges there are no standards to compare with.</summary>
/// <param name="Conclusion">Null where no standard is recorded for the charge.</param>
public sealed record Facts(Conclusion? Conclusion)
{
    public static Facts Of(Matter matter, Person person, string charge, LawBook law, DateOnly today) =>
        new(new Assessor(law).Assess(MatterFacts.Of(matter, law, today)).Conclusions.FirstOrDefault(c => c.Person.Id == person.Id && c.Charge.Id == charge));

    /// <summary>The standards of the governing law that concern this case.</summary>
    public IReadOnlyList<StandardCheck> Standards => [.. (Conclusion?.Governing.Standards ?? []).Where(s => s.Applies != Answer.No && s.Threshold.Halves.Count == 0)];

    /// <summary>Their figures are known, so they can be compared now.</summary>
    public IReadOnlyList<StandardCheck> Known => [.. Standards.Where(s => !s.Figure.IsUnknown)];

    /// <summary>The first fact that would change the band.</summary>
    public Question? Ask => Conclusion?.Questions.FirstOrDefault(q => q.ChangesBand && !q.Fact.StartsWith("element:", StringComparison.Ordinal));
}
