using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class EveryFileTests
{
    [Fact]
    public void The_law_book_reads_everything() => TestLaw.Book.ShouldSatisfyAllConditions(
        b => b.Terms.Count.ShouldBe(Count("law/terms", "*.yaml")),
        b => b.Charges.Count.ShouldBe(Count("law/charges", "*.yaml")),
        b => b.Instruments.Count.ShouldBe(Count("law/instruments", "*.yaml")),
        b => b.Procedures.Count.ShouldBe(Count("procedures", "*.yaml")),
        b => b.Duties.Rules.Count.ShouldBe(Count("duties", "*.yaml")),
        b => b.Calendar.Years.Count.ShouldBe(Count("calendar", "*.yaml")));

    [Fact]
    public void Every_yaml_file_is_one_document() =>
        Should.NotThrow(() => Directory.EnumerateFiles(TestLaw.Data, "*.yaml", SearchOption.AllDirectories).Select(f => DataNode.Load(TestLaw.Data, f)).ToList());

    [Fact]
    public void Every_folder_says_how_to_add_one()
    {
        var silent = Directory.EnumerateDirectories(TestLaw.Data, "*", SearchOption.AllDirectories)
            .Where(d => Directory.EnumerateFiles(d).Any() && !File.Exists(Path.Combine(d, "README.md")) && !File.Exists(Path.Combine(d, "..", "README.md")));

        silent.ShouldBeEmpty();
        foreach (var readme in Directory.EnumerateFiles(TestLaw.Data, "README.md", SearchOption.AllDirectories))
            File.ReadAllText(readme).ShouldContain("To add one", Case.Insensitive, readme);
    }

    [Fact]
    public void Every_unit_of_the_directory_has_a_parent_that_is_in_it()
    {
        var units = Vocabulary.Rows(Path.Combine(TestLaw.Data, "offices"), "units.csv").Select(r => (Code: r("code"), Name: r("name"), Level: r("level"), Parent: r("parent"))).ToList();
        var codes = units.Select(u => u.Code).ToHashSet();

        units.Count.ShouldBe(3340);
        codes.Count.ShouldBe(units.Count);
        units.Where(u => u.Level != "supreme" && !codes.Contains(u.Parent)).ShouldBeEmpty();
        units.Where(u => u.Name.Length == 0).ShouldBeEmpty();
    }

    private static int Count(string folder, string pattern) => Directory.EnumerateFiles(Path.Combine(TestLaw.Data, folder), pattern, SearchOption.AllDirectories).Count();
}
