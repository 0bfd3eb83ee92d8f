using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Search;

namespace Zhijian.Web.Api;

/// <summary>Reads the query string strictly: a misspelt condition must not pass for no condition.</summary>
public sealed class QueryReader(HttpRequest request)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "lang" };
    private readonly List<FieldError> _errors = [];

    public string? Text(string name)
    {
        _known.Add(name);
        var values = request.Query[name];
        if (values.Count > 1)
            Wrong(name, new Text($"“{name}”只能给一次", $"“{name}” is given more than once"));
        return values is [{ Length: > 0 } only] ? only : null;
    }

    /// <summary>A condition that may be given more than once.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        _known.Add(name);
        return [.. request.Query[name].OfType<string>().Where(v => v.Length > 0)];
    }

    public int Number(string name, int otherwise, int min, int max)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        Wrong(name, new Text($"“{name}”须为 {min} 至 {max} 的整数", $"“{name}” must be a whole number from {min} to {max}"));
        return otherwise;
    }

    public bool? YesNo(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Wrong(name, new Text($"“{name}”须为 true 或 false", $"“{name}” must be true or false"));
                return null;
        }
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Wrong(name, new Text($"“{name}”须为日期，如 2026-09-28", $"“{name}” must be a date, e.g. 2026-09-28"));
        return null;
    }

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        if (Words.Parse<T>(text) is { } word)
            return word;
        var all = string.Join(", ", Enum.GetValues<T>().Select(Words.Kebab));
        Wrong(name, new Text($"“{name}”须为以下之一：{all}", $"“{name}” must be one of {all}"));
        return null;
    }

    /// <summary>The words of a search; null where one of them is wrong.</summary>
    public SearchQuery? Query(MatterSearch search, string given)
    {
        var (query, wrong) = search.Parse(given);
        if (wrong is { } says)
            Wrong("q", says);
        return query;
    }

    /// <summary>Call after the last parameter was read; the answer when something is wrong.</summary>
    public IResult? Problem(HttpContext http)
    {
        foreach (var name in request.Query.Keys.Where(k => !_known.Contains(k)))
            Wrong(name, new Text($"没有参数“{name}”", $"there is no parameter “{name}”"));
        return _errors.Count > 0 ? Problems.Fields(http, _errors) : null;
    }

    private void Wrong(string name, Text says) => _errors.Add(new FieldError(name, says));
}
