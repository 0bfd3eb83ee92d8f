using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Zhijian.Shape.Tests;

/// <summary>A link between documents leads somewhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Documents() => [.. Tree.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Documents))]
    public void Every_link_resolves(string document)
    {
        var folder = Path.GetDirectoryName(Tree.Full(document))!;
        var broken = Link().Matches(Fence().Replace(Tree.Text(document), ""))
            .Select(m => Uri.UnescapeDataString(m.Groups["target"].Value))
            .Where(t => !Elsewhere().IsMatch(t) && !Leads(folder, document, t))
            .ToList();
        broken.ShouldBeEmpty();
    }

    private static bool Leads(string folder, string document, string target)
    {
        var (path, anchor) = target.Split('#', 2) is [var p, var a] ? (p, a) : (target, "");
        var file = path.Length == 0 ? Tree.Full(document) : Path.GetFullPath(Path.Combine(folder, path));
        if (!File.Exists(file) && !Directory.Exists(file))
            return false;
        return anchor.Length == 0 || !file.EndsWith(".md", StringComparison.Ordinal) || Heading().Matches(File.ReadAllText(file)).Any(h => Slug(h.Groups["text"].Value) == anchor);
    }

    private static string Slug(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(\s+""[^""]*"")?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^(https?:|mailto:)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();
}
