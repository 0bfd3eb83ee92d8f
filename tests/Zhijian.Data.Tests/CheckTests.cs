using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The rules of the four checks and of use across functions as they stand in data/.</summary>
public sealed class CheckTests
{
    private static readonly LawBook Book = TestLaw.Book;

    public static IEnumerable<TheoryDataRow<string, string>> Leads => Book.Checks.SelectMany(r => r.LeadsTo.Select(l => new TheoryDataRow<string, string>(r.Id, l.Step)));

    [Theory]
    [MemberData(nameof(Leads))]
    public void What_is_carried_over_fits_the_fields_of_the_step(string rule, string name)
    {
        var step = TestLaw.Steps.Find(name)!;
        var carry = Book.Checks.Single(r => r.Id == rule).LeadsTo.Single(l => l.Step == name).Carry;
        (typeof(IFromCheck).IsAssignableFrom(step.Command) || Book.Checks.Single(r => r.Id == rule).AnsweredOn.Count > 0).ShouldBeTrue();

        foreach (var (field, template) in carry)
        {
            var of = step.Fields.SingleOrDefault(f => f.Name == field).ShouldNotBeNull($"{rule}: {name} has no field “{field}”");
            if (of.Choices.Count > 0 && !template.Contains('{'))
                of.Choices.Select(c => c.Value).ShouldContain(template, $"{rule}: {field}");
        }
    }

    [Fact]
    public void What_puts_a_question_happens()
    {
        var happens = PlayedExample.All().SelectMany(p => p.Occurrences).Select(o => (o.Type, Kinds: o.Facts)).ToList();

        foreach (var rule in Book.Checks)
            foreach (var type in rule.OpensOn.Concat(rule.AnsweredOn.Keys))
                happens.ShouldContain(o => o.Type == type && (rule.AnsweredOn.ContainsKey(type) || rule.When.All(w => o.Kinds.ContainsKey(w.Key))), $"{rule.Source}: {type} never occurs with those facts");
    }

    // the rules of use written a second time: what a change of a file would let through
    [Theory]
    [InlineData(Material.TechnicalInvestigation, Track.Criminal, Track.Civil, Purpose.Clue, SharingAnswer.Forbidden, "technical-investigation")]
    [InlineData(Material.TechnicalInvestigation, Track.Criminal, Track.Administrative, Purpose.Evidence, SharingAnswer.Forbidden, "technical-investigation")]
    [InlineData(Material.TechnicalInvestigation, Track.Criminal, Track.PublicInterest, Purpose.Reference, SharingAnswer.Forbidden, "technical-investigation")]
    [InlineData(Material.Object, Track.Criminal, Track.Civil, Purpose.Clue, SharingAnswer.Allowed, "clue-for-civil")]
    [InlineData(Material.Statement, Track.Criminal, Track.PublicInterest, Purpose.Clue, SharingAnswer.Allowed, "clue-for-public-interest")]
    [InlineData(Material.Object, Track.PublicInterest, Track.Administrative, Purpose.Clue, SharingAnswer.Allowed, "clue-for-administrative")]
    [InlineData(Material.Object, Track.Civil, Track.Criminal, Purpose.Clue, SharingAnswer.Allowed, "clue-for-criminal")]
    [InlineData(Material.Object, Track.Administrative, Track.Criminal, Purpose.Evidence, SharingAnswer.Allowed, "administrative-objects")]
    [InlineData(Material.Statement, Track.Administrative, Track.Criminal, Purpose.Evidence, SharingAnswer.Ask, "administrative-statements")]
    [InlineData(Material.Opinion, Track.Administrative, Track.Criminal, Purpose.Evidence, SharingAnswer.Ask, "administrative-opinions")]
    [InlineData(Material.Object, Track.Criminal, Track.Civil, Purpose.Evidence, SharingAnswer.Ask, "criminal-file-as-evidence")]
    [InlineData(Material.Object, Track.Civil, Track.Criminal, Purpose.Evidence, SharingAnswer.Ask, "supervision-file-as-evidence")]
    [InlineData(Material.OfficialPaper, Track.Civil, Track.Criminal, Purpose.Evidence, SharingAnswer.Allowed, "official-paper")]
    [InlineData(Material.TradeSecret, Track.Criminal, Track.Civil, Purpose.Clue, SharingAnswer.Ask, "trade-secret")]
    [InlineData(Material.PersonalData, Track.Criminal, Track.PublicInterest, Purpose.Clue, SharingAnswer.Ask, "personal-data")]
    [InlineData(Material.Plea, Track.Criminal, Track.Civil, Purpose.Evidence, SharingAnswer.Ask, "plea-papers")]
    [InlineData(Material.Object, Track.Civil, Track.PublicInterest, Purpose.Evidence, SharingAnswer.Ask, "not-regulated")]
    public void One_rule_governs_a_use(Material material, Track from, Track to, Purpose purpose, SharingAnswer answer, string rule) =>
        SharingRule.For(Book.Sharing, material, from, to, purpose).ShouldSatisfyAllConditions(r => r.Answer.ShouldBe(answer), r => r.Id.ShouldBe(rule));

    [Fact]
    public void Only_what_was_read_forbids_and_every_use_has_an_answer()
    {
        foreach (var material in Enum.GetValues<Material>())
            foreach (var from in Enum.GetValues<Track>())
                foreach (var to in Enum.GetValues<Track>())
                    foreach (var purpose in Enum.GetValues<Purpose>())
                    {
                        var rule = SharingRule.For(Book.Sharing, material, from, to, purpose);
                        rule.Reference.Article.ShouldNotBeEmpty();
                        if (rule.Answer == SharingAnswer.Forbidden)
                            rule.Reference.Status.ShouldBe(Kernel.RefStatus.Verified);
                    }
    }
}
