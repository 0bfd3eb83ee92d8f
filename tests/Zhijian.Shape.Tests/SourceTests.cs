using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Zhijian.Shape.Tests;

/// <summary>What no file of ours may look like.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_source_file_is_longer_than_one_reads() =>
        Tree.Below("src", ".cs", ".cshtml", ".js").Select(f => (File: f, Lines: File.ReadLines(Tree.Full(f)).Count())).Where(f => f.Lines > MostLines).ShouldBeEmpty();

    [Fact]
    public void The_time_is_handed_in_and_nothing_is_random_in_a_decision() =>
        Found(Tree.Below("src", ".cs", ".cshtml").Concat(Tree.Below("tests", ".cs")), Banned()).ShouldBeEmpty();

    [Fact]
    public void A_page_has_no_script_and_no_style_of_its_own() => Found(Tree.Below("src", ".cshtml"), Inline()).ShouldBeEmpty();

    [Fact]
    public void A_page_loads_nothing_from_another_host() => Found(Tree.Below("src", ".cshtml", ".css", ".js"), Foreign()).ShouldBeEmpty();

    [Fact]
    public void No_file_knows_the_machine_that_it_was_written_on() =>
        Found(Tree.Files.Where(f => !f.EndsWith("SourceTests.cs", StringComparison.Ordinal) && IsText(f)), Machine()).ShouldBeEmpty();

    [Fact]
    public void Lines_end_with_a_line_feed_and_files_with_one()
    {
        var wrong = Tree.Files.Where(f => IsText(f) && !f.EndsWith("packages.lock.json", StringComparison.Ordinal)).Where(f => Tree.Text(f) is { Length: > 0 } text && (text.Contains('\r') || text[^1] != '\n')).ToList();
        wrong.ShouldBeEmpty();
    }

    /// <summary>A refusal and an event say in their own words what they mean; every other public type says in one sentence what it settles.</summary>
    [Theory]
    [InlineData("src/Zhijian.DuckDb")]
    [InlineData("src/Zhijian.Supervision")]
    [InlineData("src/Zhijian.Entities")]
    [InlineData("src/Zhijian.Kernel")]
    [InlineData("src/Zhijian.Documents")]
    [InlineData("src/Zhijian.Law")]
    [InlineData("src/Zhijian.Store")]
    [InlineData("src/Zhijian.Search")]
    [InlineData("src/Zhijian.Matters")]
    [InlineData("src/Zhijian.Offices")]
    [InlineData("src/Zhijian.Supervision/Clues")]
    public void A_public_type_says_what_it_is(string folder) => Tree.Below(folder, ".cs").SelectMany(Undocumented).ShouldBeEmpty();

    private static IEnumerable<string> Undocumented(string file)
    {
        var lines = File.ReadAllLines(Tree.Full(file));
        for (var i = 0; i < lines.Length; i++)
        {
            if (PublicType().Match(lines[i]) is not { Success: true } type)
                continue;
            var above = i - 1;
            while (above >= 0 && lines[above].StartsWith('['))
                above--;
            var isEvent = lines[above + 1].StartsWith("[EventType(", StringComparison.Ordinal);
            var isRefusal = string.Join(' ', lines.Skip(i).Take(12)).Split(';')[0].Contains(": Refusal(");
            // words with a label at each of them are told by their labels
            var isLabelled = type.Value.Contains(" enum ") && lines.Skip(i + 1).Take(3).Any(l => l.Contains("[Label("));
            var isSmallRecord = type.Value.Contains(" record ") && lines[i].TrimEnd().EndsWith(';'); // one line that shows all that it has
            if (!isEvent && !isRefusal && !isLabelled && !isSmallRecord && (above < 0 || !lines[above].StartsWith("///", StringComparison.Ordinal)))
                yield return $"{file}:{i + 1} {type.Groups["name"].Value}";
        }
    }

    private static List<string> Found(IEnumerable<string> files, Regex what) =>
        [.. files.SelectMany(f => File.ReadLines(Tree.Full(f)).Select((line, i) => (Line: line, Number: i + 1)).Where(l => what.IsMatch(l.Line)).Select(l => $"{f}:{l.Number} {l.Line.Trim()}"))];

    private static bool IsText(string file) => Path.GetExtension(file) is "" or ".cs" or ".cshtml" or ".csproj" or ".slnx" or ".props" or ".json" or ".yaml" or ".csv" or ".md" or ".css"
        or ".js" or ".mjs" or ".sh" or ".py" or ".svg" or ".txt" or ".editorconfig" or ".gitignore" or ".gitattributes" or ".npmrc";

    // the names are put together here so that this file does not find itself
    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bGuid\.New" + @"Guid\b|\bThread\.Sle" + @"ep\b|\bRandom\.Sha" + @"red\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Banned();

    [GeneratedRegex("""\sstyle\s*=|<style\b|<script\b(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*["']|javascript:""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex("""(src|href)\s*=\s*["'](https?:)?//(?!@)|url\(\s*["']?(https?:)?//|@import\s+["']?https?:""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"(?<![\w/.])/(work|root)/|[A-Z]:\\Users\\|(?<![\w/.])/home/[a-z]+/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();

    [GeneratedRegex(@"^public ((sealed|static|abstract|readonly|partial|ref) )*(record struct|record|class|struct|interface|enum|delegate) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();
}
