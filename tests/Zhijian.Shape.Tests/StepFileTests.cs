using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Supervision.Clues;

namespace Zhijian.Shape.Tests;

/// <summary>One step is one file of its name, with its procedure and its tests beside it.</summary>
public sealed partial class StepFileTests
{
    private const string Modules = "src/Zhijian.Matters";

    public static TheoryData<string> Steps() => [.. Commands.Select(c => c.Name)];

    private static IReadOnlyList<Type> Commands { get; } =
        [.. typeof(Step).Assembly.GetTypes().Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Steps))]
    public void A_step_is_the_file_of_its_name(string step)
    {
        var text = Tree.Text(FileOf(step));
        text.ShouldContain($"public sealed record {step}(");
        text.ShouldContain($"Decision Decide(Matter matter, {step} ");
        CommandRecord().Count(text).ShouldBe(1, "one file, one step");
    }

    [Theory, MemberData(nameof(Steps))]
    public void A_step_has_one_procedure(string step) =>
        Tree.Below("data/procedures", ".yaml").Where(f => Path.GetFileNameWithoutExtension(f) == Words.Kebab(step)).ShouldHaveSingleItem();

    [Fact]
    public void Every_step_has_its_tests_at_the_same_place()
    {
        var missing = Commands.Select(c => FileOf(c.Name).Replace(Modules, "tests/Zhijian.Matters.Tests").Replace(".cs", "Tests.cs")).Where(f => !Tree.Files.Contains(f)).ToList();
        missing.ShouldBeEmpty($"{missing.Count} of {Commands.Count} steps have no tests of their own:\n{string.Join('\n', missing)}\n");
    }

    [Fact]
    public void Every_procedure_has_its_step()
    {
        var steps = Commands.Select(c => Words.Kebab(c.Name)).ToHashSet(StringComparer.Ordinal);
        Tree.Below("data/procedures", ".yaml").Where(f => !steps.Contains(Path.GetFileNameWithoutExtension(f))).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_of_steps_is_named_like_its_namespace()
    {
        foreach (var command in Commands)
            FileOf(command.Name).ShouldBe($"src/Zhijian.Matters/{command.Namespace!.Split('.')[^1]}/{command.Name}.cs");
    }

    [Fact]
    public void Every_event_has_one_name_and_every_name_one_event()
    {
        var events = new EventTypes(typeof(Step).Assembly, typeof(People).Assembly, typeof(ClueRaised).Assembly).All.Select(t => (t.Name, EventTypes.Of(t))).ToList();
        events.Select(e => (e.Item2.Name, e.Item2.Schema)).ShouldBeUnique();
        foreach (var (type, stored) in events)
            stored.Name.ShouldMatch("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$", type);
        // two records may share a name only as two forms of one event
        foreach (var forms in events.GroupBy(e => e.Item2.Name, StringComparer.Ordinal))
            forms.Select(f => f.Item2.Schema).Order().ShouldBe(Enumerable.Range(1, forms.Count()), forms.Key);
    }

    [Fact]
    public void Every_refusal_has_a_code_of_its_own()
    {
        var codes = Tree.Below("src", ".cs").SelectMany(f => RefusalCode().Matches(Tree.Text(f)).Select(m => m.Groups["code"].Value)).ToList();
        codes.Count.ShouldBeGreaterThan(30);
        codes.ShouldBeUnique();
        codes.ShouldAllBe(c => c == Words.Kebab(string.Concat(c.Split('-', StringSplitOptions.None).Select(w => char.ToUpperInvariant(w[0]) + w.Substring(1)))));
    }

    private static string FileOf(string step) => Tree.Below(Modules, $"/{step}.cs").ShouldHaveSingleItem();

    [GeneratedRegex(@"^\s*:\s*ICommand<|\) : ICommand<", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandRecord();

    [GeneratedRegex("""\bRefusal\(\s*"(?<code>[^"]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RefusalCode();
}
