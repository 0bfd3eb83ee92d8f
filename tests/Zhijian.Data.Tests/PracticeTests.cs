using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;
using Zhijian.Offices;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The practice matters count back from today: they must play on any day, not only on the one on which they were written.</summary>
public sealed class PracticeTests
{
    private static readonly UnitTree Units = UnitTree.Load(TestLaw.Data);

    public static IEnumerable<TheoryDataRow<string>> Files => Directory.EnumerateFiles(Path.Combine(TestLaw.Data, "practice"), "*.yaml").Order(StringComparer.Ordinal)
        .Select(f => new TheoryDataRow<string>(Path.GetFileName(f)) { TestDisplayName = $"data/practice/{Path.GetFileName(f)}" });

    [Theory]
    [MemberData(nameof(Files))]
    public void A_practice_matter_plays_on_days_all_over_a_year(string file)
    {
        for (var today = new DateOnly(2026, 1, 1); today.Year == 2026; today = today.AddDays(5))
            Should.NotThrow(() => Play(file, today), $"{file} on {today}");
    }

    [Fact]
    public void It_is_based_on_a_published_case()
    {
        var published = File.ReadAllText(Path.Combine(TestLaw.Data, "published", "cases.json"));

        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestLaw.Data, "practice"), "*.yaml"))
            published.ShouldContain($"\"{DataNode.Load(TestLaw.Data, file).String("based_on")}\"");
    }

    private static void Play(string file, DateOnly today)
    {
        var story = A.Unregistered().Today(today.ToString("yyyy-MM-dd"));
        foreach (var play in PracticeStep.Read(DataNode.Load(TestLaw.Data, Path.Combine(TestLaw.Data, "practice", file)), TestLaw.Steps, today))
        {
            var person = Units.SamplePeople.Single(p => p.Id == play.By);
            var unit = Units.Find(person.Unit)!;
            story.By(new Actor(person.Id, person.Name, unit.Code, unit.Path, unit.Short, person.Roles)).Do(play.Command(story.Matter, TestLaw.Book));
        }
    }
}
