using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Marks;

namespace Zhijian.Web.Modelling;

/// <summary>A question for similar marks as people type it: “25 35” for classes, “2507” for similar groups, words that are generic for the goods.</summary>
public sealed record SimilarMarksRequest(string Written, IReadOnlyList<int> Classes, IReadOnlyList<int> Groups, bool OnlyTheseClasses, IReadOnlyList<string> Generic, int Top)
{
    public const int MostTop = 200;
    public const int Longest = 100;

    public MarkQuery Query => new(Written) { Classes = Classes, Groups = Groups, OnlyTheseClasses = OnlyTheseClasses && Classes.Count > 0, Top = Top };

    /// <returns>The request; or what is wrong with a field.</returns>
    public static (SimilarMarksRequest? Request, string Field, Text Wrong) Read(string? written, string? classes, string? groups, bool only, string? generic, int top)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > Longest)
            return (null, "q", new Text($"填写商标文字，不超过 {Longest} 个字符", $"the words of the mark, at most {Longest} characters"));
        if (Numbers(classes, 1, 45) is not { } nice)
            return (null, "class", new Text("类别为 1 至 45，用空格隔开", "classes are 1 to 45, separated by spaces"));
        if (Numbers(groups, 101, 4599) is not { } similar)
            return (null, "group", new Text("类似群为四位数字，如 2507，用空格隔开", "similar groups are four digits such as 2507, separated by spaces"));
        return (new SimilarMarksRequest(written.Trim(), nice, similar, only, Parts(generic), top), "", default);
    }

    public IdenticalMark Judge(Signs signs, string registered) => IdenticalMark.Judge(signs, registered, Written, Generic);

    private static string[] Parts(string? text) => (text ?? "").Split([' ', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<int>? Numbers(string? text, int least, int most)
    {
        var numbers = new List<int>();
        foreach (var part in Parts(text))
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most)
                numbers.Add(n);
            else
                return null;
        return numbers;
    }
}
