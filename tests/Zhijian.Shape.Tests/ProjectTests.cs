using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Zhijian.Shape.Tests;

/// <summary>Web, Cli → modules → Store → Law → Kernel; a module never references another module.</summary>
public sealed partial class ProjectTests
{
    private static readonly string[] Ground = ["Zhijian.DuckDb", "Zhijian.Kernel", "Zhijian.Marks", "Zhijian.Entities", "Zhijian.Documents", "Zhijian.Law", "Zhijian.Store", "Zhijian.Search"];
    private static readonly string[] Fronts = ["Zhijian.Web", "Zhijian.Cli"];

    public static TheoryData<string> Sources() => [.. Tree.Below("src", ".csproj")];

    public static TheoryData<string> All() => [.. Tree.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Sources))]
    public void References_point_downwards(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        foreach (var target in References(project))
            Rank(target).ShouldBeLessThan(Rank(name), $"{name} references {target}");
    }

    /// <summary>DuckDb 0, Kernel 1, Marks 2, Entities 3, Documents 4, Law 5, Store 6, Search 7, every module 8, Web 9; the command line above it, for “serve”.</summary>
    private static int Rank(string project) =>
        Array.IndexOf(Ground, project) is >= 0 and var ground ? ground
        : Array.IndexOf(Fronts, project) is >= 0 and var front ? Ground.Length + 1 + front
        : Ground.Length;

    [Theory, MemberData(nameof(Sources))]
    public void Nothing_references_the_tests(string project) => References(project).ShouldAllBe(r => !r.EndsWith(".Tests", StringComparison.Ordinal) && r != "Zhijian.Testing");

    [Theory, MemberData(nameof(All))]
    public void No_project_is_empty(string project) => Tree.Below(Path.GetDirectoryName(project)!.Replace('\\', '/'), ".cs").ShouldNotBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution_and_the_other_way_round()
    {
        var listed = XDocument.Load(Tree.Full("Zhijian.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value);
        Tree.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).ShouldBe(listed, ignoreOrder: true);
    }

    [Fact]
    public void Every_module_has_its_tests()
    {
        var tests = Tree.Below("tests", ".csproj").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Tree.Below("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Where(p => !tests.Contains(p + ".Tests")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(All))]
    public void Versions_stand_in_one_place(string project) =>
        XDocument.Load(Tree.Full(project)).Descendants("PackageReference").ShouldAllBe(p => p.Attribute("Version") == null && p.Attribute("VersionOverride") == null);

    [Theory, MemberData(nameof(All))]
    public void Every_project_has_its_lock_file(string project) => Tree.Files.ShouldContain(Path.GetDirectoryName(project)!.Replace('\\', '/') + "/packages.lock.json");

    [Fact]
    public void Package_versions_are_exact_and_every_one_is_used()
    {
        var locks = string.Concat(Tree.Files.Where(f => f.EndsWith("packages.lock.json", StringComparison.Ordinal)).Select(Tree.Text));
        foreach (var package in XDocument.Load(Tree.Full("Directory.Packages.props")).Descendants("PackageVersion"))
        {
            var name = package.Attribute("Include")!.Value;
            package.Attribute("Version")!.Value.ShouldMatch(Exact().ToString(), name);
            locks.ShouldContain($"\"{name}\":", customMessage: $"{name} is in Directory.Packages.props and in no lock file");
        }
    }

    [GeneratedRegex(@"^\[[0-9]+\.[0-9]+\.[0-9]+(\.[0-9]+)?\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exact();

    private static IEnumerable<string> References(string project) => XDocument.Load(Tree.Full(project)).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
