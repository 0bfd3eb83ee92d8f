using System.Text.Json;
using System.Text.RegularExpressions;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>What the JSON parser found wrong, in words for a person: without the names of our types and without its own coordinates.</summary>
public static partial class JsonErrors
{
    public static Text Of(JsonException e)
    {
        var message = e.Message.ReplaceLineEndings(" ");
        if (Unknown().Match(message) is { Success: true } unknown)
            return new Text($"没有栏目“{unknown.Groups["name"].Value}”", $"unknown “{unknown.Groups["name"].Value}”");
        if (Missing().Match(message) is { Success: true } missing)
        {
            var names = missing.Groups["names"].Value.Replace('\'', ' ').Trim();
            return new Text($"缺少 {names}", $"missing {names}");
        }
        if (NotOurs().IsMatch(message))
            return new Text("值的类型不对，或者不在可选的词中", "wrong kind of value");
        var plain = Coordinates().Replace(message, "");
        return new Text(plain, plain);
    }

    [GeneratedRegex("^The JSON property '(?<name>[^']*)' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex("missing required properties including: (?<names>.*?)\\.?( Path:.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("(could not be converted to|Zhijian\\.|System\\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotOurs();

    [GeneratedRegex(" *(Path:|LineNumber:).*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Coordinates();
}
